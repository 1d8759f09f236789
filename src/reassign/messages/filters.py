"""A filter of the policy in words."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.domain.policy import AttributeValue, MemberFilter
from reassign.messages.columns import MEMBER_HEADERS, SEX_WORDS, STATUS_WORDS
from reassign.messages.text import Text

_YES = Text(vi="có", en="yes")
_NO = Text(vi="không", en="no")
_AND = Text(vi=" và ", en=" and ")
_OR = Text(vi=" hoặc ", en=" or ")


def say_filter(wanted: MemberFilter, language: Language) -> str:
    """The wanted values under the headings of their columns: ``Status: Official and Key cadre: yes``."""
    said = _AND.say(language).join(_say_value(key, value, language) for key, value in wanted.attributes)
    return _OR.say(language).join([said, *(say_filter(other, language) for other in wanted.alternatives)])


def _say_value(key: str, value: AttributeValue, language: Language) -> str:
    heading = MEMBER_HEADERS[key].say(language) if key in MEMBER_HEADERS else key
    return f"{heading}: {_word(key, value, language)}"


def _word(key: str, value: AttributeValue, language: Language) -> str:
    if isinstance(value, bool):
        return (_YES if value else _NO).say(language)
    words: Mapping[str, Text] = {"status": STATUS_WORDS, "sex": SEX_WORDS}.get(key, {})
    text = words.get(str(value))
    return str(value) if text is None else text.say(language)
