"""How signs of no use here look in the words of a page, what is said of each, what to write. Pure.

Signs of Markdown that it could make nothing of, and those of other programs: MediaWiki, SPIP,
Textile, forums, WordPress, Hugo, Jekyll, mail programs.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..core.french_calendar import MONTHS
from ..core.words import slug_of
from ..problems.findings import Severity

ADDRESS = r"(?:https?://|www\.|mailto:|\{\w+\})"
_EMOJI = {
    "+1": "👍",
    "arrow_right": "➡️",
    "bulb": "💡",
    "calendar": "📅",
    "clap": "👏",
    "heart": "❤️",
    "point_right": "👉",
    "rocket": "🚀",
    "slightly_smiling_face": "🙂",
    "smile": "😄",
    "smiley": "😃",
    "star": "⭐",
    "tada": "🎉",
    "thumbsup": "👍",
    "warning": "⚠️",
    "wave": "👋",
    "white_check_mark": "✅",
    "wink": "😉",
}
# Shortcodes of WordPress that stand alone, without an attribute or an end that betrays them.
_SHORTCODES = (
    r"gallery|caption|embed|video|audio|playlist|youtube|vimeo|contact-form(?:-7)?|toc|TOC|button"
    r"|columns?|spacer|divider|accordion|ninja_form|wpforms|recent-posts|sitemap|slideshow"
    r"|(?:vc|et_pb|su|av|fusion|fl|ngg|rev|mailpoet)_\w+"
)
# What a forum writes, and what Markdown has for it; the others only dress the words.
_IN_MARKDOWN = {"b": "**{}**", "i": "*{}*", "url": "[{}]({})", "quote": "> {}"}
_MONTHS = "|".join(MONTHS)
Match = re.Match[str]


@dataclass(frozen=True)
class Sign:
    """A sign of no use here: how it looks, what is said of it, what to do.

    ``parts`` are signs of which it has one, to pass over quickly the words without any; ``better``
    returns what to write for it where that is sure. A group ``at`` is the part to show. What is
    ``at_margin`` means something at the beginning of a line only; ``outside_links``, not in the
    words of a link.
    """

    parts: tuple[str, ...]
    look: str
    code: str
    message: str
    fix: Callable[[Match], str]
    better: Callable[[Match], str] | None = None
    severity: Severity = Severity.ERROR
    at_margin: bool = False
    outside_links: bool = False


def _write(form: str) -> Callable[[Match], str]:
    return lambda match: f"écrivez « {match.expand(form)} »"


def _as(form: str) -> Callable[[Match], str]:
    return lambda match: match.expand(form)


def _sure(form: str) -> tuple[Callable[[Match], str], Callable[[Match], str]]:
    """Return the fix that says what to write, and what writes it."""
    return _write(form), _as(form)


def _always(fix: str) -> Callable[[Match], str]:
    return lambda _match: fix


def _around(mark: str) -> Callable[[Match], str]:
    """Return what puts the spaces within two marks outside, where a word stands there."""

    def written(match: Match) -> str:
        text, inner = match.string, match[0][len(mark) : -len(mark)]
        before, after = text[: match.start()][-1:], text[match.end() :][:1]
        left = " " if inner[:1].isspace() and before.isalnum() else ""
        right = " " if inner[-1:].isspace() and after.isalnum() else ""
        return f"{left}{mark}{inner.strip()}{mark}{right}"

    return written


def _of_forum(match: Match) -> str:
    tag, words = match["tag"].lower(), match["words"].strip()
    address = match["value"] or words
    if tag in {"list", "code", "img"} or (tag == "url" and not re.match(ADDRESS, address)):
        return match[0]
    if tag == "url" and not match["value"]:
        return words
    return _IN_MARKDOWN.get(tag, "{}").format(words, address)


def _page(name: str) -> str:
    return f"{{filename}}/pages/{slug_of(name)}.md"


def _double_brackets(match: Match) -> str:
    target, words = match["target"], match["words"] or match["target"]
    if len(target.split()) > 3:
        return "si c’est une note, écrivez « [^1] » ici et « [^1]: … » à la fin du texte"
    return f"écrivez [{words}]({_page(target)})"


# The first that fits a place says what is wrong there.
SIGNS = (
    Sign(
        (")[",),
        r"\((?P<words>[^()\[\]]+)\)\[(?P<target>" + ADDRESS + r"[^\]\s]*)\]",
        "lien-a-l-envers",
        "les crochets et les parenthèses de ce lien sont échangés",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        (")[",),
        r"\((?P<target>(?:https?://|www\.)[^\s()\[\]]+)\)\[(?P<words>[^\[\]]+)\]",
        "lien-a-l-envers",
        "les mots et l’adresse de ce lien sont échangés",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("}(",),
        r"\{(?P<words>[^{}]+)\}\((?P<target>" + ADDRESS + r"[^\s()]+)\)",
        "lien-a-l-envers",
        "les mots d’un lien se mettent entre crochets",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("]",),
        r"\[(?P<words>[^\[\]^]{2,})\][ \u00a0]?:[ \u00a0]?(?P<target>https?://\S*[^\s.,;:!?)])",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("]\n(",),
        r"\[[^\[\]]+\](?P<at>\n\()(?:" + ADDRESS + r")[^\s()]+\)",
        "lien-coupe",
        "une fin de ligne sépare les mots du lien de son adresse",
        _always("mettez la parenthèse juste après le crochet"),
    ),
    Sign(
        ("->",),
        r"\[(?P<words>[^\[\]]+?)\s*->\s*(?P<target>" + ADDRESS + r"[^\]\s]*)\]",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("->",),
        r"\[(?P<words>[^\[\]]+?)->[^\[\]\s]*\]",
        "lien-a-l-envers",
        "ce lien est celui d’un autre site",
        _write(r"[\g<words>](l’adresse)"),
    ),
    Sign(
        ("[[",),
        r"\[\[(?P<target>(?:https?://|www\.)[^\]\s|]+)[\s|]+(?P<words>[^\[\]]+?)\s*\]\]",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("|",),
        r"<(?P<target>https?://[^\s|<>]+)\|(?P<words>[^<>\n]+)>",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("[/",),
        r"\[(?P<tag>(?!url|img)[a-z][\w-]*)[^\[\]]*\]\s*(?P<target>https?://[^\s\[\]]+)\s*\[/(?P=tag)\]",
        "code-d-ailleurs",
        "ce code est celui d’un autre logiciel : il s’afficherait tel quel",
        *_sure(r"\g<target>"),
    ),
    Sign(
        ("]",),
        r"\[(?P<words>[^\[\]^]{2,})\](?P<target>(?:https?://|\{\w+\})\S*[^\s.,;:!?)])",
        "lien-a-l-envers",
        "l’adresse de ce lien n’est pas entre parenthèses",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("}",),
        r"\{(?:filename|static|attach)\}[^\s)\]]*[^\s.,;:!?)\]]",
        "lien-incomplet",
        "ce chemin s’afficherait tel quel",
        _write(r"[les mots du lien](\g<0>)"),
    ),
    Sign(
        ("mailto:",),
        r"(?<![\w\[(<])mailto:(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
        "lien-incomplet",
        "cette adresse ne ferait pas un lien",
        *_sure(r"<\g<address>>"),
    ),
    Sign(
        ("[",),
        r"\[(?P<target>(?:https?://|www\.)[^\]\s|]+)[\s|]+(?P<words>[^\[\]]+?)\s*\]",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ('":',),
        r"\"(?P<words>[^\"\n]+)\":(?P<target>https?://[^\s\"]*[^\s\".,;:!?)])",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("[[",),
        r"\[\[(?:Fichier|File|Image|Média|Media)\s?:[^\[\]]*\]\]",
        "code-d-ailleurs",
        "ce code est celui d’un autre logiciel : il s’afficherait tel quel",
        _always("effacez-le, et écrivez ce qu’il montrait"),
    ),
    Sign(
        ("[[",),
        r"\[\[(?P<target>[^\[\]|]+?)(?:\|(?P<words>[^\[\]]+))?\]\]",
        "lien-a-l-envers",
        "un lien ne s’écrit pas entre doubles crochets",
        _double_brackets,
    ),
    Sign(
        ("[",),
        r"\[(?P<words>[^\[\]]+)\]\s?\((?P<target>" + ADDRESS + r"[^\s()]*)(?=\s|$)(?![^()]*\))",
        "lien-ouvert",
        "la parenthèse de ce lien n’est jamais refermée",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("[",),
        r"\[(?P<words>[^\[\]()]+)(?<!\s)\((?P<target>" + ADDRESS + r"[^\s()]+)\)",
        "lien-ouvert",
        "le crochet de ce lien n’est jamais refermé",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        ("](",),
        r"^[^\[\]\n]*(?P<at>\]\((?P<target>" + ADDRESS + r"[^\s()]+)\))",
        "lien-ouvert",
        "le premier crochet de ce lien manque",
        _always("ajoutez « [ » avant les mots du lien"),
    ),
    Sign(
        ("] (",),
        r"^[^\[\]\n]*(?P<at>\]\s\((?P<target>" + ADDRESS + r"[^\s()]+)\))",
        "lien-ouvert",
        "le premier crochet de ce lien manque, et une espace le coupe",
        _always("ajoutez « [ » avant les mots du lien, et effacez l’espace"),
    ),
    Sign(
        ("://",),
        r"(?P<start>\bhttps?://)[\s\u00a0]+(?=[\w-]+\.[\w-]{2})",
        "lien-coupe",
        "une espace coupe cette adresse",
        _always("effacez-la"),
        _as(r"\g<start>"),
    ),
    Sign(
        ("htt",),
        r"\b(?:https?:/(?!/)|https?//|https?:(?!/)|https?;//|htt://|htttps?://|hhttps?://)(?=www\.|\w+\.\w)",
        "lien-incomplet",
        "cette adresse commence mal, et ne ferait pas un lien",
        _always("écrivez https://"),
        _as("https://"),
    ),
    Sign(
        ("**",),
        r"\*\*(?=\s|(?:[^*]*\S)?\s+\*\*)\s*(?P<words>[^*\s](?:[^*]*[^*\s])?)\s*\*\*",
        "gras-ouvert",
        "une espace empêche ce gras",
        _write(r"**\g<words>**"),
        _around("**"),
    ),
    Sign(
        ("**",),
        r"\*\*\s*\*\*",
        "gras-ouvert",
        "ces astérisques n’entourent rien",
        _always("effacez-les"),
    ),
    # Alone between spaces or brackets, or after a word, two asterisks may call a note.
    Sign(
        ("**",),
        r"(?<![*\w])\*{2,3}(?=[^\W_]|[«“\"(])",
        "gras-ouvert",
        "ces deux astérisques ouvrent un gras qui n’est jamais refermé",
        _always("ajoutez « ** » après les mots en gras, ou effacez-les"),
    ),
    Sign(
        ("**",),
        r"(?<=[\w.!?»])\*\*(?!\*)",
        "gras-ouvert",
        "ces deux astérisques n’ont pas leur pareil",
        _always("ajoutez « ** » de l’autre côté des mots en gras, ou effacez-les"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("__",),
        r"(?<![\w_])__(?=\s|(?:[^_\n]*\S)?\s+__)\s*(?P<words>[^_\s](?:[^_\n]*[^_\s])?)\s*__(?!_)",
        "gras-ouvert",
        "une espace empêche ce gras",
        _write(r"**\g<words>**"),
        _around("__"),
    ),
    Sign(
        ("_ ",),
        r"(?<=\S )_[ ](?P<words>[^\W\d_](?:[^_\n]*[^\W_.,])?)[ ]_(?!\w)",
        "gras-ouvert",
        "des espaces empêchent cet italique",
        _write(r"*\g<words>*"),
        _around("_"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("\\\n",),
        r"\\(?=\n)",
        "signe-d-ailleurs",
        "cette barre oblique s’afficherait, et ne ferait pas de ligne nouvelle",
        _always("remplacez-la par deux espaces"),
        _as("  "),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("__",),
        r"(?<![\w_])__(?=[^\W_])",
        "gras-ouvert",
        "ces deux soulignés ouvrent un gras qui n’est jamais refermé",
        _always("ajoutez « __ » après les mots en gras, ou effacez-les"),
    ),
    Sign(
        ("__",),
        r"(?<=[^\W_])__(?![\w_])",
        "gras-ouvert",
        "ces deux soulignés n’ont pas leur pareil",
        _always("ajoutez « __ » de l’autre côté des mots en gras, ou effacez-les"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("* ",),
        r"(?<=\S )\*[ ](?P<words>[^\W\d_](?:[^*\n]*[^\W_.,])?)[ ]\*(?![*\w])",
        "gras-ouvert",
        "des espaces empêchent cet italique",
        _write(r"*\g<words>*"),
        _around("*"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("*",),
        r"(?<=\s)\*(?=[^\W_])(?![^*\n]*\*)",
        "gras-ouvert",
        "cet astérisque ouvre un italique qui n’est jamais refermé",
        _always("ajoutez « * » après les mots en italique, ou effacez-le"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("_",),
        r"(?<![\w_/@.\"'=])_(?=[^\W_])(?![^_\n]*_)",
        "gras-ouvert",
        "ce souligné ouvre un italique qui n’est jamais refermé",
        _always("ajoutez « _ » après les mots en italique, ou effacez-le"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("'''",),
        r"'''(?P<words>[^']+)'''",
        "signe-d-ailleurs",
        "le gras s’écrit autrement ici",
        *_sure(r"**\g<words>**"),
    ),
    Sign(
        ("''",),
        r"(?<!')''(?P<words>[^'\n]+)''(?!')",
        "signe-d-ailleurs",
        "ces apostrophes doubles s’afficheraient telles quelles",
        lambda match: f"écrivez « *{match['words']}* », ou des guillemets",
    ),
    Sign(
        ("<<",),
        r"<<\s?(?P<words>[^<>\n]+?)\s?>>",
        "signe-d-ailleurs",
        "ces guillemets s’afficheraient en signes",
        lambda match: f"écrivez «\u00a0{match['words']}\u00a0»",
        _as("« \\g<words> »"),
    ),
    Sign(
        ("~~",),
        r"~~(?P<words>[^~\n]+)~~",
        "signe-d-ailleurs",
        "ces tildes ne barrent rien",
        _write(r"<del>\g<words></del>"),
    ),
    Sign(
        ("~",),
        r"(?<![~\w])~(?P<words>[^\W\d_](?:[^~\n]*[^~\s])?)~(?![~\w])",
        "signe-d-ailleurs",
        "ces tildes ne barrent rien",
        _write(r"<del>\g<words></del>"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("==",),
        r"^(?P<marks>={2,6})\s+(?P<words>[^=\n]*[^=\s])\s+(?P=marks)$",
        "signe-d-ailleurs",
        "un intertitre s’écrit autrement ici",
        *_sure(r"## \g<words>"),
        at_margin=True,
    ),
    Sign(
        ("==",),
        r"==(?P<words>(?=[^=\n]*\w)[^=\s](?:[^=\n]*[^=\s])?)==",
        "signe-d-ailleurs",
        "ces signes ne surlignent rien",
        _write(r"**\g<words>**"),
    ),
    Sign(
        ("++",),
        r"(?<![+\w])\+\+(?P<words>[^+\s](?:[^+\n]*[^+\s])?)\+\+(?![+\w])",
        "signe-d-ailleurs",
        "ces signes ne soulignent rien",
        _write(r"**\g<words>**"),
    ),
    Sign(
        ("^",),
        r"(?<=\w)\^(?P<words>er|re|e|è?me|ère|nde?|os?|[es]|ers|res)\^",
        "signe-d-ailleurs",
        "ces accents n’élèvent rien : le site élève de lui-même « 1er » et « 2e »",
        _always("effacez-les"),
        _as(r"\g<words>"),
    ),
    Sign(
        ("^",),
        r"\^(?P<number>\d{1,2})\^",
        "note",
        "ces accents n’appellent pas une note",
        _write(r"[^\g<number>]"),
    ),
    Sign(
        ("{|",),
        r"^\{\|.*",
        "signe-d-ailleurs",
        "un tableau s’écrit autrement ici",
        _always("séparez les colonnes par « | », et écrivez « |---|---| » sous la première ligne"),
    ),
    Sign(
        ("link:",),
        r"\blink:(?P<target>https?://[^\s\[\]]+)\[(?P<words>[^\[\]]+)\]",
        "lien-a-l-envers",
        "ce lien s’écrit autrement ici",
        *_sure(r"[\g<words>](\g<target>)"),
    ),
    Sign(
        (":",),
        r"^\.\. [\w-]+::.*|(?<!\w):(?:ref|doc|term|download|abbr|guilabel|math):(?=\S)",
        "code-d-ailleurs",
        "ce code est celui d’un autre logiciel : il s’afficherait tel quel",
        _always("effacez-le, et écrivez ce qu’il montrait"),
    ),
    Sign(
        ("\\",),
        r"\\(?:text(?:bf|it|tt)|emph|section|subsection|item|begin|end|href|url|footnote)\*?\b",
        "code-d-ailleurs",
        "ce code est celui de LaTeX : il s’afficherait tel quel",
        _always("effacez-le, et écrivez en Markdown"),
    ),
    Sign(
        ("`",),
        r"(?<!`)`(?![^`]*`)",
        "signe-d-ailleurs",
        "cet accent grave n’a pas son pareil",
        _always("effacez-le, ou tapez une apostrophe"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("~",),
        r"(?<=[A-Za-z])~(?P<words>\d{1,2})~",
        "signe-d-ailleurs",
        "ces tildes n’abaissent rien",
        *_sure(r"<sub>\g<words></sub>"),
    ),
    Sign(
        ("[/",),
        r"\[(?P<tag>b|i|u|s|url|quote|color|size|font|center|left|right|img|list|code)"
        r"(?:=(?P<value>[^\[\]]*))?\](?P<words>[^\[\]]*)\[/(?P=tag)\]",
        "signe-d-ailleurs",
        "cette balise d’un forum ne fait rien ici",
        lambda match: (
            f"écrivez « {_of_forum(match)} »"
            if _of_forum(match) != match[0]
            else "écrivez ces mots seuls, ou en Markdown"
        ),
        _of_forum,
    ),
    Sign(
        ("[",),
        r"\[/?(?:list|quote|url|color|size|center|img)(?:=[^\[\]]*)?\]",
        "signe-d-ailleurs",
        "cette balise d’un forum ne fait rien ici",
        _always("effacez-la, et écrivez en Markdown"),
    ),
    Sign(
        ("[!",),
        r"^\[!(?P<kind>[A-Za-z]{3,})\][+-]?",
        "signe-d-ailleurs",
        "un encadré s’écrit autrement ici",
        _always("entourez-le de « /// admonition | Titre » et de « /// »"),
    ),
    Sign(
        ("h1.", "h2.", "h3.", "h4.", "h5.", "h6."),
        r"^h[1-6]\.\s+(?P<words>\S[^\n]*)",
        "signe-d-ailleurs",
        "un intertitre s’écrit autrement ici",
        *_sure(r"## \g<words>"),
        at_margin=True,
    ),
    Sign(
        ("{{{",),
        r"^\{\{\{\s*(?P<words>[^{}\n]+?)\s*\}\}\}$",
        "signe-d-ailleurs",
        "un intertitre s’écrit autrement ici",
        *_sure(r"## \g<words>"),
        at_margin=True,
    ),
    Sign(
        ("{", "[", ":::", "!!!", "%%"),
        r"\{\{\{?[<%{]?.*?[>%}]?\}?\}\}|\{%.*?%\}"
        r"|\[/?(?:" + _SHORTCODES + r")(?=[\s\]/])[^\[\]]*\]"
        r"|\[/[a-z][\w-]*\]|\[[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"]*\"|“[^”]*”|'[^']*'|[^\s\]]+))+\s?/?\]"
        r"|^:::+ ?\w.*|^!!! ?\w.*|%%\w+%%|\{:?\s?[.#][\w-][^{}]*\}",
        "code-d-ailleurs",
        "ce code est celui d’un autre logiciel : il s’afficherait tel quel",
        _always("effacez-le, et écrivez ce qu’il montrait"),
    ),
    Sign(
        ("{",),
        r"(?<![\w$\\{}])\{(?P<words>[^\W\d_][^{}:.#=|\n]*)\}(?!\})",
        "signe-d-ailleurs",
        "ces accolades s’afficheraient telles quelles",
        lambda match: f"si c’est un italique, écrivez « *{match['words']}* »",
        severity=Severity.ADVICE,
    ),
    Sign(
        (":",),
        r"(?P<sign>:(?<![\w:/\"]:)(?P<name>[a-z][a-z_]+[a-z0-9]|\+1):)(?![\w:/])",
        "emoji-code",
        "ce nom d’émoji s’afficherait en lettres",
        lambda match: f"écrivez {_EMOJI.get(match['name'], 'l’émoji lui-même')}, ou effacez-le",
        lambda match: _EMOJI.get(match["name"], match["sign"]),
        Severity.ADVICE,
    ),
    Sign(
        ("[",),
        r"\[[ xX]\](?=\s)",
        "signe-d-ailleurs",
        "une case à cocher s’afficherait en signes",
        _always("effacez les crochets, et dites en mots ce qui est fait"),
    ),
    Sign(
        ("[",),
        r"\[(?!\s*(?:…|\.\.\.))[^\[\]]*\Z",
        "lien-ouvert",
        "ce crochet n’est jamais refermé",
        _always("fermez-le, ou effacez-le"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("De:", "De :", "From:", "From :", "Expéditeur"),
        r"^(?:De|From|Expéditeur) ?:[^\n]*(?:\n(?:Envoyé|Date|À|A|To|Cc|Objet|Subject|Sent|"
        r"Destinataire|Répondre à) ?:[^\n]*){2,}",
        "signe-d-ailleurs",
        "l’en-tête d’un courriel est resté",
        _always("effacez ces lignes"),
        severity=Severity.ADVICE,
    ),
    Sign(
        ("--",),
        r"^-- ?$",
        "signe-d-ailleurs",
        "ces traits annoncent la signature d’un courriel",
        _always("effacez cette ligne, et la signature si elle ne sert pas"),
        severity=Severity.ADVICE,
    ),
    Sign(
        (
            *("Envoyé ", "Outlook", "Garanti", "Sent from", "---", "Message"),
            *("navigateur", "abonner", "inscrire", "nsubscribe", "browser"),
        ),
        r"^(?:Envoyé (?:de|depuis|à partir de) (?:mon |ma |l’|l')?(?:iPhone|iPad|Outlook|Samsung"
        r"|mobile|téléphone|appareil|Yahoo|Proton|Orange|Courrier|smartphone|Galaxy)\b.*"
        r"|Obtenir Outlook pour .*|Garanti sans virus.*|Sent from my .*"
        r"|(?:.*\| ?)?(?:(?:Se désabonner|Se désinscrire)(?: de [^|.]*)?|Unsubscribe"
        r"|(?:Voir|Lire|Afficher|Ouvrir)[^|.]{0,30} dans (?:le|votre|mon) navigateur"
        r"|View (?:this email )?in (?:your )?browser)\.?(?: ?\|.*)?"
        r"|-+ ?(?:Message (?:d’origine|d'origine|original|transféré)|Original Message|"
        r"Forwarded message) ?-+)$",
        "signe-d-ailleurs",
        "ces mots viennent d’un logiciel de courriel",
        _always("effacez-les"),
        severity=Severity.ADVICE,
    ),
    Sign(
        (
            "ire la suite",
            "n savoir plus",
            "ire plus",
            "Read more",
            "ontinuer la",
            "iquez ici",
            "iquer ici",
        ),
        r"(?:^|(?<=[.…»!?)]\s))[\[(]?(?:Lire la suite|En savoir plus|Lire plus|Read more|"
        r"Continuer la lecture|Cliquez ici|Cliquer ici)[\])]?[\s\u00a0]*(?:[»>→…+.]+|\.{3})?\s*\Z",
        "signe-d-ailleurs",
        "ces mots menaient ailleurs sur le site d’où ils viennent",
        _always("effacez-les, ou faites-en un lien qui dit où il mène"),
        severity=Severity.ADVICE,
        outside_links=True,
    ),
    Sign(
        ("XX", "TODO", "FIXME", "["),
        r"\bXX/XX\b(?:/\w+)?|\bXX\s?h\b|\bXX(?=\s(?:" + _MONTHS + r"|euros|€|places|heures)\b)"
        r"|\b(?:TODO|FIXME)\b(?!\s[A-Z])"
        r"|\[(?:à|À|A) (?:compléter|préciser|définir|venir|remplir|confirmer)[^\[\]]*\]"
        r"|\[(?:INS[ÉE]RER|AJOUTER|METTRE|Ins[ée]rer|Ajouter) [^\[\]]*\]",
        "texte-a-ecrire",
        "ces signes gardent la place d’un texte",
        _always("écrivez-le à leur place"),
        severity=Severity.ADVICE,
    ),
)
