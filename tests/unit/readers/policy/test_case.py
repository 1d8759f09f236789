from pathlib import Path

import pytest

from reassign.domain.errors import PolicyError, UsageError
from reassign.readers.grids.sources import Source, source
from reassign.readers.policy.case import CaseFlags, CaseSettings, read_case

INPUTS = '[inputs]\nmembers = "m.csv"\nbranches = "b.xlsx#Chi bộ"\n'


def read(folder: Path, flags: CaseFlags | None = None, environment: dict[str, str] | None = None) -> CaseSettings:
    return read_case(folder, flags or CaseFlags(), environment or {}, "en")


def test_the_case_file_is_found_upward_and_inputs_start_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text(INPUTS, encoding="utf-8")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    settings = read(below)
    assert settings.folder == tmp_path
    assert settings.sources.members == Source(tmp_path / "m.csv", "m.csv")
    assert settings.sources.branches == Source(tmp_path / "b.xlsx", "b.xlsx", "Chi bộ")


def test_flags_start_from_the_working_folder_and_need_no_case_file(tmp_path: Path) -> None:
    settings = read(tmp_path, CaseFlags(files={"members": "x.csv", "branches": "y.csv"}))
    assert settings.sources.members.path == tmp_path / "x.csv"
    assert settings.folder == tmp_path


@pytest.mark.parametrize(
    ("flag", "variable", "expected"),
    [
        pytest.param(3, "2", 3, id="flag first"),
        pytest.param(None, "2", 2, id="then the variable"),
        pytest.param(None, "", 1, id="then the file"),
        pytest.param(0, "2", 0, id="a zero is a value"),
    ],
)
def test_precedence_of_the_seed(tmp_path: Path, flag: int | None, variable: str, expected: int) -> None:
    (tmp_path / "reassign.toml").write_text("seed = 1\n" + INPUTS, encoding="utf-8")
    settings = read(tmp_path, CaseFlags(seed=flag), {"REASSIGN_SEED": variable})
    assert settings.seed == expected


@pytest.mark.parametrize(
    ("flag", "variable", "expected"),
    [
        pytest.param("flag.csv", "variable.csv", "flag.csv", id="flag first"),
        pytest.param(None, "variable.csv", "variable.csv", id="then the variable"),
        pytest.param(None, "", "m.csv", id="then the file"),
    ],
)
def test_precedence_of_a_roster(tmp_path: Path, flag: str | None, variable: str, expected: str) -> None:
    (tmp_path / "reassign.toml").write_text(INPUTS, encoding="utf-8")
    files = {"members": flag} if flag else {}
    assert read(tmp_path, CaseFlags(files=files), {"REASSIGN_MEMBERS": variable}).sources.members.name == expected


def test_language_of_the_file_beats_the_system(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text(INPUTS + '[output]\nlanguage = "vi"\n', encoding="utf-8")
    assert read(tmp_path).language == "vi"
    assert read(tmp_path, environment={"REASSIGN_LANG": "en"}).language == "en"


def test_a_policy_file_is_relative_to_the_case_and_a_flag_replaces_it(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text('policy = "rules.toml"\n' + INPUTS, encoding="utf-8")
    (tmp_path / "rules.toml").write_text('name = "rules"\n', encoding="utf-8")
    (tmp_path / "other.toml").write_text('[policy]\nname = "other"\n', encoding="utf-8")
    assert read(tmp_path).policy.name == "rules"
    settings = read(tmp_path, CaseFlags(policy="other.toml"))
    assert (settings.policy.name, settings.policy_file) == ("other", tmp_path / "other.toml")


def test_aliases_arrive(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text(
        INPUTS + '[aliases.field]\n"ANTT" = "an ninh trật tự"\n[columns]\n"Tên" = "name"\n', encoding="utf-8"
    )
    aliases = read(tmp_path).aliases
    assert aliases.field_name == {"ANTT": "an ninh trật tự"}
    assert aliases.columns == {"Tên": "name"}


def test_problems_of_case_and_policy_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text(
        INPUTS + '[policy]\nnmae = "x"\n[aliases.fild]\na = "b"\n[output]\nlanguage = "fr"\n', encoding="utf-8"
    )
    with pytest.raises(PolicyError) as caught:
        read(tmp_path)
    found = [(finding.code, finding.address.row, finding.value) for finding in caught.value.findings]
    assert found == [("P001", 5, "nmae"), ("P001", 6, "fild"), ("P005", 9, "fr")]


def test_a_broken_toml_is_a_policy_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text("[inputs]\nmembers = m.csv\n", encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        read(tmp_path)
    (finding,) = caught.value.findings
    assert (finding.code, finding.address.cell) == ("P010", "2")


@pytest.mark.parametrize(
    ("flags", "environment", "key"),
    [
        pytest.param(CaseFlags(), {}, "input-not-named", id="no rosters"),
        pytest.param(CaseFlags(files={"members": "m.csv"}), {}, "input-not-named", id="no branches"),
        pytest.param(CaseFlags(seed=-1), {}, "seed-negative", id="negative seed"),
        pytest.param(CaseFlags(time_limit=0), {}, "time-limit", id="no time"),
        pytest.param(CaseFlags(time_limit=float("nan")), {}, "time-limit", id="time that is no number"),
        pytest.param(CaseFlags(), {"REASSIGN_TIME_LIMIT": "-1"}, "time-limit", id="negative time by variable"),
        pytest.param(CaseFlags(), {"REASSIGN_SEED": "x"}, "variable-value", id="seed that is no number"),
        pytest.param(CaseFlags(), {"REASSIGN_LANG": "fr"}, "variable-value", id="unknown language"),
        pytest.param(CaseFlags(policy="absent.toml"), {}, "file-unreadable", id="no such policy"),
    ],
)
def test_what_cannot_be_used_is_a_usage_error(
    tmp_path: Path, flags: CaseFlags, environment: dict[str, str], key: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, flags, environment)
    assert caught.value.key == key


def test_a_hash_in_a_file_name_wins_over_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "a#b.csv").touch()
    assert source(tmp_path, "a#b.csv") == Source(tmp_path / "a#b.csv", "a#b.csv")
    assert source(tmp_path, "c.xlsx#b") == Source(tmp_path / "c.xlsx", "c.xlsx", "b")
