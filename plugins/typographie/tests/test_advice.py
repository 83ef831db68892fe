"""What the writer is told, at which place of the source, and what is left in peace."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from typographie import advise


def advice_on(markdown: str, lang: str = "fr") -> list[tuple[str, str]]:
    return [(a.code, markdown[a.start : a.end]) for a in advise(markdown, lang)]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("A l'école", "À l’école"),
        ("A Paris", "À Paris"),
        ("A côté", "À côté"),
        ("A 14", "À 14"),
        ("Etat", "État"),
        ("Ecole", "École"),
        ("ETAT", "ÉTAT"),
        ("Evénement", "Événement"),
        ("Equipes", "Équipes"),
        ("Etre", "Être"),
        ("Etes", "Êtes"),
        ("Ile", "Île"),
        ("Ages", "Âges"),
        ("Otez", "Ôtez"),
        ("Ca va", "Ça va"),
    ],
)
def test_a_capital_without_its_accent_is_told(written: str, mended: str) -> None:
    source = f"Un début. {written}, la suite."
    [advice] = advise(source)
    assert (advice.code, source[advice.start : advice.end]) == ("accent-capitale", written)
    assert advice.fix == f"écrivez « {mended} »"


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("coeur", "cœur"),
        ("oeuvre", "œuvre"),
        ("voeux", "vœux"),
        ("soeur", "sœur"),
        ("noeud", "nœud"),
        ("Oeil", "Œil"),
        ("OEUVRES", "ŒUVRES"),
        ("manoeuvres", "manœuvres"),
        ("boeufs", "bœufs"),
        ("écoeurant", "écœurant"),
        ("foetus", "fœtus"),
    ],
)
def test_a_missing_ligature_is_told(written: str, mended: str) -> None:
    source = f"Dire ce mot : {written} ici."
    [advice] = advise(source)
    assert (advice.code, source[advice.start : advice.end]) == ("ligature-oe", written)
    assert advice.fix == f"écrivez « {mended} »"


@pytest.mark.parametrize(
    "written",
    [
        *(
            "intervenant.e.s",
            "Tou.te.s",
            "formateur.rice.s",
            "formateur.rice",
            "ami.e",
            "salarié.es",
        ),
        *(
            "participant.es",
            "citoyen.ne.s",
            "citoyen.ne",
            "professionnel.le.s",
            "utilisateur.rices",
        ),
        *(
            "vice-président.e",
            "sportif.ve",
            "chargé.e",
            "acteur.trice.s",
            "premier.ère.s",
            "chacun.e",
        ),
    ],
)
def test_full_stops_of_inclusive_writing_become_middle_dots(written: str) -> None:
    source = f"Pour l'*{written}*. Fin."
    [advice] = advise(source)
    assert (advice.code, source[advice.start : advice.end]) == ("point-median", written)
    assert advice.better == written.replace(".", "·")


@pytest.mark.parametrize(
    "text",
    [
        "etc.e, i.e., p.ex., U.E.S, e.g. et c.-à-d.",
        "google.es, hotel.es, restaurant.es, exemple.ne, site.se, intervenant.e.s.fr, ami.es/x",
        "Fini.Les gens. fin.les autres. fini.elle part. Non.Et oui.",
        "fichier.te, main.rs, index.html, notes.e.txt, a@salarié.es, v2.e, x_y.e",
        "www.salarié.es https://ex.org/ami.e `ami.e` [lien](/ami.e)",
        "intervenant·e·s, intervenant-e-s, intervenant(e)s",
    ],
)
def test_a_full_stop_that_is_not_inclusive_writing_is_left(text: str) -> None:
    assert advice_on(text) == []


def test_a_lone_straight_quote_is_told_at_its_place() -> None:
    source = 'Un "bon" mot.\n\nEt un "mauvais mot.\n\n- "un\n- deux"\n'
    assert [(a.code, a.start) for a in advise(source)] == [
        ("guillemet-seul", source.index('"mauvais')),
        ("guillemet-seul", source.index('"un')),
        ("guillemet-seul", source.index('deux"') + 4),
    ]


@pytest.mark.parametrize(
    "source", ['> Il dit "un\n> deux" et "trois\n> quatre".', "> « Un\n> deux. »"]
)
def test_a_quotation_goes_on_over_the_lines_of_a_block(source: str) -> None:
    assert advice_on(source) == []


@pytest.mark.parametrize(
    "source", ["Le salon Educatech.", "La Circular Economy.", "L’Open Education.", "Energy and us."]
)
def test_a_capital_of_an_english_name_needs_no_accent(source: str) -> None:
    assert advice_on(source) == []


def test_a_quotation_never_closed_is_told() -> None:
    assert advice_on("Il dit : « oui.\n\nEt « non ».") == [("guillemet-non-ferme", "«")]
    assert advice_on("Il dit “oui.") == [("guillemet-non-ferme", "“")]


@pytest.mark.parametrize(
    "source",
    [
        "Elle écrit : « Un.\n\n« Deux.\n\n« Trois. »",
        "Elle écrit : « Un.\n\n» Deux.\n\n» Trois. »",
        'Elle écrit : "Un.\n\n"Deux.\n\n"Trois."\n\nFin.',
        '> "Un *mot*.\n>\n> "Et "deux"."\n',
    ],
)
def test_a_quotation_over_several_paragraphs_is_closed_by_the_last(source: str) -> None:
    assert advice_on(source) == []


@pytest.mark.parametrize(
    "source",
    ['"Un.\n\n"Deux" dit-elle.', '"Un.\n\nDeux.\n\n"Trois."', '"Un.\n\n"Deux.\n\nFin.', '"Un.'],
)
def test_a_straight_quote_that_no_later_paragraph_closes_is_told(source: str) -> None:
    assert ("guillemet-seul", '"') in advice_on(source)


@pytest.mark.parametrize(
    "source",
    [
        "A-t-elle lu ? A été lu. A publié un livre. Le plan A le matin. A et b..",
        "Elle, Et, En, Eux, Euro, Emma, Edward, Elvis, Etc. Âge, École, Ces, Car.",
        "Moelle, coexister, poème, Noël, coefficient, goéland, moelleux, boeing.",
        'Un écran de 27" et 5\' 30", **"gras"**, ["lien"](/x "Etat"), (« a »).',
        '`"Etat` et ``coeur ` "`` puis\n\n```python\n"Etat = coeur\n```\n\n~~~\n"Etat\n',
        'Du texte :\n\n    "Etat = coeur\n\nfin.',
        '<b title="Etat">x</b> <code>"Etat</code> <span lang="en">A "house</span> <!-- "Etat -->',
        "https://ex.org/Etat/coeur [a](/Etat/coeur) ![b]({static}/images/Etat(1).jpg)",
        '[ref]: /Etat/coeur "Etat"\n\n[a][Etat] et une note[^1].\n\n[^1]: La note.',
        '*Open "space*{lang=en} et le **"Etat**{: lang="de" } fin.',
        'A house of "Edit and oeuvre.\n{: lang=en }\n\nFin.',
        '# A house of "cards { lang=en }',
        "---\ntitre: \"Etat\nresume: A l'école\n---\nFin.",
        'jean.Etat@ex.org et www.ex.org/Etat &quot; \\"',
        '| a | b |\n|---|---|\n| « un » | "deux" |',
        "",
    ],
)
def test_nothing_is_told_of(source: str) -> None:
    assert advice_on(source) == []


def test_prose_goes_on_after_what_is_covered() -> None:
    assert advice_on("`x` Le coeur <b>du</b> sujet\n\n- un point :\n\n    le coeur") == [
        ("ligature-oe", "coeur"),
        ("ligature-oe", "coeur"),
    ]
    assert advice_on("> Le coeur\n> *Etat* et l'Ecole") == [
        ("ligature-oe", "coeur"),
        ("accent-capitale", "Etat"),
        ("accent-capitale", "Ecole"),
    ]


def test_a_text_in_another_language_gets_no_advice() -> None:
    assert advice_on('A coeur "x', "en") == []


@settings(deadline=None)
@given(st.text(alphabet="aA \n\"«»`*_[]({})<>!-#>:.'\\1\x01e", max_size=60))
def test_any_source_is_read_without_an_error_and_places_are_inside(source: str) -> None:
    for advice in advise(source):
        assert 0 <= advice.start < advice.end <= len(source)
