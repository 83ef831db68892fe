"""What would show on the page as a sign is told; what was meant so is left alone."""

from pathlib import Path

import pytest

from association.source.detours import without_detour
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
        ("Le **mot **compte.", "Le **mot** compte."),
        ("C'est le** mot ** juste.", "C'est le **mot** juste."),
        ("Le * mot * compte.", "Le *mot* compte."),
        ("Un [b]mot[/b] en gras.", "Un **mot** en gras."),
        ("[embed]https://example.org/film[/embed]", "https://example.org/film"),
        ("[video width=1]https://example.org/a.mp4[/video]", "https://example.org/a.mp4"),
        ("Voyez [url=https://example.org]ceci[/url].", "Voyez [ceci](https://example.org)."),
        ("h2. Le matin", "## Le matin"),
        ("== Le matin ==", "## Le matin"),
        ("{{{Le matin}}}", "## Le matin"),
        ("Il dit <<oui>>.", "Il dit « oui »."),
        ("Le 1^er^ mars.", "Le 1er mars."),
        ("De l'H~2~O.", "De l'H<sub>2</sub>O."),
        ("Voyez [https://example.org le site].", "Voyez [le site](https://example.org)."),
        ('Voyez "le site":https://example.org.', "Voyez [le site](https://example.org)."),
        ("Voyez https:// example.org.", "Voyez https://example.org."),
        ("Voyez https:/example.org.", "Voyez https://example.org."),
        ("Voyez `le site <https://example.org>`_.", "Voyez [le site](https://example.org)."),
        ("Voyez [le site]((https://example.org)).", "Voyez [le site](https://example.org)."),
        ("Voyez [le site](htps://example.org).", "Voyez [le site](https://example.org)."),
        ("[Écrire](mailto: bureau@asso.example).", "[Écrire](mailto:bureau@asso.example)."),
        ('Voyez <a href="https://example.org">là</a>.', "Voyez [là](https://example.org)."),
        ("Un <strong>mot </strong>fort.", "Un **mot** fort."),
        ('Un <span style="color:red">mot</span> rouge.', "Un mot rouge."),
        ("Le bal [+ d'infos]\n\nÀ huit heures.", "/// details | Le bal\n\nÀ huit heures.\n\n///"),
        ("-- pain\n-- miel", "- pain\n- miel"),
        ("1\tAccueil\n2\tAtelier\n3\tBilan", "1. Accueil\n2. Atelier\n3. Bilan"),
        ("\uf0e0 pain\n\uf0e0 miel\n\uf0e0 eau", "- pain\n- miel\n- eau"),
        ("Voyez link:https://example.org[le site].", "Voyez [le site](https://example.org)."),
        (
            "[Le bal](https://www.google.com/url?q=https://example.org/a&sa=D).",
            "[Le bal](https://example.org/a).",
        ),
        ("Une réu\u2063nion\u180e.", "Une réunion."),
        ("Bonjour.<o:p></o:p>", "Bonjour."),
        (
            '<p><center><button><a href="https://example.org">Le bal</a></button></center></p>',
            "[Le bal](https://example.org)",
        ),
        ("Avant.\n\n<!--more-->\n\nAprès.", "Avant.\n\n\n\nAprès."),
        ("Au choix :<ul><li>un</li><li>deux</li></ul>", "Au choix :\n\n- un\n- deux"),
        (
            "<details><summary>Former</summary>\n\nUn jour.\n\n</details>",
            "/// details | Former\n\nUn jour.\n\n///",
        ),
        ("C'est Žcrit en dŽtail.", "C'est écrit en détail."),
        ("Les r‚unions en d‚cembre.", "Les réunions en décembre."),
        ("La ﬁn des ofﬁces.", "La fin des offices."),
        ("Aujourd`hui, l`été.", "Aujourd’hui, l’été."),
        ("C'est l´été.", "C'est l’été."),
        ("Un caf&amp;eacute; noir.", "Un café noir."),
        ("La réu\u00ad\nnion.", "La réunion."),
        ("Le mo\u200dt.", "Le mot."),
        ("Voyez (https://example.org)[le site].", "Voyez [le site](https://example.org)."),
        ("Voyez [le site]: https://example.org.", "Voyez [le site](https://example.org)."),
        ("Voyez [le site]https://example.org.", "Voyez [le site](https://example.org)."),
        ("Voyez <https://example.org|le site>.", "Voyez [le site](https://example.org)."),
        ("[[https://example.org|Le site]]", "[Le site](https://example.org)"),
        ('[Le site](https://example.org "Titre).', '[Le site](https://example.org "Titre").'),
        ("[Le site](https://example,org).", "[Le site](https://example.org)."),
        (
            "[Écrire](mailto:bureau@asso.example?subject=Un mot).",
            "[Écrire](mailto:bureau@asso.example?subject=Un%20mot).",
        ),
        ("Un __mot __ fort.", "Un __mot__ fort."),
        ("Texte\\\nsuite.", "Texte  \nsuite."),
        ("R\x8esum\x8e.", "Résumé."),
        ("<center>**Titre**</center>", "**Titre**"),
        ("Bravo :tada: à tous.", "Bravo 🎉 à tous."),
        ("C'est Ã©crit Â« ici Â» dâ€™abord.", "C'est écrit « ici » d’abord."),
        ("La\u200bréunion est con\u00adfirmée\ufeff.", "Laréunion est confirmée."),
        ("Nous parlons,\u2009tous, de la\u2007vie.", "Nous parlons, tous, de la vie."),
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
    assert problems_of(root)
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
        ("[list]", "signe-d-ailleurs"),
        ("> [!NOTE]\n> Attention", "signe-d-ailleurs"),
        ("C'est ++urgent++.", "signe-d-ailleurs"),
        ("Il est ''très'' tard.", "signe-d-ailleurs"),
        ("Il est {très} tard.", "signe-d-ailleurs"),
        ("Merci.\n\n-- \nJean", "signe-d-ailleurs"),
        ("Envoyé de mon iPhone", "signe-d-ailleurs"),
        ("La journée fut belle… Lire la suite »", "signe-d-ailleurs"),
        ("Merci.\n\nEn savoir plus", "signe-d-ailleurs"),
        ("Un mot{.rouge} ici.", "code-d-ailleurs"),
        ("[pullquote]Oui[/pullquote]", "code-d-ailleurs"),
        ("[bouton lien=oui]", "code-d-ailleurs"),
        ("[[Fichier:Salle.jpg|vignette]]", "code-d-ailleurs"),
        ("Il dit[[Une note de bas de page.]] cela.", "lien-a-l-envers"),
        ("Voyez [le texte->art12].", "lien-a-l-envers"),
        ("Voyez le site](https://example.org).", "lien-ouvert"),
        ("Voyez le site] (https://example.org).", "lien-ouvert"),
        ("Il est __très important de venir.", "gras-ouvert"),
        ("Il est _très important de venir.", "gras-ouvert"),
        ("Rendez-vous le XX/XX/2027.", "texte-a-ecrire"),
        ("Les r\ufffdunions.", "lettres-abimees"),
        ("Les r?unions.", "lettres-abimees"),
        ("Voyez [le plan](plan de la salle).", "adresse-web"),
        ("Voyez [le plan](\\\\serveur\\plan.pdf).", "lien-incomplet"),
        ("Voyez [le plan](http://192.168.1.12/plan).", "adresse-de-l-apercu"),
        ('<img src="a.jpg" alt="Une salle">', "balise"),
        ("Tarif : [à compléter]", "texte-a-ecrire"),
        ("{{< youtube abcdef >}}", "code-d-ailleurs"),
        ("[gallery ids=1]", "code-d-ailleurs"),
        ("{% include a.html %}", "code-d-ailleurs"),
        (":::note Attention", "code-d-ailleurs"),
        ("Voyez [[contact|la page]].", "lien-a-l-envers"),
        ("Voyez [le plan pour venir.", "lien-ouvert"),
        ("Bravo :licorne_rose: à tous.", "emoji-code"),
        ("Le texte vient ici.", "texte-a-ecrire"),
        ("Voyez http://127.0.0.1:8000/ demain.", "adresse-de-l-apercu"),
        ("{| class=x\n! Nom !! Rôle\n|}", "signe-d-ailleurs"),
        (".. note:: Venez tôt.", "code-d-ailleurs"),
        ("Voyez :ref:`le-plan`.", "code-d-ailleurs"),
        ("\\emph{Venez} tôt.", "code-d-ailleurs"),
        ('Voyez [le plan]({{< ref "plan.md" >}}).', "code-d-ailleurs"),
        ("Voyez [là](https://8000-x.ws-eu1.gitpod.io/a/).", "adresse-de-l-apercu"),
        ("Voyez [là](https://emma-8000.app.github.dev/a/).", "adresse-de-l-apercu"),
        ("Voyez [là](https://mail.google.com/mail/u/0/#inbox/F).", "adresse-web"),
        ("Votre texte vient ici", "texte-a-ecrire"),
        ("Se désabonner | Voir dans le navigateur", "signe-d-ailleurs"),
    ],
)
def test_a_sign_that_needs_a_person_is_told_and_left(tmp_path: Path, text: str, code: str) -> None:
    root = content_folder(tmp_path, damaged(NEWS, TEXT, text))
    assert [one.code for one in problems_of(root)] == [code]
    assert corrected(root) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Ajoutez ici votre texte ici",
        "Cliquez ici pour modifier le texte",
        "Lorem ipsum dolor sit amet",
        "Bienvenue dans WordPress",
        "Your content goes here",
    ],
)
def test_words_of_any_model_are_told_in_either_case(tmp_path: Path, text: str) -> None:
    both = f"{text}.\n\n{text.swapcase()}."
    assert _codes(tmp_path, both).count("texte-a-ecrire") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Des repas (**) compris.",
        "5 * 3 * 2 = 30, un fichier_de_notes.pdf, Nom : ________, __init__ et C++ ou C++11.",
        "Pour en savoir plus, voyez ci-dessous.",
        "Un ensemble {1, 2}, le XXe siècle, une ami[e]s, x[i].",
        "Il dit : « a < b » et « c > d ».",
        "Suivez #dialogue et @asso, à 10:30:15.",
        "Si a<c, voyez <www.example.org> et https://example.org/a?b=c&d=e.",
        "Le code `l`, `d`, `<a href>` et `&amp;nbsp;`. Vraiment ? Oui, Žižek et M. Žak.",
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


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n{{< plan id=2 >}}\n</div>",
        "<p><button>S’inscrire</button> ici</p>",
        "<h1>Le bal</h1>\n<p>Emma y va.</p>",
    ],
)
def test_html_of_which_a_word_would_be_lost_is_left_to_people(tmp_path: Path, text: str) -> None:
    root = content_folder(tmp_path, damaged(NEWS, TEXT, text))
    assert "balise" in {one.code for one in problems_of(root)}
    assert text in corrected(root).get(NEWS, text)


