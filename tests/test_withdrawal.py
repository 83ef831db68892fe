"""Who asks to leave leaves whole: no byte of the site holds the name, the address or the face."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from association.checks import all_checks
from association.checks.check_context import CheckContext
from association.checks.people_checks import withdrawn_people
from association.commands.withdraw import Options, main
from association.content import reading, withdrawn
from association.hosting.gone import is_gone
from association.people.member_lists import without_members
from association.people.name_in_text import Name, single_names, whole_names, without
from association.people.withdrawal import withdrawal_of, words_of_document
from association.problems.report import Problem, errors_among
from association.runner.preview.answers import answer
from association.runner.preview.state import State
from tests.git_content import keep_in_git
from tests.people_builders import folder, noon, profile, site_folder
from tests.signed_badges import built_with_badges

DAY = {"ASOF": "2026-11-21"}
SLUG = "zephyrine-quenault"
SIRET, DECLARATION = "999 000 003 00015", "32 59 09876 59"
EMAIL, NUMBER = "zq@quenault.example", "+33 6 98 76 54 32"
PORTRAIT = "images/praticiens/zephyrine-quenault.png"
LEADER = f"""---
titre: "Journée avec Zéphyrine Quénault"
debut: 2027-03-02
categorie: Certification
intervenants: [{SLUG}, jean-valjean]
resume: Mme Quénault et Jean Valjean ouvrent la journée.
exemple: oui
---

[Zéphyrine]({{filename}}/praticiens/{SLUG}.md) et **Zéphyrine  Quénault** ouvrent la journée.
Zéphyrine parle de son métier. Inscriptions : {EMAIL} ou 06 98 76 54 32.

Factures : SIRET 99900000300015, organisme de formation {DECLARATION}, SIREN 999 000 003,
TVA FR{(12 + 3 * 999000003) % 97:02}999000003, BCE 0999.000.367.
"""
NEWS = f"""---
titre: Une journée
date: 2026-11-01
resume: Le récit d'une journée.
auteur: {SLUG}
praticiens:
  - {SLUG}
  - jean-valjean
exemple: oui
---

On doit à QUÉNAULT, Zéphyrine cette phrase de Quénault.
"""
CAPSULE = f"""---
titre: Se parler
resume: Apprendre à se parler.
auteur: {SLUG}
ordre: 9
publics: [Travailleurs sociaux]
objectifs: [Apprendre]
duree: 30
themes: [Violences et incivilités]
exemple: oui
---

Un texte.
"""
BOARD = f"""---
titre: Bureau
genre: instance
resume: Ce qui se prépare entre deux assemblées.
membres:
  - praticien: {SLUG}
    fonction: Présidente, Zéphyrine de son prénom
    depuis: 2026-03-14
  - praticien: jean-valjean
    fonction: Trésorier
  - nom: Zéphyrine Quénault
    accord_le: 2026-03-14
exemple: oui
---
"""
AGREED = "portrait, ville, téléphone, courriel, badge, badge signé"
CONTACT = f"téléphone\n  telephone: {NUMBER}\n  courriel: {EMAIL}"
COMPANY = f"""cabinet: Atelier Quénault
travaille_avec: [ada-amie, luc-ami]
demandes:
  acceptees: oui
  jusqu_au: 2027-06-30
entreprise:
  forme: Entreprise individuelle Quénault
  siret: {SIRET}
  numero_etranger: BE 0999.000.367
  declaration_activite: {DECLARATION}
  assurance:
    assureur: Mutuelle Quénault
"""
PHOTO = f"exemple: oui\nphoto:\n  fichier: {PORTRAIT}\n  alt: Portrait.\n"


def response(nom: str, text: str, parent: str = "") -> str:
    """Return the file of a reader's response."""
    more = f"en_reponse_a: {parent}\n" if parent else ""
    return f"---\nnom: {nom}\ndate: 2026-11-02\n{more}exemple: oui\n---\n\n{text}\n"


RESPONSES = {
    f"reponses/praticiens/{SLUG}/2026-11-02-marius.md": response("Marius", "Merci."),
    f"reponses/capsules/se-parler/2026-11-02-{SLUG}.md": response("Zéphyrine Quénault", "Voilà."),
    "reponses/capsules/se-parler/2026-11-03-cosette.md": response(
        "Cosette", f"Zéphyrine Quénault ({EMAIL}) a raison.", f"2026-11-02-{SLUG}"
    ),
}


