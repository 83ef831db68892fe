"""What is pasted from elsewhere keeps its words, its lists, tables, notes and links."""

import io
import re
from collections import Counter
from contextlib import suppress
from email.message import EmailMessage
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.editing.paste.pasted import NotTakenError, Pasted, pasted
from association.source.tree import read_body
from tests.html_tree import html_tree


def _taken(html: str) -> Pasted:
    return pasted(html.encode())


def _structure(markdown: str) -> dict[str, int]:
    """Return how many of each element the page holds; the paragraphs of items are no matter."""
    tree = html_tree(read_body(markdown).html)
    found = Counter(element.tag for element in tree.iter())
    found["p"] -= len(tree.findall(".//li/p"))
    counted = ("h2", "h3", "ul", "ol", "li", "p", "table", "tr", "details", "blockquote", "a")
    return {tag: found[tag] for tag in counted if found[tag]}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _shown(markdown: str) -> list[str]:
    """Return the words of the page."""
    return _words(" ".join(html_tree(read_body(markdown).html).itertext()))


WORD_LIST = """
<p class=MsoNormal>Apportez<span style='mso-spacerun:yes'>  </span>:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span>
<![endif]>de quoi
écrire</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span>un stylo</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span>&nbsp;</span></span><b>de quoi</b> manger</p>
<p class=MsoNormal>À bientôt.</p>
"""


def test_the_lists_of_word_are_lists() -> None:
    taken = _taken(WORD_LIST)
    assert taken.markdown == (
        "Apportez :\n\n- de quoi écrire\n    - un stylo\n- **de quoi** manger\n\nÀ bientôt."
    )


def test_a_document_of_google_is_not_bold_as_a_whole() -> None:
    html = (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>Le </span>'
        '<span style="font-weight:700;">lundi</span><span style="font-style:italic"> soir</span>'
        '</p><br><ul><li dir="ltr"><p dir="ltr"><span>un</span></p></li></ul></b>'
    )
    assert _taken(html).markdown == "Le **lundi** *soir*\n\n- un"


def test_a_signature_makes_no_heading_of_the_text_above_it() -> None:
    assert pasted(b"Merci.\n-- \nJean").markdown.startswith("Merci.\n\n--\nJean")


def test_the_lines_of_a_mail_are_paragraphs() -> None:
    html = (
        '<div dir="ltr">Bonjour,<br><br>La salle change.<div><br></div><div>12, rue Plumet<br>'
        '75007 Paris</div><div>Voir <a href="https://www.google.com/url?q=https://example.org/a'
        '&amp;sa=D">le plan</a></div></div>'
    )
    assert _taken(html).markdown == (
        "Bonjour,\n\nLa salle change.\n\n12, rue Plumet  \n75007 Paris\n\n"
        "Voir [le plan](https://example.org/a)"
    )


