"""``invoke photos``: pictures from a telephone or a camera, made fit for the content's folder.

``preparing`` makes a smaller picture with nothing hidden in it, ``placing`` gives it a name and a
place, ``pasting`` writes the lines that show it, ``photos_command`` asks and tells. The pictures
given are only read.
"""