def lay_responses(content: Path) -> None:
    for path, text in RESPONSES.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of a site with a person of whom everything speaks."""
    text = profile(mode=CONTACT, pour=f"{AGREED}, entreprise", champs=COMPANY + PHOTO)
    root = site_folder(
        tmp_path_factory.mktemp("retrait") / "depot",
        praticiens__zephyrine_quenault=text,
        praticiens__ada_amie=profile(
            prenom="Ada", nom="Amie", champs=f"exemple: oui\ntravaille_avec: [{SLUG}]\n"
        ),
        praticiens__luc_ami=profile(
            prenom="Luc", nom="Ami", champs=f"exemple: oui\ntravaille_avec:\n  - {SLUG}\n"
        ),
        agenda__journee_d_essai=LEADER,
        actualites__une_journee=NEWS,
        capsules__se_parler=CAPSULE,
        groupes__bureau=BOARD,
    )
    Image.effect_noise((300, 300), 80).save(root / PORTRAIT)
    lay_responses(root)
    keep_in_git(root.parent)
    return root


def everything(output: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each file's address and bytes; a PDF's and an archive's compressed parts laid open.

    The letters of a PDF are numbers of its fonts: its words are yielded too.
    """
    for path in sorted(output.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            name = path.relative_to(output).as_posix()
            yield name, name.encode() + b"\n" + content
            yield name, (words_of_document(path) or "").encode()
            for start in re.finditer(rb"stream\r?\n|\x1f\x8b\x08", content):
                window = 47 if content[start.start() : start.end()].startswith(b"\x1f") else 15
                begin = start.start() if window == 47 else start.end()
                try:
                    yield name, zlib.decompressobj(window).decompress(content[begin:])
                except zlib.error:
                    continue


NAMES = re.compile(
    rb"z(\xc3\xa9|e|&eacute;|\\u00e9|%C3%A9|=C3=A9)phyrin|qu(\xc3\xa9|e|\\u00e9|%C3%A9|=C3=A9)nault"
    rb"|999[ .\-]?000[ .\-]?003|999[ .\-]?000[ .\-]?367|32[ .\-]?59[ .\-]?09876"
    rb"|98[ .\-]?76[ .\-]?54[ .\-]?32|z\xe9phyrine|qu\xe9nault",
    re.I,
)


def test_no_byte_of_the_site_tells_who_left(content: Path) -> None:
    work = content.parents[1]
    before = built_with_badges(work / "avant", asof=DAY["ASOF"], content=content)
    named = {name for name, hold_lock in everything(before) if NAMES.search(hold_lock)}
    assert {
        f"annuaire/{SLUG}/index.html",
        "annuaire/ada-amie/index.html",
        "annuaire/luc-ami/index.html",
        "actualites/une-journee/index.html",
        f"certification/{SLUG}-intervenant-2022/badge.json",
        f"certification/{SLUG}-intervenant-2022/badge-3.json",
        f"agenda/praticiens/{SLUG}.ics",
        "agenda.ics",
        "agenda.json",
        "capsules/se-parler/index.html",
        "reponses.atom",
        "groupes/bureau/index.html",
        "certification/index.html",
        "sitemap.xml",
        "documents/capsule-se-parler.pdf",
    } <= named
    # A search's pieces are named by their bytes; its words are kept by their stems.
    assert {name.split("/")[1] for name in named if name.startswith("pagefind/")} >= {
        "fragment",
        "index",
    }
    faces = {path.read_bytes() for path in before.glob(f"images/praticiens/{SLUG}.*")}
    assert len(faces) > 1

    assert main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY) in (0, 1)

    after = built_with_badges(work / "apres", asof=DAY["ASOF"], content=content)
    assert [name for name, hold_lock in everything(after) if NAMES.search(hold_lock)] == []
    assert [name for name, hold_lock in everything(after) if any(map(hold_lock.count, faces))] == []
    assert "journee-d-essai" in (after / "agenda.ics").read_text()
    assert (after / "capsules/se-parler/index.html").exists()
    assert "Jean Valjean" in (after / "agenda/journee-d-essai/index.html").read_text()
    board = (after / "groupes/bureau/index.html").read_text()
    assert "Trésorier" in board
    assert "Présidente" not in board
    # The list of what is in force is there for the copies of those who left, and names nobody.
    assert (after / "certification/badges/etat.json").exists()
    assert (after / "410.html").exists()
    assert "410.html" not in (after / "sitemap.xml").read_text()


