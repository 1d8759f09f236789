"""What officers write above a column, by canonical key, besides the headings of our own templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.domain.vietnamese import plain
from reassign.messages.columns import BRANCH_HEADERS, MEMBER_HEADERS
from reassign.messages.text import Text

BIRTH_DATE_MALE = "birth_date_male"
"""Column that holds the birth dates of men."""

BIRTH_DATE_FEMALE = "birth_date_female"
"""Column that holds the birth dates of women."""

JOINED_AND_OFFICIAL = "joined_and_official_date"
"""Column that holds the days of admission and of becoming official in one cell."""

_MEMBER_WORDS: Mapping[str, tuple[str, ...]] = {
    "id": ("Mã số", "Mã đảng viên", "Mã số đảng viên", "Mã ĐV", "Mã cán bộ", "Mã đoàn viên", "Member ID", "Member"),
    "name": ("Họ tên", "Họ và tên đảng viên", "Họ tên đảng viên", "Họ và tên khai sinh", "Họ, tên", "Name"),
    "birth_date": (
        *("Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Ngày/tháng/năm sinh", "Năm sinh", "Sinh ngày"),
        *("Birth date", "Born", "DOB"),
    ),
    BIRTH_DATE_MALE: (
        *("Ngày sinh Nam", "Ngày tháng năm sinh Nam", "Năm sinh Nam", "Ngày sinh (nam)", "Giới tính Nam", "Nam"),
        "Birth date male",
    ),
    BIRTH_DATE_FEMALE: (
        *("Ngày sinh Nữ", "Ngày tháng năm sinh Nữ", "Năm sinh Nữ", "Ngày sinh (nữ)", "Giới tính Nữ", "Nữ"),
        "Birth date female",
    ),
    "sex": ("Phái", "Giới", "Nam/Nữ", "Gender"),
    "ethnicity": ("Thành phần dân tộc", "Ethnic group"),
    "joined": (
        "Ngày vào ĐCSVN",
        "Vào Đảng",
        "Năm vào Đảng",
        "Ngày kết nạp",
        "Ngày kết nạp Đảng",
        "Ngày vào Đoàn",
        "Ngày dự bị",
    ),
    "official_date": ("Chính thức", "Ngày vào Đảng chính thức", "Ngày công nhận chính thức", "Official date"),
    JOINED_AND_OFFICIAL: (
        *("Ngày vào Đảng, ngày chính thức", "Ngày vào Đảng và ngày chính thức", "Ngày vào Đảng và chính thức"),
        *("Ngày dự bị, chính thức", "Ngày dự bị, ngày chính thức", "Ngày kết nạp, ngày chính thức"),
        *("Ngày vào Đảng (dự bị, chính thức)", "Ngày vào Đảng dự bị chính thức", "Ngày kết nạp, chính thức"),
    ),
    "card_number": ("Số thẻ", "Số thẻ đảng viên", "Số thẻ ĐV", "Số TĐV", "Thẻ đảng", "Số thẻ đoàn", "Card"),
    "status": ("Tình trạng", "Chính thức/Dự bị", "Loại đoàn viên", "Membership"),
    "post": ("Chức vụ, đơn vị công tác", "Chức danh", "Chức vụ công tác", "Position"),
    "organisation": ("Cơ quan", "Cơ quan công tác", "Nơi công tác", "Đơn vị", "Organization", "Employer"),
    "unit": (
        "Phường",
        "Xã",
        "Phường/xã",
        "Xã, phường",
        "Phường xã thị trấn",
        "Xã, phường, thị trấn",
        "Ward",
        "Commune",
    ),
    "registered_residence": (
        *("Hộ khẩu", "HKTT", "Nơi đăng ký thường trú", "Địa chỉ thường trú", "Nơi thường trú", "Thường trú"),
        *("Nơi đăng ký hộ khẩu thường trú", "Nơi đăng ký hộ khẩu", "Nơi đăng ký HKTT", "Địa chỉ hộ khẩu"),
        "Permanent address",
    ),
    "current_residence": (
        *("Chỗ ở hiện nay", "Nơi ở", "Nơi cư trú", "Nơi cư trú hiện nay", "Địa chỉ hiện nay", "Địa chỉ"),
        *("Tạm trú", "Nơi ở hiện tại", "Chỗ ở", "Địa chỉ cư trú", "Địa chỉ nhà", "Địa chỉ nơi ở"),
        *("Nơi cư trú hiện tại", "Địa chỉ chỗ ở", "Current address", "Address"),
    ),
    "residence_unit": ("Phường nơi ở", "Phường cư trú", "Phường nơi cư trú", "Xã nơi cư trú", "Ward of residence"),
    "residence_area": ("Khu phố nơi ở", "Khu phố cư trú", "Khu phố nơi cư trú", "Ấp nơi cư trú", "Neighbourhood"),
    "fields": ("Lĩnh vực", "Lĩnh vực công tác", "Lĩnh vực được phân công", "Field", "Portfolios"),
    "in_charge_of": ("Phụ trách địa bàn", "Khu phố phụ trách", "Địa bàn được phân công phụ trách", "Area in charge"),
    "key_cadre": ("Cán bộ chủ chốt", "Là cán bộ chủ chốt", "Key"),
    "committee_eligible": (
        *("Đủ điều kiện tham gia cấp ủy", "Đủ điều kiện cấp uỷ", "Dự kiến cấp ủy", "Dự kiến tham gia cấp ủy"),
        "Committee eligible",
    ),
    "eligible_posts": ("Chức danh dự kiến", "Dự kiến chức danh", "Có thể đảm nhiệm"),
    "exempt": ("Miễn", "Được miễn sinh hoạt", "Miễn sinh hoạt, vắng", "Exempted"),
    "current_branch": (
        "Chi bộ",
        "Chi bộ đi",
        "Chi bộ đang sinh hoạt",
        "Nơi sinh hoạt",
        "Chi đoàn",
        "Chi bộ cũ",
        "From branch",
    ),
    "pinned_branch": ("Chi bộ ấn định", "Chi bộ cố định", "Ấn định", "Pin"),
    "excluded_branches": ("Không phân công về", "Chi bộ loại trừ", "Loại trừ", "Exclude"),
    "together": ("Cùng chi bộ", "Nhóm cùng", "Đi cùng"),
    "apart": ("Khác chi bộ", "Nhóm tách", "Tách riêng"),
    "latitude": ("Lat",),
    "longitude": ("Lon", "Lng", "Long"),
    "note": ("Ghi chú khác", "Notes", "Remark", "Remarks"),
}

_BRANCH_WORDS: Mapping[str, tuple[str, ...]] = {
    "id": ("Mã", "ID", "Mã số", "Mã CB", "Branch"),
    "name": ("Chi bộ", "Tên", "Chi bộ khu phố", "Tên chi đoàn", "Chi đoàn", "Name"),
    "unit": _MEMBER_WORDS["unit"],
    "areas": ("Khu phố", "Địa bàn phụ trách", "Các khu phố", "Địa bàn dân cư", "Ấp", "Khu phố, ấp", "Area"),
    "kind": ("Loại", "Loại chi bộ", "Loại hình chi bộ", "Type"),
    "min": ("Số tối thiểu", "Nhận tối thiểu", "Ít nhất", "Min"),
    "max": ("Số tối đa", "Nhận tối đa", "Nhiều nhất", "Max"),
    "members_now": (
        "Số đảng viên hiện có",
        "Đảng viên hiện có",
        "Tổng số đảng viên",
        "Số ĐV",
        "Số ĐV hiện có",
        "Members",
    ),
    "officials_now": (
        "Số đảng viên chính thức",
        "Đảng viên chính thức",
        "Chính thức",
        "Chính thức hiện có",
        "Số ĐV chính thức",
        "Officials now",
        "Officials",
    ),
    "needs": ("Lĩnh vực cần", "Lĩnh vực yếu", "Lĩnh vực cần bổ sung", "Lĩnh vực còn yếu", "Nhu cầu", "Need"),
    "special": ("Đặc thù", "Là địa bàn đặc thù", "Special"),
    "committee_size": ("Số chi ủy viên", "Số lượng chi ủy", "Số lượng cấp ủy", "Seats"),
    "committee_vacancies": ("Khuyết chi ủy", "Số khuyết cấp ủy", "Thiếu cấp ủy", "Cần bổ sung cấp ủy", "Vacancies"),
    "vacant_posts": ("Chức danh khuyết", "Khuyết chức danh", "Chức danh cần bổ sung"),
    "latitude": ("Lat",),
    "longitude": ("Lon", "Lng", "Long"),
    "note": ("Ghi chú khác", "Notes", "Remark", "Remarks"),
}

_MEMBER_REFERENCE = ("Mã", "ID", "Mã số", "Mã đảng viên", "Member ID", "Member", "Số thẻ đảng", "Đảng viên")
_BRANCH_REFERENCE = (
    "Mã chi bộ",
    "Branch ID",
    "Branch",
    "Chi bộ",
    "Chi bộ đến",
    "Chi bộ mới",
    "Chi bộ nhận",
    "New branch",
)
_REASON = ("Lý do", "Căn cứ", "Ghi chú", "Note", "Reason")

_PAIR_WORDS: Mapping[str, tuple[str, ...]] = {
    "member": _MEMBER_REFERENCE,
    "branch": _BRANCH_REFERENCE,
    "reason": _REASON,
}
_LINEAGE_WORDS: Mapping[str, tuple[str, ...]] = {
    "from_branch": ("Chi bộ cũ", "Từ chi bộ", "Chi bộ đi", "Old branch", "From"),
    "to_branch": ("Chi bộ mới", "Đến chi bộ", "Chi bộ đến", "New branch", "To"),
}
_DISTANCE_WORDS: Mapping[str, tuple[str, ...]] = {
    "member": _MEMBER_REFERENCE,
    "branch": _BRANCH_REFERENCE,
    "distance": ("Khoảng cách", "Khoảng cách (m)", "Cự ly", "Mét", "Metres", "Meters"),
}

_LOT_WORDS: Mapping[str, tuple[str, ...]] = {
    "member": _MEMBER_REFERENCE,
    "branch": _BRANCH_REFERENCE,
    "lot": ("Thăm", "Lá thăm", "Bốc thăm"),
}

_HOLIDAY_WORDS: Mapping[str, tuple[str, ...]] = {
    "date": ("Ngày", "Ngày nghỉ", "Ngày lễ", "Day"),
    "name": ("Tên", "Tên ngày nghỉ", "Tên ngày lễ", "Lý do", "Ghi chú", "Holiday"),
}

_CROSSWALK_WORDS: Mapping[str, tuple[str, ...]] = {
    "old_unit": ("Phường, xã cũ", "Phường cũ", "Xã cũ", "Đơn vị cũ", "Old unit", "Old ward"),
    "old_district": ("Quận, huyện cũ", "Quận", "Huyện", "Quận, huyện", "Old district", "District"),
    "old_area": ("Khu phố cũ", "Địa bàn cũ", "Khu phố, ấp cũ", "Old area", "Old neighbourhood"),
    "new_unit": ("Phường, xã mới", "Phường mới", "Xã mới", "Đơn vị mới", "New unit", "New ward"),
    "valid_from": ("Ngày hiệu lực", "Hiệu lực từ", "Từ ngày", "Ngày", "Valid from", "Date"),
    "share": ("Phần", "Toàn bộ, một phần", "Part"),
}

_EVENT_WORDS: Mapping[str, tuple[str, ...]] = {
    "date": ("Ngày", "Ngày tháng", "Day"),
    "member": _MEMBER_REFERENCE,
    "event": ("Biến động", "Sự việc", "Loại biến động"),
    "value": ("Nội dung", "Giá trị", "Chức vụ mới", "New post"),
}

_NO_SIGN = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=4096)
def header_key(text: str) -> str:
    """Comparison key of a heading: lower case, no diacritics, no signs, one space between words."""
    return _NO_SIGN.sub(" ", plain(text)).strip()


def heading_title(key: str) -> str:
    """Our own Vietnamese heading of a canonical key; the key itself if it has none."""
    text = MEMBER_HEADERS.get(key) or BRANCH_HEADERS.get(key)
    return text.vi if text is not None else key


def _table(keys: tuple[str, ...], headers: Mapping[str, Text], words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Key by heading. A canonical key always means itself, our own heading comes before a synonym."""
    table: dict[str, str] = {}
    for key in (*keys, *words):
        table.setdefault(header_key(key), key)
    for key, text in headers.items():
        table.setdefault(header_key(text.vi), key)
        table.setdefault(header_key(text.en), key)
    for key, synonyms in words.items():
        for synonym in synonyms:
            table.setdefault(header_key(synonym), key)
    # A lost space changes nothing either.
    for heading, key in tuple(table.items()):
        table.setdefault(heading.replace(" ", ""), key)
    return table


