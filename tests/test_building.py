"""A build either puts a whole new site in place or leaves the last good one alone."""

import os
import re
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from association.core.exit_code import ExitCode
from association.runner import fresh_folder, summary
from association.runner.build import LOG, Outcome, Plan, build
from association.runner.report_reader import BuildReport, ReportedProblem
from tests.stub_project import stub_project, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return stub_project(tmp_path / "projet")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def tree(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def beside_the_sources(root: Path) -> set[str]:
    return {path.name for path in root.iterdir()} - {"content", "pelicanconf.py", "__pycache__"}


def a_site(output: Path, text: str = "ancien") -> None:
    output.mkdir(parents=True)
    (output / "index.html").write_text(text, encoding="utf-8")


def swap(output: Path, text: str) -> None:
    with fresh_folder.fresh_folder(output, lambda _: None) as fresh:
        a_site(fresh.site, text)
        fresh.swap_in()


# --- A real build


def test_a_good_build_puts_the_site_in_place_and_nothing_else(root: Path) -> None:
    outcome = build(Plan(root))
    assert outcome.exit_code == ExitCode.FINE
    assert outcome.is_success
    assert outcome.report is not None
    assert dict(outcome.report.pages) == {"pages": 1}
    assert "Bonjour" in (root / "output" / "index.html").read_text(encoding="utf-8")
    assert beside_the_sources(root) == {"output"}


def test_stale_pages_and_strangers_do_not_stay(root: Path) -> None:
    write(root, "autre", "Autre")
    build(Plan(root))
    (root / "output" / "etranger.txt").write_text("?", encoding="utf-8")
    (root / "content" / "autre.md").unlink()
    build(Plan(root))
    assert set(tree(root / "output")) == {"index.html"}


def test_the_files_of_the_site_may_be_read_by_anybody(root: Path) -> None:
    write(root, "autre", "Autre")
    before = os.umask(0o077)
    try:
        build(Plan(root))
    finally:
        os.umask(before)
    output = root / "output"
    modes = [stat.S_IMODE((output / name).stat().st_mode) for name in ("", "autre", "index.html")]
    assert modes == [0o755, 0o755, 0o644]


def test_content_errors_are_all_reported_and_leave_the_last_site_alone(root: Path) -> None:
    build(Plan(root))
    before = tree(root / "output")
    write(root, "index", "ERREUR CONSEIL")
    outcome = build(Plan(root))
    assert outcome.exit_code == ExitCode.CONTENT
    assert outcome.report is not None
    assert [problem.severity for problem in outcome.report.problems] == ["erreur", "conseil"]
    assert [problem.severity for problem in outcome.report.errors] == ["erreur"]
    assert summary.complaint(outcome).endswith("1 fichiers vérifiés, 1 erreur dans 1 fichier.")
    assert tree(root / "output") == before
    assert beside_the_sources(root) == {"output"}


@pytest.mark.parametrize("word", ["PANNE", "MUET", "MENSONGE"])
def test_a_breakdown_is_our_fault_said_in_french_without_a_traceback(root: Path, word: str) -> None:
    build(Plan(root))
    before = tree(root / "output")
    write(root, "index", word)
    outcome = build(Plan(root))
    assert outcome.exit_code == ExitCode.FAULT
    assert "panne du programme" in outcome.trouble
    assert str(LOG) in outcome.trouble
    assert "Traceback" not in summary.complaint(outcome)
    assert "exit status" in (root / LOG).read_text(encoding="utf-8")
    assert tree(root / "output") == before
    assert beside_the_sources(root) == {"output", ".cache"}


def test_what_the_generator_refuses_is_said_in_its_words(root: Path) -> None:
    write(root, "index", "REFUS")
    outcome = build(Plan(root))
    assert (outcome.exit_code, outcome.trouble) == (ExitCode.USAGE, "Ce jour n’existe pas.")


def test_a_build_without_a_home_page_is_not_complete(root: Path) -> None:
    (root / "content" / "index.md").rename(root / "content" / "autre.md")
    assert build(Plan(root)).exit_code == ExitCode.FAULT
    assert not (root / "output").exists()


def test_the_day_and_the_drafts_reach_the_build(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROUILLONS", "1")
    build(Plan(root, asof="2027-03-14"))
    assert "ASOF=2027-03-14 BROUILLONS=None" in tree(root / "output")["index.html"]
    monkeypatch.setenv("ASOF", "2028-01-01")
    build(Plan(root, drafts=True))
    assert "ASOF=2028-01-01 BROUILLONS=1" in tree(root / "output")["index.html"]


def test_a_long_build_tells_that_it_is_alive(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("association.runner.build._PATIENCE", 0.01)
    told: list[float] = []
    build(Plan(root), progress=told.append)
    assert told
    assert told == sorted(told)


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"output": "."}, "contient les sources"),
        ({"output": ".."}, "contient les sources"),
        ({"output": "content/site"}, "en fait partie"),
        ({"output": "pelicanconf.py"}, "n’est pas un dossier"),
        ({"content": "contenu"}, "« contenu » est introuvable"),
        ({"settings": "reglages.py"}, "« reglages.py » est introuvable"),
        ({"asof": "14/03/2027"}, "écrivez-la comme 2027-03-14"),
    ],
)
def test_a_plan_that_cannot_be_built_is_refused_in_french(
    root: Path, plan: dict[str, str], said: str
) -> None:
    outcome = build(Plan(root, **plan))  # type: ignore[arg-type]
    assert outcome.exit_code == ExitCode.USAGE
    assert said in outcome.trouble
    assert (root / "content" / "index.md").exists()


