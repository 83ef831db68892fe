"""What a workflow says to its forge: verdicts on commits, comments on proposals, issues.

Sources: docs.github.com/rest, Forgejo's ``/api/swagger``, docs.gitlab.com/api. The standard library
is enough, so that a verdict is told even where nothing could be installed.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

_PATIENCE = 30.0
Json = Any


@dataclass(frozen=True)
class Comment:
    """A comment by its identifier."""

    identifier: int
    text: str


class ForgeApi(Protocol):
    """The acts of a workflow, in one form for the three kinds of forge.

    Each raises ``urllib.error.URLError`` when the forge refuses or cannot be reached.
    """

    def set_status(
        self, commit: str, context: str, says: str, url: str, *, succeeded: bool
    ) -> None:
        """Set the verdict ``context`` of a commit; ``says`` has 140 signs at most."""

    def proposals_of(self, commit: str) -> list[int]:
        """Return the numbers of the proposals that brought a commit."""

    def comments(self, proposal: int) -> list[Comment]:
        """Return the comments of a proposal."""

    def write_comment(self, proposal: int, text: str, before: Comment | None) -> None:
        """Add a comment to a proposal, or change one."""

    def open_issues(self, title: str) -> list[int]:
        """Return the numbers of the open issues of this title."""

    def open_issue(self, title: str, text: str, assignees: list[str]) -> None:
        """Open an issue."""

    def close_issue(self, number: int, text: str) -> None:
        """Close an issue with a last comment."""


@dataclass(frozen=True)
class _Requests:
    """The programming interface of one repository, below ``root``."""

    root: str
    headers: Mapping[str, str]

    def ask(self, path: str, body: Json = None, method: str = "") -> Json:
        """Return what the forge answers; with a body, a POST unless said otherwise."""
        request = urllib.request.Request(
            f"{self.root}{path}",
            None if body is None else json.dumps(body).encode(),
            {"Content-Type": "application/json", "Accept": "application/json", **self.headers},
            method=method or ("GET" if body is None else "POST"),
        )
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:
            return json.loads(answer.read() or b"null")


class GithubApi:
    """GitHub, and Forgejo or Gitea, which follow it nearly everywhere."""

    def __init__(self, root: str, repository: str, token: str, *, is_forgejo: bool) -> None:
        self._repository = _Requests(
            f"{root}/repos/{repository}", {"Authorization": f"token {token}"}
        )
        self._is_forgejo = is_forgejo

    def set_status(
        self, commit: str, context: str, says: str, url: str, *, succeeded: bool
    ) -> None:
        """Set a commit status."""
        state = "success" if succeeded else "failure"
        body = {"state": state, "context": context, "description": says, "target_url": url}
        self._repository.ask(f"/statuses/{commit}", body)

    def proposals_of(self, commit: str) -> list[int]:
        """Return the pull requests of a commit; Forgejo knows of one, or answers 404."""
        if not self._is_forgejo:
            return [one["number"] for one in self._repository.ask(f"/commits/{commit}/pulls")]
        try:
            return [self._repository.ask(f"/commits/{commit}/pull")["number"]]
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return []
            raise

    def comments(self, proposal: int) -> list[Comment]:
        """Return the comments of a pull request."""
        found = self._repository.ask(f"/issues/{proposal}/comments")
        return [Comment(one["id"], one["body"]) for one in found]

    def write_comment(self, proposal: int, text: str, before: Comment | None) -> None:
        """Add or change a comment."""
        body = {"body": text}
        if before:
            self._repository.ask(f"/issues/comments/{before.identifier}", body, "PATCH")
        else:
            self._repository.ask(f"/issues/{proposal}/comments", body)

    def open_issues(self, title: str) -> list[int]:
        """Return the open issues of this title."""
        found = self._repository.ask("/issues?state=open")
        return [one["number"] for one in found if one["title"] == title]

    def open_issue(self, title: str, text: str, assignees: list[str]) -> None:
        """Open an issue."""
        self._repository.ask("/issues", {"title": title, "body": text, "assignees": assignees})

    def close_issue(self, number: int, text: str) -> None:
        """Comment an issue, and close it."""
        self.write_comment(number, text, None)
        self._repository.ask(f"/issues/{number}", {"state": "closed"}, "PATCH")


class GitlabApi:
    """GitLab; assignees are mentioned in the text, since they are known there by numbers."""

    def __init__(self, root: str, project: str, token: str) -> None:
        self._project = _Requests(f"{root}/projects/{project}", {"PRIVATE-TOKEN": token})

    def set_status(
        self, commit: str, context: str, says: str, url: str, *, succeeded: bool
    ) -> None:
        """Set a commit status."""
        state = "success" if succeeded else "failed"
        body = {"state": state, "name": context, "description": says, "target_url": url}
        self._project.ask(f"/statuses/{commit}", body)

    def proposals_of(self, commit: str) -> list[int]:
        """Return the merge requests of a commit."""
        found = self._project.ask(f"/repository/commits/{commit}/merge_requests")
        return [one["iid"] for one in found]

    def comments(self, proposal: int) -> list[Comment]:
        """Return the notes of a merge request."""
        found = self._project.ask(f"/merge_requests/{proposal}/notes")
        return [Comment(one["id"], one["body"]) for one in found]

    def write_comment(self, proposal: int, text: str, before: Comment | None) -> None:
        """Add or change a note."""
        place = f"/merge_requests/{proposal}/notes"
        if before:
            self._project.ask(f"{place}/{before.identifier}", {"body": text}, "PUT")
        else:
            self._project.ask(place, {"body": text})

    def open_issues(self, title: str) -> list[int]:
        """Return the open issues of this title."""
        found = self._project.ask("/issues?state=opened&per_page=100")
        return [one["iid"] for one in found if one["title"] == title]

    def open_issue(self, title: str, text: str, assignees: list[str]) -> None:
        """Open an issue; the text mentions who is to see it."""
        del assignees
        self._project.ask("/issues", {"title": title, "description": text})

    def close_issue(self, number: int, text: str) -> None:
        """Comment an issue, and close it."""
        self._project.ask(f"/issues/{number}/notes", {"body": text})
        self._project.ask(f"/issues/{number}", {"state_event": "close"}, "PUT")


def forge_api(environ: Mapping[str, str]) -> ForgeApi | None:
    """Return the forge that runs this workflow, None without a token: ``FORGE_JETON``."""
    token = environ.get("FORGE_JETON", "")
    if not token:
        return None
    if "CI_API_V4_URL" in environ:
        return GitlabApi(environ["CI_API_V4_URL"], environ["CI_PROJECT_ID"], token)
    root = environ["GITHUB_API_URL"].rstrip("/")
    is_forgejo = root.endswith("/api/v1")
    return GithubApi(root, environ["GITHUB_REPOSITORY"], token, is_forgejo=is_forgejo)
