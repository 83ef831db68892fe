"""The course of a build: a fresh folder, one subprocess, its report, the exchange, the words."""
