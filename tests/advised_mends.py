"""What a person does who follows the words of a message to the letter, and what comes of it.

An intention is one line beside a fixture, ``intention.txt``: what its writer meant. « personne »
says that the message leaves a choice that only people can make. Otherwise it names the file, the
elements that its body becomes and, after a bar, what a field is to hold:
``actualites/compte-rendu.md: h2 1, p 2, ul 1, li 2 | titre: Journée de rencontre #12``.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from association.problems.report import Problem
from association.source import source
from association.source.tree import read_body

A_CHOICE = "personne"
# What is said of several lines together, and mended by ``invoke verifier --corriger``.
OF_PASSAGES = frozenset({"fausse-liste", "lignes-reunies", "tableau", "citation", "deplier"})
_COUNTED = ("h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "table", "details", "a", "img")
# Words that leave a choice, or name an example and not what to write.
_LEAVES_A_CHOICE = re.compile(
    r"par exemple|…|, ou |\bou (?:«|\d)|si |sinon|vérifiez|choisissez|corrigez|se met|l’adresse"
    r"|\| Titre »| actualité|(?:sa|la) valeur (?:après|à)|une heure|le jour|au plus"
    r"|dans le texte|sous «|leur place|en Markdown|-le à"
)

Edit = Callable[[list[str], Problem, re.Match[str]], None]


@dataclass(frozen=True)
class Meant:
    """An intention read: the file, its elements, and what some of its fields hold."""

    path: str
    elements: dict[str, int]
    fields: dict[str, str]


def meant(line: str) -> Meant | None:
    """Return an intention, None for one that is left to people."""
    if line.strip() == A_CHOICE:
        return None
    path, _, rest = line.strip().partition(":")
    elements, _, fields = rest.strip().partition(" | ")
    counts = (one.strip().rsplit(" ", 1) for one in elements.split(", ") if one)
    pairs = (one.split(": ", 1) for one in fields.split(" | ") if one)
    return Meant(path, {name: int(count) for name, count in counts}, dict(pairs))


def outcome(path: Path, name: str, fields: Iterable[str]) -> Meant:
    """Return what the file ``name`` at ``path`` became, ``fields`` read from its front matter."""
    read = source.read(path.read_bytes())
    html = read_body(read.body).html if read.body_line > 1 else ""
    tags = Counter(re.findall(r"<(\w+)", html))
    plain = read.front.plain()
    return Meant(
        name,
        {tag: tags[tag] for tag in _COUNTED if tags[tag]},
        {key: _shown(plain.get(key, "")) for key in fields},
    )


def _shown(value: object) -> str:
    return ", ".join(map(_shown, value)) if isinstance(value, list) else str(value)


def follow(root: Path, found: Iterable[Problem]) -> int:
    """Do what the messages say to the files below ``root``; return how many could be followed."""
    by_file: dict[str, list[Problem]] = {}
    for problem in found:
        by_file.setdefault(problem.source, []).append(problem)
    return sum(_follow_in(root, problems) for problems in by_file.values())


def _follow_in(root: Path, problems: list[Problem]) -> int:
    """Do what is said of one file."""
    path, done = root.parent / problems[0].source, 0
    for problem in problems:
        if renamed := re.fullmatch(r"renommez-le « (.+) »", problem.fix):
            path = path.rename(path.with_name(renamed[1]))
            done += 1
        elif moved := re.fullmatch(r"rangez-le dans content/(\w+)/", problem.fix):
            path = path.rename(root / moved[1] / path.name)
            done += 1
        elif problem.fix == "enregistrez-le en UTF-8":
            held = path.read_bytes()
            encoding = "utf-16" if held[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"
            path.write_text(held.decode(encoding), "utf-8")
            done += 1
    text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    lines = text.split("\n")
    # What is said twice of one place is done once.
    once = {(problem.span, problem.fix): problem for problem in problems}
    for _, problem in sorted(once.items(), key=lambda one: one[0], reverse=True):
        done += _do(lines, problem)
    if "\n".join(lines) != text:
        path.write_text("\n".join(lines), "utf-8")
    return done


def _do(lines: list[str], problem: Problem) -> bool:
    for pattern, edit in _EDITS:
        found = re.fullmatch(pattern, problem.fix)
        if found and not (_LEAVES_A_CHOICE.search(problem.fix) and edit is _write):
            edit(lines, problem, found)
            return True
    return False


def _write(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    """Write what is said: for the signs above the carets, or for the whole line that it holds."""
    number = problem.span.line - 1
    line, text = lines[number], next(filter(None, found.groups()))
    before, after = line[: problem.span.column - 1], line[problem.span.end_column - 1 :]
    around = re.findall(r"\w+", f"{before} {after}")
    key = re.match(r"(\w+): ", text)
    if re.match("#+ ", text):
        lines[number] = text
    elif key and not re.match(rf"\s*{key[1]}\b", line):
        lines.insert(number + 1, _beside(line) + text)
    elif text.endswith(":") and not text[:-1].count(" "):
        lines[number] = re.sub(r"^(\s*)[\w-]+[\s\u00a0\u202f]*:", rf"\g<1>{text}", line)
    elif around and all(word in re.findall(r"\w+", text) for word in around):
        lines[number] = line[: len(line) - len(line.lstrip())] + text
    elif text.startswith('"') and ":" in before and "[" not in before:
        lines[number] = f"{line[: line.index(':') + 1]} {text}"
    elif text.startswith('"'):
        bare = text.strip('"')
        lines[number] = line.replace(bare, text) if bare in line else before + text + after
    else:
        lines[number] = before + text + after


def _delete(lines: list[str], problem: Problem, _found: re.Match[str]) -> None:
    number, span = problem.span.line - 1, problem.span
    line = lines[number]
    lines[number] = line[: span.column - 1] + line[span.end_column - 1 :]


def _delete_line(lines: list[str], problem: Problem, _found: re.Match[str]) -> None:
    del lines[problem.span.line - 1]


def _delete_item(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    _delete(lines, problem, found)
    number = problem.span.line - 1
    lines[number] = re.sub(r", *(?=[,\]])|(?<=\[), *", "", lines[number])
    if lines[number].strip() == "-":
        del lines[number]


def _add_line(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    number = problem.span.line - 1
    text, where = found[1], found[2]
    if "avant" in where:
        lines.insert(number, text)
    elif "en-tête" in where:
        lines.insert(1, text)
    else:
        lines.insert(number + 1, (_beside(lines[number]) if ":" in text else "") + text)


def _beside(line: str) -> str:
    """Return the spaces before a field that goes with the one on a line."""
    return " " * (len(line) - len(line.lstrip(" -"))) if _is_field(line) else ""


def _is_field(line: str) -> bool:
    return re.match(r"[ -]*\w+\s*:", line) is not None


def _indent(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    number = problem.span.line - 1
    lines[number] = " " * int(found[1] if found.groups() else 0) + lines[number].lstrip()


def _move_in(lines: list[str], problem: Problem, _found: re.Match[str]) -> None:
    lines[problem.span.line - 1] = "  " + lines[problem.span.line - 1]


def _blank_before(lines: list[str], problem: Problem, _found: re.Match[str]) -> None:
    lines.insert(problem.span.line - 1, "")


def _join(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    number = problem.span.line - 1
    lines[number : number + 2] = ["", found[2]] if found[1] else [found[2]]


def _plain_spaces(lines: list[str], problem: Problem, _found: re.Match[str]) -> None:
    number, span = problem.span.line - 1, problem.span
    line = lines[number]
    spaces = "  " if "\t" in line else " " * (span.end_column - span.column)
    lines[number] = line[: span.column - 1] + spaces + line[span.end_column - 1 :]


def _close_quotation(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    number = problem.span.line - 1
    lines[number] = re.sub(r"(\.?)$", rf" {found[1]}\1", lines[number], count=1)


def _underlined_heading(lines: list[str], problem: Problem, found: re.Match[str]) -> None:
    lines[problem.span.line - 2 : problem.span.line] = [found[1]]


_EDITS: tuple[tuple[str, Edit], ...] = (
    (r"écrivez « (#.+) » à la place de ces deux lignes", _underlined_heading),
    (r"(?:écrivez|vouliez-vous dire) « (.+) »(?: \?)?", _write),
    (r"(?:écrivez|mettez .+ valeur entre guillemets droits :) (\".+\")", _write),
    (r"(?:écrivez|vouliez-vous dire) ([^«]\S*(?: [^«]\S*)*?)(?: \?)?", _write),
    (r"effacez cette ligne", _delete_line),
    (r"gardez-en un seul", _delete_item),
    (r"effacez-l[ae]|effacez-le, ou retapez la ligne|(?:effacez|retirez)-le ?[;:] .+", _delete),
    (r"ajoutez une ligne « ([^…]+) » (juste avant celle-ci|après celle-ci|à l’en-tête)", _add_line),
    (r"ajoutez « (\w+: [^…»]+) »()", _add_line),
    (r"commencez(?:-la| la ligne) par (\d+) espaces?", _indent),
    (r"commencez(?:-la| (?:cette|la) ligne) au bord gauche", _indent),
    (r"décalez-la sous « \w+ », de deux espaces", _move_in),
    (r"décalez-la de deux espaces, ou écrivez toute la valeur sur une seule ligne", _move_in),
    (r"laissez une ligne vide avant elle(?:, ou écrivez le titre après « ## »)?", _blank_before),
    (r"réunissez les deux lignes(, après une ligne vide)? : « (.+) »", _join),
    (r"remplacez-la par des espaces, ou effacez-la au bord gauche", _plain_spaces),
    (r"effacez-les et tapez des espaces ordinaires", _plain_spaces),
    (r"remplacez-la par une espace ordinaire", _plain_spaces),
    (r"ajoutez (») à la fin de la citation", _close_quotation),
)