def small(tmp_path: Path) -> Path:
    """A small content that one person runs through."""
    return folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(),
        praticiens__jean_valjean=profile(prenom="Jean", nom="Valjean"),
        praticiens__luce_quenault=profile(prenom="Luce", nom="Quénault"),
        agenda__journee_d_essai=LEADER,
        actualites__une_journee=NEWS,
        capsules__se_parler=CAPSULE,
    )


def test_responses_go_with_the_page_and_with_who_signed_them(tmp_path: Path) -> None:
    content = small(tmp_path)
    lay_responses(content)
    unread = content / "reponses" / "praticiens" / SLUG / "illisible.md"
    unread.write_text("---\nnom: [Marius\n---\n", "utf-8")
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    [left] = reading.read(content).responses.values()
    assert left.written.name == "Cosette"
    assert left.written.parent is None
    assert left.entry.markdown.strip() == f"Une personne ({EMAIL}) a raison."
    assert not (content / "reponses" / "praticiens" / SLUG).exists()
    assert not any(SLUG in path.as_posix() for path in (content / "reponses").rglob("*"))


def test_the_history_of_events_stays_without_the_name(tmp_path: Path) -> None:
    planned = withdrawal_of(reading.read(small(tmp_path)), SLUG)
    text = planned.rewritten["agenda/journee-d-essai.md"]
    assert 'titre: "Journée avec une personne"' in text
    assert "intervenants: [jean-valjean]" in text
    assert "resume: Une personne et Jean Valjean ouvrent" in text
    assert "Une personne et **une personne** ouvrent la journée.\nUne personne parle" in text
    assert "Inscriptions : " in text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"[Elle][z]\n\n[z]: {{filename}}/praticiens/{SLUG}.md", "Elle\n\n[z]: "),
        (f"| a |\n|---|\n| [`elle`]({{filename}}/praticiens/{SLUG}.md) |", "| `elle` |"),
        ("À zq@**quenault.example** ou", "À (adresse retirée)"),
        ("À zq&#64;quenault.example ou", "À (adresse retirée) ou"),
        ("```\nÀ zq@quenault.example\n```", "```\nÀ (adresse retirée)\n```"),
        ("Au 06 98 **76** 54 32 ou", "Au (numéro retiré) ou"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_links_and_addresses_go_however_they_are_written(
    tmp_path: Path, before: str, after: str, end: str
) -> None:
    news = NEWS.replace("On doit", f"{before}\n\nOn doit").replace("\n", end)
    root = folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(mode=CONTACT, pour="ville, téléphone, courriel"),
        actualites__une_journee=news,
    )
    rewritten = withdrawal_of(reading.read(root), SLUG).rewritten["actualites/une-journee.md"]
    assert after.replace("\n", end) in rewritten
    assert not re.search(r"zq|\b76\b", rewritten)


