"""The key of a pseudonymised case."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.sources import Source

KEY_KIND = "reassign-key"


def read_key(source: Source) -> Mapping[str, str]:
    """What every pseudonym stands for.

    Raises:
        InputError: The file is missing (R001), or is no key (R166).
    """
    try:
        document = json.loads(source.path.read_bytes().decode())
    except FileNotFoundError:
        raise InputError((Finding("R001", Severity.ERROR, CellAddress(source.name)),)) from None
    except (OSError, ValueError, RecursionError):
        document = None
    texts = document.get("texts") if isinstance(document, dict) and document.get("kind") == KEY_KIND else None
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise InputError((Finding("R166", Severity.ERROR, CellAddress(source.name), source.name),))
    return texts
