"""What the mutations change, how they are named, and that every accepted one still exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.mutants import mutants_of
from tests.mutation.report import EVERY, Outcome, read_accepted, written_report
from tests.mutation.sample import sample_of

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        pytest.param("a < b", {"a < b -> a <= b", "drop a < b"}, id="comparison"),
        pytest.param("x = a + 1", {"a + 1 -> a - 1", "1 -> 2"}, id="arithmetic"),
        pytest.param("x = a and b", {"a and b -> a or b", "a and b -> b", "a and b -> a"}, id="boolean"),
        pytest.param("x = not a", {"not a -> a"}, id="not"),
        pytest.param("x = s[:n]", {"s[:n] -> s[:]"}, id="slice"),
        pytest.param("f(a)", {"drop f(a)"}, id="statement"),
        pytest.param("x = [a for a in b if a]", {"[a for a in b if a] -> [a for a in b]"}, id="condition"),
        pytest.param("x: int\nraise E('words')\nimport a", set(), id="types, words and imports stay"),
    ],
)
def test_a_change_is_one_small_thing(tmp_path: Path, source: str, changes: set[str]) -> None:
    (tmp_path / "a.py").write_text(source, encoding="utf-8")
    assert {mutant.change for mutant in mutants_of(tmp_path, "a.py")} == changes


def test_a_mutant_is_named_without_line_numbers_and_equal_changes_are_numbered(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("\n\ndef f(a):\n    return a(1, 1)\n", encoding="utf-8")
    assert [mutant.key for mutant in mutants_of(tmp_path, "a.py")] == [
        ("a.py", "f", "return a(1, 1)", "return None"),
        ("a.py", "f", "return a(1, 1)", "1 -> 2"),
        ("a.py", "f", "return a(1, 1)", "1 -> 2 #2"),
    ]


def test_the_code_is_changed_and_the_next_mutant_begins_from_the_source_again(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1 + 5", encoding="utf-8")
    found = list[object]()
    for mutant in mutants_of(tmp_path, "a.py"):
        names = dict[str, object]()
        exec(mutant.code(), names)  # noqa: S102 - the mutant above
        found.append(names["x"])
    assert found == [-4, 7, 7]


@pytest.mark.parametrize(
    ("results", "accepted", "score", "is_reached"),
    [
        pytest.param(("killed", "killed"), (), "100.0", True, id="all dead"),
        pytest.param(("killed", "survived"), (), "50.0", False, id="one lives"),
        pytest.param(("killed", "survived"), (1,), "100.0", True, id="it may live"),
        pytest.param(("killed", "killed"), (1,), "100.0", False, id="the entry is stale"),
    ],
)
def test_the_score_is_of_the_mutants_that_may_not_live(
    results: tuple[str, ...], accepted: tuple[int, ...], score: str, is_reached: bool
) -> None:
    outcomes = [Outcome("a.py", "f", "line", str(index), "", "", result) for index, result in enumerate(results)]
    text, told = written_report("room", 100, outcomes, {outcomes[index].key: "equal" for index in accepted})
    assert f"score {score} %" in text
    assert told is is_reached


def test_every_change_of_an_accepted_line_may_live_and_none_of_another() -> None:
    outcomes = [Outcome("a.py", "", line, change, "", "", "survived") for line in "xy" for change in "12"]
    text, _ = written_report("room", 100, outcomes, {("a.py", "", "x", EVERY): "equal"})
    assert "0 killed, 2 alive, 2 accepted" in text


def test_every_accepted_mutant_exists_and_has_a_reason() -> None:
    accepted = read_accepted(ROOT)
    existing = {mutant.key for file in {key[0] for key in accepted} for mutant in mutants_of(ROOT, file)}
    existing |= {(*key[:3], EVERY) for key in existing}
    assert [key for key in accepted if key not in existing] == []
    assert all(accepted.values())


def test_a_sample_takes_its_share_of_every_file_and_its_seed_draws_it(tmp_path: Path) -> None:
    for name, lines in (("a.py", 60), ("b.py", 30), ("c.py", 10)):
        (tmp_path / name).write_text("x = 1\n" * lines, encoding="utf-8")
    mutants = [mutant for name in ("a.py", "b.py", "c.py") for mutant in mutants_of(tmp_path, name)]
    first, again, other = (sample_of(mutants, 20, seed) for seed in (1, 1, 2))
    assert [sum(mutant.file == name for mutant in first) for name in ("a.py", "b.py", "c.py")] == [12, 6, 2]
    assert [mutant.key for mutant in first] == [mutant.key for mutant in again]
    assert [mutant.key for mutant in first] != [mutant.key for mutant in other]
    assert len({mutant.key for mutant in first}) == 20
    assert sample_of(mutants, 100, 1) == mutants