def test_lists_and_authors_lose_one_line(tmp_path: Path) -> None:
    planned = withdrawal_of(reading.read(small(tmp_path)), SLUG)
    assert "praticiens:\n  - jean-valjean\n" in planned.rewritten["actualites/une-journee.md"]
    assert "auteur" not in planned.rewritten["capsules/se-parler.md"]
    news = planned.rewritten["actualites/une-journee.md"]
    assert "On doit à une personne cette phrase d’une personne." in news


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"intervenants:\n  # les deux\n  - jean-valjean\n  - {SLUG}\n",) * 2,
        (f"intervenants:\n\n  - {SLUG} # elle aussi\n  - jean-valjean\n",) * 2,
        (f"intervenants: # les deux\n- jean-valjean\n- {SLUG}\n",) * 2,
        (f"intervenants:\n  [{SLUG}, jean-valjean]\n", "intervenants:\n  [jean-valjean]\n"),
        (f"intervenants:\n  # elle\n  - {SLUG}\n", "  # elle\n"),
        (f"intervenants: # elle\n  - {SLUG}\n", ""),
        (f"intervenants:\n  [{SLUG}]\n", ""),
    ],
)
def test_a_list_keeps_its_name_while_it_holds_somebody(
    tmp_path: Path, before: str, after: str, end: str
) -> None:
    after = "".join(line for line in after.splitlines(True) if f"- {SLUG}" not in line)
    usual = f"intervenants: [{SLUG}, jean-valjean]\n"
    content = small(tmp_path)
    path = content / "agenda/journee-d-essai.md"
    path.write_bytes(LEADER.replace(usual, before).replace("\n", end).encode())
    rewritten = withdrawal_of(reading.read(content), SLUG).rewritten["agenda/journee-d-essai.md"]
    assert f"categorie: Certification\n{after}resume".replace("\n", end) in rewritten


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"membres:\n  - praticien: {SLUG}\n    fonction: X\n  - praticien: jean-valjean\n",
            "membres:\n  - praticien: jean-valjean\n",
        ),
        (f"membres:\n- fonction: X\n  praticien: {SLUG} # elle\n", ""),
        (f"membres:\n  - {{praticien: {SLUG}, fonction: X}}\n", ""),
        (
            f"membres: [{{fonction: X, praticien: {SLUG}}}, {{praticien: jean-valjean}}]\n",
            "membres: [{praticien: jean-valjean}]\n",
        ),
        ("membres:\n  - nom: Zéphyrine Quénault\n    accord_le: 2026-03-14\n", ""),
        ("membres: [{nom: Zéphyrine Quénault, accord_le: 2026-03-14}]\n", ""),
        (f"membres:\n  - praticien: {SLUG}\n\n    # 2e mandat\n    depuis: 2025-03-14\n", ""),
        (
            f"membres:\n  -\n    praticien: {SLUG}\n    fonction: X\n"
            "\n  # le suivant\n  -\n    praticien: jean-valjean\n",
            "membres:\n\n  # le suivant\n  -\n    praticien: jean-valjean\n",
        ),
        ("membres:\n  - praticien: luce-quenault\n",) * 2,
    ],
)
def test_a_member_goes_with_the_function_and_the_days(
    tmp_path: Path, before: str, after: str, end: str
) -> None:
    text = f"---\ntitre: Bureau\n{before}resume: Il prépare.\n---\n"
    content = small(tmp_path)
    board = content / "groupes/bureau.md"
    board.parent.mkdir()
    board.write_bytes(text.replace("\n", end).encode())
    rewritten = withdrawal_of(reading.read(content), SLUG).rewritten
    left = f"---\ntitre: Bureau\n{after}resume: Il prépare.\n---\n".replace("\n", end)
    assert rewritten.get("groupes/bureau.md", text.replace("\n", end)) == left


_BETWEEN = st.lists(
    st.sampled_from(["", "  ", "# note", "    # note", "      # note: -"]), max_size=2
)
_MEMBER = st.tuples(
    st.sampled_from(
        [
            {"praticien": SLUG, "depuis": "2025"},
            {"fonction": "Présidente", "praticien": SLUG},
            {"nom": "Zéphyrine Quénault", "accord_le": "2026"},
            {"praticien": f"{SLUG}-2", "depuis": "2025"},
            {"nom": "Jean Valjean", "fonction": "Trésorier"},
        ]
    ),
    st.sampled_from(["- ", "-\n", "-   \n", "- {"]),
    st.lists(_BETWEEN, min_size=3, max_size=3),
)


def _as_written(fields: dict[str, str], dash: str, between: list[list[str]], margin: str) -> str:
    pairs = [f"{key}: {value}" for key, value in fields.items()]
    if dash == "- {":
        return f"{margin}- {{{', '.join(pairs)}}}\n"
    first, *others = (margin + "  " + pair + "\n" for pair in pairs)
    begun = f"{margin}- {first.lstrip()}" if dash == "- " else f"{margin}{dash}{first}"
    lines = [begun, *others]
    return "".join(
        line + "".join(f"{one}\n" for one in noise)
        for line, noise in zip(lines, between, strict=False)
    )


