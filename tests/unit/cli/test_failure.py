import json

import pytest

from reassign.cli import failure
from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError, InternalError, OutputError, PolicyError, ReassignError, UsageError
from reassign.domain.findings import Finding, Severity

UNKNOWN_KEY = Finding(
    "P001",
    Severity.ERROR,
    CellAddress("reassign.toml", row=4),
    "nmae",
    {"key": "nmae", "table": "[policy]", "known": "name"},
    ("name",),
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        pytest.param(UsageError("output-twice", {"file": "a"}), 2, id="usage"),
        pytest.param(PolicyError((UNKNOWN_KEY,)), 2, id="policy"),
        pytest.param(InputError((UNKNOWN_KEY,)), 3, id="input"),
        pytest.param(OutputError("output-exists", {"file": "a"}), 6, id="output"),
    ],
)
def test_each_failure_has_its_exit_code(error: ReassignError, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert failure.report_failure(error, "en", is_json=False) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "reassign: " in captured.err


def test_a_finding_is_one_line_with_place_suggestion_and_code(capsys: pytest.CaptureFixture[str]) -> None:
    failure.report_failure(PolicyError((UNKNOWN_KEY,)), "vi", is_json=False)
    assert capsys.readouterr().err.splitlines() == [
        "reassign.toml!4: không có khóa “nmae” trong [policy]; được dùng: name; có phải “name”?   [P001]",
        "1 lỗi, 0 cảnh báo",
        "reassign: quy định có lỗi nên lệnh đã dừng, chưa làm gì",
    ]


def test_json_is_one_document_also_for_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert failure.report_failure(InputError((UNKNOWN_KEY,)), "en", is_json=True) == 3
    captured = capsys.readouterr()
    document = json.loads(captured.out)
    assert captured.err == ""
    assert (document["schema_version"], document["status"], document["error"]["exit_code"]) == (1, "error", 3)
    (finding,) = document["findings"]
    assert (finding["code"], finding["cell"], finding["suggestions"]) == ("P001", "4", ["name"])


def test_a_crash_file_holds_no_value(capsys: pytest.CaptureFixture[str]) -> None:
    def work(name: str) -> None:
        try:
            int(name)
        except ValueError as error:
            raise RuntimeError(f"cannot place {name}") from error

    with pytest.raises(RuntimeError) as caught:
        work("Nguyễn Sentinel")
    text = failure.crash_text(caught.value)
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "Sentinel" not in text
    assert " work" in text, "the place of the failure is told"
    assert failure.report_crash(caught.value, "en", is_json=False) == 70
    assert "Sentinel" not in capsys.readouterr().err


def test_an_internal_error_tells_its_key_only() -> None:
    error = InternalError("values-differ", {"member": "Sentinel"})
    assert "values-differ" in failure.crash_text(error)
    assert "Sentinel" not in failure.crash_text(error)
