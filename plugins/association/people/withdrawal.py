"""Withdrawing somebody from the site: every trace in the content, and the content without them.

Reads the content's files; ``commands.withdraw`` asks, writes and explains. Events, news and
capsules stay, without the name: their licence (CC BY-SA 4.0, section 3(a)(3)) provides for it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from ..content.company_numbers import numbers_of_firm
from ..content.contacts_in_text import EMAIL_GONE, TELEPHONE_GONE
from ..content.entry_links import without_cards_of, without_links_to
from ..content.misplaced import PICTURES
from ..content.practitioner import PORTRAITS
from ..content.reading import RETIRED, Content
from ..content.responses import RESPONSES
from ..content.schema import WrittenPractitioner
from ..content.withdrawn import traits
from ..core.pdf import pdf_reader
from ..source.body import Body
from ..source.tree import read_body
from .member_lists import without_members
from .name_in_text import Name, full_names, may_hold, single_names, whole_names, without, words_of

_TEXTS = (".md", ".yml", ".yaml", ".csv", ".txt")
_SPACED = r"[\s.\-]*"
# Nothing but blank lines and comments may stand between a list's name and what it holds.
_EMPTY_LIST = re.compile(
    r"^(?:intervenants|membres|praticiens|travaille_avec):(?:\s*\[\s*\])?[ \t]*(?:#[^\n]*)?\r?\n"
    r"(?!(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:[ \t]*-(?!\S)|[ \t]+[^\s#]))",
    re.MULTILINE,
)
# Fewer digits alone may be anything else: a postal code, a year.
_FEWEST_ALONE, _FEWEST_DIGITS = 8, 4


@dataclass(frozen=True)
class Trace:
    """A line that speaks of the person: ``after`` is what it becomes, None when nothing changes."""

    path: str
    line: int
    before: str
    after: str | None = None


@dataclass(frozen=True)
class Withdrawal:
    """What withdrawing somebody does, paths from the content's folder.

    ``removed`` are files to delete, ``rewritten`` the new text of others, ``changes`` its lines,
    ``to_read`` what only a person can judge, ``unread`` the documents that hold no plain text.
    """

    slug: str
    removed: tuple[str, ...]
    rewritten: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[Trace, ...] = ()
    to_read: tuple[Trace, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Identifiers:
    """Everything that tells who somebody is.

    ``others`` are the names of people who share a word of theirs, ``namesakes`` the paths of the
    profiles of those of the same family name, ``homonyms`` the slugs of those of the same name.
    ``numbers`` are those of the company that no other profile has: several may share one.
    """

    slug: str
    name: Name
    others: tuple[Name, ...]
    namesakes: frozenset[str]
    homonyms: tuple[str, ...]
    email: str
    telephone: str
    website: str
    practice: str = ""
    numbers: tuple[str, ...] = ()

    def slug_in(self, text: str) -> bool:
        """Return whether the slug stands in a text, alone or within a longer one."""
        for other in self.homonyms:
            # « anne-martin-2 » holds « anne-martin ».
            if self.slug in other:
                text = text.replace(other, "")
        return _holds_slug(text, self.slug)

    def is_hinted_at_in(self, text: str) -> bool:
        """Return whether a text has the website or the practice, which others may share."""
        return any(hint and hint in text for hint in (self.website, self.practice))

    def may_be_named_in(self, text: str) -> bool:
        """Return whether a name in a text is theirs for sure: nobody else's who is named alike."""
        if not self.homonyms:
            return True
        # « anne-martin-2 » is not « anne-martin », who may be the other.
        rest = text.replace(self.slug, "")
        return self.slug_in(text) and not any(
            _holds_slug(rest if other in self.slug else text, other) for other in self.homonyms
        )

    def patterns(self) -> Iterator[tuple[str, str]]:
        """Yield the patterns of the person's addresses, and what is said instead of each."""
        if self.email:
            yield rf"(?:mailto:)?{re.escape(self.email)}", EMAIL_GONE
        if self.telephone:
            yield self.telephone_pattern(), TELEPHONE_GONE
        for number in self.numbers:
            yield rf"(?<!\d){_SPACED.join(number)}(?!\d)", TELEPHONE_GONE

    def telephone_pattern(self) -> str:
        """Return the pattern of the number, national or not, however it is spaced."""
        digits = re.sub(r"\D", "", self.telephone)[-9:]
        return r"(?:(?:\+\d{1,3}|00\d{1,3}|\(|0)[\s.\-()0]*)?" + _SPACED.join(digits)


def _holds_slug(text: str, slug: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])", text) is not None


def identifiers(content: Content, slug: str) -> Identifiers:
    """Return what tells who ``slug`` is. Raises KeyError for nobody."""
    people = content.practitioners
    written = people[slug].written
    name = _name(written)
    words, family = {*words_of(name.given), *words_of(name.family)}, words_of(name.family)
    same_name = homonyms(content, slug)
    others = {key: _name(person.written) for key, person in people.items() if key != slug}
    return Identifiers(
        slug,
        name,
        tuple(
            other
            for key, other in others.items()
            if key not in same_name
            and not words.isdisjoint((*words_of(other.given), *words_of(other.family)))
        ),
        frozenset(
            people[key].path for key, other in others.items() if words_of(other.family) == family
        ),
        same_name,
        written.contact.email or "",
        written.contact.telephone or "",
        written.website or "",
        written.practice or "",
        tuple(
            number
            for number in _company_numbers(written)
            if not any(number in _company_numbers(people[key].written) for key in others)
        ),
    )


