"""The plan of the site leads everywhere, and does not grow with the directory without end."""

import pytest

from association.pages.common import Link
from association.pages.context import Context
from association.people.directory_view import ListToWrite
from association.site import sections
from association.site.sections import sitemap_groups
from tests.calendar_context import pages_of, shipped_context
from tests.people_context import ASOF

_DIRECTORY = "/annuaire/"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Context:
    return shipped_context(tmp_path_factory.mktemp("shipped"), ASOF)


def links_of_directory(context: Context) -> list[str]:
    [group] = [group for group in sitemap_groups(context) if group.url == _DIRECTORY]
    return [link.url for link in group.links]


def test_the_plan_of_a_small_directory_names_everybody(shipped: Context) -> None:
    people = [shipped.url(person) for person in shipped.practitioners]
    assert links_of_directory(shipped) == people


def test_the_plan_of_a_large_directory_leads_to_its_regions(
    shipped: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "_MOST_IN_PLAN", len(shipped.practitioners) - 1)
    pages, found = pages_of(shipped), set()
    for link in links_of_directory(shipped):
        written = pages[link.removeprefix("/")].values["list_to_write"]
        assert isinstance(written, ListToWrite)
        assert link.startswith("/annuaire/regions/")
        found |= {person.slug for person in written.people}
    assert found == {person.slug for person in shipped.practitioners}


def test_the_plan_leads_from_some_of_many_entries_to_their_list(
    shipped: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "_MOST_IN_PLAN", 3)
    [group] = [group for group in sitemap_groups(shipped) if group.url == "/capsules/"]
    assert len(shipped.capsules) == 4
    assert [link.url for link in group.links[:3]] == list(map(shipped.url, shipped.capsules[:3]))
    assert group.links[3:] == (Link("Capsules auto-formatives : la suite", "/capsules/"),)


def test_links_to_the_rest_of_several_lists_say_of_which(
    shipped: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sections, "_MOST_IN_PLAN", 1)
    places: dict[str, set[str]] = {}
    for group in sitemap_groups(shipped):
        for link in group.links:
            places.setdefault(link.label, set()).add(link.url)
    assert sum(label.endswith(" : la suite") for label in places) > 1
    assert [label for label, found in places.items() if len(found) > 1] == []
