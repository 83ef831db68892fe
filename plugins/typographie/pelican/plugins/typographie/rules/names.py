"""Numbers of things and names of people: n° 12, p. 12, M. Dupont, C. Rojzman, Louis XIV."""

import re

from ..locales import Locale
from ..marks import CAPITAL, GAP, INLINE, JOINER, NO_BREAK, OBJECT, SMALL, VERBATIM, respace
from .rule import ORDINAL, Pass, Rule, gap_replacement, space_before_sign, substitution

_REFERENCES = ("p", "pp", "fig", "art", "chap", "vol", "t", "al", "coll")
_NAME = f"(?={INLINE}*(?:[{CAPITAL}{OBJECT}{VERBATIM}]))"
_PARTICLE = "(?=(?:d[eu]|l[ea]) |[dl][’'])"
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})")


def references(_locale: Locale) -> Pass:
    signs = gap_replacement(rf"[°º§](?:(?<=[nNs].)|(?<=§))(?P<gap>[{GAP}]*)(?=[0-9])", NO_BREAK)
    superscript = gap_replacement(
        rf"{INLINE}o(?:{INLINE}(?<=[nN]...)|s{INLINE}(?<=[nN]....))(?P<gap>[{GAP}]*)(?=[0-9])",
        NO_BREAK,
        needs=(f"{INLINE}o",),
    )
    words = "|".join(rf"(?<=\b{word}\.)" for word in _REFERENCES)
    abbreviations = gap_replacement(
        rf"\.(?:{words})(?P<gap>[{GAP}]*)(?=[0-9]|[IVXLC]+\b)", NO_BREAK
    )
    return lambda text: abbreviations(superscript(signs(text)))


def titles(_locale: Locale) -> Pass:
    dotted = "|".join(rf"(?<=\b{title}\.)" for title in ("M", "MM", "Mr", "Dr", "Pr"))
    dotted_titles = gap_replacement(
        rf"\.(?:{dotted})(?P<gap>[{GAP}]+)(?:{_NAME}|{_PARTICLE})", NO_BREAK
    )
    titles = f"(?<=M){INLINE}?(?:mes?|lles?|gr|e|rs?)|(?<=[DP]){INLINE}?rs?|(?<=V){INLINE}?ve"
    pattern = re.compile(rf"[MDPV](?:{titles}){INLINE}?(?P<gap>[{GAP}]+)(?:{_NAME}|{_PARTICLE})")

    def join(match: re.Match[str]) -> str:
        text, start, end = match.string, match.start(), match.end()
        pronoun = match[0].startswith("Me") and text[end : end + 1].islower()
        if pronoun or (start and text[start - 1].isalnum()):
            return match[0]
        return match[0][: -len(match["gap"])] + respace(match["gap"], NO_BREAK)

    return lambda text: pattern.sub(join, dotted_titles(text))


def initials(_locale: Locale) -> Pass:
    pattern = re.compile(rf"\.(?<=[{CAPITAL}]\.)(?P<gap>[{GAP}]+)(?={INLINE}*[{CAPITAL}][\w.’'-])")

    def join(match: re.Match[str]) -> str:
        text, at = match.string, match.start() - 1
        if not _is_an_initial(text, at) or _ends_a_sentence(text, at, match.end()):
            return match[0]
        return "." + respace(match["gap"], NO_BREAK)

    compound = substitution(rf"\.(?<=[{CAPITAL}]\.)-{JOINER}?(?=[{CAPITAL}]\.)", f".-{JOINER}")
    return lambda text: compound(pattern.sub(join, text))


def _is_an_initial(text: str, at: int) -> bool:
    """Whether the capital at `at` is one of a name's (C., J.-P., J.K.), not an acronym's end."""
    before = text[max(0, at - 3) : at].replace(JOINER, "")
    if before.endswith((".", "-")):
        return not re.search(rf"[{CAPITAL}]\.[{CAPITAL}]\.$", text[max(0, at - 4) : at])
    return not before[-1:].isalnum()


