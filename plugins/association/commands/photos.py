"""``invoke photos``: asks what each picture shows, puts it away, gives the lines to paste."""

from dataclasses import dataclass, replace
from pathlib import Path

from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..editing.new.terminal import Terminal, terminal_of_this_process
from ..editing.photos.pasting import field_of, in_a_head, in_a_text, insert, is_decoration
from ..editing.photos.placing import given, placed
from ..editing.photos.preparing import LONGEST_SIDE, TAKEN, NoHeicError, Prepared, prepared
from ..pages.context import file_size
from ..pictures.decoding import TooLargePictureError, UnreadablePictureError
from ..problems.report import pluralize

_USUAL = "actualites"


@dataclass(frozen=True)
class Options:
    """What the command was told: the pictures, the folder below ``images``, the words, the entry.

    ``sources`` are pictures or folders of them, ``alts`` their descriptions in the same order: what
    is missing is asked. ``entry`` is the text to show them in; without a ``folder``, they go where
    those of its kind are.
    """

    sources: tuple[str, ...] = ()
    folder: str = ""
    alts: tuple[str, ...] = ()
    entry: str = ""

    def placed_with(self, entry: Path | None) -> "Options":
        """Return the same options with the folder that they come down to."""
        return replace(self, folder=self.folder or (entry.parent.name if entry else _USUAL))


class _StoppedError(Exception):
    """The person who answers has left."""


@dataclass(frozen=True)
class _Errand:
    """Where pictures go, and whom to ask and tell."""

    content: Path
    options: Options
    entry: Path | None
    terminal: Terminal


def main(root: Path, options: Options, *, terminal: Terminal | None = None) -> ExitCode:
    """Bring pictures into the content.

    Returns FINE when all were taken, CONTENT when one could not be or the questions were left,
    USAGE when what was asked makes no sense.
    """
    terminal = terminal or terminal_of_this_process()
    pictures, others = given([Path(source).expanduser() for source in options.sources])
    content = content_folder(root)
    entry = _entry(content, options.entry)
    options = options.placed_with(entry)
    wrong = _misunderstood(pictures, others, options, entry)
    if wrong:
        terminal.say(wrong)
        return ExitCode.USAGE
    errand = _Errand(content, options, entry, terminal)
    taken = 0
    for number, picture in enumerate(pictures):
        try:
            taken += _bring(picture, number, errand)
        except _StoppedError:
            terminal.say("\nArrêté. Les images déjà rangées le restent.")
            break
    return _summary(taken, len(pictures), terminal)


def _misunderstood(
    pictures: list[Path], others: list[Path], options: Options, entry: Path | None
) -> str:
    """Return why nothing can be done, in French, or nothing."""
    if others:
        return _no_picture(next((path for path in others if not path.exists()), others[0]))
    if not pictures:
        return "Aucune image ici. Donnez un dossier ou un fichier : invoke photos vacances/"
    if not _is_folder_name(options.folder):
        return f"« {options.folder} » ne peut pas nommer un dossier : minuscules sans accent."
    if options.entry and entry is None:
        return f"« {options.entry} » est introuvable dans content/. Écrivez : actualites/nom.md"
    return ""


def _no_picture(path: Path) -> str:
    if not path.exists():
        return f"« {path} » est introuvable."
    if path.suffix.lower() == ".svg":
        return f"« {path.name} » est un dessin SVG : il se range tel quel dans content/images."
    return f"« {path.name} » n’est pas une image. Formats pris : {', '.join(TAKEN)}."


def _is_folder_name(name: str) -> bool:
    return bool(name) and all(sign.isascii() and (sign.isalnum() or sign == "-") for sign in name)


def _entry(content: Path, name: str) -> Path | None:
    """Return the file of an entry: « actualites/x », with or without « content/ » and « .md »."""
    if not name:
        return None
    path = name.replace("\\", "/").removeprefix("./").removeprefix("content/").removesuffix(".md")
    entry = content / f"{path}.md"
    return entry if entry.is_file() and entry.resolve().is_relative_to(content.resolve()) else None