@given(
    st.lists(_MEMBER, min_size=1, max_size=4), st.sampled_from(["", "  "]), st.sampled_from("\n\r")
)
def test_of_any_list_of_members_the_others_are_left(
    members: list[tuple[dict[str, str], str, list[list[str]]]], margin: str, end: str
) -> None:
    written = "".join(_as_written(*member, margin) for member in members)
    end = end.replace("\r", "\r\n")
    head = f"titre: Bureau\nmembres:\n{written}resume: X\n".replace("\n", end)
    left = yaml.safe_load(without_members(head, SLUG, Name("Zéphyrine", "Quénault")))
    others = [
        fields
        for fields, _, _ in members
        if fields.get("praticien") != SLUG and fields.get("nom") != "Zéphyrine Quénault"
    ]
    found = [{key: str(value) for key, value in one.items()} for one in left["membres"] or []]
    assert (left["titre"], found, left["resume"]) == ("Bureau", others, "X")


def test_the_lists_of_others_stay_as_they_are(tmp_path: Path) -> None:
    content = small(tmp_path)
    alone = LEADER.replace(f"[{SLUG}, jean-valjean]", "\n\n  # lui seul\n  - jean-valjean")
    alone = re.sub(r"Zéphyrine|Quénault|\[.*md\)|\d\d+ .*", "", alone).replace(EMAIL, "")
    (content / "agenda/un-autre-jour.md").write_text(alone, "utf-8")
    assert "agenda/un-autre-jour.md" not in withdrawal_of(reading.read(content), SLUG).rewritten


def test_a_number_that_a_colleague_shares_stays(tmp_path: Path) -> None:
    def firm(siret: str) -> str:
        return f"entreprise: {{forme: SCOP, siret: {siret}}}\n"

    content = folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(pour="entreprise", champs=firm(SIRET)),
        praticiens__jean_valjean=profile(
            prenom="Jean", nom="Valjean", pour="entreprise", champs=firm("999 000 003 00023")
        ),
        agenda__journee_d_essai=LEADER,
    )
    text = withdrawal_of(reading.read(content), SLUG).rewritten["agenda/journee-d-essai.md"]
    assert "SIREN 999 000 003" in text
    assert "SIRET (numéro retiré)" in text


def test_somebody_of_the_same_family_name_stays(tmp_path: Path) -> None:
    planned = withdrawal_of(reading.read(small(tmp_path)), SLUG)
    assert "praticiens/luce-quenault.md" not in planned.rewritten
    assert not [trace for trace in planned.to_read if "luce" in trace.path]


def test_what_is_left_is_well_written(tmp_path: Path) -> None:
    content = small(tmp_path)
    wrong = errors_among(reading.read(content).problems)
    assert wrong == []
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    after = all_checks.verified(content, noon("2026-11-21"))
    written = [p for p in after.problems if not p.source.startswith(("content/m", "content/pages"))]
    assert errors_among(written) == []


def test_nothing_changes_without_a_yes(tmp_path: Path) -> None:
    content = small(tmp_path)
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    said: list[str] = []
    code = main(content.parent, Options(SLUG), ask=lambda _: "non", say=said.append, environ=DAY)
    assert code == 1
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before
    assert "Rien n’a été changé." in said[-1]
    assert any("content/praticiens/zephyrine-quenault.md" in line for line in said)


def test_a_yes_is_enough(tmp_path: Path) -> None:
    content = small(tmp_path)
    main(content.parent, Options(SLUG), ask=lambda _: "oui", say=lambda _: None, environ=DAY)
    assert not (content / f"praticiens/{SLUG}.md").exists()


def test_a_closed_terminal_is_no_yes(tmp_path: Path) -> None:
    def closed(_: str) -> str:
        raise EOFError

    content = small(tmp_path)
    assert main(content.parent, Options(SLUG), ask=closed, say=lambda _: None, environ=DAY) == 1
    assert (content / f"praticiens/{SLUG}.md").exists()


def test_a_name_that_nobody_has_is_said_with_the_nearest(tmp_path: Path) -> None:
    said: list[str] = []
    code = main(small(tmp_path).parent, Options("zefirine-quenault"), say=said.append, environ=DAY)
    assert code == 2
    assert "Vouliez-vous dire « zephyrine-quenault » ?" in said[0]


def test_a_profile_with_problems_is_mended_first(tmp_path: Path) -> None:
    content = small(tmp_path)
    (content / f"praticiens/{SLUG}.md").write_text(profile(accroche="x" * 200))
    said: list[str] = []
    assert main(content.parent, Options(SLUG), say=said.append, environ=DAY) == 2
    assert "corrigez-la d’abord" in said[0]


