"""The cache of results is never noticed, except by the time that it saves."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from association.checks.all_checks import Verified, verified
from association.core.cache import open_cache_file, write_cache_file
from association.core.results_cache import ResultsCache, SharedInput, inputs_of
from tests.builders import EVENT, NEWS, TODAY, content_folder, damaged, lay_over


def _results_cache(folder: Path) -> ResultsCache:
    return ResultsCache(folder / ".cache" / "resultats" / "textes")


def _verified(root: Path, cache: ResultsCache) -> Verified:
    found = verified(root, TODAY, cache=cache)
    cache.save()
    return found


def test_cached_results_are_the_same(tmp_path: Path) -> None:
    root = content_folder(tmp_path, damaged(NEWS, "titre:", "titel:"))
    plain = verified(root, TODAY)
    for _ in range(3):
        again = _verified(root, _results_cache(tmp_path))
        assert again.problems == plain.problems
        assert again.content == plain.content


def test_a_text_is_not_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = content_folder(tmp_path)
    _verified(root, _results_cache(tmp_path))
    monkeypatch.setattr("association.source.source.read", None)
    assert _verified(root, _results_cache(tmp_path)).content.files


@pytest.mark.parametrize("name", [NEWS, EVENT, "vocabulaire.yml"])
def test_a_change_is_seen(tmp_path: Path, name: str) -> None:
    root = content_folder(tmp_path)
    _verified(root, _results_cache(tmp_path))
    text = (root / name).read_text("utf-8")
    lay_over(root, {name: text.replace("Occitanie", "Ocitanie").replace("statut", "x") + "\nx: x"})
    changed = _verified(root, _results_cache(tmp_path))
    assert changed.problems == verified(root, TODAY).problems
    assert changed.content == verified(root, TODAY).content


def test_a_change_of_this_program_forgets_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = _results_cache(tmp_path)
    assert cache.get_or_compute(("a",), lambda: 1) == 1
    cache.save()
    assert _results_cache(tmp_path).get_or_compute(("a",), lambda: 2) == 1
    monkeypatch.setattr("association.core.results_cache.code_digest", lambda: b"another")
    assert _results_cache(tmp_path).get_or_compute(("a",), lambda: 2) == 2


@pytest.mark.parametrize("held", [b"", b"\x80", b"cos\nsystem\n.", b"I1\n.", bytes(range(256))])
def test_a_damaged_file_only_costs_time(tmp_path: Path, held: bytes) -> None:
    file = tmp_path / ".cache" / "resultats" / "textes"
    file.parent.mkdir(parents=True)
    file.write_bytes(held)
    root = content_folder(tmp_path)
    assert (
        verified(root, TODAY, cache=ResultsCache(file)).problems == verified(root, TODAY).problems
    )


def test_what_cannot_be_computed_is_not_kept(tmp_path: Path) -> None:
    cache = ResultsCache(tmp_path / "textes")
    assert cache.get_or_compute(("a",), lambda: 1) == 1
    with pytest.raises(ZeroDivisionError):
        cache.get_or_compute(("b",), lambda: 1 // 0)
    cache.save()
    found = ResultsCache(tmp_path / "textes")
    assert [found.get_or_compute((key,), lambda: 2) for key in "ab"] == [1, 2]


def test_a_file_damaged_while_a_process_stays_is_computed_again(tmp_path: Path) -> None:
    file = tmp_path / "textes"
    cache = ResultsCache(file)
    assert cache.get_or_compute(("a",), lambda: 1) == 1
    cache.save()
    written = file.read_bytes()
    file.write_bytes(written[:-1] + bytes([written[-1] ^ 1]))
    again = ResultsCache(file)
    assert again.get_or_compute(("a",), lambda: 2) == 2
    assert again.damaged_files == [file]


def test_a_file_of_another_form_is_no_damaged_one(tmp_path: Path) -> None:
    file = tmp_path / "textes"
    write_cache_file(file, pickle.dumps({b"key": b"result"}))
    cache = ResultsCache(file)
    assert cache.get_or_compute(("a",), lambda: 1) == 1
    cache.save()
    assert cache.damaged_files == []
    assert ResultsCache(file).get_or_compute(("a",), lambda: 2) == 1


@pytest.mark.parametrize("lasting", [False, True])
def test_only_what_a_command_used_is_kept(tmp_path: Path, *, lasting: bool) -> None:
    for used in ("ab", "bc", "c"):
        cache = ResultsCache(tmp_path / "textes", lasting=lasting)
        for key in used:
            cache.get_or_compute((key,), partial(str, key))
        cache.save()
    found = ResultsCache(tmp_path / "textes", lasting=lasting)
    assert [found.get_or_compute((key,), lambda: "") for key in "abc"] == ["", "", "c"]


def test_a_process_that_stays_has_the_same_objects_while_the_file_is_the_same(
    tmp_path: Path,
) -> None:
    def found() -> list[str]:
        cache = ResultsCache(tmp_path / "textes", lasting=True)
        result = cache.get_or_compute(("a",), lambda: ["b"])
        cache.save()
        return result

    first = found()
    assert found() is first
    (tmp_path / "textes").unlink()
    assert found() is not first


def test_where_nothing_can_be_written_nothing_is_results_cache(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file", "utf-8")
    root = content_folder(tmp_path)
    assert _verified(root, _results_cache(tmp_path)).content.files


def test_commands_at_once_leave_each_other_whole_results(tmp_path: Path) -> None:
    root = content_folder(tmp_path)
    plain = verified(root, TODAY)
    with ThreadPoolExecutor(4) as commands:
        found = list(commands.map(lambda _: _verified(root, _results_cache(tmp_path)), range(8)))
    assert all(one.problems == plain.problems for one in found)
    assert all(one.content == plain.content for one in found)
    assert [path.name for path in (tmp_path / ".cache" / "resultats").iterdir()] == ["textes"]
    assert _verified(root, _results_cache(tmp_path)).content == plain.content


def test_equal_values_are_the_same_inputs_however_many_objects_they_are() -> None:
    shared = ("mot", frozenset({"a"}))
    assert inputs_of([shared, shared]) == inputs_of([("mot", frozenset({"a"})), shared])
    assert inputs_of([shared]) != inputs_of([shared, shared])


@pytest.mark.parametrize("shared", [[frozenset({1})] * 200, [frozenset({n}) for n in range(200)]])
def test_a_value_of_many_sets_is_an_input(shared: list[frozenset[int]]) -> None:
    value = {"people": [[one, {"of": one}] for one in shared]}
    assert inputs_of(value) == inputs_of(value)
    assert inputs_of(value) != inputs_of({**value, "more": 1})


@dataclass(frozen=True)
class Person(SharedInput):
    name: str
    themes: frozenset[str]


@dataclass(frozen=True)
class Group(SharedInput):
    name: str

    @cached_property
    def initial(self) -> str:
        return self.name[0]


# Two strings of which a set keeps the order that they came in.
_CLASHING = next(
    (one, other)
    for one, other in combinations(map(str, range(99)), 2)
    if list({one, other}) != list({other, one})
)


def test_a_shared_input_is_the_same_whatever_the_order_of_its_sets() -> None:
    one, other = (Person("Zoé", frozenset(words)) for words in (_CLASHING, _CLASHING[::-1]))
    assert list(one.themes) != list(other.themes)
    assert inputs_of({"people": (one, one)}) == inputs_of({"people": (other, one)})


@pytest.mark.parametrize(
    "another", [Person("Zoë", frozenset({"a"})), Person("Zoé", frozenset({"b"})), "Zoé"]
)
def test_another_shared_input_is_another_input(another: object) -> None:
    assert inputs_of([Person("Zoé", frozenset({"a"}))]) != inputs_of([another])


def test_what_is_worked_out_of_a_shared_input_is_no_input() -> None:
    one, other = (Group("Zoé") for _ in range(2))
    assert one.initial == "Z"
    assert inputs_of(one) == inputs_of(other)


def test_a_file_is_replaced_once_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[BinaryIO] = []
    replace = Path.replace

    def open_and_note(*arguments: Any) -> BinaryIO | None:
        file = open_cache_file(*arguments)
        opened.extend([file] if file else [])
        return file

    def replace_as_windows(path: Path, target: Path) -> Path:
        if not all(file.closed for file in opened):
            raise PermissionError
        return replace(path, target)

    monkeypatch.setattr("association.core.results_file.open_cache_file", open_and_note)
    monkeypatch.setattr(Path, "replace", replace_as_windows)
    for keys in ("a", "ab"):
        cache = ResultsCache(tmp_path / "textes")
        for key in keys:
            cache.get_or_compute((key,), partial(str, key))
        cache.save()
    found = ResultsCache(tmp_path / "textes")
    assert [found.get_or_compute((key,), lambda: "") for key in "ab"] == ["a", "b"]


def test_a_build_before_the_first_whole_one_finds_what_another_worked_out(tmp_path: Path) -> None:
    for _ in range(2):
        given_up = ResultsCache(tmp_path / "pages", lasting=True)
        given_up.get_or_compute(("a",), lambda: 1)
    following = ResultsCache(tmp_path / "pages", lasting=True)
    assert following.get_or_compute(("a",), lambda: 2) == 1


@pytest.mark.parametrize("begins_with_a_whole_build", [True, False])
def test_of_builds_given_up_only_the_last_is_remembered(
    tmp_path: Path, *, begins_with_a_whole_build: bool
) -> None:
    def lasting() -> ResultsCache:
        return ResultsCache(tmp_path / "pages", lasting=True)

    if begins_with_a_whole_build:
        whole = lasting()
        whole.get_or_compute(("whole",), lambda: 1)
        whole.save()
    for key in "ab":
        lasting().get_or_compute((key,), lambda: 1)
    following = lasting()
    assert [following.get_or_compute((key,), lambda: 2) for key in "ab"] == [2, 1]
    assert following.get_or_compute(("whole",), lambda: 2) == 2 - begins_with_a_whole_build


def test_what_a_build_that_gave_way_worked_out_is_kept_by_the_next(tmp_path: Path) -> None:
    def lasting() -> ResultsCache:
        return ResultsCache(tmp_path / "pages", lasting=True)

    whole = lasting()
    whole.get_or_compute(("a",), lambda: 1)
    whole.save()
    lasting().get_or_compute(("b",), lambda: 2)
    following = lasting()
    assert following.get_or_compute(("b",), lambda: 3) == 2
    following.save()
    assert ResultsCache(tmp_path / "pages").get_or_compute(("b",), lambda: 4) == 2