def _company_numbers(written: WrittenPractitioner) -> tuple[str, ...]:
    """Return the digits and letters of the numbers that texts may have, the longest first."""
    company = written.company
    if company is None:
        return ()
    french = (company.siret, *numbers_of_firm(company.siret)) if company.siret else ()
    signs = re.sub(r"[\W_]", "", company.foreign_number or "")
    digits = re.sub(r"\D", "", signs)
    foreign = digits if len(digits) >= _FEWEST_ALONE else signs
    others = (company.declaration, foreign if len(digits) >= _FEWEST_DIGITS else "")
    return (*french, *filter(None, others))


def homonyms(content: Content, slug: str) -> tuple[str, ...]:
    """Return the slugs of the other people who have the same names."""
    people = content.practitioners
    name = traits(people[slug]).name
    return tuple(key for key, other in people.items() if key != slug and traits(other).name == name)


def _name(written: WrittenPractitioner) -> Name:
    return Name(written.given_name, written.family_name)


def withdrawal_of(content: Content, slug: str) -> Withdrawal:
    """Return what withdrawing ``slug`` does to the content. Raises KeyError for nobody."""
    who = identifiers(content, slug)
    texts = _texts(content.root, own := content.practitioners[slug].path)
    answered = tuple(_responses(content, who, texts))
    texts = {path: text for path, text in texts.items() if path not in answered}
    removed = (own, *answered, *_pictures(content, who, texts))
    bodies = {entry.path: entry.body for entry in content.all_entries()}
    rewritten = {
        path: _without(_unthreaded(text, path, answered), path, who, bodies.get(path))
        for path, text in texts.items()
    }
    changed = {path: text for path, text in rewritten.items() if text != texts[path]}
    documents = {
        path: words_of_document(content.root / path)
        for path in content.static
        if path not in removed and not path.lower().endswith((*_TEXTS, *PICTURES))
    }
    readable = {path: words for path, words in documents.items() if words is not None}
    return Withdrawal(
        slug,
        removed,
        changed,
        tuple(change for path in changed for change in _changes(path, texts[path], changed[path])),
        (
            *_to_read(content, who, rewritten, removed),
            *(Trace(path, 0, path) for path, words in readable.items() if _is_named(words, who)),
        ),
        tuple(path for path in documents if path not in readable),
    )


def words_of_document(path: Path) -> str | None:
    """Return the words of a PDF, or None for what holds no words that can be read."""
    if path.suffix.lower() != ".pdf":
        return None
    try:
        return "\n".join(page.extract_text() for page in pdf_reader(path.read_bytes()).pages)
    except Exception:
        # Of a broken file, pypdf raises whatever its parts raise.
        return None


def _is_named(words: str, who: Identifiers) -> bool:
    return _may_name(words, who) and (
        bool(whole_names(words, who.name))
        or any(_may_speak_of(line, who) for line in words.split("\n"))
    )


def _texts(root: Path, own: str) -> dict[str, str]:
    """Return the texts of the content but the profile itself, by path."""
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if name in (own, RETIRED) or hidden or not path.is_file():
            continue
        if path.suffix.lower() in _TEXTS:
            found[name] = path.read_bytes().decode("utf-8", errors="surrogateescape")
    return found


