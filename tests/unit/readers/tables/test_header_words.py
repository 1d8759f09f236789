"""A heading that was understood once is understood: ``headings.txt`` holds all of them, as officers write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from reassign.readers.tables.header_words import (
    branch_headings,
    crosswalk_headings,
    distance_headings,
    event_headings,
    header_key,
    heading_title,
    holiday_headings,
    lineage_headings,
    lot_headings,
    member_headings,
    pair_headings,
)

TABLES: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "member": member_headings,
    "branch": branch_headings,
    "pair": pair_headings,
    "lineage": lineage_headings,
    "distance": distance_headings,
    "lot": lot_headings,
    "holiday": holiday_headings,
    "event": event_headings,
    "crosswalk": crosswalk_headings,
}


def headings() -> Iterator[tuple[str, str, str]]:
    """Table, key and heading."""
    table = ""
    for line in Path(__file__).with_name("headings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            table = line.removeprefix("# ")
            continue
        key, _, words = line.partition(": ")
        yield from ((table, key, word) for word in words.split(" | "))


@pytest.mark.parametrize("table", TABLES)
def test_every_heading_means_its_key_with_its_signs_and_without_its_spaces(table: str) -> None:
    known = TABLES[table]()
    told = [(key, heading) for name, key, heading in headings() if name == table]
    assert len(told) > 4
    for key, heading in told:
        for written in (heading, heading.upper(), f"{heading}:"):
            assert known[header_key(written)] == key, written
            assert known[header_key(written).replace(" ", "")] == key, written


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_no_other_keys(table: str) -> None:
    assert set(TABLES[table]().values()) == {key for name, key, _ in headings() if name == table}


def test_a_key_has_a_title_and_a_stranger_is_its_own() -> None:
    assert (heading_title("birth_date"), heading_title("committee_vacancies"), heading_title("stranger")) == (
        "Ngày sinh",
        "Khuyết cấp ủy",
        "stranger",
    )
