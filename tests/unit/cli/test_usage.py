"""What the parser refuses is said in the language of the officer, with what would have been right."""

from __future__ import annotations

from pathlib import Path

import pytest

from reassign.cli.main import run


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        pytest.param(
            ["chek"],
            "không có lệnh “chek”; gần nhất: check, schema",
            "there is no command “chek”; nearest: check, schema",
            id="unknown command",
        ),
        pytest.param(["xyzzy"], "không có lệnh “xyzzy”", "there is no command “xyzzy”", id="like no command"),
        pytest.param(
            ["sample", "--sed", "1"],
            "lệnh này không có tùy chọn --sed; gần nhất: --seed",
            "this command has no option --sed; nearest: --seed",
            id="unknown option",
        ),
        pytest.param(["plan", "-z"], "lệnh này không có tùy chọn -z", "this command has no option -z", id="letter"),
        pytest.param(["explain"], "thiếu PLAN", "PLAN is missing", id="missing argument"),
        pytest.param(["plan", "a", "b"], "thừa: a b", "too many words: a b", id="too many arguments"),
        pytest.param(
            ["plan", "--seed", "x"],
            "giá trị của --seed phải là số nguyên",
            "the value of --seed must be a whole number",
            id="no whole number",
        ),
        pytest.param(
            ["plan", "--time-limit", "lâu"],
            "giá trị của --time-limit phải là số",
            "the value of --time-limit must be a number",
            id="no number",
        ),
        pytest.param(
            ["plan", "--lang", "fr"],
            "giá trị của --lang phải là một trong: vi, en",
            "--lang must be one of: vi, en",
            id="none of the words",
        ),
        pytest.param(["plan", "--json=1"], "--json không nhận giá trị", "--json takes no value", id="value for a flag"),
        pytest.param(["plan", "--seed"], "--seed cần một giá trị", "--seed needs a value", id="no value"),
    ],
)
def test_a_refusal_is_said_in_both_languages(
    arguments: list[str], vietnamese: str, english: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for locale, said in (("vi_VN.UTF-8", vietnamese), ("C", english)):
        assert run(arguments, {"LANG": locale}, tmp_path) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.splitlines()[0] == f"reassign: {said}"
        assert captured.err.count("\n") == 2


def test_a_choice_of_several_kinds_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["letters", "--kind", "foo"], {"LANG": "vi"}, tmp_path) == 2
    assert "--kind phải là một trong: appendix, " in capsys.readouterr().err
