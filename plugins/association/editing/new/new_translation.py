"""The text of a translation that is begun, for the command and for the forge's page. Pure."""

from ...checks.entry_checks import TO_TRANSLATE
from ...content.entry import Entry
from ...content.schema import TitledEntry, WrittenEntry
from ...content.translations import fingerprint
from .writing import scalar

MARK = "traduit_du"
"""The key that says which state of its text a translation follows."""


def new_translation(original: Entry[WrittenEntry], *, with_text: bool = True) -> str:
    """Return the file to translate in: the title and the summary, and the text when asked for."""
    written = original.written
    assert isinstance(written, TitledEntry)
    what = "ce qui suit" if with_text else "le texte"
    return (
        f"---\ntitre: {scalar(written.title, {})}\nresume: {scalar(written.summary, {})}\n"
        f"{MARK}: {fingerprint(original)}\n---\n\n"
        f"{TO_TRANSLATE} Traduisez le titre, le résumé et {what}, puis ôtez cette ligne.\n\n"
        f"{original.markdown.strip() if with_text else ''}".rstrip()
        + "\n"
    )
