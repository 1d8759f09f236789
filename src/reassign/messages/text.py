"""A text in both languages with named placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter

from reassign.domain.language import Language


@dataclass(frozen=True, slots=True)
class Text:
    """One text; placeholders are written ``{name}`` and are the same in both languages.

    What depends on a number is written ``{count} {count:move|moves}``: the first word for one, the second otherwise.
    """

    vi: str
    en: str

    def say(self, language: Language, parameters: Mapping[str, object] | None = None) -> str:
        """The text with its placeholders filled in.

        Raises:
            KeyError: A placeholder has no parameter.
        """
        template = self.vi if language == "vi" else self.en
        values = {} if parameters is None else parameters
        # The second way is the slower one, and texts about single cells are said by the thousand.
        if "|" not in template:
            return template.format_map(values)
        return _Numbered().vformat(template, (), values)


class _Numbered(Formatter):
    """Formats a number by ``one|many`` as one of the two words."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many