@pytest.mark.parametrize(
    ("html", "structure"),
    [
        ("<h1>Titre</h1><h3>Un</h3><p>a</p><h3>Deux</h3><h4>Trois</h4><p>b</p>",
         {"h2": 2, "h3": 1, "p": 2}),
        ("<ol><li>un<ul><li>dedans</li></ul></li><li><p>deux</p><p>suite</p></li></ol>",
         {"ol": 1, "ul": 1, "li": 3}),
        ("<table><tr><td>Heure</td><td>Quoi</td></tr><tr><td>9 h</td><td><p>café</p><p>thé | eau"
         "</p></td></tr></table>", {"table": 1, "tr": 2}),
        ("<table><tr><td rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr><tr><td colspan=2>D</td>"
         "</tr></table>", {"table": 1, "tr": 3}),
        ("<table><tr><td><p>un cadre</p><ul><li>a</li></ul></td></tr></table>",
         {"p": 1, "ul": 1, "li": 1}),
        ("<details><summary>Le métier</summary><p>Il dure.</p></details>", {"details": 1, "p": 1}),
        ("<blockquote><p>Se parler.</p><footer>Anonyme</footer></blockquote>",
         {"p": 1, "blockquote": 1}),
        ("<ul><li><blockquote><p>un</p><p><a href='https://example.org/a'>deux</a></p></blockquote>"
         "</li><li>trois</li></ul>", {"ul": 1, "li": 2, "p": 2, "blockquote": 1, "a": 1}),
        ("<p>• un<br>• deux<br>• trois</p>", {"ul": 1, "li": 3}),
        ("<p>1) un</p><p>2) deux</p>", {"ol": 1, "li": 2}),
        ("<p>1. un</p><p>2. deux</p>", {"ol": 1, "li": 2}),
        ("<p>2021. Une année.</p><p># pas un titre</p><p>a &lt;b&gt; c</p>", {"p": 3}),
        ("<p>*un* et _deux_ et [trois](quatre)</p>", {"p": 1}),
        ("<p>Note<a href='#_ftn1' name='_ftnref1'>[1]</a>.</p><div id=ftn1><p><a href='#_ftnref1' "
         "name='_ftn1'>[1]</a> Son texte.</p></div>", {"ol": 1, "li": 1, "p": 1, "a": 2}),
        ("<h2>L’activité (lire plus)</h2><p>Elle dure.</p>", {"details": 1, "p": 1}),
    ],
)  # fmt: skip
def test_the_structure_stays(html: str, structure: dict[str, int]) -> None:
    assert _structure(_taken(html).markdown) == structure


@pytest.mark.parametrize(
    ("caption", "line"),
    [("Les  heures", "Tableau : Les heures"), ("Tableau 2 – Les heures", "Tableau 2 – Les heures")],
)
def test_the_caption_of_a_table_stays_its_caption(caption: str, line: str) -> None:
    rows = "<tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr>"
    markdown = _taken(f"<table><caption>{caption}</caption>{rows}</table>").markdown
    assert markdown.startswith(f"{line}\n\n| A")
    assert "caption" in [block.tag for block in read_body(markdown).blocks]


def test_of_a_whole_page_the_text_alone_is_taken() -> None:
    taken = _taken(
        "<!doctype html><html><head><title>Site</title><style>p{}</style></head><body><nav>Menu"
        "</nav><main><h1>Titre</h1><p>Texte.</p><img alt='Un rond' src='a.png'></main>"
        "<footer>Pied</footer></body></html>"
    )
    assert (taken.markdown, taken.title) == ("Texte.", "Titre")
    assert taken.left == ("1 image à apporter par « invoke photos » : « Un rond »",)


_WORDS = st.lists(st.sampled_from(["un", "Deux,", "trois.", "(quatre)", "5", "«", "»", "*", "_"]),
                  min_size=1, max_size=5).map(" ".join)  # fmt: skip
_INLINE = st.recursive(
    _WORDS,
    lambda inner: st.one_of(
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["b", "i", "em", "u", "sub"]), inner),
        inner.map(lambda text: f'<a href="https://example.org/a">{text}</a>'),
        st.builds("{} {}".format, inner, inner),
        st.builds("{}<br>{}".format, inner, inner),
    ),
    max_leaves=4,
)
_BLOCK = st.recursive(
    st.one_of(_INLINE.map(lambda text: f"<p>{text}</p>"), _WORDS.map("<h2>{}</h2>".format)),
    lambda inner: st.one_of(
        st.builds(
            "<{0}>{1}</{0}>".format,
            st.sampled_from(["ul", "ol"]),
            st.lists(inner.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join),
        ),
        inner.map("<blockquote>{}</blockquote>".format),
        inner.map("<div>{}</div>".format),
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(_INLINE, min_size=4, max_size=4).map(
            lambda cells: (
                "<table><tr><td>{}</td><td>{}</td></tr><tr><td>{}</td><td>{}</td></tr>"
                "</table>".format(*cells)
            )
        ),
    ),
    max_leaves=6,
)


