"""What somebody agrees no longer to show leaves the host, in former versions too.

The sites are real ones, of one profile before and after; all that the host holds is searched.
"""

import re
from pathlib import Path

import pytest

from association.core.words import fold
from association.delivery.delivery import Report, Site, publish, roll_back
from association.delivery.host_state import read_state
from association.delivery.lock import EXPIRY
from association.delivery.place import Place
from association.delivery.site_files import files_of as files_below
from association.delivery.target import DeliveryError
from association.people.agreed_details import PATH
from tests.calendar_context import Press, files_of
from tests.delivery.memory_host import CutError, Faulty, MemoryHost
from tests.delivery.sites import IN_PLACE, SWITCH, terms
from tests.people_context import context

AGREED = "ville, téléphone, courriel, portrait, entreprise"
COMPANY = "entreprise: {forme: Entreprise individuelle, siret: 123 456 782 00010}\n"
PHOTO = "photo:\n  fichier: images/praticiens/miette-chantegreil.svg\n  alt: Un portrait.\n"

ALL = {
    "mode": "téléphone\n  telephone: +33 6 98 76 54 32\n  courriel: zq@quenault.example",
    "pour": AGREED,
    "champs": COMPANY + PHOTO,
}
# Of each consent: the profile once it has ended, and what is looked for.
ENDED = {
    "ville": ({}, "quievrechain"),
    "téléphone": ({"mode": "courriel\n  courriel: zq@quenault.example"}, "698765432"),
    "courriel": ({"mode": "téléphone\n  telephone: +33 6 98 76 54 32"}, "zq@quenault.example"),
    "portrait": ({"champs": COMPANY}, "miette-chantegreil"),
    "entreprise": ({"champs": PHOTO}, "12345678200010"),
}
PLACES = pytest.mark.parametrize("place", [IN_PLACE, SWITCH], ids=["in place", "switch"])


def built(folder: Path, **profile: str) -> Site:
    """Return the site of one profile: its pages and every file but the list of all towns."""
    folder.mkdir()
    there = context(folder, {**ALL, **profile})
    pages = {page.path: page.source for page in Press().printed(there, "praticien", "annuaire")}
    texts = {f"{path}index.html": text.encode() for path, text in pages.items()}
    for path, content in {**files_of(there), **texts}.items():
        if path.endswith(".txt"):
            continue
        target = folder / "output" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return Site(files_below(folder / "output"), folder / "output")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Site]:
    """Return the site before, by ``""``, after each consent ended, and with a language more."""
    folder = tmp_path_factory.mktemp("sites")
    every = {
        "": built(folder / "avant"),
        "langues": built(folder / "mot", langues="[français, anglais]"),
    }
    for number, (consent, (profile, _)) in enumerate(ENDED.items()):
        left = ", ".join(one for one in AGREED.split(", ") if one != consent)
        every[consent] = built(folder / str(number), **{**profile, "pour": left})
    return every


def send(host: MemoryHost, site: Site, place: Place = IN_PLACE) -> Report:
    return publish(host, place, site, terms(), lambda _: None)


def held(host: MemoryHost) -> str:
    """Every path and every byte on the host, without accents nor spaces."""
    every = [*(path.encode() for path in host.nodes), *(host.read(at) or b"" for at in host.nodes)]
    text = b"\n".join(every).decode("utf-8", "replace")
    return re.sub(r"[^\w@.-]", "", fold(text.replace("-", "¬")).replace("¬", "-"))


@PLACES
@pytest.mark.parametrize("consent", ENDED)
def test_what_is_agreed_to_no_longer_leaves_the_host(
    sites: dict[str, Site], consent: str, place: Place
) -> None:
    host, (_, shown) = MemoryHost(), ENDED[consent]
    send(host, sites[""], place)
    assert shown in held(host)
    report = send(host, sites[consent], place)
    assert report.has_ended_consents or report.gone
    assert shown not in held(host)
    with pytest.raises(DeliveryError, match="ne garde pas"):
        roll_back(host, place, terms(), lambda _: None)


@pytest.mark.parametrize("consent", ["téléphone", "courriel", "entreprise"])
def test_a_publication_cut_before_its_end_cannot_bring_it_back(
    sites: dict[str, Site], consent: str
) -> None:
    host = MemoryHost()
    send(host, sites[""])
    acts = 0
    while len(host.listing(IN_PLACE.versions)) < 2:
        acts += 1
        with pytest.raises(CutError):
            send(Faulty(host, acts, "before"), sites[consent])  # type: ignore[arg-type]
        host.wait(EXPIRY + 1)
    with pytest.raises(DeliveryError, match="un renseignement qu’une personne ne montre plus"):
        roll_back(host, IN_PLACE, terms(), lambda _: None)
    send(host, sites[consent])
    assert ENDED[consent][1] not in held(host)


def test_what_is_agreed_to_anew_keeps_the_versions_before(sites: dict[str, Site]) -> None:
    host = MemoryHost()
    send(host, sites["téléphone"])
    assert not send(host, sites[""]).has_ended_consents
    assert len(read_state(host, IN_PLACE).all_versions) == 2


def test_one_more_language_can_be_undone(sites: dict[str, Site]) -> None:
    host = MemoryHost()
    send(host, sites[""])
    report = send(host, sites["langues"])
    assert not report.gone
    roll_back(host, IN_PLACE, terms(), lambda _: None)
    assert "anglais" not in held(host)


def test_a_version_whose_details_the_host_lost_does_not_stay(sites: dict[str, Site]) -> None:
    host, before = MemoryHost(), sites["téléphone"]
    send(host, before)
    host.remove(f"{IN_PLACE.store}/{before.files[PATH].digest}")
    send(host, sites[""])
    assert len(read_state(host, IN_PLACE).all_versions) == 1
