"""The generated reference says what the program does today."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generate import BLOCK, BLOCKS, FOLDER, pages, renewed


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(FOLDER))) for page in pages()])
def test_a_page_has_not_drifted_from_the_code(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert text == renewed(text), "run `make docs`"


def test_every_generated_part_stands_on_exactly_one_page() -> None:
    names = [block[1] for page in pages() for block in BLOCK.findall(page.read_text(encoding="utf-8"))]

    assert sorted(names) == sorted(BLOCKS)
