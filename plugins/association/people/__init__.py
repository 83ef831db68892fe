"""The directory whole: who is found by what and where, what is shown of a person and what is owed.

In the order to read it in:

- ``facets``: the table of what people are found by; ``listing``: which lists of them exist;
  ``gazetteer``: towns to positions, with ``distances`` and the ``cartogram``;
- ``view``, ``directory_view``: what is published of people, and nothing else leaves;
  ``public_person`` makes it of a profile as consent decides;
- ``page``: a person's page; ``directory_pages``: the lists and the map;
  ``comparison_page``: those whom a visitor chose; ``certificate_pages``:
  certificates, ``badge_files``: their badges; ``booklets``: the printed directory;
- ``vcard``, ``directory_csv``, ``directory_json`` and ``filter_index`` write people for programs,
  ``files`` says where;
- ``retention``: how long a profile stays; ``withdrawal``: how a person leaves; ``agreed_details``:
  what a later site shows of people no more.

Pure but for the gazetteer, the booklets and the files that name who withdraws.
"""
