"""What would show on the page as a sign is told; what was meant so is left alone."""

from pathlib import Path

import pytest

from tests.builders import NEWS, content_folder, corrected, damaged, problems_of

TEXT = "Nous étions quarante, venus de toute l'Occitanie."


def _codes(folder: Path, text: str) -> list[str]:
    return [one.code for one in problems_of(content_folder(folder, damaged(NEWS, TEXT, text)))]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Le ** mot ** compte.", "Le **mot** compte."),
        ("Le **mot ** compte.", "Le **mot** compte."),
        ("Voyez (le site)[https://example.org/a].", "Voyez [le site](https://example.org/a)."),
        ("Voyez [le site->https://example.org/a].", "Voyez [le site](https://example.org/a)."),
        ("Voyez [le plan](https://example.org/a là.", "Voyez [le plan](https://example.org/a) là."),
        ("Le '''mot''' compte.", "Le **mot** compte."),
        ("Bravo :tada: à tous.", "Bravo 🎉 à tous."),
        ("C'est Ã©crit Â« ici Â» dâ€™abord.", "C'est écrit « ici » d’abord."),
        ("La\u200bréunion est con\u00adfirmée\ufeff.", "Laréunion est confirmée."),
        (
            "Nous parlons\u00a0de la\u00a0pratique\u00a0; oui.",
            "Nous parlons de la pratique\u00a0; oui.",
        ),
        ("    Rendez-vous à neuf heures.", "Rendez-vous à neuf heures."),
        (
            "Voyez [le plan](http://localhost:8000/agenda/journee-de-toulouse/).",
            "Voyez [le plan]({filename}/agenda/journee-de-toulouse.md).",
        ),
    ],
)
def test_a_sign_whose_meaning_is_sure_is_mended(tmp_path: Path, written: str, meant: str) -> None:
    root = content_folder(tmp_path, damaged(NEWS, TEXT, written))
    assert len(problems_of(root)) == 1
    assert corrected(root) == damaged(NEWS, TEXT, meant)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Il est **très important de venir.", "gras-ouvert"),
        ("Il est très important** de venir.", "gras-ouvert"),
        ("Un vide : ** **.", "gras-ouvert"),
        ("Il est *très important de venir.", "gras-ouvert"),
        ("~~15 places~~ 12 places", "signe-d-ailleurs"),
        ("C'est ==urgent==.", "signe-d-ailleurs"),
        ("- [ ] réserver la salle", "signe-d-ailleurs"),
        ("Un [b]mot[/b] en gras.", "signe-d-ailleurs"),
        ("h2. Le matin", "signe-d-ailleurs"),
        ("{{< youtube abcdef >}}", "code-d-ailleurs"),
        ("[gallery ids=1]", "code-d-ailleurs"),
        ("{% include a.html %}", "code-d-ailleurs"),
        (":::note Attention", "code-d-ailleurs"),
        ("Voyez [[contact|la page]].", "lien-a-l-envers"),
        ("Voyez [le plan pour venir.", "lien-ouvert"),
        ("Bravo :licorne_rose: à tous.", "emoji-code"),
        ("Le texte vient ici.", "texte-a-ecrire"),
        ("Voyez http://127.0.0.1:8000/ demain.", "adresse-de-l-apercu"),
    ],
)
def test_a_sign_that_needs_a_person_is_told_and_left(tmp_path: Path, text: str, code: str) -> None:
    root = content_folder(tmp_path, damaged(NEWS, TEXT, text))
    assert [one.code for one in problems_of(root)] == [code]
    assert corrected(root) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Des repas (**) compris.",
        "Les signes `**`, `~~`, `[x]` et `:tada:` s'écrivent ainsi.",
        "Un \\*\\*mot\\*\\* étoilé et un \\[crochet.",
        "```\n**ouvert [[wiki]] {{< code >}} Ã©\n```",
        "De 10:30 à 12:45, salle B:12:C.",
        "Il a dit [sic] que […] et [trois].",
        "3 = 3 et 4 == 4, a ~ b.",
        "*Sous réserve de places.",
        "Un prix de 10 €*, 3 * 4 = 12, *un* et *deux*.",
        "Le chapitre\u00a0premier, la page\u00a03, M.\u00a0Valjean, 10\u00a0h, «\u00a0là\u00a0».",
        "La famille 👨\u200d👩\u200d👧 est venue.",
        "Notez[^1].\n\n[^1]: Une note.",
        'Voyez [le site](https://example.org "Le site (en entier)").',
        "Voyez https://example.org/a_(b)?c[]=1 et (https://example.org).",
        "VOILÀ « Âge » et NÎMES, PÂQUES, BÂLE.",
        "**Gras** et *italique* et ***les deux***, **l'un**et l'autre.",
        "- un\n\n        du code dans une liste\n- deux",
    ],
)
def test_what_is_meant_so_is_left_alone(tmp_path: Path, text: str) -> None:
    told = {"accent-capitale", "apostrophe"}
    assert [code for code in _codes(tmp_path, text) if code not in told] == []