def test_a_disk_that_refuses_the_site_is_said_in_french(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: fresh_folder.FreshFolder) -> None:
        raise OSError(28, "No space left on device")

    build(Plan(root))
    before = tree(root / "output")
    monkeypatch.setattr(fresh_folder.FreshFolder, "swap_in", full)
    outcome = build(Plan(root))
    assert outcome.exit_code == ExitCode.FAULT
    assert "le disque est plein" in outcome.trouble
    assert tree(root / "output") == before
    assert beside_the_sources(root) == {"output"}


# --- Interruptions and company


def slow(root: Path) -> Path:
    """Make builds of this project wait for ever, and return the pipe that tells they have begun."""
    begun = root / "commence"
    os.mkfifo(begun)
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(
            f"\nif os.environ.get('LENT'):\n    open({str(begun)!r}, 'w').close()\n"
            "    import time\n    time.sleep(600)\n"
        )
    return begun


BUILD = "import sys; from association.runner.build import *; build(Plan(Path(sys.argv[1])))"


def interrupted(root: Path, with_signal: int) -> None:
    begun = slow(root)
    paths = os.pathsep.join(path for path in sys.path if path)
    building = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(root)],
        env={**os.environ, "LENT": "1", "PYTHONPATH": paths},
        stderr=subprocess.DEVNULL,
    )
    begun.open(encoding="utf-8").close()
    building.send_signal(with_signal)
    assert building.wait() != 0


def test_a_build_interrupted_by_its_author_leaves_no_litter(root: Path) -> None:
    build(Plan(root))
    interrupted(root, signal.SIGINT)
    assert beside_the_sources(root) == {"output", "commence"}
    assert "Bonjour" in tree(root / "output")["index.html"]


def test_what_the_orphan_of_a_killed_build_writes_reaches_no_other_build(root: Path) -> None:
    interrupted(root, signal.SIGKILL)
    try:
        with fresh_folder.fresh_folder(root / "output", lambda _: None) as fresh:
            assert orphan_of(root)[1] != fresh.site
        assert build(Plan(root)).is_success
    finally:
        os.kill(orphan_of(root)[0], signal.SIGKILL)
    assert beside_the_sources(root) == {"output", "commence"}


