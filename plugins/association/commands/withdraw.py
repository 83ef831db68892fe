"""``invoke retirer``: shows every trace of somebody, removes them once told to, says what remains.

What a withdrawal is, is ``withdrawal``'s; here are the words, the question, the files written.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from ..content import reading, withdrawn
from ..content.french_dates import day_in_words
from ..content.reading import RETIRED, Content
from ..core.cache import discard
from ..core.clock import asof
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.results_cache import FOLDER as RESULTS
from ..core.words import suggestion
from ..core.zone import today
from ..people.certificates import grants_of
from ..people.public_person import agrees_to
from ..people.withdrawal import Trace, Withdrawal, homonyms, withdrawal_of
from ..pictures.rendition_cache import FOLDER as RENDITIONS
from ..pictures.rendition_cache import RenditionCache
from ..problems.report import pluralize

Ask = Callable[[str], str]
Say = Callable[[str], None]
_LONGEST_LINE = 160
# Where texts were kept before.
_FORMER_RESULTS = "textes"


@dataclass(frozen=True)
class Options:
    """``slug`` is whose profile it is; ``sure`` asks nothing.

    With ``other_person`` nobody is withdrawn: the profile is that of somebody else than the person
    of the same name who has left.
    """

    slug: str
    sure: bool = False
    other_person: bool = False


def main(
    root: Path,
    options: Options,
    *,
    ask: Ask = input,
    say: Say = print,
    environ: Mapping[str, str] = os.environ,
) -> ExitCode:
    """Withdraw somebody from the content, after asking unless ``sure``.

    Returns FINE when nothing is left to do in the content, CONTENT when somebody has to look at
    what remains or said no, USAGE when there is no such profile or the day cannot be read.
    """
    slug = options.slug
    try:
        content, day = content_of_day(root, slug, environ)
    except ValueError as error:
        say(str(error))
        return ExitCode.USAGE
    if options.other_person:
        say(_tell_apart(content, slug))
        return ExitCode.FINE
    withdrawal = withdrawal_of(content, slug)
    for line in listing(withdrawal, content):
        say(line)
    if not options.sure and not _is_confirmed(ask):
        say("\nRien n’a été changé.")
        return ExitCode.CONTENT
    apply(withdrawal, content, day)
    for line in explanation(withdrawal, day):
        say(line)
    return ExitCode.CONTENT if withdrawal.to_read or withdrawal.unread else ExitCode.FINE


def content_of_day(root: Path, slug: str, environ: Mapping[str, str]) -> tuple[Content, date]:
    """Return the content that has the profile of somebody, and the day that counts.

    Raises ValueError in French when there is no such profile or the day cannot be read.
    """
    content = reading.read(content_folder(root))
    if slug not in content.practitioners:
        raise ValueError(_nobody(slug, content))
    return content, today(asof(environ, datetime.now(UTC)))


def _nobody(slug: str, content: Content) -> str:
    if f"praticiens/{slug}.md" in content.unread:
        return (
            f"La fiche « {slug} » ne peut pas être lue : corrigez-la d’abord (invoke verifier), "
            "pour que toutes ses traces se trouvent."
        )
    near = suggestion(slug, content.practitioners)
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    return f"Aucune fiche ne s’appelle « {slug} ».{meant}"


def _is_confirmed(ask: Ask) -> bool:
    try:
        return ask("\nRetirer cette personne du site ? Écrivez « oui » : ").strip() == "oui"
    except EOFError:
        return False


def apply(withdrawal: Withdrawal, content: Content, day: date) -> None:
    """Delete and rewrite the files of a withdrawal, and keep its marks in ``retires.yml``."""
    root, slug = content.root, withdrawal.slug
    before, _ = withdrawn.retired(root)
    for path, text in withdrawal.rewritten.items():
        (root / path).write_bytes(text.encode("utf-8", errors="surrogateescape"))
    for name in (RESULTS, _FORMER_RESULTS):
        discard(root.parent / ".cache" / name)
    rendition_cache = RenditionCache(root.parent / RENDITIONS)
    for path in withdrawal.removed:
        # What builds made of a portrait goes with it.
        rendition_cache.forget((root / path).read_bytes())
        (root / path).unlink()
        _drop_if_empty((root / path).parent, root)
    who = _own_traits(content, slug)
    after = before.with_withdrawal(who, day, homonyms(content, slug))
    (root / RETIRED).write_text(after.text(), "utf-8")


def _drop_if_empty(folder: Path, root: Path) -> None:
    """Delete an empty folder below a type's, which may be named after the person."""
    if len(folder.relative_to(root).parts) > 2 and not any(folder.iterdir()):
        folder.rmdir()


def _tell_apart(content: Content, slug: str) -> str:
    """Note that a profile is not that of a namesake who left, and return what to do now."""
    before, _ = withdrawn.retired(content.root)
    who = withdrawn.traits(content.practitioners[slug])
    if before.of(replace(who, own=())) is None:
        return (
            f"Aucun retrait ne concerne « {slug} » : il n’y a rien à noter."
            if before.of(who) is None
            else f"Ce n’est pas le nom de « {slug} » qui est reconnu, mais son adresse ou son "
            "téléphone : suivez ce que dit « invoke verifier »."
        )
    (content.root / RETIRED).write_text(before.with_others((slug,)).text(), "utf-8")
    return (
        f"C’est noté dans content/{RETIRED} : « {slug} » est une autre personne.\n"
        "Enregistrez ce fichier avec la fiche, puis lancez « invoke verifier »."
    )


