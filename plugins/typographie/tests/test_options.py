"""The setting TYPOGRAPHIE: what it may say, and what is answered to a mistake."""

import pytest

from typographie import Options, SettingsError, typeset_html


def test_nothing_said_is_every_rule_in_france() -> None:
    assert Options.from_settings(None) == Options()
    assert Options.from_settings({}) == Options()


def test_choices_are_read() -> None:
    chosen = Options.from_settings(
        {"langue": "fr-CH", "regles": {"unites": False, "dates": True}, "classes_exclues": ["x"]}
    )
    assert chosen == Options(frozenset({"unites"}), "fr-CH", frozenset({"x"}))


def test_the_country_of_plain_fr_is_the_site_s() -> None:
    options = Options(default_locale="fr-CA")
    assert typeset_html("<p>Oui !</p>", "fr", options=options) == "<p>Oui!</p>"
    assert typeset_html("<p>Oui !</p>", "fr-FR", options=options) == "<p>Oui\u202f!</p>"
    assert typeset_html("<p>Oui !</p>", "fr_LU", options=options) == "<p>Oui!</p>"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"regle": {}}, "pensiez-vous à « regles »"),
        ({"zzz": {}}, "connues : langue, regles, classes_exclues"),
        ({"regles": {"unite": False}}, "pensiez-vous à « unites »"),
        ({"regles": {"unites": "non"}}, "écrivez True ou False"),
        ({"regles": ["unites"]}, "un dictionnaire est attendu"),
        (["unites"], "un dictionnaire est attendu"),
        ({"langue": "en"}, "choisissez fr-FR, fr-BE, fr-CH, fr-CA"),
        ({"classes_exclues": "x"}, "écrivez une liste de noms"),
        ({"classes_exclues": 3}, "écrivez une liste de noms"),
    ],
)
def test_a_mistake_in_the_setting_is_told_in_french(written: object, said: str) -> None:
    with pytest.raises(SettingsError, match=said.replace("(", r"\(")):
        Options.from_settings(written)
