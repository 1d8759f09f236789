"""A member filter as the command line gives it: ``key=value`` once or several times."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.errors import UsageError
from reassign.domain.policy import MemberFilter
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.values import sex, status, yes_or_no
from reassign.readers.tables.header_words import header_key, member_headings

_BOOLEANS = frozenset({"key_cadre", "committee_eligible", "exempt"})
_WORDS = {"sex": sex, "status": status}


def read_filter(option: str, texts: Sequence[str]) -> MemberFilter | None:
    """Members who match every ``key=value``, the key as rosters are headed; None if nothing is said.

    Args:
        option: The option, for the message.
        texts: What was said.

    Raises:
        UsageError: A text is not ``key=value``, a key is unknown, or a value is not one that the key has.
    """
    from reassign.readers.policy.policy_schema import MemberFilterTable

    known = [field.alias or name for name, field in MemberFilterTable.model_fields.items()]
    headings = member_headings()
    found: list[tuple[str, str | bool | int]] = []
    for text in texts:
        key, separator, value = (part.strip() for part in text.partition("="))
        if not separator or not value:
            raise UsageError("filter-form", {"option": option, "value": text})
        headed = headings.get(header_key(key), "")
        key = key if key in known or headed not in known else headed
        if key not in known:
            near = nearest(key, known) or tuple(known)
            raise UsageError("filter-key", {"option": option, "value": key, "known": ", ".join(near)})
        found.append((key, _value(option, key, value)))
    return MemberFilter(tuple(found)) if found else None


def _value(option: str, key: str, text: str) -> str | bool:
    if key in _BOOLEANS:
        truth, code = yes_or_no(text)
        if code:
            raise UsageError("filter-value", {"option": option, "key": key, "value": text, "known": "true, false"})
        return truth
    if key in _WORDS:
        word, code = _WORDS[key](text)
        if code:
            known = "male, female" if key == "sex" else "official, probationary"
            raise UsageError("filter-value", {"option": option, "key": key, "value": text, "known": known})
        return word
    return text