def test_a_file_named_after_the_person_is_left_to_judge(tmp_path: Path) -> None:
    content = small(tmp_path)
    (content / f"agenda/atelier-de-{SLUG}.md").write_text(LEADER)
    said: list[str] = []
    assert main(content.parent, Options(SLUG, sure=True), say=said.append, environ=DAY) == 1
    assert any(f"agenda/atelier-de-{SLUG}.md" in line for line in said)


def test_the_list_of_withdrawals_holds_no_name(tmp_path: Path) -> None:
    content = small(tmp_path)
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    text = (content / "retires.yml").read_text()
    assert "2026-11-21" in text
    assert not NAMES.search(text.encode())
    assert "retires.yml" not in reading.read(content).unread


def test_who_left_does_not_come_back_unnoticed(tmp_path: Path) -> None:
    content = small(tmp_path)
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    (content / "praticiens/z-quenault.md").write_text(profile())
    [problem] = found_again(content)
    assert problem.code == "fiche-retiree"
    assert "21 novembre 2026" in problem.message


def test_who_left_is_recognised_under_another_file_name_and_another_spelling(
    tmp_path: Path,
) -> None:
    content = small(tmp_path)
    (content / f"praticiens/{SLUG}.md").rename(content / "praticiens/zq.md")
    for path in content.rglob("*.md"):
        path.write_text(path.read_text().replace(SLUG, "zq"))
    main(content.parent, Options("zq", sure=True), say=lambda _: None, environ=DAY)
    (content / f"praticiens/{SLUG}.md").write_text(profile(prenom="ZEPHYRINE", nom="quenault"))
    assert [problem.code for problem in found_again(content)] == ["fiche-retiree"]


def test_who_left_is_recognised_by_what_is_theirs_alone(tmp_path: Path) -> None:
    reached = profile(mode=CONTACT, pour="ville, téléphone, courriel")
    content = folder(tmp_path, praticiens__zephyrine_quenault=reached)
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    same = reached.replace("Quénault", "Dulac").replace("Zéphyrine", "Zita")
    (content / "praticiens/zita-dulac.md").write_text(same.replace(f"courriel: {EMAIL}", "\n"))
    assert [problem.code for problem in found_again(content)] == ["fiche-retiree"]


HOMONYM = f"{SLUG}-2"


def with_homonym(tmp_path: Path) -> Path:
    """A content with two people of one name: a text of each, and one that does not say which."""
    both = "Zéphyrine Quénault anime la journée."
    return folder(
        tmp_path,
        praticiens__zephyrine_quenault=profile(),
        praticiens__zephyrine_quenault_2=profile(texte="Zéphyrine Quénault aide les équipes."),
        actualites__sienne=NEWS.replace("  - jean-valjean\n", ""),
        actualites__de_l_autre=NEWS.replace("  - jean-valjean\n", "").replace(SLUG, HOMONYM),
        actualites__de_qui=NEWS.replace(f"praticiens:\n  - {SLUG}\n  - jean-valjean\n", "")
        .replace(f"auteur: {SLUG}\n", "")
        .replace("On doit à QUÉNAULT, Zéphyrine cette phrase de Quénault.", both),
        agenda__de_l_autre=LEADER.replace("Zéphyrine Quénault et", "On et")
        .replace(f"[{SLUG}, jean-valjean]", f"[{HOMONYM}]")
        .replace(f"{SLUG}.md", f"{HOMONYM}.md"),
    )


def test_withdrawing_somebody_leaves_who_has_the_same_name(tmp_path: Path) -> None:
    content = with_homonym(tmp_path)
    planned = withdrawal_of(reading.read(content), SLUG)
    assert planned.removed == (f"praticiens/{SLUG}.md",)
    assert set(planned.rewritten) == {"actualites/sienne.md"}
    assert {trace.path for trace in planned.to_read} >= {"actualites/de-qui.md"}
    other = withdrawal_of(reading.read(content), HOMONYM)
    assert set(other.rewritten) == {"actualites/de-l-autre.md", "agenda/de-l-autre.md"}
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    assert found_again(content) == []
    assert "Zéphyrine Quénault aide" in (content / f"praticiens/{HOMONYM}.md").read_text()


