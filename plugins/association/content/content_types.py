"""The content types: a record each, read by whatever tells them apart. Pure data.

To add one: its model; its record here, in ``site.sections`` and in ``editing.new.kinds``; what
makes its pages, and their templates; the page of ``content/pages`` that lists them.
"""

from dataclasses import dataclass

from .capsule import WrittenCapsule
from .common import WrittenEntry
from .digital_document import WrittenDigitalDocument
from .event import WrittenEvent
from .group import WrittenGroup
from .metier import WrittenMetier
from .news import WrittenNews
from .page import WrittenPage
from .practitioner import WrittenPractitioner


@dataclass(frozen=True)
class ContentType:
    """A content type: where its files and its pages are, its model, its names.

    ``section`` is the folder of its pages on the site, and the page that lists them; ``template``
    shows one. ``one`` is the noun with its article, ``many`` its plural, ``place`` what follows
    « une page » for those of this type. ``new_file`` is what somebody adds and the name of its
    file; ``free_name`` makes a name that no page of the site has.

    ``found_as`` is what a search says instead of the noun, ``heading`` what a form says instead of
    the plural. Of the form too: an ``icon`` of its program, by what its list is ``sorted_by``, a
    ``filter`` on « statut » by name and pattern. What cannot be deleted there says what is done
    ``instead_of_deleting``: announced dates are in calendars, people leave traces elsewhere.

    ``printed_as`` begins the names of its PDFs, where its texts are printed.
    """

    folder: str
    model: type[WrittenEntry]
    section: str
    template: str
    one: str
    many: str
    place: str
    new_file: tuple[str, str]
    free_name: str
    found_as: str = ""
    heading: str = ""
    is_by_year: bool = False
    is_translated: bool = False
    icon: str = "description"
    sorted_by: tuple[str, ...] = ("ordre", "titre")
    filter: tuple[str, str] | None = None
    instead_of_deleting: str = ""
    printed_as: str = ""

    @property
    def search_name(self) -> str:
        """What a result of a search is said to be: « Rendez-vous »."""
        return self.found_as or self.singular

    @property
    def singular(self) -> str:
        """The noun with a capital letter: « Évènement »."""
        return self.one.partition(" ")[2].capitalize()


_CHANGE_IT = "Le site a besoin de ses pages : changez-en le texte plutôt que de les effacer."
_USUAL_FIRST = (
    ContentType(
        "actualites",
        WrittenNews,
        section="actualites",
        template="actualite",
        one="une actualité",
        many="actualités",
        place="des actualités",
        new_file=("une actualité", "nouvelle-actualite.md"),
        free_name="nouvelles-de-{}",
        is_by_year=True,
        is_translated=True,
        icon="newspaper",
        sorted_by=("date", "titre"),
        filter=("Brouillons", "brouillon"),
    ),
    ContentType(
        "agenda",
        WrittenEvent,
        section="agenda",
        template="evenement",
        one="un évènement",
        many="évènements",
        place="de l’agenda",
        new_file=("un évènement", "nouvel-evenement.md"),
        free_name="rencontre-{}",
        found_as="Rendez-vous",
        heading="Agenda",
        is_by_year=True,
        icon="event",
        sorted_by=("debut", "titre"),
        printed_as="programme",
        filter=(
            "Brouillons, annulés, reportés ou à confirmer",
            "brouillon|annulé|reporté|à confirmer",
        ),
        instead_of_deleting="Un évènement annoncé ne s’efface pas, des personnes l’ont noté : s’il "
        "n’a plus lieu, choisissez « annulé » dans « Statut ».",
    ),
    ContentType(
        "praticiens",
        WrittenPractitioner,
        section="annuaire",
        template="praticien",
        one="un praticien",
        many="praticiens",
        place="de l’annuaire",
        new_file=("une fiche de praticien", "prenom-nom.md"),
        free_name="prenom-{}",
        icon="person",
        sorted_by=("nom", "prenom"),
        instead_of_deleting="Une personne s’en va ? Écrivez au secrétariat : le site parle d’elle "
        "en plusieurs endroits.",
    ),
    ContentType(
        "capsules",
        WrittenCapsule,
        section="capsules",
        printed_as="capsule",
        template="capsule",
        one="une capsule",
        many="capsules",
        place="des capsules",
        new_file=("une capsule", "nouvelle-capsule.md"),
        free_name="capsule-{}",
        is_translated=True,
        icon="school",
    ),
    ContentType(
        "metiers",
        WrittenMetier,
        section="metiers",
        printed_as="metier",
        template="metier",
        one="un métier",
        many="métiers",
        place="des métiers",
        new_file=("un métier", "nouveau-metier.md"),
        free_name="metier-{}",
        is_translated=True,
        icon="work",
        instead_of_deleting=_CHANGE_IT,
    ),
    ContentType(
        "documents",
        WrittenDigitalDocument,
        section="documents",
        template="document",
        one="un document",
        many="documents",
        place="des documents",
        new_file=("un document", "nouveau-document.md"),
        free_name="document-{}",
        is_by_year=True,
        icon="folder_open",
        sorted_by=("date", "titre"),
    ),
    ContentType(
        "groupes",
        WrittenGroup,
        section="groupes",
        template="groupe",
        one="un groupe",
        many="groupes",
        place="des groupes",
        new_file=("un groupe", "nouveau-groupe.md"),
        free_name="groupe-{}",
        icon="groups",
    ),
    ContentType(
        "pages",
        WrittenPage,
        section="",
        template="page",
        one="une page",
        many="pages",
        place="du site",
        new_file=("une page", "nouvelle-page.md"),
        free_name="a-propos-{}",
        is_translated=True,
        sorted_by=("titre",),
        instead_of_deleting=_CHANGE_IT,
    ),
)
CONTENT_TYPES = {content_type.folder: content_type for content_type in _USUAL_FIRST}
"""The content types by folder, the most usual first."""
