"""Groups of members: ``content/groupes``, working groups and the board among them.

A member is in a group from a day to a day; before and after, no page says so.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from .common import SUMMARY_FITS, TITLE_FITS, SoughtEntry, ends_too_soon
from .times import Slot
from .values import Day, Line, Number, PractitionerName
from .vocabulary import choice, enum_of
from .written import Path, Rule, Violation, Written, in_french, labelled

BODY, WORKING_GROUP = "instance", "groupe de travail"
GroupKind = Annotated[str, choice(BODY, WORKING_GROUP), enum_of((BODY, WORKING_GROUP))]


class WrittenMember(Written):
    """A member of a group, for the time of a mandate where it has one."""

    practitioner: PractitionerName | None = Field(
        None,
        alias="praticien",
        description="Sa fiche de l’annuaire : son nom suit la fiche, et part avec elle.",
        examples=["jean-valjean"],
    )
    name: Line | None = Field(
        None,
        alias="nom",
        description="Son nom, à la place de « praticien », pour qui n’a pas de fiche.",
        examples=["Cosette Fauchelevent"],
    )
    agreed: Day | None = Field(
        None,
        alias="accord_le",
        json_schema_extra=labelled("Accord donné le"),
        description="Le jour où la personne nommée a accepté de paraître. La preuve reste au "
        "secrétariat.",
        examples=["2026-03-14"],
    )
    function: Line | None = Field(
        None,
        alias="fonction",
        description="Ce qu’elle y fait.",
        examples=["Trésorière"],
    )
    start: Day | None = Field(
        None,
        alias="depuis",
        description="Le premier jour. Avant lui, elle ne paraît pas.",
        examples=["2026-03-14"],
    )
    end: Day | None = Field(
        None,
        alias="jusqu_au",
        json_schema_extra=labelled("Jusqu’au"),
        description="Le dernier jour du mandat. Le lendemain, elle ne paraît plus.",
        examples=["2029-03-31"],
    )

    @property
    def over_at(self) -> datetime | None:
        """The instant (aware) at which the mandate is over, None where nobody said."""
        return Slot(self.end).over_at if self.end else None

    def is_shown_on(self, day: date) -> bool:
        """Return whether the member is in the group, and agreed to be shown, on a day."""
        began = [given for given in (self.start, self.agreed) if given]
        return all(given <= day for given in began) and (self.end is None or day <= self.end)


def _members_are_named_with_their_agreement(group: "WrittenGroup") -> Iterator[Violation]:
    for number, member in enumerate(group.members):
        path = ("membres", number)
        if not member.practitioner and not member.name:
            yield Violation(
                (*path, "praticien"),
                "champ-manquant",
                "on ne sait pas qui est ce membre",
                "ajoutez « praticien: » et le nom de sa fiche, ou « nom: » et « accord_le: »",
            )
        elif member.practitioner and member.name:
            yield Violation(
                (*path, "nom"),
                "champ-en-double",
                "ce membre est nommé deux fois, par sa fiche et par son nom",
                "retirez « nom » : la fiche le donne",
                related=(*path, "praticien"),
                related_label="nommé ici",
            )
        elif member.name and not member.agreed:
            yield Violation(
                (*path, "nom"),
                "consentement-manquant",
                f"rien ne dit que « {member.name} » accepte de paraître ici",
                "ajoutez « accord_le: » et le jour de son accord, sinon retirez ce membre",
            )


def _mandates_end_after_they_begin(group: "WrittenGroup") -> Iterator[Violation]:
    for number, member in enumerate(group.members):
        if member.start and member.end and member.end < member.start:
            path: Path = ("membres", number)
            says = "ce mandat finit avant d’avoir commencé"
            yield ends_too_soon((*path, "jusqu_au"), (*path, "depuis"), says)


class WrittenGroup(SoughtEntry):
    """A group: its purpose, and who is in it."""

    model_config = in_french(
        "Groupe", "Un groupe de travail, ou une instance comme le conseil d’administration."
    )

    kind: GroupKind = Field(
        alias="genre",
        description="Une instance décide, un groupe de travail prépare.",
        examples=["instance"],
    )
    rank: Number = Field(
        99, alias="ordre", description="La place dans la liste, du plus petit au plus grand."
    )
    since: Day | None = Field(
        None,
        alias="depuis",
        description="Le jour où il a été formé.",
        examples=["2018-03-13"],
    )
    members: tuple[WrittenMember, ...] = Field(
        (),
        alias="membres",
        description="Les membres, dans l’ordre où la page les montre.",
    )

    rules: ClassVar[tuple[Rule, ...]] = (
        TITLE_FITS,
        SUMMARY_FITS,
        Rule(("members",), _members_are_named_with_their_agreement),
        Rule(("members",), _mandates_end_after_they_begin),
    )
