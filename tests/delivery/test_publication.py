"""What a publication sends, keeps, refuses and puts back, on a host in memory."""

import itertools
from pathlib import Path

import pytest

from association.delivery import delivery
from association.delivery.delivery import Report, roll_back
from association.delivery.delivery import publish as publish_site
from association.delivery.host_state import read_state
from association.delivery.lock import EXPIRY
from association.delivery.place import Place
from association.delivery.target import DeliveryError
from tests.delivery.memory_host import CutError, Faulty, Link, MemoryHost
from tests.delivery.sites import AFTER, BEFORE, IN_PLACE, INSIDE, SWITCH, page, served, site, terms

PLACES = pytest.mark.parametrize(
    "place", [IN_PLACE, SWITCH, INSIDE], ids=["in place", "switch", "inside"]
)
ZOE = {**BEFORE, "annuaire/zoe/index.html": page("Zoé")}
NUMBERS = itertools.count()


@pytest.fixture
def host() -> MemoryHost:
    return MemoryHost()


@pytest.fixture
def publish(tmp_path: Path, host: MemoryHost):  # type: ignore[no-untyped-def]
    """Publish texts to the host; options of ``terms`` may follow."""

    def published(texts: dict[str, str], place: Place = IN_PLACE, **asked: object) -> Report:
        built = site(tmp_path / str(next(NUMBERS)), texts)
        return publish_site(host, place, built, terms(**asked), lambda _: None)  # type: ignore[arg-type]

    return published


def back(host: MemoryHost, place: Place = IN_PLACE, **asked: object) -> Report:
    return roll_back(host, place, terms(**asked), lambda _: None)  # type: ignore[arg-type]


def everything_on(host: MemoryHost) -> str:
    """Every path and every byte that the host holds."""
    paths = [*host.nodes, *(host.read(path) or b"" for path in host.nodes)]
    return "\n".join(str(one) for one in paths)


def test_only_new_contents_travel(publish) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    report = publish({**BEFORE, "copie-de-plus.txt": "le même", "vide.txt": "plus vide"})
    assert report.sent == ("copie-de-plus.txt", "vide.txt")
    assert report.size == len("plus vide")
    assert report.same == len(BEFORE) - 1


