"""``invoke coller``: a text from elsewhere as this site's Markdown. Pure.

``pasted`` takes bytes and knows what they are: HTML, a document of Word (``word_document``) or of
LibreOffice (``open_document``), a mail (``mail``), plain text (``plain_text``). All but the last
become HTML, whose tree ``html_tree``, ``html_lists``, ``html_tables`` and ``html_notes`` set right
before ``markdown_writer`` writes it.
"""
