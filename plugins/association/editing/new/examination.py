"""What the checker says of a draft, while it is being answered and once it is whole. Pure.

A draft is read as the file it would be, what is not answered yet being filled with the schema's
own examples; so an answer is judged by the very rules, and told in the very words, of the checker.
"""

from dataclasses import replace

from ...checks.all_checks import OF_EVENTS, OF_PEOPLE, of_content
from ...checks.check_context import CheckContext
from ...checks.entry_in_content import of_entry
from ...content.entry import Entry
from ...content.reading import Content, entry_of
from ...content.schema import WrittenEntry
from ...problems.findings import Severity
from ...problems.report import Problem, in_reading_order, problem_of
from ...source import source
from ...source.frontmatter import FrontMatter, Listing, Table, Value
from .draft import Answer, Draft, DraftContext, text_of
from .fields import Field
from .file_names import slug_of_draft
from .kinds import Path


def problems_of(text: str, slug: str, draft_context: DraftContext) -> list[Problem]:
    """Return everything that the checker says of a file that is not there yet."""
    name = f"{draft_context.content.root.name}/{draft_context.folder}/{slug}.md"
    read = source.read(text.encode("utf-8", "surrogatepass"))
    found = entry_of(draft_context.folder, slug, name, read, draft_context.content.vocabulary)
    problems = [problem_of(finding, name, read.lines) for finding in found.findings]
    if found.entry is not None:
        problems += _of_entry(found.entry, draft_context)
    return in_reading_order(problems)


def _of_entry(entry: Entry[WrittenEntry], draft_context: DraftContext) -> list[Problem]:
    context = CheckContext(
        _with(entry, draft_context.content), draft_context.asof, draft_context.asof
    )
    among = of_content((*OF_PEOPLE, *OF_EVENTS), context)
    mine = [problem for problem in among if problem.source == entry.source]
    return [*map(entry.problem, of_entry(entry, context)), *mine]


def _with(entry: Entry[WrittenEntry], content: Content) -> Content:
    """Return a content with one entry more, and of its kind no other: checks look at few."""
    of_folder = {**content.entries[entry.folder], entry.slug: entry}
    people = content.entries["praticiens"]
    others = {**content.entries, "praticiens": people, entry.folder: of_folder}
    return replace(content, entries=others)


def objections(draft: Draft, draft_context: DraftContext) -> list[Problem]:
    """Return the errors that stand on what was answered, not on what is still to come."""
    fill = _fill(draft, draft_context)
    text = text_of(draft, draft_context, fill)
    read = source.read(text.encode("utf-8", "surrogatepass"))
    paths = _paths_of_lines(read.front)
    found = problems_of(text, slug_of_draft(draft, draft_context), draft_context)
    return [
        problem
        for problem in found
        if problem.severity is Severity.ERROR and not _is_of(problem, paths, fill)
    ]


def _is_of(problem: Problem, paths: dict[int, Path], fill: dict[Path, Answer]) -> bool:
    """Return whether a problem stands on a line that only fills a gap."""
    lines = [line for line in paths if line <= problem.span.line]
    return bool(lines) and paths[max(lines)] in fill


def _paths_of_lines(front: FrontMatter) -> dict[int, Path]:
    """Return the field that each line of a front matter begins."""
    found: dict[int, Path] = {}
    _note(front.table, (), found)
    return found


def _note(value: Value, path: Path, found: dict[int, Path]) -> None:
    if isinstance(value, Table):
        for key, inner in value.values.items():
            found[value.keys[key].line] = (*path, key)
            _note(inner, (*path, key), found)
    elif isinstance(value, Listing):
        for item in value.items:
            _note(item, path, found)


def _fill(draft: Draft, draft_context: DraftContext) -> dict[Path, Answer]:
    """Return an example for each field that must be there and was neither answered nor kept."""
    record_answer = {path[0] for path, answer in draft.answers.items() if answer is not None}
    return {
        path: _example(field, draft_context)
        for path, field in draft_context.fields.items()
        if (field.is_always or (field.is_required and path[0] in record_answer))
        and path not in draft.answers
        and path[0] not in draft.copied_values
    }


def _example(field: Field, draft_context: DraftContext) -> Answer:
    known = draft_context.content.entries.get(field.folder, {})
    text = next(iter(field.words or known), field.example.partition(", ")[0])
    return [text] if field.is_list else text
