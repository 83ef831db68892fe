"""``invoke photos``: pictures from a telephone or a camera, made fit for the content's folder.

``preparing`` makes a smaller picture with nothing hidden in it, ``placing`` gives it a name and a
place, ``pasting`` writes the lines that show it. The pictures given are only read.
"""
