"""What a rebuild must not miss: certificates, projects and unconfirmed profiles move alone."""

from pathlib import Path

from markupsafe import Markup

from association.content import reading
from association.content.addresses import Addresses
from association.content.history import History
from association.content.identity import Identity
from association.content.policy import Policy
from association.events.agenda import Agenda
from association.pages.common import Body
from association.pages.context import Context, SiteSettings
from association.pages.published_pictures import PublishedPictures
from association.pictures.rendition_cache import RenditionCache
from association.site.next_change import next_change
from tests.people_builders import folder, noon, profile


def context(tmp_path: Path, day: str, **changes: str) -> Context:
    content = reading.read(folder(tmp_path, praticiens__z=profile(**changes)))
    assert not content.problems, content.problems
    settings = SiteSettings(Identity("A", "A", "", "s@example.org", {}))
    return Context(
        content,
        settings,
        Addresses("https://tst.example"),
        noon(day),
        lambda entry: Body(Markup()),
        PublishedPictures(content.root, "", RenditionCache(content.root.parent / "cache")),
    )


def due(tmp_path: Path, day: str, **changes: str) -> str:
    site = context(tmp_path, day, **changes)
    found = next_change(Agenda(site, History()), Policy(12, 15), site.content)
    return found.isoformat() if found else ""


def test_a_certificate_lapses_at_the_midnight_after_its_last_day(tmp_path: Path) -> None:
    assert due(tmp_path, "2027-06-01", accord_le="2027-05-01") == "2027-06-18T22:00:00+00:00"


def test_an_unconfirmed_profile_leaves(tmp_path: Path) -> None:
    assert due(tmp_path, "2027-01-01", accord_le="2026-02-12") == "2027-05-12T22:00:00+00:00"


PROJECT = "projets:\n  - titre: Un projet\n    debut: 2027-02-01\n    fin: 2027-03-04\n"


def test_a_project_begins_then_ends(tmp_path: Path) -> None:
    first = due(tmp_path / "a", "2027-01-01", champs=PROJECT)
    then = due(tmp_path / "b", "2027-02-10", champs=PROJECT)
    assert (first, then) == ("2027-01-31T23:00:00+00:00", "2027-03-04T23:00:00+00:00")


def test_what_is_claimed_to_a_day_is_over_at_its_end(tmp_path: Path) -> None:
    claims = (
        "demandes: {acceptees: oui, jusqu_au: 2027-01-10}\n"
        "entreprise:\n  forme: Entreprise individuelle\n"
        "  qualiopi: {pour: [apprentissage], jusqu_au: 2027-01-20}\n"
        "  assurance: {assureur: Mutuelle, jusqu_au: 2027-01-30}\n"
    )
    ends = ["2027-01-10T23:00:00+00:00", "2027-01-20T23:00:00+00:00", "2027-01-30T23:00:00+00:00"]
    for day, end in zip(("2027-01-10", "2027-01-11", "2027-01-21"), ends, strict=True):
        assert due(tmp_path / day, day, champs=claims, pour="ville, entreprise") == end


def test_seen_from_an_earlier_day_a_profile_and_a_certificate_appear(tmp_path: Path) -> None:
    assert due(tmp_path / "a", "2026-02-01", accord_le="2026-02-12") == "2026-02-11T23:00:00+00:00"
    assert due(tmp_path / "b", "2022-06-17", accord_le="2026-02-12") == "2022-06-17T22:00:00+00:00"


def test_nothing_is_due_when_all_is_over(tmp_path: Path) -> None:
    assert due(tmp_path, "2099-01-01") == ""
