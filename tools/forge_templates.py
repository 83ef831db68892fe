"""GitLab's templates, made by ``invoke bless`` from GitHub's, which Forgejo reads as they are.

GitLab knows no forms: each becomes a Markdown text with the same questions as its titles. Who reads
what has the same form on both; Forgejo's ``CODEOWNERS``, of regular expressions, is written apart.
"""

from pathlib import Path
from typing import Any

import yaml


def gitlab_templates(root: Path) -> dict[str, str]:
    """Return the text of each of GitLab's templates, by its path from the project's ``root``."""
    github = root / ".github"
    proposals = {"Default.md": github / "pull_request_template.md"} | {
        path.name: path for path in (github / "PULL_REQUEST_TEMPLATE").glob("*.md")
    }
    forms = [
        yaml.safe_load(path.read_text("utf-8"))
        for path in (github / "ISSUE_TEMPLATE").glob("*.yml")
        if path.name != "config.yml"
    ]
    owners = (github / "CODEOWNERS").read_text("utf-8")
    return {
        ".gitlab/CODEOWNERS": owners.replace("(GitHub)", "(GitLab)"),
        **{
            f".gitlab/merge_request_templates/{name}": path.read_text("utf-8")
            for name, path in proposals.items()
        },
        **{f".gitlab/issue_templates/{form['name']}.md": as_text(form) for form in forms},
    }


def as_text(form: dict[str, Any]) -> str:
    """Return a form of GitHub's as Markdown: questions as titles, advice as comments."""
    return "\n\n".join(_part(part["type"], part["attributes"]) for part in form["body"]) + "\n"


def _part(kind: str, attributes: dict[str, Any]) -> str:
    if kind == "markdown":
        return str(attributes["value"]).strip()
    if kind == "checkboxes":
        return "\n".join(f"- [ ] {option['label']}" for option in attributes["options"])
    advice = attributes.get("description") or ", ".join(attributes.get("options", ()))
    return f"## {attributes['label']}" + (f"\n\n<!-- {advice} -->" if advice else "")


def write(root: Path) -> None:
    """Write GitLab's templates anew, and take away those that GitHub has no longer."""
    made = gitlab_templates(root)
    for path in (root / ".gitlab").rglob("*.md"):
        if path.relative_to(root).as_posix() not in made:
            path.unlink()
    for name, text in made.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8", newline="\n")