def test_a_namesake_who_comes_later_can_be_told_apart(tmp_path: Path) -> None:
    content = small(tmp_path)
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    (content / f"praticiens/{SLUG}.md").write_text(profile())
    [problem] = found_again(content)
    assert f"invoke retirer {SLUG} --autre-personne" in problem.help
    said: list[str] = []
    apart = Options(SLUG, other_person=True)
    assert main(content.parent, apart, say=said.append, environ=DAY) == 0
    assert found_again(content) == []
    assert (content / f"praticiens/{SLUG}.md").exists()
    before = (content / "retires.yml").read_text()
    assert not NAMES.search(before.encode())
    assert main(content.parent, apart, say=said.append, environ=DAY) == 0
    assert "il n’y a rien à noter" in said[-1]
    assert (content / "retires.yml").read_text() == before


def test_who_was_told_apart_and_leaves_later_is_recognised_too(tmp_path: Path) -> None:
    content = with_homonym(tmp_path)
    profile_of_other = (content / f"praticiens/{HOMONYM}.md").read_text()
    for slug in (SLUG, HOMONYM):
        main(content.parent, Options(slug, sure=True), say=lambda _: None, environ=DAY)
    (content / f"praticiens/{HOMONYM}.md").write_text(profile_of_other)
    assert [problem.code for problem in found_again(content)] == ["fiche-retiree"]


def test_a_telephone_that_a_colleague_shares_tells_nobody(tmp_path: Path) -> None:
    reached = profile(mode=CONTACT, pour="ville, téléphone, courriel")
    content = folder(
        tmp_path,
        praticiens__zephyrine_quenault=reached,
        praticiens__zita_dulac=reached.replace("Quénault", "Dulac").replace("Zéphyrine", "Zita"),
    )
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    assert found_again(content) == []


def test_a_file_that_knows_one_mark_a_withdrawal_recognises_the_name(tmp_path: Path) -> None:
    content = folder(tmp_path, praticiens__zq=profile())
    before = withdrawn.Retired("sel")
    line = withdrawn.Withdrawal(noon("2026-11-21").date(), before.mark(SLUG))
    (content / "retires.yml").write_text(withdrawn.Retired("sel", (line,)).text())
    assert [problem.code for problem in found_again(content)] == ["fiche-retiree"]


def test_a_given_name_with_a_bracket_is_found(tmp_path: Path) -> None:
    who = Name("Marie (Mimi)", "Quénault")
    assert len(whole_names("Mme Quénault parle.", who)) == 1


def found_again(content: Path) -> list[Problem]:
    day = noon("2026-11-22")
    return list(withdrawn_people(CheckContext(reading.read(content), day, day)))


def test_two_withdrawals_share_a_salt_and_two_sites_do_not(tmp_path: Path) -> None:
    content = small(tmp_path)
    main(content.parent, Options(SLUG, sure=True), say=lambda _: None, environ=DAY)
    first, _ = withdrawn.retired(content)
    main(content.parent, Options("luce-quenault", sure=True), say=lambda _: None, environ=DAY)
    second, problems = withdrawn.retired(content)
    assert problems == ()
    assert second.withdrawals[:1] == first.withdrawals
    assert len(second.withdrawals) == 2
    who = withdrawn.Traits(SLUG, "quenault zephyrine")
    elsewhere = withdrawn.Retired().with_withdrawal(who, noon("2026-11-21").date(), ())
    assert elsewhere.withdrawals != first.withdrawals


def test_a_damaged_list_of_withdrawals_is_said(tmp_path: Path) -> None:
    content = small(tmp_path)
    (content / "retires.yml").write_text("sel: x\nretraits:\n  - le: hier\n")
    _, problems = withdrawn.retired(content)
    assert {problem.code for problem in problems} == {"date", "champ-manquant"}
    assert {problem.line_text for problem in problems if problem.code == "date"} == {"  - le: hier"}
    (content / "retires.yml").write_bytes(b"\xff\xfe\x00")
    _, problems = withdrawn.retired(content)
    assert [problem.code for problem in problems] == ["retires-illisible"]


