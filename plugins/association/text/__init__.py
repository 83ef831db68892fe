"""A file's bytes to front matter with places, and to HTML; what goes wrong on the way. Pure."""
