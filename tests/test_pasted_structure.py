"""What a paste has lost of a text's structure is found, and comes back without a changed word."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from association.source.pasted.findings import lines_of, with_passages
from association.source.pasted.passage import Lines
from association.source.pasted.passages import passages, restructured
from association.source.prose import findings
from association.source.tree import read_body
from tests.builders import NEWS, content_folder, corrected, damaged
from tests.html_tree import html_tree

TEXT = "Nous étions quarante, venus de toute l'Occitanie."
_LONG = (
    "Le matin, chacun a raconté une situation qui le laisse sans voix. Personne n’a donné de "
    "conseil, et c’est ce qui a le plus étonné les nouveaux venus. On a pris des notes."
)


def text_lines(markdown: str) -> Lines:
    """Return the lines of a text, None for those of fenced code."""
    return lines_of(read_body(markdown))


def _structure(markdown: str) -> dict[str, int]:
    """Return how many of each element the page holds; the paragraphs of items are no matter."""
    tree = html_tree(read_body(markdown).html)
    found = Counter(element.tag for element in tree.iter())
    found["p"] -= len(tree.findall(".//li/p"))
    counted = ("ul", "ol", "li", "p", "table", "tr", "details", "blockquote", "br", "pre")
    return {tag: found[tag] for tag in counted if found[tag]}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize(
    ("pasted", "structure"),
    [
        ("Le groupe veut :\n\n  • écouter\n  • nommer\n  • choisir", {"ul": 1, "li": 3, "p": 1}),
        ("Prenez :\n\no\tun pull\no\tune gourde\n·\tun livre", {"ul": 1, "li": 3, "p": 1}),
        ("Au menu :\n– une ronde\n– deux jeux", {"ul": 1, "li": 2, "p": 1}),
        ("— relire le compte\n— élire le bureau", {"ul": 1, "li": 2}),
        ("Le groupe veut : • écouter • nommer • choisir", {"ul": 1, "li": 3, "p": 1}),
        ("-lire\n-écrire\n-compter", {"ul": 1, "li": 3}),
        ("On a parlé :\n-\ndes élèves\n-\ndes parents", {"ul": 1, "li": 2, "p": 1}),
        ("-\n\nun mot\n\n-\n\nun autre", {"ul": 1, "li": 2}),
        (
            "-\nrapport moral,\n-\nrapport financier.\nLes comptes suivent.",
            {"ul": 1, "li": 2, "p": 1},
        ),
        ("- mardi\n- jeudi\nVenez tous.", {"ul": 1, "li": 2, "p": 1}),
        ("- mardi\n- jeudi\n17 h : la fin.", {"ul": 1, "li": 2, "p": 1}),
        ("9 h\n- un\n- deux\n10 h\n- trois\n- quatre\n11 h", {"ul": 2, "li": 4, "p": 3}),
        ("1) venir\n2) voir\n3) vaincre", {"ol": 1, "li": 3}),
        ("Le jour :\n1- accueil\n2- débat", {"ol": 1, "li": 2, "p": 1}),
        ("1/ écrire\n2/ poster", {"ol": 1, "li": 2}),
        ("• un\n\n• deux\n\n• trois", {"ul": 1, "li": 3}),
        ("• un\n  o dessous\n  o encore\n• deux", {"ul": 2, "li": 4}),
        ("* **Avant**\n\no\tun cadre\n\no\tun lieu\n\n* **Après**", {"ul": 2, "li": 4}),
        ("\t1.\tUn lieu\n\t•\tune cour\n\t2.\tUn temps\n\t•\tle soir", {"ol": 1, "ul": 2, "li": 4}),
        ("- déjà\n• pas encore", {"ul": 1, "li": 2}),
        ("*lire\n*écrire\n*compter", {"ul": 1, "li": 3}),
        ("+lire\n+écrire", {"ul": 1, "li": 2}),
        ("-\u00a0lire\n-\u00a0écrire", {"ul": 1, "li": 2}),
        ("-* un\n-** dessous\n-* deux", {"ul": 2, "li": 3}),
        ("→ lire\n→ écrire", {"ul": 1, "li": 2}),
        ("=> lire\n=> écrire", {"ul": 1, "li": 2}),
        ("✅ lire\n✅ écrire", {"ul": 1, "li": 2}),
        ("☐ lire\n☑ écrire", {"ul": 1, "li": 2}),
        ("① lire\n② écrire", {"ol": 1, "li": 2}),
        ("# lire\n# écrire\n# compter", {"ol": 1, "li": 3}),
        ("2027. Une année neuve.", {"p": 1}),
        ("Heure  Quoi  Qui\n9 h    café  Paul\n10 h   tour  Jean", {"table": 1, "tr": 3}),
        ("Nom;Ville;Année\nJean;Digne;1815\nCosette;Paris;1823", {"table": 1, "tr": 3}),
        ("+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+", {"table": 1, "tr": 2}),
        ("│ a │ b │\n│ 1 │ 2 │", {"table": 1, "tr": 2}),
        ("Nom\tVille\nJean\t\nCosette\tParis", {"table": 1, "tr": 3}),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", {"table": 1, "tr": 2}),
        ("▶ Former\n\nUn jour.\n\n▶ Suivre\n\nUn an.", {"details": 2, "p": 2}),
        ("La réu-\nnion est an-\nnoncée.", {"p": 1}),
        ("1°) lire\n2°) écrire", {"ol": 1, "li": 2}),
        ("§ lire\n§ écrire", {"ul": 1, "li": 2}),
        ("Nom\tVille\nJean\tDigne\n\nCosette\tParis", {"table": 1, "tr": 3}),
        ("| a | b |\n|---|---|\n\n| 1 | 2 |", {"table": 1, "tr": 2}),
        ("^ a ^ b ^\n| 1 | 2 |", {"table": 1, "tr": 2}),
        ("a,b,c\n1,2,3\n4,5,6", {"table": 1, "tr": 3}),
        ("[+] Former\n\nUn jour.\n\n[+] Suivre\n\nUn an.", {"details": 2, "p": 2}),
        ("Heure\tQuoi\n9 h\tcafé\n10 h\ttour", {"table": 1, "tr": 3}),
        ("| Heure | Quoi |\n| 9 h | café |", {"table": 1, "tr": 2}),
        ("Le plan :\n| Heure | Quoi |\n|---|---|\n| 9 h | café |", {"table": 1, "tr": 2, "p": 1}),
        ("| Heure | Quoi |\n|---|---|\n| 9 h | café |\nMerci.", {"table": 1, "tr": 2, "p": 1}),
        ("| Heure | Quoi | Qui |\n|---|\n| 9 h | café | Paul |", {"table": 1, "tr": 2}),
        ("Heure | Quoi | Qui\n9 h | café | Paul", {"table": 1, "tr": 2}),
        (f"{_LONG}\nL’après-midi fut court.", {"p": 2}),
        (
            "## Le métier (lire plus)\n\nIl dure.\n\nFormer +\n\nUne fois l’an.",
            {"details": 2, "p": 2},
        ),
        (
            "Suivre +\n\n• un\n• deux\n\nFormer +\n\nLa fin.",
            {"details": 2, "ul": 1, "li": 2, "p": 1},
        ),
        (
            "« On ne répare pas un lien en se taisant. » (Anonyme, Carnet, 2012)",
            {"blockquote": 1, "p": 1},
        ),
    ],
)
def test_the_structure_that_was_meant_comes_back(pasted: str, structure: dict[str, int]) -> None:
    assert _structure(restructured(pasted, text_lines)) == structure


@pytest.mark.parametrize(
    "pasted",
    [
        "Le groupe veut :\n• écouter\n• nommer",
        "-lire\n-écrire",
        "On a parlé :\n-\ndes élèves\n-\ndes parents",
        "1) venir\n2) voir",
        "Heure\tQuoi\n9 h\tcafé",
        "Le plan :\n| Heure | Quoi |\n|---|---|\n| 9 h | café |\nMerci.",
        "Suivre +\n\n• un\n• deux\n\nFormer +\n\nLa fin.",
        f"Avant :\n1) un\n2) deux\n\n{_LONG}\nAprès.\n\nHeure\tQuoi\n9 h\tcafé",
    ],
)
def test_corriger_brings_it_back_in_a_file(
    tmp_path_factory: pytest.TempPathFactory, pasted: str
) -> None:
    root = content_folder(tmp_path_factory.mktemp("site"), damaged(NEWS, TEXT, pasted))
    after = corrected(root)[NEWS]
    assert after == damaged(NEWS, TEXT, restructured(pasted, text_lines))[NEWS]


@pytest.mark.parametrize(
    "text",
    [
        "— Vous étiez combien, ce jour-là ?\n\n— Une quarantaine.",
        "– Bonjour.\n\n– Bonjour, dit-elle.",
        "Un tiret – comme ici – ou deux.\nEt la ligne suivante du même paragraphe, qui est longue.",
        "Ouvert aux enfants de 6 ans et +\n\nEntrée libre.",
        "Bac +\n\nVoilà.",
        "- un\n- deux\n    - dessous\n\n1. un\n2. deux",
        "- un\n\n    Sa suite.\n\n- deux",
        "- [un lien](https://example.org)\n- [un autre, dit\nLe Lien](https://example.org)",
        "- un\n- deux,\nTrois et quatre.",
        "- un merci à tous ceux qui sont venus malgré la neige, et en particulier à\nJean\n"
        "- deux mots de la salle, qui a été trouvée au dernier moment par Cosette et\nMarius",
        "| Heure | Quoi |\n|:--|--:|\n| 9 h | café |",
        "Heure | Quoi\n--- | ---\n9 h | café",
        "Au choix : jeudi | vendredi.",
        "Lundi • 9 h • salle B",
        "Pour en savoir plus : lire la suite en page 3.",
        "Il a dit « oui » (et il est parti).",
        "« Oui. » (rires)",
        "Une ligne assez longue pour que la suivante n’y tienne pas,\nqui est la suite de la "
        "phrase et qui finit ici.",
        "Jean Valjean  \n12, rue Plumet  \nParis",
        "En 2018.\nIl y a dix ans de cela, jour pour jour, nous commencions.",
        "1.5 kg de farine\n2.5 kg de sucre",
        "-5 °C le matin\n-2 °C le soir",
        "```\n• un\n• deux\na\tb\nc\td\n```",
        "> • un\n> • deux",
        "Le *premier*\n*second* et la suite.",
        "## Un titre\n\n### Un autre",
        "*[QVT]: qualité de vie au travail\n*[TST]: thérapie sociale",
        "Ligne une\\\nligne deux",
        "![Un rond]({static}/images/cercle.svg)\n/// caption\nUn rond.\n///",
        "[un]: https://example.org/un\n[deux]: https://example.org/deux",
        "Terme\n:   Sa définition.\n:   Une autre.",
        "→ Inscription en ligne",
        "§ 3 de l'article premier.",
        "- \tun point\n- \tun autre",
        "(1) : une note",
        "Le 1,5 et le 2,5\nfont 4,0 exactement",
        "*Un mot* en italique\n*un autre* aussi",
        "📣 Venez tous.\n\n📣 Venez vite.",
        "M. Madeleine\nA. Dumas",
        "| a | b |\n| - - | - - |\n| 1 | 2 |",
        "Il dit : « oui » ; puis il part ; enfin il revient.",
        "C'est l'après-\nMidi.",
        "▶ Un seul titre\n\nUn texte.",
        "Le prix est de 10 €.  \nVenez.",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [one.finding.code for one in passages(text_lines(text))] == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a. la salle\nb. le repas", ["fausse-liste"]),
        ("— Combien ?\n— Quarante.\n— Tant que cela !", ["fausse-liste"]),
        ("Bonjour.\nLa salle a changé.\nNous serons en haut.\nÀ mardi.", ["lignes-reunies"]),
        ("Jean Valjean\n12, rue Plumet\n75007 Paris", ["lignes-reunies"]),
        ("Voir aussi +\n\nLe reste.", ["deplier"]),
        ("• Un signe seul.", ["fausse-liste"]),
        ("(a) la salle\n(b) le repas", ["fausse-liste"]),
        ("I. la salle\nII. le repas", ["fausse-liste"]),
        ("A - la salle\nB - le repas", ["fausse-liste"]),
        ("Quand : samedi\nOù : salle B", ["lignes-reunies"]),
        ("**Le matin**\nNous avons parlé de tout.", ["lignes-reunies"]),
    ],
)
def test_what_needs_a_choice_is_advised_and_left_to_people(text: str, codes: list[str]) -> None:
    found = passages(text_lines(text))
    assert [one.finding.code for one in found] == codes
    assert all(one.finding.severity == "conseil" for one in found)
    assert restructured(text, text_lines) == text


@pytest.mark.parametrize(
    ("parted", "whole"),
    [
        ("Une qua-\nrantaine de la ré-\ngion.", "Une quarantaine de la région."),
        ("Un peut-\nêtre, un rendez-\nvous.", "Un peut-être, un rendez-vous."),
        ("Est-\nil un chapi-\nteau ?", "Est-il un chapiteau ?"),
    ],
)
def test_a_word_that_the_end_of_a_line_parts_is_whole_again(parted: str, whole: str) -> None:
    assert restructured(parted, text_lines) == whole


def test_one_passage_is_one_finding_at_its_first_line() -> None:
    text = "Au menu :\n• un\n• deux\n• trois"
    found = with_passages(read_body(text), findings(read_body(text)))
    assert [(one.code, one.span.line) for one in found] == [("fausse-liste", 2)]


_WORD = st.sampled_from(["un", "deux", "Trois", "quatre,", "Cinq.", "?", "(six)", "«", "»", "10 h"])
_PHRASE = st.lists(_WORD, min_size=1, max_size=12).map(" ".join)
_SIGN = st.sampled_from(
    [
        "",
        "",
        "• ",
        "•",
        "· ",
        "- ",
        "-",
        "– ",
        "— ",
        "1) ",
        "2) ",
        "3- ",
        "  • ",
        "    ",
        "> ",
        "# ",
    ]
)
_LINE = st.one_of(
    st.builds("{}{}".format, _SIGN, _PHRASE),
    st.lists(_PHRASE, min_size=2, max_size=3).map("\t".join),
    st.lists(_PHRASE, min_size=2, max_size=3).map(lambda cells: f"| {' | '.join(cells)} |"),
    st.sampled_from(["", "", "-", "•", "|---|---|", "---", "```", "/// details | Titre", "///"]),
    _PHRASE.map(lambda words: f"{words} +"),
    st.just(_LONG),
)


@given(st.lists(_LINE, max_size=14).map("\n".join))
def test_the_words_stay_the_same_and_in_order(text: str) -> None:
    after = restructured(text, text_lines)
    assert _words(after.replace("/// details |", "")) == _words(text.replace("/// details |", ""))


@given(st.lists(_LINE, max_size=14).map("\n".join))
def test_what_came_back_is_not_found_again(text: str) -> None:
    after = restructured(text, text_lines)
    assert restructured(after, text_lines) == after


@given(st.text(alphabet=" \t\n•-–1)|+«»a.:#>o\ufeff", max_size=60))
def test_any_text_is_answered(text: str) -> None:
    lines = text_lines(text)
    for one in passages(lines):
        assert 0 <= one.start < one.stop <= len(lines)
    restructured(text, text_lines)
