"""A forge on loopback, over a git repository: what Forgejo answers to forms and workflows.

It speaks the part of Forgejo's programming interface (v12) that the project uses. What is written
is committed to a real repository, so that git, and the verification, read what a forge would hold.
"""

import base64
import json
import re
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

REPOSITORY = "asso/site"
_API = f"/api/v1/repos/{REPOSITORY}"
_WHO = ("-c", "user.name=Forge", "-c", "user.email=forge@asso.example")
Json = Any


class AbsentError(Exception):
    """There is nothing at this path: 404."""


@dataclass
class Forge:
    """The repository and what surrounds it: proposals, verdicts, issues, and who signs in."""

    repository: Path
    login: str = "fantine"
    token: str = "jeton"
    url: str = ""
    pulls: list[dict[str, Any]] = field(default_factory=list)
    statuses: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    issues: list[dict[str, Any]] = field(default_factory=list)
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    takes_proposals: bool = True

    def git(self, *arguments: str, given: bytes = b"") -> bytes:
        """Run git in the repository."""
        command = ["git", "-C", str(self.repository), *_WHO, *arguments]
        done = subprocess.run(command, input=given, capture_output=True, check=False)
        if done.returncode:
            raise AbsentError(done.stderr.decode())
        return done.stdout

    def commit_of(self, name: str) -> str:
        """Return the commit that a branch or a commit's name is."""
        return self.git("rev-parse", "--verify", f"{name}^{{commit}}").decode().strip()

    def read(self, branch: str, path: str) -> bytes:
        """Return a file as a branch has it."""
        return self.git("show", f"{branch}:{path}")

    def branches(self) -> list[str]:
        """Return the names of all branches."""
        return self.git("for-each-ref", "--format=%(refname:short)", "refs/heads").decode().split()

    def commit(self, branch: str, files: list[dict[str, Any]], message: str, new: str = "") -> str:
        """Commit changes of files onto a branch, or onto a new one from it."""
        above = self.commit_of(branch)
        self.git("read-tree", above)
        for file in files:
            if file["operation"] == "delete":
                self.git("update-index", "--force-remove", file["path"])
                continue
            content = base64.b64decode(file["content"])
            blob = self.git("hash-object", "-w", "--stdin", given=content).decode().strip()
            self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{file['path']}")
        tree = self.git("write-tree").decode().strip()
        commit = self.git("commit-tree", tree, "-p", above, "-m", message).decode().strip()
        self.git("update-ref", f"refs/heads/{new or branch}", commit)
        return commit

    def commit_file(self, branch: str, path: str, content: bytes) -> str:
        """Commit one file onto a branch."""
        change = {"operation": "update", "path": path, "content": base64.b64encode(content)}
        return self.commit(branch, [change], f"Change {path}")

    def merge(self, number: int) -> None:
        """Accept a proposal: its commits become the branch's, and its own branch goes."""
        pull = self.pulls[number - 1]
        branch = pull["head"]["label"]
        tree = self.git("rev-parse", f"{branch}^{{tree}}").decode().strip()
        parents = ("-p", self.commit_of("main"), "-p", self.commit_of(branch))
        commit = self.git("commit-tree", tree, *parents, "-m", f"Merge {branch}").decode().strip()
        self.git("update-ref", "refs/heads/main", commit)
        self.git("update-ref", "-d", f"refs/heads/{branch}")
        pull |= {"state": "closed", "merged_at": "2026-11-21T12:00:00Z", "merge_commit_sha": commit}

    def propose(self, branch: str) -> None:
        """Open a proposal from a branch."""
        _propose(self, {}, {"head": branch, "base": "main", "title": branch})

    def say(self, commit: str, context: str, state: str, description: str, url: str = "") -> None:
        """Set a verdict on a commit."""
        said = {"context": context, "status": state, "description": description, "target_url": url}
        others = [one for one in self.statuses.get(commit, []) if one["context"] != context]
        self.statuses[commit] = [*others, said]


def answer(forge: Forge, method: str, path: str, query: Mapping[str, str], body: Json) -> Json:
    """Return what the forge answers; raise AbsentError for what it does not know."""
    for asked, pattern, act in _ROUTES:
        found = re.fullmatch(pattern, path)
        if found and asked == method:
            return act(forge, *found.groups(), query, body)
    raise AbsentError(path)


