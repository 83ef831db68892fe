"""Utilities that know nothing of the association: git, clock, caches, atomic writes, words."""