def member_headings() -> Mapping[str, str]:
    """Canonical key by comparison key of a heading of the member roster."""
    return _table(MEMBER_KEYS, MEMBER_HEADERS, _MEMBER_WORDS)


def branch_headings() -> Mapping[str, str]:
    """Canonical key by comparison key of a heading of the branch roster."""
    return _table(BRANCH_KEYS, BRANCH_HEADERS, _BRANCH_WORDS)


def pair_headings() -> Mapping[str, str]:
    """Likewise for pins, forbids and an incumbent plan: ``member, branch, reason``."""
    return _table(("member", "branch", "reason"), {}, _PAIR_WORDS)


def lineage_headings() -> Mapping[str, str]:
    """Likewise for the lineage: ``from_branch, to_branch``."""
    return _table(("from_branch", "to_branch"), {}, _LINEAGE_WORDS)


def distance_headings() -> Mapping[str, str]:
    """Likewise for distances: ``member, branch, distance``."""
    return _table(("member", "branch", "distance"), {}, _DISTANCE_WORDS)


def lot_headings() -> Mapping[str, str]:
    """Likewise for lots: ``member, branch, lot``."""
    return _table(("member", "branch", "lot"), {}, _LOT_WORDS)


def holiday_headings() -> Mapping[str, str]:
    """Likewise for holidays: ``date, name``."""
    return _table(("date", "name"), {}, _HOLIDAY_WORDS)


def event_headings() -> Mapping[str, str]:
    """Likewise for events: ``date, member, event, value``."""
    return _table(tuple(_EVENT_WORDS), {}, _EVENT_WORDS)


def crosswalk_headings() -> Mapping[str, str]:
    """Likewise for the crosswalk: ``old_unit, old_district, old_area, new_unit, valid_from, share``."""
    return _table(tuple(_CROSSWALK_WORDS), {}, _CROSSWALK_WORDS)
