"""What the project's Markdown documents say of it is there: files, titles, commands, options."""

import re
import shlex
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/**/README.md"))
    if not {"node_modules", "output", ".venv", ".cache"} & set(path.relative_to(ROOT).parts)
)
_FENCED = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)")
_COMMAND = re.compile(r"\binvoke (?!-)([\w-]+)([^#\n]*)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _anchors(page: Path) -> set[str]:
    """Return the anchors that forges give to the titles of a page."""
    titles = re.findall(r"^#+ (.+)$", _FENCED.sub("", page.read_text("utf-8")), re.MULTILINE)
    plain = [re.sub(r"[^\w -]", "", title.lower()) for title in titles]
    return {title.replace(" ", "-") for title in plain}


def _codes(page: Path) -> list[str]:
    """Return what a page shows as code: lines of blocks, then words in sentences."""
    text = page.read_text("utf-8")
    lines = [line for block in _FENCED.findall(text) for line in block.splitlines()]
    return lines + _INLINE.findall(_FENCED.sub("", text))


@cache
def _options() -> dict[str, set[str]]:
    """Return the options of each command, as they are typed."""
    import tasks

    from association.editing.new.options import paths_by_option

    known = {context.name or "": set(context.flags) for context in tasks.namespace.to_contexts()}
    known["nouveau"] |= {f"--{name}" for name in paths_by_option()}
    return {name: flags | {"--help"} for name, flags in known.items()}


@pytest.mark.parametrize("page", DOCUMENTS, ids=_name)
def test_every_relative_link_of_a_document_leads_somewhere(page: Path) -> None:
    text = _INLINE.sub("", _FENCED.sub("", page.read_text("utf-8")))
    for target in _LINK.findall(text):
        if re.match(r"[a-z]+:|\{", target):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        assert not anchor or anchor in _anchors(path), target


@pytest.mark.parametrize("page", DOCUMENTS, ids=_name)
def test_every_command_of_a_document_exists_with_its_options(page: Path) -> None:
    for code in _codes(page):
        for command, rest in _COMMAND.findall(code):
            assert command in _options(), code
            ours = rest.partition(" -- ")[0]
            typed = [word.partition("=")[0] for word in shlex.split(ours) if word[:2] == "--"]
            assert set(typed) <= _options()[command], code


def test_every_option_named_to_editors_and_publishers_exists() -> None:
    every = set().union(*_options().values())
    for page in (*ROOT.glob("docs/redacteurs/*.md"), ROOT / "docs" / "publier.md"):
        for code in _INLINE.findall(_FENCED.sub("", page.read_text("utf-8"))):
            if re.match(r"--\w", code):
                assert code.split()[0] in every, (page.name, code)


def test_the_checks_of_documents_see_documents_commands_and_options() -> None:
    commands = [
        found for page in DOCUMENTS for code in _codes(page) for found in _COMMAND.findall(code)
    ]
    assert len(DOCUMENTS) > 20
    assert len({command for command, _ in commands}) > 10
    assert any("--corriger" in rest for _, rest in commands)
