"""Posts in a ward or commune office with the fields that belong to them."""

from __future__ import annotations

from dataclasses import dataclass

SECURITY = "an ninh trật tự"
ENVIRONMENT = "môi trường"
JUSTICE = "tư pháp – hộ tịch"
CULTURE = "văn hoá – xã hội"
LAND = "địa chính – xây dựng"
FINANCE = "kinh tế – tài chính"
FRONT = "mặt trận"
WOMEN = "phụ nữ"
YOUTH = "thanh niên"
POVERTY = "giảm nghèo"
VETERANS = "cựu chiến binh"
OFFICE = "cải cách hành chính"

NEEDED_FIELDS = (
    *(SECURITY,) * 5,
    *(ENVIRONMENT,) * 4,
    *(LAND,) * 3,
    *(CULTURE,) * 3,
    *(JUSTICE,) * 2,
    *(YOUTH,) * 2,
    *(WOMEN, FRONT, FINANCE, POVERTY, VETERANS),
)
"""Fields in which branches are weak; more of them lack security than an office has people for it."""

POSTS = (
    "Bí thư chi bộ",
    "Trưởng khu phố",
    "Trưởng ban công tác mặt trận",
    "Chi hội trưởng phụ nữ",
    "Bí thư chi đoàn",
)
"""The five posts of a neighbourhood (plan of District 1, 2023)."""


@dataclass(frozen=True, slots=True)
class Job:
    """A post in the office.

    Attributes:
        post: Post as written.
        organisation: Organisation, without the name of the unit.
        fields: Portfolio.
        is_key: Whether its holder is a key cadre (cán bộ chủ chốt).
    """

    post: str
    organisation: str
    fields: tuple[str, ...]
    is_key: bool = False


KEY_JOBS = (
    Job("Bí thư Đảng ủy", "Đảng ủy", (), is_key=True),
    Job("Chủ tịch Ủy ban nhân dân", "Ủy ban nhân dân", (FINANCE, OFFICE), is_key=True),
    Job("Phó Bí thư Thường trực Đảng ủy", "Đảng ủy", (FRONT,), is_key=True),
    Job("Phó Chủ tịch Ủy ban nhân dân", "Ủy ban nhân dân", (LAND, ENVIRONMENT), is_key=True),
    Job("Chủ tịch Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc", (FRONT,), is_key=True),
)

FULL_TIME_JOBS = (
    Job("Trưởng Công an", "Công an", (SECURITY,)),
    Job("Công chức Tư pháp – Hộ tịch", "Ủy ban nhân dân", (JUSTICE,)),
    Job("Công chức Địa chính – Xây dựng – Đô thị và Môi trường", "Ủy ban nhân dân", (LAND, ENVIRONMENT)),
    Job("Công chức Văn hóa – Xã hội", "Ủy ban nhân dân", (CULTURE, POVERTY)),
    Job("Công chức Tài chính – Kế toán", "Ủy ban nhân dân", (FINANCE,)),
    Job("Bí thư Đoàn Thanh niên", "Đoàn Thanh niên", (YOUTH,)),
    Job("Chủ tịch Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ", (WOMEN,)),
    Job("Chỉ huy trưởng Ban Chỉ huy Quân sự", "Ban Chỉ huy Quân sự", (SECURITY,)),
    Job("Công chức Văn phòng – Thống kê", "Ủy ban nhân dân", (OFFICE,)),
    Job("Chủ tịch Hội Cựu chiến binh", "Hội Cựu chiến binh", (VETERANS,)),
)

PART_TIME_JOBS = (
    Job("Cán bộ không chuyên trách Kinh tế", "Ủy ban nhân dân", (FINANCE,)),
    Job("Cán bộ không chuyên trách Giảm nghèo", "Ủy ban nhân dân", (POVERTY,)),
    Job("Phó Chủ tịch Ủy ban Mặt trận Tổ quốc", "Mặt trận Tổ quốc", (FRONT,)),
    Job("Phó Bí thư Đoàn Thanh niên", "Đoàn Thanh niên", (YOUTH,)),
    Job("Phó Chủ tịch Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ", (WOMEN, POVERTY)),
    Job("Cán bộ không chuyên trách Văn thư", "Ủy ban nhân dân", (OFFICE,)),
    Job("Cán bộ không chuyên trách Văn hóa", "Ủy ban nhân dân", (CULTURE, ENVIRONMENT)),
    Job("Cán bộ Tuyên giáo", "Đảng ủy", ()),
)


def office_jobs(count: int, key_count: int) -> tuple[Job, ...]:
    """Jobs of an office of ``count`` members, ``key_count`` of them key cadres, chief posts first."""
    keys = KEY_JOBS[: min(key_count, count)]
    others = (*FULL_TIME_JOBS, *PART_TIME_JOBS)
    return keys + tuple(others[place % len(others)] for place in range(count - len(keys)))
