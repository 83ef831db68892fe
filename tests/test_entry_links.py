"""A link to what is not shown is reduced to its words, and every other link stays."""

import pytest

from association.content.entry_links import without_links_to
from association.source.tree import read_body

HIDDEN = {"praticiens/x.md"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[Jean]({filename}/praticiens/x.md)", "Jean"),
        ("[**Jean** [sic]]({filename}/praticiens/x.md#a)", "**Jean** [sic]"),
        ('[Jean]({filename}../praticiens/x.md "Sa page")', "Jean"),
        ("[Jean]({filename}x.md)", "Jean"),
        (
            "[Jean]({filename}/praticiens/x.md) à [la fête]({filename}/agenda/x.md)",
            "Jean à [la fête]({filename}/agenda/x.md)",
        ),
        ("[La fête]({filename}../agenda/x.md)", "[La fête]({filename}../agenda/x.md)"),
        ("[Jean]({filename}/praticiens/x-y.md)", "[Jean]({filename}/praticiens/x-y.md)"),
        ("[Jean]({filename}/praticiens/wx.md)", "[Jean]({filename}/praticiens/wx.md)"),
    ],
)
def test_a_link_is_reduced_to_its_words(before: str, after: str) -> None:
    assert without_links_to(read_body(before), "praticiens/y.md", HIDDEN) == after


def test_a_file_named_alone_is_one_of_the_same_folder() -> None:
    text = "[La fête]({filename}x.md)"
    assert without_links_to(read_body(text), "agenda/y.md", HIDDEN) == text


def test_a_text_keeps_its_links_when_all_is_shown() -> None:
    text = "[Jean]({filename}/praticiens/x.md)"
    assert without_links_to(read_body(text), "pages/contact.md", set()) == text
