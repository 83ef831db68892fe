"""A content folder under git, edited and committed as editors do, with the days in our hands."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from association.content.reading import Content, read

VOCABULARY = """\
regions: []
pays:
  - nom: France
    code: FR
langues: []
publics: []
themes: []
accompagnements: []
categories:
  - nom: Formation
series: []
"""
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


def keep_in_git(project: Path) -> None:
    """Make the folder around a content a repository: no public site is built of another."""
    who = ("-c", "user.name=x", "-c", "user.email=x@association.example", "-c", "gc.auto=0")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "Write")):
        subprocess.run(("git", *command), cwd=project, check=True, timeout=60)


class GitContent:
    """A repository with a ``content`` folder; each commit comes a day after the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "content"
        self.day = START
        (self.root / "agenda").mkdir(parents=True)
        (self.root / "vocabulaire.yml").write_text(VOCABULARY, encoding="utf-8")

    def git(self, *arguments: str) -> str:
        """Run git here, untouched by the configuration of the machine."""
        when = self.day.isoformat()
        environment = os.environ | {
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        who = ("-c", "user.name=Essai", "-c", "user.email=essai@asso.example")
        done = subprocess.run(
            ("git", *who, *arguments),
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def object_file(self, name: str) -> Path:
        """Return the file of an object that git has not packed."""
        number = self.git("rev-parse", name).strip()
        return self.folder / ".git" / "objects" / number[:2] / number[2:]

    def init(self) -> "GitContent":
        """Make it a repository."""
        self.git("init", "-q", "-b", "main")
        return self

    def write(self, slug: str, body: str = "Un texte.", **front: str) -> None:
        """Write an event: ``front`` are fields of its front matter, as text."""
        fields = {
            "titre": "Atelier",
            "resume": "Un atelier.",
            "categorie": "Formation",
            "debut": "2027-03-14 09:30",
        } | front
        lines = [f"{name}: {value}" for name, value in fields.items() if value]
        text = "\n".join(["---", *lines, "---", "", body, ""])
        path = self.root / "agenda" / f"{slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> datetime:
        """Commit everything; return the instant."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Edit")
        at = self.day
        self.day += timedelta(days=1)
        return at

    def committed(self, slug: str, body: str = "Un texte.", **front: str) -> datetime:
        """Write an event and commit it."""
        self.write(slug, body, **front)
        return self.commit()

    def read(self) -> Content:
        """Return the content as the site reads it."""
        return read(self.root)
