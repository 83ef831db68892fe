"""``invoke traduire``: begins a translation beside its text, or says that one was read again.

What a translation is, is ``translations``'s; here are the words and the files written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..checks.entry_checks import TO_TRANSLATE
from ..content import reading
from ..content.entry import Entry
from ..content.reading import Content
from ..content.schema import WrittenEntry
from ..content.translations import TranslationName, fingerprint, refusal
from ..core.atomic_write import replace_file
from ..core.content_folder import content_folder
from ..core.exit_code import ExitCode
from ..core.words import suggested_path
from ..editing.new.new_file import write_new
from ..editing.new.new_translation import MARK, new_translation
from ..source.frontmatter import FrontMatter

Say = Callable[[str], None]


class _RefusedError(Exception):
    """What was asked cannot be done; the words say why, in French."""


@dataclass(frozen=True)
class Options:
    """``text`` is a path or a file's bare name, ``lang`` two letters.

    With ``read_again``, a translation that exists says from now on that it follows the text as it
    is.
    """

    text: str
    lang: str
    read_again: bool = False


def main(root: Path, options: Options, *, say: Say = print) -> ExitCode:
    """Begin a translation, or mark one as read again; return FINE, USAGE when it cannot be."""
    content = reading.read(content_folder(root))
    try:
        original = _original(options.text, content)
        name = TranslationName(original.folder, original.slug, options.lang)
        if refused := refusal(name, original):
            raise _RefusedError(f"{_sentence(refused.message)}\n{_sentence(refused.fix)}")
        done = (_mark if options.read_again else _begin)(name, original, content)
    except _RefusedError as refusal_:
        say(str(refusal_))
        return ExitCode.USAGE
    say(done)
    return ExitCode.FINE


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _original(text: str, content: Content) -> Entry[WrittenEntry]:
    """Return the text that a path, or a name where one text has it, leads to."""
    *folders, name = text.removesuffix(".md").strip("/").split("/")
    known = {
        entry.path.removesuffix(".md"): entry
        for of_type in content.entries.values()
        for entry in of_type.values()
    }
    wanted = "/".join([*folders[-1:], name])
    found = [path for path in known if path == wanted or path.endswith(f"/{wanted}")]
    if len(found) == 1:
        return known[found[0]]
    if found:
        several = "\n".join(f"  invoke traduire {path} …" for path in found)
        raise _RefusedError(f"Plusieurs textes s’appellent « {name} » :\n{several}")
    if f"{wanted}.md" in content.unread:
        raise _RefusedError(f"« {wanted} » ne peut pas être lu : lancez « invoke verifier ».")
    near = suggested_path(wanted, known)
    meant = f" Vouliez-vous dire « {near} » ?" if near else ""
    raise _RefusedError(f"Aucun texte ne s’appelle « {wanted} ».{meant}")


def _begin(name: TranslationName, original: Entry[WrittenEntry], content: Content) -> str:
    """Write a new translation; return what to do next."""
    try:
        write_new(content.root / name.path, new_translation(original))
    except FileExistsError:
        raise _RefusedError(
            f"{content.root.name}/{name.path} existe déjà : rien n’a été écrit.\n"
            f"Une fois relue : invoke traduire {name.folder}/{name.slug} {name.lang} --relue"
        ) from None
    return (
        f"{content.root.name}/{name.path} attend sa traduction.\n"
        f"Traduisez le titre, le résumé et le texte, puis ôtez la ligne « {TO_TRANSLATE} ».\n"
        "Ensuite : invoke verifier"
    )


def _mark(name: TranslationName, original: Entry[WrittenEntry], content: Content) -> str:
    """Write into a translation which state of its text it follows; return what was done."""
    path = content.root / name.path
    if name.path in content.unread:
        raise _RefusedError(f"« {name.path} » ne peut pas être lu : lancez « invoke verifier ».")
    if name.path not in content.translations:
        raise _RefusedError(
            f"{content.root.name}/{name.path} n’existe pas encore.\n"
            f"Pour le commencer : invoke traduire {name.folder}/{name.slug} {name.lang}"
        )
    translated = content.translations[name.path]
    mark = fingerprint(original)
    replace_file(path, _with_mark(path.read_bytes(), translated.entry.front, mark))
    return f"{content.root.name}/{name.path} suit désormais le texte d’aujourd’hui."


def _with_mark(before: bytes, front: FrontMatter, mark: str) -> bytes:
    """Return the bytes of a translation with another fingerprint; all else stays as it is."""
    lines = before.splitlines(keepends=True)
    end = lines[0][len(lines[0].rstrip(b"\r\n")) :]
    line = f"{MARK}: {mark}".encode() + end
    if front.has((MARK,)):
        lines[front.span_of_key((MARK,)).line - 1] = line
    else:
        lines.insert(1, line)
    return b"".join(lines)