def _user(forge: Forge, _query: Json, _body: Json) -> Json:
    return {"id": 1, "login": forge.login, "full_name": "Fantine", "email": "fantine@asso.example"}


def _branch(forge: Forge, name: str, _query: Json, _body: Json) -> Json:
    commit = forge.commit_of(f"refs/heads/{name}")
    message = forge.git("log", "-1", "--format=%B", commit).decode().strip()
    return {"name": name, "commit": {"id": commit, "message": message}}


def _tree(forge: Forge, commit: str, _query: Json, _body: Json) -> Json:
    lines = forge.git("ls-tree", "-r", "-z", "--long", commit).decode().split("\0")
    entries = []
    for line in filter(None, lines):
        about, _, path = line.partition("\t")
        _mode, kind, sha, size = about.split()
        entries.append({"type": kind, "path": path, "sha": sha, "size": int(size)})
    return {"tree": entries, "truncated": False}


def _blobs(forge: Forge, query: Json, _body: Json) -> Json:
    return [
        {
            "sha": sha,
            "encoding": "base64",
            "content": base64.b64encode(forge.git("cat-file", "blob", sha)).decode(),
        }
        for sha in query["shas"].split(",")
    ]


def _write(forge: Forge, _query: Json, body: Json) -> Json:
    commit = forge.commit(
        body["branch"], body["files"], body["message"], body.get("new_branch", "")
    )
    files = [
        None
        if file["operation"] == "delete"
        else {
            "path": file["path"],
            "sha": forge.git("rev-parse", f"{commit}:{file['path']}").decode().strip(),
        }
        for file in body["files"]
    ]
    return {"commit": {"sha": commit, "created": "2026-11-21T12:00:00Z"}, "files": files}


def _pulls(forge: Forge, query: Json, _body: Json) -> Json:
    state = query.get("state", "open")
    shown = [pull for pull in forge.pulls if state in ("all", pull["state"])]
    return [_with_head(forge, pull) for pull in reversed(shown)]


def _with_head(forge: Forge, pull: dict[str, Any]) -> dict[str, Any]:
    if pull["state"] == "open":
        pull["head"]["sha"] = forge.commit_of(pull["head"]["label"])
    return pull


def _propose(forge: Forge, _query: Json, body: Json) -> Json:
    forge.commit_of(body["head"])
    if not forge.takes_proposals:
        raise AbsentError(body["head"])
    number = len(forge.pulls) + 1
    pull = {
        "number": number,
        "title": body["title"],
        "state": "open",
        "html_url": f"{forge.url}/{REPOSITORY}/pulls/{number}",
        "user": {"login": forge.login},
        "head": {"label": body["head"], "ref": body["head"], "sha": ""},
        "base": {"ref": body["base"]},
        "merged_at": None,
        "merge_commit_sha": None,
    }
    forge.pulls.append(pull)
    return _with_head(forge, pull)


def _update(forge: Forge, number: str, _query: Json, _body: Json) -> Json:
    branch = forge.pulls[int(number) - 1]["head"]["label"]
    ours, theirs = forge.commit_of(branch), forge.commit_of("main")
    if forge.git("merge-base", ours, theirs).decode().strip() == theirs:
        return {}
    tree = forge.git("merge-tree", "--write-tree", ours, theirs).decode().split()[0]
    made = forge.git("commit-tree", tree, "-p", ours, "-p", theirs, "-m", "Merge main")
    forge.git("update-ref", f"refs/heads/{branch}", made.decode().strip())
    return {}


def _status(forge: Forge, name: str, _query: Json, _body: Json) -> Json:
    return {"statuses": forge.statuses.get(forge.commit_of(unquote(name)), [])}


def _set_status(forge: Forge, commit: str, _query: Json, body: Json) -> Json:
    forge.say(commit, body["context"], body["state"], body["description"], body["target_url"])
    return {}


def _merged_as(forge: Forge, commit: str, _query: Json, _body: Json) -> Json:
    for pull in forge.pulls:
        if pull["merge_commit_sha"] == commit:
            return pull
    raise AbsentError(commit)


def _issues(forge: Forge, query: Json, _body: Json) -> Json:
    return [issue for issue in forge.issues if issue["state"] == query.get("state", "open")]


