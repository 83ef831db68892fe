"""Which tests take long: those that start a browser, a server or a program, or build a site.

``invoke test --rapide`` leaves them out; ``invoke test`` runs them with all others.
"""

import pytest

_FIXTURES = {"browser", "built", "forms", "look", "production_site", "server", "shared_sites"}
# What no fixture tells: small sites built, all pages printed, commands run, many broken files.
_PLACES = (
    "plugins/typographie/tests/test_package.py",
    "plugins/typographie/tests/test_plugin.py",
    "tests/clients/",
    "tests/people/test_pages.py",
    "tests/delivery/test_any_history.py",
    "tests/delivery/test_command.py",
    "tests/delivery/test_interruptions.py",
    "tests/delivery/test_kills.py",
    "tests/delivery/test_sftp_faults.py",
    "tests/forms/test_configuration.py",
    "tests/forms/test_text_check.py",
    "tests/editing/test_terminal.py",
    "tests/test_building.py",
    "tests/test_cache.py",
    "tests/test_calendar_pages.py",
    "tests/test_consent.py",
    "tests/test_erreurs.py",
    "tests/test_fuzz.py",
    "tests/test_golden.py",
    "tests/test_guide.py",
    "tests/test_guide_run.py",
    "tests/test_mistakes.py",
    "tests/test_portable.py",
    "tests/test_preview_of_proposal.py",
    "tests/test_robustness.py",
    "tests/test_search_index.py",
    "tests/test_serving.py",
    "tests/test_time_travel.py",
    "tests/test_withdrawal.py",
    "tests/test_workflows.py",
)


def mark_long(items: list[pytest.Item]) -> None:
    """Mark as ``long`` what takes long, besides the tests that say it of themselves."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & _FIXTURES or item.nodeid.startswith(_PLACES):
            item.add_marker("long")