@given(_BLOCK)
def test_the_words_stay_the_same_and_in_order(html: str) -> None:
    taken = _taken(html)
    assert _words(taken.title) + _shown(taken.markdown) == _words(re.sub("<[^>]+>", " ", html))


@given(st.text(alphabet="<>/pulia brdt='\"&;#\n\t•-1.)|", max_size=80))
def test_any_text_is_answered(text: str) -> None:
    pasted(text.encode())
    pasted(b"<p>" + text.encode())


@given(st.binary(max_size=60))
def test_any_bytes_are_answered(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"From: a@example.org\nSubject: b\n\n"):
        with suppress(NotTakenError):
            pasted(start + content)


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ".doc"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "invoke photos"),
    ],
)
def test_what_cannot_be_taken_is_named_with_what_to_do(start: bytes, says: str) -> None:
    with pytest.raises(NotTakenError, match=re.escape(says)):
        pasted(start)


def _archive(files: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _word_paragraph(text: str, style: str = "", number: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    looks = (f'<w:pStyle w:val="{style}"/>' if style else "") + (numbered if number else "")
    return f"<w:p><w:pPr>{looks}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _word_document(body: str) -> bytes:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    levels = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/></w:lvl>'
        f"</w:abstractNum>"
        for n, form in enumerate(["bullet", "decimal"])
    )
    numbers = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2)
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Titre", "Title"), ("Titre1", "heading 1"), ("Citation", "Quote"))
    )
    return _archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override '
            f'PartName="/word/document.xml" ContentType="{main}.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
            f'Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="b" Type="{relation}/numbering" Target="numbering.xml"/>'
            f'<Relationship Id="c" Type="{relation}/styles" Target="styles.xml"/></Relationships>',
            "word/numbering.xml": f"<w:numbering {_W}>{levels}{numbers}</w:numbering>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        }
    )


@pytest.mark.parametrize(
    "files", [{"word/document.xml": "<w:document><w:p>"}, {"content.xml": "<office:text>\x01"}]
)
def test_a_document_whose_xml_is_cut_is_said_to_be_damaged(files: dict[str, str]) -> None:
    damaged = {"[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relationships/>", **files}
    with pytest.raises(NotTakenError, match="abîmé"):
        pasted(_archive(damaged))


def test_a_document_of_word_keeps_titles_lists_tables_and_quotations() -> None:
    cell = f"<w:tc>{_word_paragraph('mot')}</w:tc>"
    taken = pasted(
        _word_document(
            _word_paragraph("Le bilan", "Titre")
            + _word_paragraph("Le matin", "Titre1")
            + _word_paragraph("un", number="1")
            + _word_paragraph("deux", number="1")
            + _word_paragraph("d’abord", number="2")
            + f"<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>"
            + _word_paragraph("Se parler.", "Citation")
        )
    )
    assert taken.title == "Le bilan"
    assert taken.markdown == (
        "## Le matin\n\n- un\n- deux\n\n1. d’abord\n\n| mot | mot |\n|---|---|\n| mot | mot |\n\n"
        "> Se parler."
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def _open_document(body: str, styles: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{short}="{_ODF}{name}:1.0"'
        for short, name in (
            *((name, name) for name in ("office", "text", "table", "style")),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    return _archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body>{body}</office:body>"
            "</office:document-content>",
        }
    )


def test_a_document_of_libreoffice_keeps_lists_notes_emphasis_and_quotations() -> None:
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties '
        'fo:font-weight="bold"/></style:style><text:list-style style:name="L1">'
        '<text:list-level-style-number text:level="1" style:num-format="1"/>'
        '<text:list-level-style-bullet text:level="2"/></text:list-style>'
    )
    body = (
        '<office:text><text:h text:outline-level="1">Le matin</text:h><text:h '
        'text:outline-level="1">Le soir</text:h><text:p>Un <text:span text:style-name="T1">mot'
        "</text:span><text:note><text:note-body><text:p>Sa note.</text:p></text:note-body>"
        '</text:note>.</text:p><text:list text:style-name="L1"><text:list-item><text:p>un</text:p>'
        "<text:list><text:list-item><text:p>dedans</text:p></text:list-item></text:list>"
        "</text:list-item><text:list-item><text:p>deux</text:p></text:list-item></text:list>"
        '<text:p text:style-name="Quotations">Se parler.</text:p></office:text>'
    )
    assert pasted(_open_document(body, styles)).markdown == (
        "## Le matin\n\n## Le soir\n\nUn **mot**[^1].\n\n1. un\n    - dedans\n2. deux\n\n"
        "> Se parler.\n\n[^1]: Sa note."
    )


