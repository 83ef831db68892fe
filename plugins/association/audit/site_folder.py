"""A built site as files and pages: what each page contains, where its addresses lead.

Nothing here judges; pages are read once, by the standard library's parser.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

# The attributes that make a browser fetch or follow something; « srcset » holds several.
_ADDRESSES = ("href", "src", "poster", "action", "data", "srcset", "imagesrcset")
# The elements that fetch by themselves; a « link » does for these relations.
_LOADING = frozenset({"img", "script", "iframe", "source", "video", "audio", "object", "embed"})
_LOADED = frozenset(
    {"stylesheet", "preload", "modulepreload", "icon", "apple-touch-icon", "manifest"}
)


@dataclass(frozen=True)
class Tag:
    """An opening tag: its name, its attributes, its line in the file (from 1)."""

    name: str
    attributes: Mapping[str, str]
    line: int

    @property
    def addresses(self) -> Iterator[str]:
        """Every address that the tag names."""
        for name in _ADDRESSES:
            value = self.attributes.get(name)
            if value is None:
                continue
            if name.endswith("srcset"):
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            else:
                yield value

    @property
    def loads(self) -> bool:
        """Whether a browser fetches the tag's addresses without being asked to."""
        relations = set(self.attributes.get("rel", "").split())
        return self.name in _LOADING or (self.name == "link" and bool(relations & _LOADED))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.data: list[tuple[int, str]] = []
        self._json_ld: list[str] | None = None
        self.json_ld: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(Tag(tag, attributes, self.getpos()[0]))
        if tag == "script" and attributes.get("type") == "application/ld+json":
            self._json_ld = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._json_ld is not None:
            self.json_ld.append("".join(self._json_ld))
            self._json_ld = None

    def handle_data(self, data: str) -> None:
        if self._json_ld is not None:
            self._json_ld.append(data)


@dataclass(frozen=True)
class Page:
    """A page: its file below the site's folder, its address, its source."""

    file: str
    url: str
    source: str

    @cached_property
    def _read(self) -> _Reader:
        reader = _Reader()
        reader.feed(self.source)
        reader.close()
        return reader

    @property
    def tags(self) -> list[Tag]:
        """Every opening tag in order."""
        return self._read.tags

    @property
    def json_ld(self) -> list[str]:
        """The texts of the page's structured data."""
        return self._read.json_ld

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every anchor of the page."""
        return frozenset(tag.attributes["id"] for tag in self.tags if "id" in tag.attributes)

    @cached_property
    def is_hidden(self) -> bool:
        """Whether the page asks search engines to leave it out."""
        return any(
            tag.attributes.get("name") == "robots"
            and "noindex" in tag.attributes.get("content", "")
            for tag in self.tags
        )

    @cached_property
    def canonical(self) -> str:
        """The address that the page gives itself, ``""`` when it gives none."""
        links = (tag.attributes for tag in self.tags if tag.name == "link")
        return next((link["href"] for link in links if link.get("rel") == "canonical"), "")


class SiteFolder:
    """The files below ``folder``, served at the address that the home page gives itself.

    Raises FileNotFoundError where there is no home page.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = (folder / "index.html").read_text("utf-8")
        self.url = Page("index.html", "/", home).canonical or "/"

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path below the folder, the copies made for transport apart."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        named = {path.relative_to(self.folder).as_posix(): path for path in found}
        return {name: path for name, path in named.items() if not _is_compressed_copy(name, named)}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its file."""
        return {
            name: Page(
                name, urljoin(self.url, name.removesuffix("index.html")), path.read_text("utf-8")
            )
            for name, path in self.files.items()
            if name.endswith(".html")
        }

    def file_at(self, address: str, seen_from: str) -> tuple[str, str] | None:
        """Return the file and the anchor that an address leads to, None when it leaves the site.

        ``seen_from`` is the address of the page or the file that names it. The file returned may
        not exist: then it is the name that a server would look for.
        """
        parts = urlsplit(urljoin(seen_from, address))
        base = urlsplit(self.url)
        outside = (parts.scheme, parts.netloc) != (base.scheme, base.netloc)
        if outside or not parts.path.startswith(base.path):
            return None
        name = unquote(parts.path.removeprefix(base.path))
        if not name or name.endswith("/"):
            name += "index.html"
        return name, unquote(parts.fragment)


def _is_compressed_copy(name: str, files: Mapping[str, Path]) -> bool:
    return name.endswith((".br", ".gz")) and name[:-3] in files
