"""Utilities that know nothing of the association: git, clock, caches, files, words, signatures."""