JEAN = Name("Jean", "Valjean")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Jean Valjean parle.", "Une personne parle."),
        ("avec Jean VALJEAN.", "avec une personne."),
        ("M.\u00a0Valjean parle.", "Une personne parle."),
        ("J. Valjean parle.", "Une personne parle."),
        ("La page de Jean Valjean", "La page d’une personne"),
        ("De Jean Valjean, on sait", "D’une personne, on sait"),
        ("ce que Jean Valjean dit", "ce qu’une personne dit"),
        ("Jean-Valjean Durand", "Une personne Durand"),
        ("Jeanne Valjean", "Jeanne Valjean"),
        ("Jean Valjeannot", "Jean Valjeannot"),
        ("Fin. Jean\nValjean parle", "Fin. Une personne parle"),
    ],
)
def test_a_whole_name_is_found_however_written(text: str, after: str) -> None:
    assert without(text, whole_names(text, JEAN)) == after


def test_an_elision_before_a_vowel_stays_one() -> None:
    emma = Name("Emma", "Rouault")
    text = "la page d’Emma Rouault"
    assert without(text, whole_names(text, emma)) == "la page d’une personne"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Valjean et Jean parlent", 2),
        ("Jean Moulin, Jean-Jacques Rousseau", 0),
        ("un jean bleu", 0),
        ("Cosette Valjean", 0),
        ("images/Valjean/x", 0),
    ],
)
def test_one_name_alone_is_found_when_it_is_nobody_else_s(text: str, count: int) -> None:
    assert len(single_names(text, JEAN, [Name("Cosette", "Valjean")])) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("Chez d’Artagnan", 1), ("D’Artagnan parle", 1), ("d’ARTAGNAN", 1), ("un artagnan", 0)],
)
def test_a_name_that_begins_with_a_small_letter_is_found_alone(text: str, count: int) -> None:
    assert len(single_names(text, Name("Charles", "d’Artagnan"), [])) == count


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (f"/annuaire/{SLUG}/", True),
        (f"/agenda/praticiens/{SLUG}.ics", True),
        (f"/certification/{SLUG}-intervenant-2022/", True),
        ("/agenda/rencontre/", False),
        ("/", False),
    ],
)
def test_addresses_made_of_names_answer_gone(path: str, answer: bool) -> None:
    assert is_gone(path) is answer


def test_the_preview_answers_410_once_somebody_has_left(tmp_path: Path) -> None:
    def status(path: str) -> int:
        return answer(path, tmp_path, State("1")).status

    assert status("/annuaire/x/") == 404
    (tmp_path / "410.html").write_text("<!DOCTYPE html><p>Plus là.</p>")
    assert status("/annuaire/x/") == 410
    assert status("/agenda/x/") == 404


def test_a_day_that_does_not_exist_is_refused_before_anything(tmp_path: Path) -> None:
    content = small(tmp_path)
    said: list[str] = []
    assert (
        main(content.parent, Options(SLUG, sure=True), say=said.append, environ={"ASOF": "hier"})
        == 2
    )
    assert (content / f"praticiens/{SLUG}.md").exists()


def test_documents_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    content = small(tmp_path)
    (content / "documents/metier-intervenant.pdf").write_bytes(b"%PDF-1.7\nbroken")
    said: list[str] = []
    main(content.parent, Options(SLUG), ask=lambda _: "non", say=said.append, environ=DAY)
    assert any("content/documents/metier-intervenant.pdf" in line for line in said)


def test_a_family_name_elsewhere_is_left_to_judge(tmp_path: Path) -> None:
    content = small(tmp_path)
    metier = content / "metiers/intervenant.md"
    metier.write_text(f"{metier.read_text()}\nLa rue Quénault.\n")
    said: list[str] = []
    main(content.parent, Options(SLUG), ask=lambda _: "non", say=said.append, environ=DAY)
    assert any(line.endswith("La rue Quénault.") for line in said)


ONE_NAME = Name("", "Nemo")


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Nemo parle avec M. Nemo.", "Une personne parle avec une personne."),
        ("La page de NEMO", "La page d’une personne"),
        ("Nemours et nemo", "Nemours et nemo"),
        ("nemo me", "nemo me"),
    ],
)
def test_who_has_one_name_is_found_by_it(text: str, after: str) -> None:
    assert without(text, whole_names(text, ONE_NAME)) == after
    assert len(single_names("Un jour", ONE_NAME, [])) == 0
