"""What a publication refuses to do without explicit consent. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..hosting.gone import is_gone
from ..problems.report import pluralize
from .former_assets import is_lasting_asset
from .host_state import HostState
from .inventory import Kind, Listing
from .target import DeliveryError
from .versions import Content, Files, Version, brings_consents_back, returning_people
from .words import first_few

_FIFTH = 5


@dataclass(frozen=True)
class Consent:
    """The consents, each an option of the command that lifts one refusal."""

    first_time: bool = False
    whatever_changes: bool = False
    erase_unknown: bool = False


def refuse_strangers(state: HostState, where: str, consent: Consent) -> None:
    """Raise DeliveryError when the folder holds files and no publication was made there."""
    files = _files(state.served_folder.listing)
    if files and not state.has_marker and not consent.first_time:
        raise DeliveryError(
            f"« {where} » contient déjà {pluralize(len(files), 'fichier')} et rien n’y a jamais "
            f"été publié par cette commande ({first_few(files)}).\n"
            "Si c’est bien le dossier du site, gardez-en une copie, puis relancez avec "
            "« --premiere-fois ». Rien n’a été changé."
        )


def refuse_collapse(state: HostState, wanted: Files, consent: Consent) -> None:
    """Raise DeliveryError when more than a fifth of what is online would vanish."""
    refuse_vanishing(_published(state), wanted, consent)


def refuse_vanishing(before: Files, after: Files, consent: Consent) -> None:
    """Raise DeliveryError when more than a fifth of a site, in files or bytes, would vanish."""
    lost = sorted(before.keys() - after.keys())
    had, has = (sum(content.size for content in files.values()) for files in (before, after))
    many, much = len(lost) * _FIFTH > len(before), has * _FIFTH < had * (_FIFTH - 1)
    if consent.whatever_changes or not (many or much):
        return
    if many:
        # This may end up in a forge's public log: name nobody who left.
        named = [path for path in lost if not is_gone(path)]
        what = f"{pluralize(len(lost), 'fichier')} sur {len(before)}" + (
            f" ({first_few(named)})" if named else ""
        )
    else:
        what = f"{100 - 100 * has // had} % de son poids"
    raise DeliveryError(
        f"Plus d’un cinquième du site en ligne disparaîtrait : {what}.\n"
        "Rien n’a été changé. Si c’est voulu, relancez avec « --meme-si-tout-change »."
    )


def refuse_return_of_people(version: Version, state: HostState) -> None:
    """Raise DeliveryError when a former version shows what people withdrew since.

    That is the addresses of those who left, and what others agree no longer to show.
    """
    every = state.all_versions.values()
    if back := returning_people(version, every):
        whose = pluralize(
            len(back),
            "adresse d’une personne qui a quitté",
            "adresses de personnes qui ont quitté",
        )
        what = f"{whose} l’annuaire depuis"
    elif brings_consents_back(version, every):
        what = "un renseignement qu’une personne ne montre plus"
    else:
        return
    raise DeliveryError(
        f"Revenir en arrière remettrait en ligne {what}. Rien n’a été changé.\n"
        "Corrigez le contenu, puis publiez de nouveau avec « invoke publier »."
    )


def _published(state: HostState) -> Files:
    """Return what is online, as recorded or else as listed."""
    if state.current:
        return state.current.files
    listing, ours = state.served_folder.listing, state.ours(state.served_folder)
    # An asset may have stayed of the version before.
    return {path: Content("", listing[path].size) for path in ours if not is_lasting_asset(path)}


def _files(listing: Listing) -> Sequence[str]:
    return sorted(path for path, entry in listing.items() if entry.kind is not Kind.FOLDER)