def test_a_list_of_libreoffice_that_goes_on_keeps_its_number() -> None:
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" '
        'style:num-format="1"/></text:list-style>'
    )
    item = "<text:list-item><text:p>mot</text:p></text:list-item>"
    body = (
        f'<office:text><text:list text:style-name="L1">{item}{item}</text:list><text:p>Entre.'
        f'</text:p><text:list text:style-name="L1" text:continue-numbering="true">{item}'
        "</text:list></office:text>"
    )
    assert pasted(_open_document(body, styles)).markdown == ("1. mot\n2. mot\n\nEntre.\n\n3. mot")


def test_a_sheet_is_a_table_without_its_empty_ends() -> None:
    row = (
        "<table:table-row><table:table-cell><text:p>Heure</text:p></table:table-cell>"
        "<table:table-cell><text:p>Quoi</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    )
    empty = (
        '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/>'
        "</table:table-row>"
    )
    body = f"<office:spreadsheet><table:table>{row}{row}{empty}</table:table></office:spreadsheet>"
    assert pasted(_open_document(body)).markdown == (
        "| Heure | Quoi |\n|---|---|\n| Heure | Quoi |"
    )


def test_a_saved_mail_gives_its_subject_and_its_text() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "jean@example.org", "Réunion de juin"
    mail.set_content("Bonjour,\n\nLe plan :\n• un\n• deux\n")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="plan.pdf")
    assert pasted(mail.as_bytes()) == Pasted(
        "Bonjour,\n\nLe plan :\n\n- un\n- deux", "Réunion de juin", ("pièce jointe : plan.pdf",)
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Réunion\n=======\n\nUn mot.", "## Réunion\n\nUn mot."),
        ("Valjean\n12, rue Plumet\nParis", "Valjean  \n12, rue Plumet  \nParis"),
        ("Bonjour.\nLa salle change.\nÀ mardi.", "Bonjour.\n\nLa salle change.\n\nÀ mardi."),
        ("      Rendez-vous à neuf heures.", "Rendez-vous à neuf heures."),
        (
            "Nous avons tous parlé de ce qui nous empêche de travailler\n"
            "ensemble, puis de ce qui nous y aide. Chacun a pris la\n"
            "parole, et personne ne l’a gardée.",
            "Nous avons tous parlé de ce qui nous empêche de travailler\n"
            "ensemble, puis de ce qui nous y aide. Chacun a pris la\n"
            "parole, et personne ne l’a gardée.",
        ),
        ("Heure\tQuoi\n9 h\tcafé", "| Heure | Quoi |\n|---|---|\n| 9 h | café |"),
        ("Le plan :\n- un\n- deux\nÀ mardi.", "Le plan :\n\n- un\n- deux\n\nÀ mardi."),
        ("Les jours\n> Mardi\nOn marche.", "Les jours  \n\\> Mardi\n\nOn marche."),
        ("Elle écrit :\n> Merci.\nDe rien.", "Elle écrit :\n> Merci.\n\nDe rien."),
        ("> Merci pour tout.\n\nÀ bientôt.", "> Merci pour tout.\n\nÀ bientôt."),
    ],
)
def test_plain_text_is_laid_out_as_its_lines_show(text: str, markdown: str) -> None:
    assert pasted(text.encode()).markdown == markdown