def orphan_of(root: Path) -> tuple[int, Path]:
    """Return the number of the subprocess that a killed build left, and where it writes."""
    for cmdline in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it may end while we look
            words = cmdline.read_bytes().decode().split("\0")
            if "-o" in words and str(root / "output.en-cours") in cmdline.read_text():
                return int(cmdline.parent.name), Path(words[words.index("-o") + 1])
    raise AssertionError("no subprocess is left")


def test_two_builds_at_once_both_end_well_one_after_the_other(root: Path) -> None:
    outcomes: list[Outcome] = []
    builds = [threading.Thread(target=lambda: outcomes.append(build(Plan(root)))) for _ in range(2)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert [outcome.exit_code for outcome in outcomes] == [ExitCode.FINE, ExitCode.FINE]
    assert beside_the_sources(root) == {"output"}


def test_a_second_build_waits_says_so_and_leaves_no_lock(tmp_path: Path) -> None:
    output, told = tmp_path / "output", threading.Event()
    order: list[str] = []

    def second() -> None:
        with fresh_folder.fresh_folder(output, lambda _: told.set()):
            order.append("second")

    waiting = threading.Thread(target=second)
    with fresh_folder.fresh_folder(output, lambda _: None):
        waiting.start()
        assert told.wait(60)
        order.append("first")
    waiting.join(60)
    assert order == ["first", "second"]
    assert list(tmp_path.iterdir()) == []


# --- The exchange


@pytest.mark.parametrize("kernel", [fresh_folder.exchange_folders, lambda _one, _other: False])
def test_the_new_site_replaces_the_former_with_or_without_the_kernels_exchange(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kernel: Callable[[Path, Path], bool]
) -> None:
    monkeypatch.setattr(fresh_folder, "exchange_folders", kernel)
    a_site(tmp_path / "output")
    swap(tmp_path / "output", "nouveau")
    assert tree(tmp_path) == {"output/index.html": "nouveau"}


def test_an_interruption_between_two_renames_puts_the_former_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_one: Path, _other: Path) -> bool:
        (tmp_path / "output").rename(tmp_path / "output.en-cours" / "ancien")
        raise KeyboardInterrupt

    monkeypatch.setattr(fresh_folder, "exchange_folders", interrupt)
    a_site(tmp_path / "output")
    with pytest.raises(KeyboardInterrupt):
        swap(tmp_path / "output", "nouveau")
    assert tree(tmp_path) == {"output/index.html": "ancien"}


def test_the_next_build_finds_the_former_site_that_a_killed_one_left_aside(tmp_path: Path) -> None:
    a_site(tmp_path / "output.en-cours" / "ancien")
    with fresh_folder.fresh_folder(tmp_path / "output", lambda _: None) as fresh:
        assert list(fresh.folder.iterdir()) == []
        assert tree(tmp_path / "output") == {"index.html": "ancien"}


def test_where_the_kernel_knows_no_exchange_it_is_not_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "association.runner.fresh_folder.ctypes.CDLL", lambda *_args, **_named: object()
    )
    assert fresh_folder.exchange_folders(tmp_path / "a", tmp_path / "b") is False


# --- The commands


@pytest.fixture
def with_commands(root: Path) -> Path:
    project = Path(__file__).resolve().parents[1]
    (root / "tasks.py").write_bytes((project / "tasks.py").read_bytes())
    (root / "plugins").symlink_to(project / "plugins")
    return root