def test_the_same_site_again_touches_nothing_that_is_served(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    before = dict(host.nodes)
    assert publish(BEFORE).sent == ()
    assert {path: host.nodes[path] for path in before if path.startswith("www/")} == {
        path: node for path, node in before.items() if path.startswith("www/")
    }


@PLACES
def test_a_file_changed_by_hand_is_put_back(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE, place)
    host.remove("www/index.html")
    host.write("www/index.html", b"<p>defaced</p>")
    host.remove("www/agenda.ics")
    publish(BEFORE, place)
    assert served(host, place) == BEFORE


@PLACES
def test_what_is_written_into_a_file_on_the_host_is_never_kept(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    # Of the same length, in a file that the store and another page share.
    publish(BEFORE, place)
    publish({**BEFORE, "vide.txt": "plus vide"}, place)
    host.change_in_place("www/copie.txt", b"le fauxx")
    assert served(host, place)["autre-copie.txt"] == "le fauxx"
    with pytest.raises(DeliveryError, match="ne garde pas, entière"):
        back(host, place)
    report = publish({**BEFORE, "vide.txt": "plus vide"}, place)
    assert report.size == len("le même".encode())
    assert served(host, place) == {**BEFORE, "vide.txt": "plus vide"}
    host.change_in_place("www/copie.txt", b"le fauxx")
    host.remove("www/copie.txt")
    publish({**BEFORE, "vide.txt": "plus vide"}, place)
    back(host, place)
    assert served(host, place) == BEFORE
    assert "le fauxx" not in everything_on(host)


def test_an_interrupted_sending_goes_on_from_what_arrived(host, tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(delivery, "_BATCH", 3)
    built = site(tmp_path / "site", BEFORE)
    cut = Faulty(host, 25)
    with pytest.raises(CutError):
        publish_site(cut, IN_PLACE, built, terms(), lambda _: None)
    host.wait(EXPIRY + 1)
    state = read_state(host, IN_PLACE)
    assert len(state.stored) == 6
    publish_site(host, IN_PLACE, built, terms(), lambda _: None)
    assert served(host) == BEFORE


@PLACES
@pytest.mark.parametrize("damage", [b"", b"{}", b"0" * 40, None, "half"])
def test_damaged_records_heal_of_themselves(publish, host, place, damage) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE, place)
    publish(AFTER, place, whatever_changes=True)
    for path in [path for path in host.nodes if path.endswith(".json")]:
        content = host.read(path)
        host.remove(path)
        if damage is not None:
            host.write(path, content[: len(content) // 2] if damage == "half" else damage)
    publish(AFTER, place)
    assert served(host, place) == AFTER
    publish(BEFORE, place, whatever_changes=True)
    back(host, place)
    assert served(host, place) == AFTER


def test_contents_lost_on_the_host_are_sent_again(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    for path in [path for path in host.nodes if path.startswith(f"{IN_PLACE.store}/")]:
        host.remove(path)
    publish(BEFORE)
    publish(AFTER, whatever_changes=True)
    back(host)
    assert served(host) == BEFORE


def test_a_version_with_a_hole_is_not_put_back(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    publish(AFTER, whatever_changes=True)
    for path in [path for path in host.nodes if path.startswith(f"{IN_PLACE.store}/")]:
        host.remove(path)
    with pytest.raises(DeliveryError, match="ne garde pas, entière"):
        back(host)
    assert served(host) == AFTER


@PLACES
def test_going_back_twice_goes_back_two_versions(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    texts = [{**BEFORE, "vide.txt": str(number)} for number in range(4)]
    for one in texts:
        publish(one, place)
    for one in reversed(texts[:3]):
        back(host, place)
        assert served(host, place) == one
    with pytest.raises(DeliveryError):
        back(host, place)


def test_after_going_back_the_version_left_is_not_the_former_one(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    publish({**BEFORE, "vide.txt": "une erreur"})
    back(host)
    publish({**BEFORE, "vide.txt": "corrigée"})
    back(host)
    assert served(host) == BEFORE


@PLACES
def test_no_more_versions_stay_than_asked(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    for number in range(6):
        publish({**BEFORE, "vide.txt": f"version {number}"}, place, versions=2)
    assert sorted(host.listing(place.versions)) == [
        "000004.json",
        "000005.json",
        "000006.json",
    ]
    assert "version 2" not in everything_on(host)
    assert "version 3" in everything_on(host)


@PLACES
def test_who_left_the_directory_leaves_the_host(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    publish(ZOE, place)
    report = publish(BEFORE, place)
    assert report.gone == ("annuaire/zoe/index.html",)
    assert "Zoé" not in everything_on(host)
    assert "zoe" not in everything_on(host)
    with pytest.raises(DeliveryError, match="ne garde pas"):
        back(host, place)


@PLACES
def test_without_return_nothing_former_stays(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    publish({**BEFORE, "contact/index.html": page("téléphone : 01 23 45 67 89")}, place)
    publish({**BEFORE, "contact/index.html": page("téléphone : non")}, place, versions=0)
    assert "01 23 45 67 89" not in everything_on(host)


def test_an_unfinished_withdrawal_cannot_be_undone(publish, host, tmp_path) -> None:  # type: ignore[no-untyped-def]
    publish(ZOE)
    built = site(tmp_path / "sans", BEFORE)
    cut = Faulty(host, 15)
    with pytest.raises(CutError):
        publish_site(cut, IN_PLACE, built, terms(), lambda _: None)
    host.wait(EXPIRY + 1)
    assert len(host.listing(IN_PLACE.versions)) == 2
    with pytest.raises(DeliveryError, match="1 adresse d’une personne qui a quitté"):
        back(host)
    publish(BEFORE)
    assert "zoe" not in everything_on(host)


def test_more_than_a_fifth_does_not_vanish_unasked(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    fewer = dict(list(BEFORE.items())[:9])
    with pytest.raises(DeliveryError, match="3 fichiers sur 12") as show_progress:
        publish(fewer)
    assert "--meme-si-tout-change" in str(show_progress.value)
    assert served(host) == BEFORE
    publish(fewer, whatever_changes=True)
    assert served(host) == fewer


def test_a_site_that_lost_its_weight_is_refused(publish) -> None:  # type: ignore[no-untyped-def]
    publish({**BEFORE, "images/vieux.svg": "x" * 10_000})
    with pytest.raises(DeliveryError, match=r"9[0-9] % de son poids"):
        publish(BEFORE)


def test_the_guard_names_nobody(publish) -> None:  # type: ignore[no-untyped-def]
    publish({**ZOE, **{f"annuaire/zoe/{n}.vcf": "zoe" for n in range(9)}})
    with pytest.raises(DeliveryError) as show_progress:
        publish(BEFORE)
    assert "zoe" not in str(show_progress.value)


@PLACES
def test_a_folder_of_others_is_refused_the_first_time(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    host.make_folder("www")
    host.write("www/wordpress.php", b"<?php")
    before = dict(host.nodes)
    with pytest.raises(DeliveryError, match=r"1 fichier.*wordpress.php.*\n.*--premiere-fois"):
        publish(BEFORE, place)
    assert host.nodes == before


def test_what_others_put_there_stays_until_told_otherwise(publish, host) -> None:  # type: ignore[no-untyped-def]
    host.make_folder("www")
    host.write("www/wordpress.php", b"<?php")
    assert publish(BEFORE, first_time=True).unknown == ("wordpress.php",)
    assert publish(AFTER, whatever_changes=True).unknown == ("wordpress.php",)
    assert served(host) == {**AFTER, "wordpress.php": "<?php"}
    publish(AFTER, erase_unknown=True)
    assert served(host) == AFTER


def test_a_link_at_the_place_of_a_file_is_replaced_not_followed(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    host.write("ailleurs.txt", b"not ours")
    host.remove("www/vide.txt")
    host.link("www/vide.txt", "../ailleurs.txt")
    publish(BEFORE)
    assert host.read("ailleurs.txt") == b"not ours"
    assert served(host) == BEFORE


def test_a_link_at_the_place_of_a_folder_is_replaced_not_followed(publish, host) -> None:  # type: ignore[no-untyped-def]
    host.make_folder("www")
    host.make_folder("stock")
    host.write("stock/note", b"not ours")
    host.link("www/documents", "../stock")
    publish(BEFORE, first_time=True)
    assert host.read("stock/note") == b"not ours"
    assert served(host) == BEFORE


def test_a_served_path_that_is_a_link_is_followed_in_place(publish, host) -> None:  # type: ignore[no-untyped-def]
    host.make_folder("vrai")
    host.link("www", "vrai")
    publish(BEFORE)
    assert isinstance(host.nodes["www"], Link)
    assert served(host) == BEFORE


@pytest.mark.parametrize(
    ("first", "then"), [(IN_PLACE, SWITCH), (SWITCH, IN_PLACE)], ids=["to switch", "from switch"]
)
def test_the_switch_can_be_taken_up_and_given_up(publish, host, first, then) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE, first)
    publish(AFTER, then, whatever_changes=True)
    assert served(host, then) == AFTER
    back(host, then)
    assert served(host, then) == BEFORE


@PLACES
def test_files_and_folders_may_change_places(publish, host, place) -> None:  # type: ignore[no-untyped-def]
    one = {**BEFORE, "a": "fichier", "b/c/d.txt": "dans un dossier"}
    other = {**BEFORE, "a/index.html": page("dossier"), "b": "fichier"}
    publish(one, place)
    publish(other, place)
    assert served(host, place) == other
    back(host, place)
    assert served(host, place) == one


def test_empty_folders_do_not_stay(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish({**BEFORE, "x/y/z.txt": "z"})
    publish(BEFORE)
    assert host.entry("www/x") is None


def test_a_clock_that_turns_back_changes_nothing(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    host.clock = iter(range(10, 10_000))
    publish(AFTER, whatever_changes=True)
    assert served(host) == AFTER
    back(host)
    assert served(host) == BEFORE


def test_a_clock_that_stands_still_changes_nothing(publish, host) -> None:  # type: ignore[no-untyped-def]
    host.clock = itertools.repeat(7)
    same_size = {**BEFORE, "vide.txt": "un"}, {**BEFORE, "vide.txt": "de"}
    for texts in (*same_size, *same_size):
        publish(texts)
        assert served(host) == texts


@PLACES
def test_what_was_cut_within_the_same_second_is_not_believed(host, place, tmp_path) -> None:  # type: ignore[no-untyped-def]
    one = site(tmp_path / "un", {**BEFORE, "vide.txt": "un"})
    two = site(tmp_path / "deux", {**BEFORE, "vide.txt": "de"})
    at, cut = 0, True
    host.clock = itertools.repeat(7)
    while cut:
        publish_site(host, place, one, terms(), lambda _: None)
        assert served(host, place)["vide.txt"] == "un"
        try:
            publish_site(Faulty(host, at), place, two, terms(), lambda _: None)
        except CutError:
            host.remove(place.lock)
            at += 1
        else:
            cut = False


def test_a_state_within_the_served_folder_is_denied_to_visitors(publish, host) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE, INSIDE)
    assert host.read("www/.publication/.htaccess") == b"Require all denied\n"
    assert served(host, INSIDE) == BEFORE


def test_a_first_return_has_nothing_to_return_to(publish, host) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DeliveryError, match="Rien n’a encore été publié"):
        back(host)
    publish(BEFORE)
    with pytest.raises(DeliveryError, match="ne garde pas"):
        back(host)


def test_a_site_rebuilt_meanwhile_is_not_sent(publish, host, tmp_path) -> None:  # type: ignore[no-untyped-def]
    publish(BEFORE)
    built = site(tmp_path / "site", AFTER)
    (tmp_path / "site/index.html").write_text("another")
    with pytest.raises(DeliveryError, match="reconstruit pendant l’envoi"):
        publish_site(host, IN_PLACE, built, terms(whatever_changes=True), lambda _: None)
    assert served(host) == BEFORE
