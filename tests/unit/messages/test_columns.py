"""Every canonical column has one heading, and no two columns of a roster share it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from reassign.domain.language import Language
from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.domain.vietnamese import fold
from reassign.messages.columns import BRANCH_HEADERS, MEMBER_HEADERS
from reassign.messages.text import Text

ROSTERS = [
    pytest.param(MEMBER_HEADERS, MEMBER_KEYS, id="members"),
    pytest.param(BRANCH_HEADERS, BRANCH_KEYS, id="branches"),
]


@pytest.mark.parametrize(("headers", "keys"), ROSTERS)
def test_every_column_has_a_heading(headers: Mapping[str, Text], keys: tuple[str, ...]) -> None:
    assert tuple(headers) == keys


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("headers", "keys"), ROSTERS)
def test_headings_differ_even_when_read_loosely(
    headers: Mapping[str, Text], keys: tuple[str, ...], language: Language
) -> None:
    spoken = {fold(text.say(language)) for text in headers.values()}

    assert len(spoken) == len(keys)
