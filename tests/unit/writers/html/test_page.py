from __future__ import annotations

import base64
import json
import re
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from reassign.domain.curve import Curve, CurveLevel, CurvePoint
from reassign.domain.plan import Proof
from reassign.writers.html.page import render_page
from tests.unit.writers.hostile import HOSTILE, hostile_report

if TYPE_CHECKING:
    from reassign.domain.report import Report


class Elements(HTMLParser):
    """Counts the elements and their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember what an element is called and has."""
        self.tags.append((tag, tuple(sorted(name for name, _ in attrs))))


def page(report: Report) -> str:
    return render_page(report).decode()


def data(report: Report) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page(report))
    assert found is not None
    return json.loads(found[1])


def elements(text: str) -> list[tuple[str, tuple[str, ...]]]:
    parser = Elements()
    parser.feed(text)
    return parser.tags


def test_names_add_no_element_and_no_attribute(report: Report) -> None:
    harmless = hostile_report(report, "Lê An")
    for name in HOSTILE:
        assert elements(page(hostile_report(report, name))) == elements(page(harmless)), name


def test_the_data_cannot_leave_its_element(report: Report) -> None:
    text = page(hostile_report(report, "</script><script>alert(1)</script>\u2028&"))
    island = text.split('id="data">')[1].split("</script>")[0]

    assert "\\u003c/script\\u003e" in island
    assert set("<>&\u2028\u2029").isdisjoint(island)


@pytest.mark.parametrize("kind", ["script", "style"])
def test_only_our_own_script_and_style_may_run(report: Report, kind: str) -> None:
    text = page(report)
    body = re.search(rf"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
    assert body is not None
    digest = base64.b64encode(sha256(body[1].encode()).digest()).decode()

    assert f"{kind}-src &#39;sha256-{digest}&#39;" in text
    assert "default-src &#39;none&#39;" in text
    assert not re.search(r'\s(?:on\w+|style)="', text)


def test_nothing_is_asked_of_a_network(report: Report) -> None:
    assert set(re.findall(r'(?:src|href)="([^"]*)"', page(report))) <= {
        *("#placements", "#summary", "#loads", "#homes", "#needs", "#review", "#curve"),
    }
    assert "/home/an" not in page(report), "no path of a machine"


def test_rows_come_by_given_name_with_repeated_texts_told_once(report: Report) -> None:
    members = data(report)["members"]
    words = members["words"]

    assert [row[0] for row in members["rows"]] == ["=1+2", "Nguyễn Văn An", "Trần Thị Ánh", "Lê Đức"]
    assert [words[2][row[2]] for row in members["rows"]] == ["P1", "P1", "P1", "P2"]
    # m3 moves (1), nobody but m1 lives in P1 (2), m2 is pinned (4) and is the only one with a task (8).
    assert [row[-1] for row in members["rows"]] == [2 + 4, 8, 1 + 2 + 8, 2 + 8]


def test_branches_show_load_limits_and_open_fields(report: Report) -> None:
    branches = data(report)["branches"]
    words = branches["words"]

    assert [(row[0], row[2], words[3][row[3]], words[6][row[6]]) for row in branches["rows"]] == [
        ("Khu phố 1", 1, "1–7", ""),
        ("Khu phố 2", 2, "1–không giới hạn", "an ninh"),
        ("Khu phố 1", 1, "1–7", ""),
    ]


def test_what_is_not_proved_is_not_called_best(report: Report) -> None:
    unproved = replace(report, plan=replace(report.plan, status="feasible"))

    assert "Không có phương án nào tốt hơn" in page(report)
    assert "Không có phương án nào tốt hơn" not in page(unproved)


def test_a_price_curve_is_drawn_if_there_is_one(report: Report) -> None:
    points = tuple(
        CurvePoint(moves, (CurveLevel(("needs",), "max", value), CurveLevel(("draw",), "min", 5)), Proof.CERTIFICATE)
        for moves, value in ((0, 1), (1, 3))
    )

    assert 'id="curve"' not in page(report)
    assert 'id="curve"' in page(replace(report, curve=Curve(points)))


def test_a_map_needs_coordinates(report: Report) -> None:
    places = {"b1": (10.0, 106.0), "b2": (10.01, 106.01), "b3": (10.02, 106.0)}
    branches = tuple(
        replace(one, latitude=places[one.id][0], longitude=places[one.id][1]) for one in report.instance.branches
    )
    members = tuple(
        replace(one, latitude=10.0, longitude=106.0) if one.id == "m1" else one for one in report.instance.members
    )
    placed = replace(report, instance=replace(report.instance, branches=branches, members=members))

    assert 'class="map"' not in page(report)
    assert page(placed).count('class="square"') == 3
    assert "3 đảng viên không có tọa độ" in page(placed)


def test_a_country_of_branches_is_one_path_without_labels(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reassign.writers.html.map.MOST_LABELS", 2)
    places = {"b1": (10.0, 106.0), "b2": (10.01, 106.01), "b3": (10.02, 106.0)}
    branches = tuple(
        replace(one, latitude=places[one.id][0], longitude=places[one.id][1]) for one in report.instance.branches
    )
    drawn = page(replace(report, instance=replace(report.instance, branches=branches)))

    squares = re.findall(r'<path d="([^"]*)" class="square"/>', drawn)
    assert [path.count("M") for path in squares] == [3]
    assert "<title>" not in drawn.split('class="map"')[1].split("</svg>")[0]
    assert "3 chi bộ" in drawn


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render_page(report) == render_page(report)


def test_both_languages(report: Report) -> None:
    assert '<html lang="vi">' in page(report)
    assert '<html lang="en">' in page(replace(report, language="en"))
