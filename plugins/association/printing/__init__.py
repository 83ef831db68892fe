"""What visitors get on paper: PDFs that Typst makes, tagged (PDF/UA-1), the same bytes each time.

- ``typst_program``: the one place where Typst is asked, in a process of its own or here;
- ``press``: a layout and what it shows to a packed PDF; ``preamble.typ`` is what all layouts share;
- ``typst_markup``: the HTML of a text to Typst, one line of a table an element, with its
  ``table_grid``; ``typst_text`` is what comes of it;
- ``text_pdf``: such a text as a document, laid out by ``text_pdf.typ``;
- ``printed_signs``: the signs that no font has; ``packed_pdf``: the same document in fewer bytes.

Knows nothing of the association's content: who prints what is said by ``events``, ``people`` and
``site``. The fonts are static instances of the site's own (SIL Open Font License 1.1), with the
letters of all Europe and no ligatures, as Typst reads no WOFF.
"""
