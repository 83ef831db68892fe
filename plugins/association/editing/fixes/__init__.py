"""Mends that need no judgement: which are made, how they are shown, how they are written."""