def invoke(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=root,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_invoke_alone_lists_the_commands_each_with_a_sentence(with_commands: Path) -> None:
    listed = invoke(with_commands).stdout
    for name in ("build", "serve", "verifier", "test", "bless", "clean"):
        assert re.search(rf"^  invoke {name} +[A-ZÀ-Ý].+\.$", listed, re.MULTILINE), name


def test_the_command_says_what_it_built_and_clean_removes_it(with_commands: Path) -> None:
    built = invoke(with_commands, "build", "--date", "2027-03-14")
    assert (built.returncode, built.stderr) == (0, "")
    assert plain(built.stdout).startswith("1 page en ")
    assert "ASOF=2027-03-14" in tree(with_commands / "output")["index.html"]
    assert invoke(with_commands, "clean").returncode == 0
    assert not (with_commands / "output").exists()


def test_the_content_may_be_in_a_repository_of_its_own(
    with_commands: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "private" / "content"
    elsewhere.parent.mkdir()
    (with_commands / "content").rename(elsewhere)
    assert invoke(with_commands, "build").returncode == 2
    monkeypatch.setenv("CONTENU", str(elsewhere))
    assert invoke(with_commands, "build").returncode == 0
    assert invoke(with_commands, "verifier").returncode == 1
    monkeypatch.setenv("CONTENU", os.path.relpath(elsewhere, with_commands))
    assert invoke(with_commands, "build").returncode == 0


def test_the_command_writes_problems_aside_and_exits_with_1(with_commands: Path) -> None:
    write(with_commands, "index", "ERREUR")
    built = invoke(with_commands, "build")
    assert (built.returncode, built.stdout) == (1, "")
    assert built.stderr.startswith("erreur[essai]")
    assert "Traceback" not in built.stderr


def test_verifier_exits_with_1_on_content_that_no_site_can_be_made_of(with_commands: Path) -> None:
    checked = invoke(with_commands, "verifier")
    assert checked.returncode == 1
    assert "content/index.md" in checked.stderr
    assert "Traceback" not in checked.stderr


def test_the_options_of_the_tests_reach_pytest(with_commands: Path) -> None:
    assert invoke(with_commands, "test", "--", "--version").stdout.startswith("pytest ")
    # 4 is pytest's own answer to a wrong use.
    assert invoke(with_commands, "test", "--", "--no-such-option").returncode == 4


# --- The words


def report(**changes: object) -> BuildReport:
    fields: dict[str, object] = {
        "problems": (),
        "pages": {"actualités": 11, "métiers": 1, "rendez-vous": 1, "capsules": 0},
        "page_count": 104,
        "verdict": "61 fichiers vérifiés, aucune erreur.",
        "next_change": None,
    }
    return BuildReport(**(fields | changes))  # type: ignore[arg-type]


def test_the_summary_counts_each_kind_and_the_time() -> None:
    assert plain(summary.success(report(), 1.44)) == (
        "104 pages en 1,4 s : 11 actualités, 1 métier, 1 rendez-vous."
    )


def test_the_summary_says_when_the_site_changes_next_in_paris() -> None:
    due = datetime(2026, 12, 8, 20, tzinfo=UTC)
    words = summary.success(report(pages={}, page_count=1, next_change=due), 0.96)
    assert plain(words) == (
        "1 page en 1,0 s.\nProchain changement prévu du site : mardi 8 décembre 2026 à 21 h."
    )


def test_the_first_of_a_month_is_an_ordinal() -> None:
    instant = datetime(2026, 2, 28, 23, 5, tzinfo=UTC)
    assert plain(summary.moment(instant)) == "dimanche 1er mars 2026 à 0 h 05"


def test_the_progress_line_counts_whole_seconds() -> None:
    assert plain(summary.progress(3.9)) == "Construction en cours depuis 3 s…"


def test_advice_is_said_even_when_the_build_is_fine() -> None:
    advice = ReportedProblem("conseil", "conseil : a", "a")
    outcome = Outcome(ExitCode.FINE, 1.0, report(problems=(advice,)))
    assert summary.complaint(outcome) == ("conseil : a\n\n61 fichiers vérifiés, aucune erreur.")
    assert summary.complaint(Outcome(ExitCode.FINE, 1.0, report())) == ""