def _bring(picture: Path, number: int, errand: _Errand) -> bool:
    """Bring one picture in and tell; return whether it was taken."""
    options, say = errand.options, errand.terminal.say
    try:
        ready = prepared(picture)
    except (NoHeicError, OSError, UnreadablePictureError, TooLargePictureError) as error:
        say(f"{picture.name} : {_why(error)}")
        return False
    given_alt = options.alts[number] if number < len(options.alts) else ""
    alt = " ".join(given_alt.split()) or _ask(picture, errand.terminal)
    try:
        path = placed(ready, picture.stem, errand.content, options.folder)
        say(f"{picture.name} → content/{path}\n  {_what_was_done(ready)}")
        say(_markdown_of(path, alt, options.folder, errand.entry))
    except (OSError, UnicodeDecodeError) as error:
        say(f"{picture.name} : impossible d’écrire ({error}).")
        return False
    return True


def _why(error: Exception) -> str:
    match error:
        case NoHeicError():
            return (
                "les photos HEIC demandent un complément. Installez-le, puis recommencez :\n"
                "  python -m pip install pillow-heif"
            )
        case UnreadablePictureError():
            return "cette image ne peut pas être lue, ou pas jusqu’au bout."
        case TooLargePictureError():
            return "cette image a trop de points. Réduisez-la d’abord dans un logiciel d’image."
        case _:
            return "ce fichier ne peut pas être lu."


def _ask(picture: Path, terminal: Terminal) -> str:
    """Return what a picture shows, asked until it is answered."""
    question = (
        f"\nQue montre « {picture.name} » ? Dites-le comme au téléphone "
        "(ou « décor » si elle n’apprend rien) : "
    )
    while True:
        try:
            answer = " ".join(terminal.ask(question).split())
        except (EOFError, KeyboardInterrupt):
            raise _StoppedError from None
        if answer:
            return "décor" if is_decoration(answer) else answer
        question = "Ces mots sont lus à qui ne voit pas l’image. Que montre-t-elle ? "


def _what_was_done(ready: Prepared) -> str:
    """Return « 4000 × 3000 px, 6,1 Mo → 2000 × 1500 px, 412 ko ; … »."""
    before = f"{ready.was[0]} × {ready.was[1]} px, {file_size(ready.weighed)}"
    after = f"{ready.size[0]} × {ready.size[1]} px, {file_size(len(ready.content))}"
    hidden = "le lieu et la date de la prise de vue" if ready.had_place else "les données cachées"
    return f"{before} → {after} ; {hidden} n’y sont plus"


def _markdown_of(path: str, alt: str, folder: str, entry: Path | None) -> str:
    """Put a picture into the entry, or return the lines to paste."""
    if entry and insert(entry, path, alt):
        return f"  montrée dans {entry.parent.name}/{entry.name}"
    head = in_a_head(field_of(folder), path, alt).rstrip()
    if folder == "praticiens":
        return f"\n  Dans l’en-tête de la fiche, avec l’accord « portrait » :\n\n{head}\n"
    return f"\n  Dans l’en-tête :\n\n{head}\n\n  ou dans le texte :\n\n{in_a_text(path, alt)}\n"


def _summary(taken: int, wanted: int, terminal: Terminal) -> ExitCode:
    if not taken:
        terminal.say("\nAucune image rangée.")
        return ExitCode.CONTENT
    rest = "" if taken == wanted else f" sur {wanted}"
    said = pluralize(taken, "image rangée", "images rangées")
    terminal.say(
        f"\n{said}{rest}, {LONGEST_SIDE} px de côté au plus. Les originales sont intactes : "
        "gardez-les ailleurs. Vérifiez avec : invoke verifier"
    )
    return ExitCode.FINE if taken == wanted else ExitCode.CONTENT
