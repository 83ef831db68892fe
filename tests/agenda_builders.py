"""Events for tests, as an editor writes them, and what is published of them."""

from association.content.addresses import Addresses
from association.content.entry import Entry
from association.content.revisions import Revision
from association.content.schema import Vocabulary, Word, WrittenEvent
from association.events.ics import calendar
from association.events.ics_feed import Feed
from association.events.public_event import Contact, EventPicture, PublicEvent, public_event
from association.pages.common import Link
from association.problems.findings import Span
from association.source.body import Body
from association.source.frontmatter import FrontMatter, Table

SITE = "https://asso.example"
VOCABULARY = Vocabulary(
    {
        "categories": {"Formation": Word("Formation", "formation")},
        "series": {"Ateliers": Word("Ateliers", "ateliers", singular="atelier", gender="m")},
        "countries": {
            "France": Word("France", "france", code="FR"),
            "Belgique": Word("Belgique", "belgique", code="BE"),
        },
    }
)
FEED = Feed("Agenda", "Nos rendez-vous", f"{SITE}/agenda/", f"{SITE}/agenda.ics", "teal")


def event(slug: str = "atelier", /, **front: object) -> Entry[WrittenEvent]:
    """Return an event; ``front`` are the fields of its front matter, in French, as text."""
    fields = {"titre": "Atelier", "resume": "Un atelier.", "categorie": "Formation"} | front
    written = WrittenEvent.model_validate(fields, context={"vocabulary": VOCABULARY})
    front_matter = FrontMatter(Table(Span()))
    source = f"content/agenda/{slug}.md"
    return Entry("agenda", slug, source, written, Body(""), 1, front_matter, ())


def announced(
    entry: Entry[WrittenEvent], revision: Revision | None = None, *reports: Link
) -> PublicEvent:
    """Return what is published of an event."""
    return public_event(
        entry,
        revision or Revision(),
        Addresses(SITE),
        picture=_picture(entry),
        reports=reports,
        speakers=[Link("Nell Trent", f"{SITE}/annuaire/nell-trent/")],
        contact=Contact("Association", "secretariat@asso.example"),
    )


def _picture(entry: Entry[WrittenEvent]) -> EventPicture | None:
    image = entry.written.image
    return EventPicture(f"{SITE}/{image.file}", image.alt) if image else None


def ics(*entries: Entry[WrittenEvent], revision: Revision | None = None) -> bytes:
    """Return the calendar of events."""
    return calendar(FEED, [announced(entry, revision) for entry in entries])
