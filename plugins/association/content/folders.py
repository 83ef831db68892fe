"""Folders of the content whose names mean something to the site."""

# Published by what each person agreed to, not because they lie in a folder.
PORTRAITS = "images/praticiens/"
