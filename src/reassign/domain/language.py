"""The languages there are texts in."""

from __future__ import annotations

from typing import Literal, TypeAlias

Language: TypeAlias = Literal["vi", "en"]
