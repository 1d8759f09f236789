"""Questions are put one by one, and only what is in the rosters is an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reassign.cli.interview import ask_all
from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.questions import Answer, Question

FINDING = Finding("R011", Severity.WARNING, CellAddress("members.csv", "", 2, 4), "P.BN", {}, ("Bến Nghé",))
UNIT = Question("unit", "P.BN", FINDING, 2, ("Bến Nghé",), ("Đa Kao", "Bến Nghé"), may_be_other=True)
AREA = Question("area", "KP cũ", FINDING, 1, (), ("Khu phố 1", "Khu phố 2"))


def typing(*lines: str) -> Callable[[], str]:
    rest = list(lines)

    def ask() -> str:
        if not rest:
            raise EOFError
        return rest.pop(0)

    return ask


@pytest.mark.parametrize(
    ("lines", "answers"),
    [
        pytest.param(("1", "2"), (("P.BN", "Bến Nghé"), ("KP cũ", "Khu phố 2")), id="numbers, the nearest first"),
        pytest.param(("đa kao", ""), (("P.BN", "Đa Kao"),), id="a name, then nothing"),
        pytest.param(("0", "0", "1"), (("P.BN", "P.BN"), ("KP cũ", "Khu phố 1")), id="another place, for units only"),
        pytest.param(("9", "Bến Thành", "1", "q"), (("P.BN", "Bến Nghé"),), id="no such name is asked again"),
        pytest.param(
            ("P. Đa Kao", "KP02"), (("P.BN", "Đa Kao"), ("KP cũ", "Khu phố 2")), id="as a roster would spell it"
        ),
        pytest.param(("q",), (), id="stopped"),
        pytest.param((), (), id="input closed"),
    ],
)
def test_answers(lines: tuple[str, ...], answers: tuple[tuple[str, str], ...]) -> None:
    told: list[str] = []

    found = ask_all((UNIT, AREA), "vi", typing(*lines), told.append)

    assert found == tuple(
        Answer("unit" if spelling == "P.BN" else "area", spelling, name) for spelling, name in answers
    )
    assert "Câu 1/2 (số dòng: 2)" in told