_LETTER = re.compile(
    r"\b(?:plan|point|vitamine|option|lettre|annexe|niveau|catégorie|module|hépatite)[ \u00a0]$",
    re.IGNORECASE,
)
"""Before a letter that is never a name's initial."""
_LETTER_OF_A_THING = re.compile(
    r"(?:\b(?:en|la|le|une|un|salle|groupe|version|type|classe|langage|bâtiment|cas|partie)|[ld][’'])"
    r"[ \u00a0]?$",
    re.IGNORECASE,
)
_BEGINS_A_SENTENCE = re.compile(
    r"(?:(?:[CDJLMNSTcdjlmnst]|[Qq]u)[’']|(?:Le|La|Les|L|Un|Une|Des|Du|De|Ce|Cet|Cette|Ces|C|Il|Elle"
    r"|On|Nous|Vous|Ils|Elles|Je|Tu|Pour|Par|Dans|Sur|En|Et|Mais|Or|Donc|Ainsi|Si|Quand|Avec|Sans"
    r"|Chez|À|Au|Aux|Mon|Ma|Mes|Son|Sa|Ses|Notre|Nos|Votre|Vos|Leur|Leurs|Tout|Toute|Tous|Toutes"
    r"|Chaque|Plus|Rien|Bref|Même|Alors|Enfin"
    r"|Ensuite|Ici|Demain|Hier|Car|Qui|Que|Quel|Quelle|Où|Comment|Pourquoi|Aussi|Aucun|Aucune"
    r"|Plusieurs|Certains|Certaines|Entre|Lors|Lorsque|Dès|Selon|Sous|Vers|Aujourd’hui|Puis|Après|Avant|Depuis|Comme|Voici|Voilà|Merci|Pourtant|Cependant)(?![\w-]))"
)


def _ends_a_sentence(text: str, at: int, following: int) -> bool:
    """Whether the letter at `at` names a thing (« en C. », « la R. ») and a sentence begins after.

    An article or an elision begins sentences, and no name; « de C. Rojzman » stays a name. Some
    letters (« le plan B. ») need no such word after them.
    """
    if _LETTER.search(text[max(0, at - 14) : at]):
        return True
    after = text[following : following + 20].lstrip(INLINE)
    return bool(
        _BEGINS_A_SENTENCE.match(after)
        and (_LETTER_OF_A_THING.search(text[max(0, at - 14) : at]) or after[1:2] in "’'")
    )


def sovereigns(_locale: Locale) -> Pass:
    capitalised = re.compile(rf"[{CAPITAL}][\w’-]*[{SMALL}{CAPITAL}]{INLINE}*$")

    def space(text: str, start: int, numeral: re.Match[str]) -> str | None:
        alone = start == numeral.start() or not _ROMAN.fullmatch(numeral[1])
        word = re.search(rf"[\w’{INLINE}-]{{3,30}}$", text[max(0, start - 30) : start])
        named = word and capitalised.match(word[0].lstrip(INLINE))
        return NO_BREAK if named and not alone else None

    return space_before_sign(
        rf"([IVX][IVX]*+)(?:{ORDINAL}|(?!{ORDINAL}))(?![\w'’]|-\w|\.\w)", space
    )


NAMES = (
    Rule(
        "numeros",
        "n° 12, § 3, p. 12, fig. 2, chap. IV: no-break space, added where it is missing.",
        "Lexique, « Abréviations », « Numéro »",
        references,
    ),
    Rule(
        "civilites",
        "M. Dupont, Mme Rey, Dr Martin, M. le maire: no-break space.",
        "Lexique, « Titres de civilité »",
        titles,
    ),
    Rule(
        "initiales",
        "C. Rojzman, J.-P. Martin: no-break space; la Q.V.T. au travail stays.",
        "Lexique, « Prénoms »",
        initials,
    ),
    Rule(
        "souverains",
        "Louis XIV, François Ier: no-break space.",
        "Lexique, « Souverains »",
        sovereigns,
    ),
)
