"""What a site chooses: the rules it wants, its country, the classes that opt out."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .locales import FRANCE, LOCALES
from .rules import RULES

AMPERSAND = "esperluette"
"""The one rule of typogrify's that French text gets."""

ORDINALS = "ordinaux"

RULE_NAMES = (*(rule.name for rule in RULES), ORDINALS, AMPERSAND)
"""The last two mark up, where a tag may stand, so they are not in RULES."""

_COUNTRY, _RULES, _CLASSES, _NAMES = "langue", "regles", "classes_exclues", "noms"


class SettingsError(ValueError):
    """The setting TYPOGRAPHIE says something that this plugin does not know; message in French."""


@dataclass(frozen=True)
class Options:
    """The choices of one site; `Options()` is every rule, France, the class `sans-typographie`."""

    off: frozenset[str] = frozenset()
    """Names (RULE_NAMES) of the rules switched off."""
    default_locale: str = FRANCE.code
    """The country of a `lang` that names none: a key of LOCALES."""
    untouched_classes: frozenset[str] = field(default=frozenset({"sans-typographie"}))
    """An element with one of these classes comes out byte for byte."""
    names: tuple[str, ...] = ()
    """Names that come out as they are written, whatever signs they have."""

    @classmethod
    def from_settings(cls, written: object) -> "Options":
        """The choices in the setting TYPOGRAPHIE: a dict, None, or choices that were made.

        Raises SettingsError, in French, for an unknown key, rule or country, or a wrong type.
        """
        if isinstance(written, cls):
            return written
        if written is None:
            return cls()
        settings = _as_mapping("TYPOGRAPHIE", written)
        _check_keys("TYPOGRAPHIE", settings, (_COUNTRY, _RULES, _CLASSES, _NAMES))
        default = cls()
        return cls(
            off=_rules_off(_as_mapping(_RULES, settings.get(_RULES, {}))),
            default_locale=_locale(settings.get(_COUNTRY, default.default_locale)),
            untouched_classes=frozenset(_listed(_CLASSES, settings, default.untouched_classes)),
            names=tuple(_listed(_NAMES, settings, default.names)),
        )


def _rules_off(switches: Mapping[str, Any]) -> frozenset[str]:
    _check_keys(_RULES, switches, RULE_NAMES)
    for name, on in switches.items():
        if not isinstance(on, bool):
            raise SettingsError(
                f"TYPOGRAPHIE, règle « {name} » : écrivez True ou False, pas {on!r}."
            )
    return frozenset(name for name, on in switches.items() if not on)


def _locale(code: object) -> str:
    if code not in LOCALES:
        known = ", ".join(LOCALES)
        raise SettingsError(
            f"TYPOGRAPHIE, {_COUNTRY} : {code!r} est inconnue ; choisissez {known}."
        )
    return str(code)


def _listed(key: str, settings: Mapping[str, Any], default: Iterable[str]) -> list[str]:
    names = settings.get(key, default)
    if isinstance(names, str) or not isinstance(names, Iterable):
        raise SettingsError(f"TYPOGRAPHIE, {key} : écrivez une liste de noms, pas {names!r}.")
    return [str(name) for name in names]


def _as_mapping(name: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise SettingsError(f"{name} : un dictionnaire est attendu, pas {value!r}.")
    return value


def _check_keys(where: str, written: Iterable[str], known: tuple[str, ...]) -> None:
    for name in written:
        if name not in known:
            close = difflib.get_close_matches(str(name), known, n=1)
            hint = f"pensiez-vous à « {close[0]} » ?" if close else f"connues : {', '.join(known)}."
            raise SettingsError(f"{where} : la clé « {name} » est inconnue ; {hint}")
