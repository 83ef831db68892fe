"""What is typeset on paper is typeset as on the page: by the choices of the site."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from association.pages.printed_text import printed_text
from association.people.booklet_contents import whole_booklet
from association.people.lists import directory
from association.printing.text_pdf import Sheet
from tests.builders import context as context_of_base
from tests.builders import with_settings
from tests.people_context import context as context_of_people
from typographie import Options

ALL_RULES, WITHOUT_POINTS = Options(), Options(off=frozenset({"ponctuation-haute"}))


@pytest.mark.parametrize(
    ("choices", "said"), [(ALL_RULES, "Oui\N{NARROW NO-BREAK SPACE}?"), (WITHOUT_POINTS, "Oui ?")]
)
def test_paper_has_the_typography_of_the_site(tmp_path: Path, choices: Options, said: str) -> None:
    made = with_settings(context_of_base(tmp_path / "base"), typography=choices)
    sheet = Sheet("Capsule", "Oui ?", "", "Association", "https://asso.example/x/")
    [capsule] = made.capsules
    printed = printed_text(capsule, sheet, "La capsule", None, made)
    assert printed
    facts = PdfReader(io.BytesIO(printed.content)).metadata
    assert facts
    assert facts.title == said

    people = context_of_people(tmp_path / "people", {"accroche": "Oui ?"})
    people = with_settings(people, typography=choices)
    [region] = whole_booklet(directory(people)).regions
    assert [person.slogan for person in region.people] == [said]
