"""The setting TYPOGRAPHIE: what it may say, and what is answered to a mistake."""

import pytest

from typographie import Rules, SettingsError, typeset_html


def test_nothing_said_is_every_rule_in_france() -> None:
    assert Rules.from_settings(None) == Rules()
    assert Rules.from_settings({}) == Rules()


def test_choices_are_read() -> None:
    chosen = Rules.from_settings(
        {"langue": "fr-CH", "regles": {"unites": False, "dates": True}, "classes_exclues": ["x"]}
    )
    assert chosen == Rules(frozenset({"unites"}), "fr-CH", frozenset({"x"}))
    assert Rules.from_settings(chosen) is chosen


def test_the_country_of_plain_fr_is_the_site_s() -> None:
    rules = Rules(default_locale="fr-CA")
    assert typeset_html("<p>Oui !</p>", "fr", rules=rules) == "<p>Oui!</p>"
    assert typeset_html("<p>Oui !</p>", "fr-FR", rules=rules) == "<p>Oui\u202f!</p>"
    assert typeset_html("<p>Oui !</p>", "fr_LU", rules=rules) == "<p>Oui!</p>"


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
        Rules.from_settings(written)
