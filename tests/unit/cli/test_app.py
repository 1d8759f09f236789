import subprocess
import sys
from pathlib import Path

import pytest

from reassign.cli.app import make_app
from reassign.cli.main import run
from reassign.messages.help import HELP


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_and_option_is_explained(language: str) -> None:
    group = make_app("vi" if language == "vi" else "en")
    assert {"plan", "check", "verify", "compare", "sweep", "batch", "sample", "rule"} <= set(group.commands)
    for command in (group, *group.commands.values()):
        assert command.help not in HELP, "a key is no explanation"
        for parameter in command.params:
            words = getattr(parameter, "help", None)
            assert words, parameter.name
            assert words not in HELP, parameter.name


def test_options_that_every_command_has() -> None:
    for name, command in make_app("en").commands.items():
        flags = {flag for parameter in command.params for flag in parameter.opts}
        assert {"--json", "--lang", "-q", "-v", "--force", "--no-input"} <= flags, name


def test_help_loads_nothing_but_the_parser() -> None:
    program = (
        "import sys; from reassign.cli.main import run; from pathlib import Path;"
        "run(['--help'], {}, Path('.'));"
        "heavy = {'rich', 'pydantic', 'numpy', 'ortools', 'xlsxwriter', 'python_calamine'} & set(sys.modules);"
        "sys.exit(','.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "check" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param([], 0, "Usage: reassign", id="nothing asked"),
        pytest.param(["--version"], 0, "reassign 0.", id="version"),
        pytest.param(["plan", "-h"], 0, "--time-limit", id="help"),
        pytest.param(["plam"], 2, "plan", id="unknown command, nearest named"),
        pytest.param(["plan", "--sed", "1"], 2, "--seed", id="unknown option, nearest named"),
        pytest.param(["plan", "--seed", "x"], 2, "--seed", id="seed that is no number"),
        pytest.param(["plan", "--lang", "fr"], 2, "--lang", id="unknown language"),
        pytest.param(["plan", "--time-limit", "0"], 2, "--time-limit", id="no time"),
        pytest.param(["plan"], 2, "--members", id="no case"),
        pytest.param(["sample", "x"], 2, "--list", id="no folder"),
        pytest.param(["rule", "P099"], 2, "P009", id="unknown code, nearest named"),
        pytest.param(["rule", "p001"], 0, "P001", id="a code in small letters"),
    ],
)
def test_usage(arguments: list[str], code: int, said: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("empty")
    done = subprocess.run(
        [sys.executable, "-m", "reassign", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        encoding="utf-8",
        env={"LANG": "C.UTF-8"},
    )
    assert done.returncode == code
    assert said in (done.stdout if code == 0 else done.stderr)


def test_usage_errors_are_json_where_asked(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    import json

    assert run(["plan", "--json", "--nonsense"], {}, tmp_path_factory.mktemp("empty")) == 2
    document = json.loads(capsys.readouterr().out)
    assert (document["status"], document["error"]["exit_code"], document["findings"]) == ("error", 2, [])


def test_the_words_of_completion_are_ours_and_the_language_can_be_named_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--lang", "vi", "--help"], {}, Path.cwd()) == 0
    shown = capsys.readouterr().out
    assert "--install-completion" in shown
    assert "phím Tab" in shown
    assert "Install completion" not in shown
