"""A text in both languages with named placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.domain.language import Language


@dataclass(frozen=True, slots=True)
class Text:
    """One text; placeholders are written ``{name}`` and are the same in both languages."""

    vi: str
    en: str

    def say(self, language: Language, parameters: Mapping[str, object] | None = None) -> str:
        """The text with its placeholders filled in.

        Raises:
            KeyError: A placeholder has no parameter.
        """
        template = self.vi if language == "vi" else self.en
        return template.format_map(parameters or {})
