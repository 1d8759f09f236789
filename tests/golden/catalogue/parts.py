"""The parts of the catalogue, in its order."""

from __future__ import annotations

from types import ModuleType

from tests.golden.catalogue import cells, files, options, policies, shapes, texts

PARTS: tuple[ModuleType, ...] = (files, texts, shapes, cells, policies, options)