@pytest.mark.parametrize("code_page", ["cp1252", "cp1250", "cp850", "cp437", "mac_roman"])
@pytest.mark.parametrize("words", ["L’été à l’œuvre", "« Ça ira » — 12 €…", "Bravo 🎉 à tous"])
def test_letters_that_any_code_page_damaged_are_mended(
    tmp_path: Path, code_page: str, words: str
) -> None:
    try:
        damaged_words = words.encode().decode(code_page)
    except UnicodeDecodeError:
        damaged_words = "".join(
            bytes([b]).decode(code_page, "ignore") or chr(b) for b in words.encode()
        )
    after = corrected(content_folder(tmp_path, damaged(NEWS, TEXT, damaged_words)))[NEWS]
    assert words in after


@pytest.mark.parametrize(
    "text", ["├──┬──┤", "≈3 ƒ", "CÔTÉ, Âme, Ôtez", "Le [TODO Group](https://x.org)"]
)
def test_what_looks_like_damaged_letters_is_left_alone(tmp_path: Path, text: str) -> None:
    assert _codes(tmp_path, text) == []


def test_the_header_of_a_mail_is_told_without_a_space_before_its_colons(tmp_path: Path) -> None:
    header = "From: Emma\nDate: lundi\nTo: Charles\nSubject: le bal"
    assert "signe-d-ailleurs" in _codes(tmp_path, header)


