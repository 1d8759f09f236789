"""The ground of a placement (căn cứ phân công) as every document words it."""

from __future__ import annotations

from functools import lru_cache

from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.present_branch import is_transferred
from reassign.domain.roster import LIST_SEPARATOR
from reassign.messages.reasons import say_reason
from reassign.writers.figures import Received


def said_reasons(instance: Instance, each: Received, language: Language) -> str:
    """Why the member is there, as a sentence begins.

    Continuity with an earlier plan is no ground to say of somebody that they stay, who has to move there first.
    """
    placement = each.placement
    has_to_move = "continuity" in placement.reasons and is_transferred(instance, each.member, placement)
    return _said(placement.reasons, language, has_to_move=has_to_move)


@lru_cache(maxsize=1_024)
def _said(reasons: tuple[str, ...], language: Language, *, has_to_move: bool) -> str:
    """Reason codes as a sentence begins; a city has few different lists of them."""
    text = LIST_SEPARATOR.join(say_reason(code, language, has_to_move=has_to_move) for code in reasons)
    return text[:1].upper() + text[1:]
