"""What an editor may write, and what code may rely on: one model a content type.

``TYPES`` names the folder of each type. ``validation`` turns a front matter into a model or into
findings. Pure: no Pelican, no files, no clock.
"""

from .capsule import WrittenCapsule
from .cited_work import WrittenWork
from .common import TitledEntry, WrittenDocument, WrittenEntry, WrittenImage
from .content_types import CONTENT_TYPES
from .digital_document import WrittenDigitalDocument
from .event import WrittenEvent
from .group import WrittenGroup
from .metier import WrittenMetier
from .news import WrittenNews
from .page import WrittenPage
from .practitioner import WrittenPractitioner
from .video import WrittenVideo
from .vocabulary import Vocabulary, Word, WrittenVocabulary, vocabulary

TYPES = {folder: CONTENT_TYPES[folder].model for folder in sorted(CONTENT_TYPES)}

__all__ = [
    "TYPES",
    "TitledEntry",
    "Vocabulary",
    "Word",
    "WrittenCapsule",
    "WrittenDigitalDocument",
    "WrittenDocument",
    "WrittenEntry",
    "WrittenEvent",
    "WrittenGroup",
    "WrittenImage",
    "WrittenMetier",
    "WrittenNews",
    "WrittenPage",
    "WrittenPractitioner",
    "WrittenVideo",
    "WrittenVocabulary",
    "WrittenWork",
    "vocabulary",
]