def _own_traits(content: Content, slug: str) -> withdrawn.Traits:
    """Return what somebody is recognised by, without what a colleague who stays shares."""
    of_each = {key: withdrawn.traits(person) for key, person in content.practitioners.items()}
    who = of_each.pop(slug)
    shared = {trait for other in of_each.values() for trait in other.own}
    return replace(who, own=tuple(trait for trait in who.own if trait not in shared))


def listing(withdrawal: Withdrawal, content: Content) -> Iterator[str]:
    """Yield the lines that show every trace, before anything is touched."""
    yield "Fichiers supprimés"
    yield from (f"  content/{path}" for path in withdrawal.removed)
    yield "\nLignes changées (les évènements, les actualités et les capsules restent, sans le nom)"
    for change in withdrawal.changes:
        yield f"  content/{change.path}:{change.line}"
        yield f"    - {_short(change.before)}"
        yield f"    + {_short(change.after or '')}"
    if not withdrawal.changes:
        yield "  aucune"
    yield "\nDisparaissent du site à la prochaine construction"
    yield from (f"  {address}" for address in addresses(withdrawal.slug, content))
    yield from _remaining(withdrawal)


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"


def addresses(slug: str, content: Content) -> Iterator[str]:
    """Yield what the site makes from the profile of somebody."""
    yield f"/annuaire/{slug}/ : la page, la carte de contact (vCard) et son code QR"
    person = content.practitioners[slug]
    badges = {"badge": ", son badge", "badge signé": ", son badge signé (s’il y en a un)"}
    has = "".join(words for kind, words in badges.items() if agrees_to(kind, person.written))
    for grant in grants_of(person):
        yield f"/{grant.path} : le certificat, sa ligne au registre{has}"
    yield f"/agenda/praticiens/{slug}.ics : le calendrier de ses rencontres"
    yield "les listes de l’annuaire (pages, vCard, CSV, JSON), ses livrets, le plan du site"
    yield "l’index de recherche, les flux, les calendriers, les données structurées des pages"


def _remaining(withdrawal: Withdrawal) -> Iterator[str]:
    if withdrawal.to_read:
        yield "\nÀ juger par vous : ces lignes ou ces fichiers parlent peut-être de cette personne"
        yield from (f"  {_place(trace)}" for trace in withdrawal.to_read)
    if withdrawal.unread:
        yield "\nDocuments que cette commande ne sait pas lire : ouvrez-les"
        yield from (f"  content/{path}" for path in withdrawal.unread)


def _place(trace: Trace) -> str:
    if not trace.line:
        return f"content/{trace.path} : refaites ce fichier, ou renommez-le, sans le nom"
    return f"content/{trace.path}:{trace.line} : {_short(trace.before.strip())}"


def explanation(withdrawal: Withdrawal, day: date) -> Iterator[str]:
    """Yield what was done, and what only people can still do."""
    files = pluralize(len(withdrawal.removed), "fichier supprimé", "fichiers supprimés")
    changed = pluralize(len(withdrawal.rewritten), "fichier changé", "fichiers changés")
    yield f"\nFait le {day_in_words(day)} : {files}, {changed}."
    if withdrawal.to_read:
        yield "Relisez les lignes signalées plus haut, puis lancez « invoke verifier »."
    paths = " ".join(f"--path content/{path}" for path in withdrawal.removed)
    yield f"""
Ce qu’il reste à faire
  1. Relire les phrases changées : « une personne » demande parfois un autre accord.
  2. Enregistrer, sans écrire le nom dans le message :
       git add -A content && git commit -m "Retirer une fiche"
  3. Construire et publier : invoke publier. Les anciennes adresses répondent alors « 410,
     retirée », et l’hébergeur ne garde plus les versions qui montraient cette personne.
     Le dernier site construit sur cette machine part avec : invoke clean

Ce qui garde encore le nom, et comment l’effacer
  - L’historique de git. Sur un clone neuf, avec git-filter-repo :
       git filter-repo --replace-text noms.txt --invert-paths {paths}
     où noms.txt contient une ligne « Prénom Nom==>une personne » (effacez-le ensuite) ; puis
     « git push --force » de toutes les branches et étiquettes ; chacun reprend un clone neuf.
  - La forge : demandes de fusion, archives, journaux et artefacts des constructions. Effacez-les,
    ou demandez à son assistance de purger les anciens enregistrements.
  - Les copies (forks) et les clones des autres : écrivez à leurs propriétaires.
  - Les caches : celui de l’hébergeur se vide à la publication ou depuis son tableau de bord ;
    Google et Bing ont un formulaire de retrait de page périmée ; web.archive.org efface sur
    demande à info@archive.org.
  - Ce qui a été téléchargé (vCard, CSV, livret) ne se rappelle pas. La copie d’un badge signé est
    dite suspendue par la liste d’état, mais garde le nom. Les calendriers abonnés se mettent à
    jour d’eux-mêmes.
Le détail : docs/annuaire-et-vie-privee.md"""
