"""What a person has to decide about a plan, in words."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.domain.plan import ReviewItem
from reassign.messages.text import Text

REVIEWS: Mapping[str, Text] = {
    "residence_unknown": Text(
        "Chưa rõ nơi cư trú; khi xét được tính là không ở địa bàn",
        "Residence unknown; counted as living elsewhere",
    ),
    "distance_missing": Text(
        "{count} người được phân công về chi bộ mà chưa biết khoảng cách; được tính là 0",
        "{count} {count:member is|members are} placed where the way is not known; it counted as 0",
    ),
    "pin_crosses_units": Text(
        "Được ấn định về chi bộ ngoài đơn vị của mình", "Pinned to a branch outside their own unit"
    ),
    "minimum_missed": Text(
        "Chi bộ nhận {have} đảng viên, ít hơn mức tối thiểu {need}",
        "The branch receives {have} {have:member|members}, fewer than its minimum of {need}",
    ),
    "concurrent_posts": Text(
        "Kiêm nhiệm: một người giữ {count} chức danh ({posts})", "One person holds {count} posts at once ({posts})"
    ),
    "successor_undetermined": Text(
        "Chi bộ cũ có {count} chi bộ kế tục, nơi cư trú không cho biết là chi bộ nào; tạm xếp về đây",
        "The old branch has {count} successors, and where the member lives does not tell which; put here for now",
    ),
}


def say_review(item: ReviewItem, language: Language) -> str:
    """The item in words; an unknown code is shown with its parameters rather than left out."""
    text = REVIEWS.get(item.code)
    if text is None:
        details = ", ".join(f"{key} = {value}" for key, value in sorted(item.parameters.items()))
        return f"{item.code}: {details}" if details else item.code
    return text.say(language, item.parameters)
