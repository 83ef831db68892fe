"""What knows nothing of the association: git, the day, caches, atomic writing, words compared."""
