from pathlib import Path

import pytest

from reassign.domain.errors import PolicyError, UsageError
from reassign.readers.grids.sources import Source, source
from reassign.readers.policy.case import (
    CaseFlags,
    CaseSettings,
    completed_flags,
    find_case_file,
    output_language,
    read_case,
)

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


ROLES = (
    *("members", "branches", "current", "lineage", "pins", "forbids", "distances", "lots", "crosswalk", "holidays"),
    "events",
)


@pytest.mark.parametrize("role", ROLES)
def test_every_input_has_a_variable_and_a_flag_goes_before_it(tmp_path: Path, role: str) -> None:
    (tmp_path / "reassign.toml").write_text(INPUTS, encoding="utf-8")
    variable = {f"REASSIGN_{role.upper()}": "v.csv"}
    read_one = getattr(read(tmp_path, CaseFlags(), variable).sources, role)
    assert (read_one.path, read_one.name) == (tmp_path / "v.csv", "v.csv")
    assert getattr(read(tmp_path, CaseFlags(files={role: "f.csv"}), variable).sources, role).name == "f.csv"


@pytest.mark.parametrize("role", ROLES)
def test_every_input_may_stand_in_the_case(tmp_path: Path, role: str) -> None:
    text = INPUTS if role in {"members", "branches"} else INPUTS + f'{role} = "x/{role}.csv"\n'
    (tmp_path / "reassign.toml").write_text(text, encoding="utf-8")
    sources = read(tmp_path).sources
    assert getattr(sources, role) is not None
    assert [each for each in ROLES if getattr(sources, each) is not None] == sorted(
        {"members", "branches", role}, key=ROLES.index
    )


@pytest.mark.parametrize(
    ("name", "value", "field", "read_as"),
    [
        ("POLICY", "p.toml", "policy", "p.toml"),
        ("ALLOW_SHORTFALL", "1", "is_shortfall_allowed", True),
        ("ALLOW_SHORTFALL", "0", "is_shortfall_allowed", False),
        ("SEED", "7", "seed", 7),
        ("TIME_LIMIT", "2.5", "time_limit", 2.5),
        ("LANG", "en", "language", "en"),
        ("LANG", "vi", "language", "vi"),
        ("ENCODING", "vni", "encoding", "vni"),
    ],
)
def test_variables_stand_for_flags_that_are_absent(name: str, value: str, field: str, read_as: object) -> None:
    assert getattr(completed_flags(CaseFlags(), {f"REASSIGN_{name}": value}), field) == read_as
    assert getattr(completed_flags(CaseFlags(), {f"REASSIGN_{name}": ""}), field) in (None, False)


def test_flags_go_before_variables() -> None:
    flags = CaseFlags(
        policy="f.toml", is_shortfall_allowed=True, seed=0, time_limit=1.5, language="vi", encoding="tcvn3"
    )
    others = {"POLICY": "v", "ALLOW_SHORTFALL": "0", "SEED": "7", "TIME_LIMIT": "9", "LANG": "en", "ENCODING": "vni"}
    assert completed_flags(flags, {f"REASSIGN_{name}": value for name, value in others.items()}) == flags


@pytest.mark.parametrize(
    ("name", "value"), [("ALLOW_SHORTFALL", "perhaps"), ("ENCODING", "latin"), ("SEED", "1.5"), ("TIME_LIMIT", "long")]
)
def test_a_variable_without_a_usable_value_is_named(name: str, value: str) -> None:
    with pytest.raises(UsageError) as caught:
        completed_flags(CaseFlags(), {f"REASSIGN_{name}": value})
    assert caught.value.key == "variable-value"
    assert dict(caught.value.parameters) == {"name": f"REASSIGN_{name}", "value": value}


@pytest.mark.parametrize("limit", [0.0, -1.0, float("inf"), float("nan")])
def test_no_time_and_no_number_are_no_limit(limit: float) -> None:
    with pytest.raises(UsageError) as caught:
        completed_flags(CaseFlags(time_limit=limit), {})
    assert dict(caught.value.parameters) == {"value": f"{limit:g}"}


def test_an_encoding_and_a_shortfall_arrive(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text(INPUTS + 'pins = "p.csv"\n', encoding="utf-8")
    settings = read(tmp_path, CaseFlags(encoding="vni", is_shortfall_allowed=True))
    assert settings.encoding == settings.sources.members.encoding == "vni"
    assert settings.sources.pins is not None
    assert settings.sources.pins.encoding == "vni"
    assert settings.policy.is_shortfall_allowed
    plain = read(tmp_path)
    assert (plain.encoding, plain.sources.members.encoding, plain.policy.is_shortfall_allowed) == ("", "", False)


def test_the_time_limit_of_the_case_holds_without_a_flag(tmp_path: Path) -> None:
    (tmp_path / "reassign.toml").write_text("time_limit = 5\n" + INPUTS, encoding="utf-8")
    assert read(tmp_path).time_limit == 5
    assert read(tmp_path, CaseFlags(time_limit=0.5)).time_limit == 0.5


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('[output]\nlanguage = "en"\n', "en"),
        ('[output]\nlanguage = "fr"\n', None),
        ("[output]\nlanguage = 3\n", None),
        ('output = "en"\n', None),
        ("seed = 1\n", None),
        ("[output\n", None),
    ],
)
def test_the_language_of_a_case_is_looked_up_whatever_else_is_wrong(
    tmp_path: Path, text: str, language: str | None
) -> None:
    (tmp_path / "reassign.toml").write_text(text, encoding="utf-8")
    assert output_language(tmp_path / "reassign.toml") == language


def test_the_nearest_case_above_is_found(tmp_path: Path) -> None:
    (tmp_path / "a" / "reassign.toml").mkdir(parents=True)
    (tmp_path / "reassign.toml").write_text("", encoding="utf-8")
    assert find_case_file(tmp_path / "a") == tmp_path / "reassign.toml"
