"""The parts of the catalogue, in its order."""

from __future__ import annotations

from types import ModuleType

from tests.golden.catalogue import cells, files, options, policies, texts

PARTS: tuple[ModuleType, ...] = (files, texts, cells, policies, options)