def _pictures(content: Content, who: Identifiers, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the person's pictures that nothing else shows."""
    photo = content.practitioners[who.slug].written.photo
    for path in content.static:
        is_theirs = (photo and path == photo.file) or who.slug_in(path)
        if is_theirs and not any(path in text for text in texts.values()):
            yield path


def _responses(content: Content, who: Identifiers, texts: Iterable[str]) -> Iterator[str]:
    """Yield the responses to the person's page, and those that the person signed elsewhere."""
    beside = f"{RESPONSES}/praticiens/{who.slug}/"
    for path in texts:
        author = content.responses[path].written.name if path in content.responses else ""
        is_theirs = who.may_be_named_in(author) and bool(whole_names(author, who.name))
        if path.startswith(beside) or is_theirs:
            yield path


def _unthreaded(text: str, path: str, gone: Collection[str]) -> str:
    """Return a response without the one that it answers, where that is gone."""
    folder = path.rpartition("/")[0]
    head, mark, body = _split(text)
    for parent in gone:
        if parent.rpartition("/")[0] == folder:
            stem = re.escape(parent.rpartition("/")[2].removesuffix(".md"))
            head = re.sub(rf"(?m)^en_reponse_a:[ \t]*[\"']?{stem}[\"']?[ \t]*\r?\n", "", head)
    return head + mark + body


def _without(text: str, path: str, who: Identifiers, known: Body | None) -> str:
    """Return a text without what tells who the person is; ``known`` is its body, already read.

    In the profile of a namesake, the family name alone or after a title is the namesake's.
    """
    is_of_a_namesake = path in who.namesakes
    is_theirs = who.may_be_named_in(text)
    names_in = full_names if is_of_a_namesake else whole_names
    speaks_of_them = not is_of_a_namesake and (who.slug_in(text) or names_in(text, who.name))
    text = _without_references(text, who, is_theirs=is_theirs)
    if path.endswith((".md", ".txt")):
        text = _with_plain_body(text, path, who, known)
    if is_theirs:
        text = without(text, names_in(text, who.name))
    if is_theirs and speaks_of_them:
        text = without(text, single_names(text, who.name, who.others))
    for pattern, gone in who.patterns():
        text = re.sub(pattern, gone, text, flags=re.IGNORECASE)
    return text


def _with_plain_body(text: str, path: str, who: Identifiers, known: Body | None) -> str:
    """Return an entry without links to the person's page, nor addresses that its words hide.

    What visitors read as an address may be written with marks or entities in between.
    """
    head, mark, markdown = _split(text) if path.endswith(".md") else ("", "", text)
    before = known if known and known.text == markdown else read_body(markdown)
    without_links = without_links_to(before, path, {f"praticiens/{who.slug}.md"})
    without_links = without_cards_of(without_links, who.slug)
    body = before if without_links == before.text else read_body(without_links)
    after = body.text
    hidden = [
        (passage.place(*found.span()), gone)
        for passage in body.passages
        for pattern, gone in who.patterns()
        for found in re.finditer(pattern, passage.words, re.IGNORECASE)
    ]
    for place, gone in sorted(hidden, key=lambda one: one[0].start, reverse=True):
        after = after[: place.start] + gone + after[place.end :]
    if after == before.text:
        return text
    return head + mark + (after.replace("\n", "\r\n") if "\r\n" in markdown else after)


def _without_references(text: str, who: Identifiers, *, is_theirs: bool) -> str:
    """Return a file without the person in the lists of its front matter, nor as an author.

    ``is_theirs``: a member named there, without a profile, is the person.
    """
    before, mark, body = _split(text)
    one = rf"[\"']?{re.escape(who.slug)}[\"']?"
    head = without_members(before, who.slug, who.name if is_theirs else None)
    for pattern in (
        rf"(?m)^auteur:[ \t]*{one}[ \t]*\r?\n",
        rf"(?m)^[ \t]*-[ \t]+{one}[ \t]*(?:[ \t]#[^\n]*)?\r?\n",
        rf"(?m)^[ \t]*{one}[ \t]*,[ \t]*\r?\n",
        rf",\s*{one}(?=\s*[,\]])",
        rf"(?<=\[)\s*{one}\s*(?:,\s*|(?=\]))",
    ):
        head = re.sub(pattern, "", head)
    return (head if head == before else _EMPTY_LIST.sub("", head)) + mark + body


def _split(text: str) -> tuple[str, str, str]:
    """Return the front matter, the line that ends it and the body of a file; a list is all head."""
    end = re.search(r"(?m)^---[ \t]*\r?$", text[4:]) if text.startswith("---") else None
    if end is None:
        return (text, "", "") if not text.startswith("---") else ("", "", text)
    start, stop = end.start() + 4, end.end() + 4
    return text[:start], text[start:stop], text[stop:]


def _changes(path: str, before: str, after: str) -> Iterator[Trace]:
    """Yield the lines that change; a line that goes becomes the empty one."""
    old, new = before.splitlines(), after.splitlines()
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            replaced = [*new[k:m], *([""] * (j - i))][: j - i]
            for offset, line in enumerate(old[i:j]):
                yield Trace(path, i + offset + 1, line, replaced[offset])


def _to_read(
    content: Content, who: Identifiers, texts: Mapping[str, str], removed: tuple[str, ...]
) -> Iterator[Trace]:
    """Yield what is left that may speak of the person: doubtful names, files named after them."""
    for path, text in texts.items():
        if who.slug_in(path):
            yield Trace(path, 0, path)
        if path in who.namesakes or not _may_name(text, who):
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if _may_speak_of(line, who):
                yield Trace(path, number, line)
    for path in content.static:
        if path not in removed and (who.slug_in(path) or _is_portrait_of(content, who, path)):
            yield Trace(path, 0, path)


def _is_portrait_of(content: Content, who: Identifiers, path: str) -> bool:
    photo = content.practitioners[who.slug].written.photo
    return path.startswith(PORTRAITS) and photo is not None and photo.file == path


def _may_name(text: str, who: Identifiers) -> bool:
    """Return whether a line of a text may speak of the person: quick, and never wrongly False."""
    return who.slug in text or who.is_hinted_at_in(text) or may_hold(text, who.name.family)


def _may_speak_of(line: str, who: Identifiers) -> bool:
    family = Name(who.name.family, who.name.family)
    return (
        who.slug_in(line)
        or who.is_hinted_at_in(line)
        or bool(single_names(line, family, who.others))
    )
