"""One value as somebody may have written it."""

from __future__ import annotations

import datetime
import unicodedata
from random import Random
from typing import TypeAlias

Cell: TypeAlias = str | float | bool | datetime.date | None
"""What a cell of a sheet holds; a text that begins with ``=`` is a formula that was never calculated."""

_TONES = (("òa", "oà"), ("ủy", "uỷ"), ("úy", "uý"))
_NUMBERS = {"1": "Một", "2": "Hai", "3": "Ba", "4": "Bốn", "5": "Năm"}


def messy_text(random: Random, text: str) -> str:
    """The same words: split accents, other tone placement, spaces, a foreign Ð, a character without width."""
    if random.random() < 0.6:
        return text
    kind = random.randrange(5)
    if kind == 0:
        return unicodedata.normalize("NFD", text)
    if kind == 1:
        return text.replace(" ", random.choice(("  ", "\u00a0", " \u00a0")))
    if kind == 2:
        return text.replace("Đ", "\u00d0")
    if kind == 3:
        return f"{text[:1]}\u200b{text[1:]}" if len(text) > 1 else text
    return f" {text} "


def messy_place(random: Random, text: str) -> str:
    """Tone placement and letter case, which do not matter in the name of a place."""
    for one, other in _TONES:
        if random.random() < 0.3:
            text = text.replace(one, other)
    return messy_text(random, random.choice((text, text, text.upper(), text.lower())))


def messy_unit(random: Random, unit: str, *, needs_kind: bool = False) -> str:
    """A unit with its abbreviations; in an address with the word for its kind, else it may be a street."""
    if unit.startswith("Phường "):
        number = unit.removeprefix("Phường ")
        forms = [unit, f"P.{number}", f"P{number}", f"F.{number}", f"P. 0{number}", f"phường {number}", f"F{number}"]
        forms += [f"Phường {_NUMBERS[number]}"] if number in _NUMBERS else []
        return random.choice(forms)
    forms = [f"Phường {unit}", f"P. {unit}", f"P.{unit}", f"phường {unit}"]
    return messy_place(random, random.choice(forms if needs_kind else [unit, *forms]))


def messy_area(random: Random, area: str) -> str:
    """An area with its abbreviations."""
    kind = next(kind for kind in ("Khu phố", "Ấp", "Chung cư") if area.startswith(kind))
    rest = area.removeprefix(kind).strip()
    if kind == "Khu phố":
        forms = [f"KP{rest}", f"KP.{rest}", f"KP {rest}", f"K.phố {rest}", f"khu phố 0{rest}", f"kp. {rest}"]
        forms += [f"Khu phố {_NUMBERS[rest]}"] if rest in _NUMBERS else []
        return random.choice([*forms, f"tổ 12 KP{rest}", f"Tổ 4, KP.{rest}", f"số 5 KP{rest}"])
    if kind == "Ấp":
        return random.choice((f"ấp {rest}", f"Ấp 0{rest}", f"tổ 3 ấp {rest}"))
    return messy_place(
        random, random.choice((f"CC {rest}", f"C/cư {rest}", f"chung cư {rest}", f"lô B chung cư {rest}"))
    )


def messy_date(random: Random, iso: str) -> Cell:
    """A date as text in one of its forms, or as a true date."""
    if not iso:
        return None
    parts = iso.split("-")
    if len(parts) == 1:
        return random.choice((iso, f"/{iso}", float(iso), f"00/00/{iso}"))
    if len(parts) == 2:
        return random.choice((f"{parts[1]}/{parts[0]}", f"{int(parts[1])}/{parts[0]}", f"00/{parts[1]}/{parts[0]}"))
    year, month, day = map(int, parts)
    forms: tuple[Cell, ...] = (
        f"{day:02}/{month:02}/{year}",
        f"{day}/{month}/{year}",
        f"{day:02}-{month:02}-{year}",
        f"{day}.{month}.{year}",
        f"{day:02} / {month:02} / {year}",
        datetime.date(year, month, day),
        iso,
    )
    return random.choice(forms)


def two_dates(random: Random, joined: str, official: str) -> str:
    """Both days of membership in one cell."""
    one, other = ("/".join(reversed(day.split("-"))) for day in (joined, official))
    return random.choice((f"{one}; {other}", f"{one}\n{other}", f"DB: {one}, CT: {other}", f"{one} - {other}"))


def messy_address(random: Random, street: str, unit: str, area: str) -> str:
    """A written address."""
    if not unit:
        return ""
    parts = [street] if random.random() < 0.7 else []
    parts += [messy_area(random, area)] if area else []
    parts.append(messy_unit(random, unit, needs_kind=True))
    tail = random.choice((", Q.1", ", Quận 1, TP.HCM", ", TP. Hồ Chí Minh", ""))
    return random.choice((", ", ",", " - ", "\n")).join(parts) + tail