def _open_issue(forge: Forge, _query: Json, body: Json) -> Json:
    # Proposals and issues share their numbers.
    issue = {"number": 100 + len(forge.issues), "state": "open", **body}
    forge.issues.append(issue)
    return issue


def _change_issue(forge: Forge, number: str, _query: Json, body: Json) -> Json:
    [issue] = [issue for issue in forge.issues if issue["number"] == int(number)]
    issue |= body
    return issue


def _comments(forge: Forge, number: str, _query: Json, _body: Json) -> Json:
    return forge.comments.get(int(number), [])


def _comment(forge: Forge, number: str, _query: Json, body: Json) -> Json:
    written = forge.comments.setdefault(int(number), [])
    written.append({"id": int(number) * 1000 + len(written), **body})
    return written[-1]


def _change_comment(forge: Forge, identifier: str, _query: Json, body: Json) -> Json:
    for written in forge.comments.values():
        for comment in written:
            if comment["id"] == int(identifier):
                comment.update(body)
    return {}


_ROUTES: list[tuple[str, str, Callable[..., Json]]] = [
    ("GET", "/api/v1/user", _user),
    ("GET", "/api/v1/version", lambda *_: {"version": "12.0.0+gitea-1.22.0"}),
    (
        "GET",
        "/api/v1/settings/api",
        lambda *_: {"default_paging_num": 30, "max_response_items": 50},
    ),
    ("GET", _API, lambda *_: {"default_branch": "main", "permissions": {"pull": True}}),
    ("GET", f"{_API}/branches/(.+)", _branch),
    ("GET", f"{_API}/git/trees/(.+)", _tree),
    ("GET", f"{_API}/git/blobs", _blobs),
    ("GET", f"{_API}/commits", lambda *_: []),
    ("POST", f"{_API}/contents", _write),
    ("GET", f"{_API}/pulls", _pulls),
    ("POST", f"{_API}/pulls", _propose),
    ("POST", rf"{_API}/pulls/(\d+)/update", _update),
    ("GET", f"{_API}/commits/([^/]+)/status", _status),
    ("GET", f"{_API}/commits/([^/]+)/pull", _merged_as),
    ("POST", f"{_API}/statuses/([^/]+)", _set_status),
    ("GET", f"{_API}/issues", _issues),
    ("POST", f"{_API}/issues", _open_issue),
    ("PATCH", rf"{_API}/issues/(\d+)", _change_issue),
    ("GET", rf"{_API}/issues/(\d+)/comments", _comments),
    ("POST", rf"{_API}/issues/(\d+)/comments", _comment),
    ("PATCH", rf"{_API}/issues/comments/(\d+)", _change_comment),
]


class _Handler(BaseHTTPRequestHandler):
    forge: Forge
    lock: threading.Lock

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length) or b"null")
        with self.lock:
            if self.headers.get("Authorization") != f"token {self.forge.token}":
                self._send(401, {"message": "token is required"})
                return
            try:
                path = unquote(parts.path)
                self._send(200, answer(self.forge, self.command, path, query, body))
            except AbsentError as error:
                self._send(404, {"message": str(error)})

    do_GET = do_POST = do_PATCH = _answer  # noqa: N815 — named by the library

    def do_OPTIONS(self) -> None:
        self._send(204, None)

    def _send(self, code: int, body: Json) -> None:
        content = b"" if body is None else json.dumps(body).encode()
        self.send_response(code)
        # As an instance does whose « [cors] » names the site.
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
        self.send_header("Access-Control-Allow-Methods", "GET, POST, PATCH")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served_forge(repository: Path, files: Mapping[str, bytes]) -> Iterator[Forge]:
    """Serve a forge whose published branch holds ``files``."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(repository)], check=True)
    forge = Forge(repository)
    tree = forge.git("mktree").decode().strip()
    first = forge.git("commit-tree", tree, "-m", "Begin").decode().strip()
    forge.git("update-ref", "refs/heads/main", first)
    written = [
        {"operation": "create", "path": path, "content": base64.b64encode(content)}
        for path, content in files.items()
    ]
    forge.commit("main", written, "Le site")
    handler = type("Handler", (_Handler,), {"forge": forge, "lock": threading.Lock()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        forge.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield forge
        server.shutdown()
