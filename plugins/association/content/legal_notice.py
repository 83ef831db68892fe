"""What the law asks an association's site to say of itself (LCEN, article 1-1). Pure.

The setting ``MENTIONS_LEGALES`` gives it, field by field; « Mentions légales » shows it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NAME = "MENTIONS_LEGALES"
_TO_COME = "à renseigner dans publishconf.py"


@dataclass(frozen=True)
class Field:
    """One thing to say: its key in the setting, its heading on the page, an example of it."""

    key: str
    heading: str
    example: str
    is_required: bool = True


_PUBLISHER = (
    Field("denomination", "Dénomination", "Association pour la coopération"),
    Field("siege", "Siège", "1 rue de la Mairie, 75001 Paris"),
    Field("telephone", "Téléphone", "01 23 45 67 89"),
    Field("rna", "Numéro RNA", "W751234567", is_required=False),
    Field("siren", "SIREN", "123 456 789", is_required=False),
)
_DIRECTOR = Field("direction_de_la_publication", "Direction de la publication", "Prénom Nom")
_HOST = (
    Field("hebergeur_nom", "Hébergeur", "OVH SAS"),
    Field("hebergeur_adresse", "Adresse de l’hébergeur", "2 rue Kellermann, 59100 Roubaix"),
    Field("hebergeur_telephone", "Téléphone de l’hébergeur", "1007"),
)
FIELDS = (*_PUBLISHER, _DIRECTOR, *_HOST)


def legal_notice(written: Mapping[str, str], secretariat: str) -> dict[str, str]:
    """Return the headings of the legal notice with their words, what lacks said as such."""
    host = [written.get(field.key, "").strip() for field in _HOST]
    return {
        **{
            field.heading: written.get(field.key, "").strip() or _TO_COME
            for field in _PUBLISHER
            if field.is_required or written.get(field.key)
        },
        "Courriel": secretariat,
        _DIRECTOR.heading: written.get(_DIRECTOR.key, "").strip() or _TO_COME,
        _HOST[0].heading: ", ".join(host) if all(host) else _TO_COME,
    }


def lacks(written: Mapping[str, str]) -> Iterator[Field]:
    """Yield the fields that the law asks for and that are empty, or still « à renseigner »."""
    for field in FIELDS:
        words = written.get(field.key, "").strip()
        if field.is_required and (not words or "à renseigner" in words.casefold()):
            yield field
