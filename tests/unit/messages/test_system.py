"""Refusals of the system are said in both languages."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from reassign.domain.errors import UsageError, system_detail
from reassign.messages.errors import say_error
from reassign.messages.system import SYSTEM, say_system


@pytest.mark.parametrize("name", SYSTEM)
def test_each_is_an_error_number_of_the_system(name: str) -> None:
    assert name in errno.errorcode.values()
    assert say_system(name, "vi") != say_system(name, "en")


def test_an_error_of_the_system_reaches_the_officer_in_their_language() -> None:
    with pytest.raises(OSError, match="folder") as refused:
        Path("/no such folder/file").read_bytes()
    error = UsageError("file-unreadable", {"file": "a.toml", "detail": system_detail(refused.value)})
    assert say_error(error, "vi") == "không đọc được tệp a.toml: không có tệp hoặc thư mục này"
    assert say_error(error, "en") == "cannot read a.toml: no such file or folder"


def test_what_has_no_number_is_said_as_the_system_says_it() -> None:
    assert system_detail(OSError("odd")) == "OSError"
    assert system_detail(OSError(99_999, "quite odd")) == "quite odd"
    assert say_system("quite odd", "vi") == "quite odd"
