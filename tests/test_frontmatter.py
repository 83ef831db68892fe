"""Every value of a front matter remembers where it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.problems.findings import Span
from association.source.frontmatter import Listing, Table, Text, Value
from tests.builders import front

_WORDS = st.from_regex(r"[a-zéà]{1,8}( [a-zéà]{1,8}){0,3}", fullmatch=True)
_KEYS = st.from_regex(r"[a-z_]{2,8}", fullmatch=True)


def _held(text: str, span: Span) -> str:
    return text.split("\n")[span.line - 2][span.column - 1 : span.end_column - 1]


@given(st.dictionaries(_KEYS, _WORDS, min_size=1, max_size=8))
def test_the_span_of_a_value_holds_its_text(fields: dict[str, str]) -> None:
    text = "\n".join(f"{key}: {value}" for key, value in fields.items())
    read = front(text)
    assert not read.findings
    for key, value in fields.items():
        expected = {"null": "", "~": ""}.get(value, value)
        assert read.plain().get(key, "") == expected
        assert _held(text, read.span_of((key,))) == value
        assert _held(text, read.span_of_key((key,))) == key


@given(_KEYS, st.lists(_WORDS, min_size=1, max_size=5), st.booleans())
def test_the_span_of_an_item_holds_its_text(key: str, items: list[str], inline: bool) -> None:
    lines = (
        [f"{key}: [{', '.join(items)}]"] if inline else [f"{key}:", *(f"  - {i}" for i in items)]
    )
    text = "\n".join(lines)
    read = front(text)
    for number, item in enumerate(items):
        assert _held(text, read.span_of((key, number))) == item


@given(_KEYS, _WORDS, st.sampled_from(["'", '"']))
def test_the_span_of_a_quoted_value_holds_its_quotes(key: str, word: str, quote: str) -> None:
    text = f"{key}: {quote}{word}{quote}"
    read = front(text)
    assert read.plain() == {key: word}
    assert _held(text, read.span_of((key,))) == f"{quote}{word}{quote}"


def test_everything_stays_text_whatever_yaml_would_make_of_it() -> None:
    read = front("a: 01000\nb: 19:30\nc: NO\nd: 2027-03-14\ne: 1e3\nf: 0x10\ng: yes")
    assert read.plain() == {
        "a": "01000",
        "b": "19:30",
        "c": "NO",
        "d": "2027-03-14",
        "e": "1e3",
        "f": "0x10",
        "g": "yes",
    }


def test_a_text_over_several_lines_is_one_value() -> None:
    read = front("titre: Retour sur\n  la journée\nresume: >\n  Une phrase :\n  et la suite\n")
    assert read.plain() == {
        "titre": "Retour sur la journée",
        "resume": "Une phrase : et la suite\n",
    }
    assert not read.findings


def test_a_list_may_run_over_several_lines() -> None:
    read = front("publics: [\n  a,\n  b,\n]\ntitre: x")
    assert read.plain() == {"publics": ["a", "b"], "titre": "x"}
    assert not read.findings


@pytest.mark.parametrize("empty", ["", '""', "~", "null", "   "])
def test_an_empty_value_counts_as_absent_and_keeps_its_place(empty: str) -> None:
    read = front(f"titre: {empty}\nx: y")
    assert read.plain() == {"x": "y"}
    assert read.has(("titre",))
    assert not read.has(("resume",))


def test_a_missing_path_stands_where_its_parent_is_named() -> None:
    read = front("image:\n  fichier: x.svg\ndate: 2027-03-14")
    assert read.span_of(("image", "alt")) == read.span_of_key(("image",))
    assert read.span_of(("rien",)) == Span(1, 1, 4)


def test_the_first_of_two_equal_keys_counts_and_both_are_shown() -> None:
    read = front("titre: a\ntitre: b")
    (finding,) = read.findings
    assert read.plain() == {"titre": "a"}
    assert (finding.span.line, finding.related and finding.related.line) == (3, 2)


def _texts(value: Value) -> list[str]:
    if isinstance(value, Text):
        return [value.value]
    inner = value.items if isinstance(value, Listing) else value.values.values()
    return [text for item in inner for text in _texts(item)]


def test_other_fields_are_read_when_one_line_is_wrong() -> None:
    read = front("titre: a : b\nlieu:\n  ville: Paris\n   pays: France\n@\ndate: 2027")
    assert isinstance(read.table, Table)
    assert {"a : b", "2027", "Paris", "France"} <= set(_texts(read.table))
    assert {finding.span.line for finding in read.findings} == {2, 5, 6}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ('"Le "vrai" débat"', "Le « vrai » débat"),
        ('"Le "vrai" débat', "Le « vrai » débat"),
        ('"Le vrai" ou "le faux"', "« Le vrai » ou « le faux »"),
        ('"a "b "c" d" e"', "a « b “c” d » e"),
        ("'L'été' et l'hiver", "« L’été » et l’hiver"),
        ("'L'été à Toulouse'", "L’été à Toulouse"),
        ("“Toulouse : retour”", "Toulouse : retour"),
        ("« Toulouse : retour »", "« Toulouse : retour »"),
        ("“Le vrai” et “le faux” : un débat", "“Le vrai” et “le faux” : un débat"),
    ],
)
def test_quotes_are_mended_as_their_writer_meant_them(written: str, meant: str) -> None:
    read = front(f"titre: {written}\nmots: [a, {written}]")
    assert read.plain() == {"titre": meant, "mots": ["a", meant]}
    assert all(f'"{meant}"' in finding.fix for finding in read.findings)
    assert all(finding.replacements for finding in read.findings if finding.span.line == 2)


@pytest.mark.parametrize("written", ['"Un écran de 27" pour tous"', '"Retour"sur la journée'])
def test_quotes_that_may_mean_something_else_are_left_to_people(written: str) -> None:
    (finding,) = front(f"titre: {written}").findings
    assert finding.replacements == ()


def test_a_text_goes_on_between_quotes_on_lines_further_in() -> None:
    read = front('titre: "Une très longue\n  journée"\ndate: 2027-02-15')
    assert read.findings == ()
    assert read.plain() == {"titre": "Une très longue journée", "date": "2027-02-15"}


def test_a_title_that_goes_on_at_the_margin_is_read_whole() -> None:
    read = front("titre: Une très longue journée\nde rencontre et d’écoute\ndate: 2027-02-15")
    (finding,) = read.findings
    assert (finding.span.line, finding.code) == (3, "ligne-incomprise")
    assert finding.fix.startswith("décalez-la de deux espaces")
    assert read.plain()["titre"] == "Une très longue journée de rencontre et d’écoute"