@pytest.mark.parametrize("code", ["```\n```", "```\n\n```", "~~~\n~~~\n\n~~~\n~~~"])
@pytest.mark.parametrize("before", ["", "Nous venons tous.\n\n"])
def test_a_code_without_a_sign_is_no_text(tmp_path: Path, before: str, code: str) -> None:
    assert _codes(tmp_path, f"{before}{code}") == []


_MEANT = "https%3A%2F%2Fexample.org%2Fa"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/redir/redirect?url={}&urlhash=x",
        "https://www.linkedin.com/safety/go?url={}&trk=x",
        "https://l.facebook.com/l.php?u={}&h=x",
        "https://www.google.fr/url?q={}",
        "https://www.youtube.com/redirect?event=x&q={}",
        "https://duckduckgo.com/l/?uddg={}",
        "https://vk.com/away.php?to={}",
        "https://t.umblr.com/redirect?z={}",
        "https://eur01.safelinks.protection.outlook.com/?url={}",
    ],
)
def test_a_service_that_leads_on_is_left_out(address: str) -> None:
    assert without_detour(address.format(_MEANT)) == "https://example.org/a"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.linkedin.com/sharing/share-offsite/?url={}",
        "https://www.linkedin.com/shareArticle?mini=true&url={}",
        "https://www.facebook.com/sharer/sharer.php?u={}",
        "https://twitter.com/intent/tweet?url={}",
        "https://www.google.com/search?q={}",
        "https://duckduckgo.com/?q={}",
        "https://vk.com/share.php?url={}",
    ],
)
def test_a_link_that_shares_or_searches_leads_where_it_says(address: str) -> None:
    shared = address.format(_MEANT)
    assert without_detour(shared) == shared
