"""Invented people: names put together from common syllables, dates of a membership, card numbers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from reassign.samples.chance import Chance

FAMILY_NAMES = (
    *("Nguyễn",) * 12,
    *("Trần",) * 5,
    *("Lê",) * 4,
    *("Phạm",) * 3,
    *("Huỳnh",) * 3,
    *("Võ",) * 2,
    *("Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trương", "Mai", "Cao", "Lương", "Tạ"),
)
"""Kinh family names, the commoner ones repeated."""

OTHER_FAMILY_NAMES = {
    "Hoa": ("Lâm", "Quách", "Vương", "Trịnh", "Lưu", "Châu", "Giang"),
    "Khmer": ("Thạch", "Sơn", "Kim", "Danh"),
    "Chăm": ("Bá", "Đàng", "Quảng", "Thành"),
}

MIDDLE_NAMES = {
    "male": ("Văn", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Công", "Ngọc", "Hoàng", "Xuân", "Đình", "Trọng", "Gia"),
    "female": ("Thị", "Thị", "Thị Ngọc", "Thị Kim", "Ngọc", "Thanh", "Thị Mỹ", "Bích", "Thu", "Hoàng", "Phương"),
}

GIVEN_NAMES = {
    "male": (
        *("An", "Bảo", "Bình", "Chương", "Cường", "Dũng", "Duy", "Đạt", "Hải", "Hiếu", "Hùng", "Huy", "Khang", "Khoa"),
        *("Lâm", "Lộc", "Long", "Mẫn", "Nam", "Nghĩa", "Nhân", "Phong", "Phúc", "Quân", "Sơn", "Tài", "Tâm", "Thắng"),
        *("Thịnh", "Thông", "Tiến", "Toàn", "Trí", "Trung", "Tuấn", "Việt", "Vinh", "Hoà"),
    ),
    "female": (
        *("Anh", "Ánh", "Cúc", "Châu", "Chi", "Diễm", "Dung", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng"),
        *("Hương", "Lan", "Liên", "Linh", "Loan", "Mai", "My", "Nga", "Ngân", "Nguyệt", "Nhung", "Oanh", "Phượng"),
        *("Quyên", "Thảo", "Thuỷ", "Trang", "Trâm", "Trinh", "Tuyết", "Vân", "Xuân", "Yến", "Thuý"),
    ),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is, apart from post and residence.

    Attributes:
        name: Full name, NFC.
        sex: ``male`` or ``female``.
        ethnicity: Kinh, Hoa, Khmer or Chăm.
        birth_date: Date of birth.
        joined: Day of admission.
        official_date: Day of becoming an official member; None while probationary.
    """

    name: str
    sex: str
    ethnicity: str
    birth_date: datetime.date
    joined: datetime.date
    official_date: datetime.date | None


def draw_person(
    chance: Chance, effective: datetime.date, *, is_probationary: bool, is_youth: bool = False, youngest: int = 25
) -> Person:
    """Invent a person as of ``effective``; a probationary member was admitted within the year before.

    Args:
        chance: Stream of the person.
        effective: Date of the plan.
        is_probationary: Whether the person is a probationary member.
        is_youth: Whether the person is a youth-union member, 18 to 29 years old.
        youngest: Age of the youngest official member [years].
    """
    sex = "female" if chance.happens(46) else "male"
    ethnicity = "Kinh" if chance.happens(93) else chance.pick(("Hoa", "Hoa", "Hoa", "Khmer", "Chăm"))
    family = chance.pick(FAMILY_NAMES if ethnicity == "Kinh" else OTHER_FAMILY_NAMES[ethnicity])
    name = f"{family} {chance.pick(MIDDLE_NAMES[sex])} {chance.pick(GIVEN_NAMES[sex])}"
    age = (
        chance.between(18, 29)
        if is_youth
        else chance.between(25, 33)
        if is_probationary
        else chance.between(youngest, 58)
    )
    birth_date = _some_day(chance, effective.year - age)
    if is_probationary:
        joined = effective - datetime.timedelta(days=chance.between(30, 330))
        return Person(name, sex, ethnicity, birth_date, joined, None)
    years = 16 if is_youth else chance.between(20, min(age - 2, 36))
    joined = _some_day(chance, birth_date.year + years)
    return Person(name, sex, ethnicity, birth_date, joined, joined.replace(year=joined.year + 1))


def _some_day(chance: Chance, year: int) -> datetime.date:
    # Never 29 February, so that a year can be added to every date.
    return datetime.date(year, chance.between(1, 12), chance.between(1, 28))


def day(date: datetime.date | None) -> str:
    """A date as officers write it, dd/mm/yyyy; empty for None."""
    return "" if date is None else f"{date.day:02}/{date.month:02}/{date.year:04}"


def card_number(number: int, start: int) -> str:
    """A card number that no card has (series 99), different for every ``number`` below a million."""
    # 7919 has no factor in common with a million, so that no two numbers meet.
    return f"99.{(number * 7919 + start) % 1_000_000:06}"
