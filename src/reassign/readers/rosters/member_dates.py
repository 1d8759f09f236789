"""Days of the members of a list: of birth, of admission and of becoming official, and what they say besides."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.readers.cells import values
from reassign.readers.cells.notes import Notes
from reassign.readers.tables.header_words import BIRTH_DATE_FEMALE, BIRTH_DATE_MALE, JOINED_AND_OFFICIAL
from reassign.readers.tables.rows import Entries


def read_births(entries: Entries, notes: Notes) -> tuple[Sequence[str], Sequence[str]]:
    """Birth dates and sexes; lists often have one birth date column for men and one for women."""
    births = entries.parsed("birth_date", values.date, notes)
    sexes = entries.parsed("sex", values.sex, notes)
    for key, meant in ((BIRTH_DATE_MALE, "male"), (BIRTH_DATE_FEMALE, "female")):
        if entries.has(key):
            births, sexes = _with_column_of_one_sex(entries, notes, key, meant, births, sexes)
    return births, sexes


def _with_column_of_one_sex(
    entries: Entries, notes: Notes, key: str, meant: str, births: Sequence[str], sexes: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Birth dates and sexes together with what stands under "Nam" or "Nữ": birth dates, or a cross for the sex alone.

    Args:
        entries: The entries of the sheet.
        notes: Where to note what is wrong.
        key: The column.
        meant: The sex that it is about.
        births: Birth dates so far.
        sexes: Sexes so far.
    """
    column = entries.column(key)
    crosses = {text for text in column.different if values.yes_or_no(text) == (True, "")}
    # A cross is no date.
    dates = entries.parsed(key, lambda text: ("", "") if text in crosses else values.date(text), notes)
    born, are = list(births), list(sexes)
    for number, (row, text, date) in enumerate(zip(entries.rows, column.texts, dates, strict=True)):
        if not text or text.isspace():
            continue
        if (born[number] and date and born[number] != date) or (are[number] and are[number] != meant):
            notes.error("R055", row, key, text.strip())
            continue
        born[number], are[number] = date or born[number], meant
    return born, are


def read_memberships(entries: Entries, notes: Notes) -> tuple[Sequence[str], Sequence[str]]:
    """Days of admission and of becoming official; lists often have both in one cell."""
    both = _both_in_one_cell(entries, notes)
    rows = frozenset(entries.rows[number] for number in both)
    combined, joined, official = (
        entries.parsed(key, values.date, notes, rows) for key in (JOINED_AND_OFFICIAL, "joined", "official_date")
    )
    if JOINED_AND_OFFICIAL in entries.columns:
        joined = [one or other for one, other in zip(joined, combined, strict=True)]
    if both:
        joined = [both[number][0] if number in both else day for number, day in enumerate(joined)]
        official = [both[number][1] if number in both else day for number, day in enumerate(official)]
    return joined, official


def _both_in_one_cell(entries: Entries, notes: Notes) -> dict[int, tuple[str, str]]:
    """The days of the entries that have both in one cell; both are empty, which is noted, if another cell tells too."""
    found: dict[int, tuple[str, str]] = {}
    for key in (JOINED_AND_OFFICIAL, "joined", "official_date"):
        column = entries.column(key)
        pairs = {text: pair for text in column.different if (pair := values.two_dates(text)) is not None}
        if not pairs:
            continue
        others = [entries.column(other).texts for other in ("joined", "official_date") if other != key]
        for number, text in enumerate(column.texts):
            if text not in pairs or number in found:
                continue
            found[number] = pairs[text]
            if any(texts[number].strip() for texts in others):
                notes.error("R043", entries.rows[number], key, text.strip())
                found[number] = "", ""
    return found


def read_statuses(entries: Entries, notes: Notes, joined: Sequence[str], official: Sequence[str]) -> Sequence[str]:
    """The status column, else what the dates say: with an official day official, without probationary.

    Args:
        entries: The entries of the sheet.
        notes: Where to note what is wrong.
        joined: Day of admission by entry.
        official: Day of becoming official by entry.
    """
    written = entries.parsed("status", values.status, notes)
    if "official_date" not in entries.columns and JOINED_AND_OFFICIAL not in entries.columns:
        return [status or "official" for status in written]
    return [
        status or ("probationary" if admitted and not confirmed else "official")
        for status, admitted, confirmed in zip(written, joined, official, strict=True)
    ]
