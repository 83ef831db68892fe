"""Structure that was lost when a text was pasted, and the Markdown that brings it back. Pure.

A list whose bullets are mere signs, a table of tabs, paragraphs parted by one line break, fold-outs
of another site: ``passages`` finds them in a text, each with the lines to write instead, and puts
these in place. One module a kind; none changes a word, but the signs that stood for structure.
"""
