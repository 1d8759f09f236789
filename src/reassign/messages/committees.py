"""How many free seats of committees a plan can fill, in one sentence for every summary."""

from __future__ import annotations

from reassign.domain.language import Language
from reassign.messages.text import Text

_FILLED = Text(
    vi="Chỗ khuyết cấp ủy có nguồn bổ sung: {filled}/{vacancies}",
    en="Free committee seats with a candidate: {filled}/{vacancies}",
)
_SHARE = Text(vi="{filled}, bằng {share} % của {seats} cấp ủy viên", en="{filled}, {share} % of {seats} seats")


def say_committees(filled: int, vacancies: int, seats: int | None, share: int | None, language: Language) -> str:
    """The sentence.

    Args:
        filled: Free seats for which an eligible member is placed.
        vacancies: Free seats.
        seats: Seats, free or not; None if unknown.
        share: Part of all seats that could be filled [%]; None if the seats are unknown.
        language: Language of the sentence.
    """
    said = _FILLED.say(language, {"filled": filled, "vacancies": vacancies})
    return said if share is None else _SHARE.say(language, {"filled": said, "share": share, "seats": seats})
