"""Which files are mutated, and which tests are asked about them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the package and the tests that should notice a change in it.

    Attributes:
        folder: What is mutated.
        tests: Files and folders of tests, in one process; those of other rooms are not asked, so that a test that
            notices by luck does not count.
        wanted: The score that the room must reach [percent].
        first: Tests among them that look at whole documents, and so are asked before quicker ones.
    """

    folder: str
    tests: tuple[str, ...]
    wanted: int
    first: str = "tests/golden"


ROOMS = {
    "check": Room(
        "src/reassign/check",
        ("tests/unit/check", "tests/properties/test_checker.py"),
        100,
    ),
    "solve": Room(
        "src/reassign/solve",
        (
            "tests/unit/solve",
            "tests/properties/test_checker.py",
            "tests/properties/test_explain.py",
            "tests/properties/test_optimum.py",
            "tests/properties/test_curve.py",
            "tests/properties/test_two_engines.py",
        ),
        90,
    ),
    "readers": Room(
        "src/reassign/readers",
        (
            "tests/unit/readers",
            "tests/journeys/test_bad_rosters.py",
            "tests/journeys/test_bad_files.py",
            "tests/journeys/test_bad_policies_and_options.py",
            "tests/journeys/test_documents.py",
            "tests/journeys/test_encodings.py",
            "tests/journeys/test_repair.py",
            "tests/journeys/test_replan.py",
            "tests/journeys/test_roster_folders.py",
            "tests/journeys/test_verify.py",
            "tests/journeys/test_verify_workbook.py",
            "tests/journeys/test_workbook_edits.py",
            "tests/journeys/test_pseudonymise.py",
            "tests/golden/catalogue",
            "tests/golden/documents",
            "tests/golden/test_commands.py",
            "tests/golden/test_findings.py",
            "tests/properties/test_messy_rosters.py",
        ),
        90,
    ),
    "writers": Room(
        "src/reassign/writers",
        (
            "tests/unit/writers",
            "tests/golden/documents",
            "tests/journeys/test_documents.py",
            "tests/journeys/test_explain.py",
            "tests/journeys/test_pseudonymise.py",
            "tests/journeys/test_replan_papers.py",
            "tests/journeys/test_schema.py",
            "tests/journeys/test_sweep.py",
        ),
        90,
    ),
}


def files_of(room: Room, root: Path) -> list[str]:
    """The source files of a room, from the root, sorted."""
    return sorted(path.relative_to(root).as_posix() for path in (root / room.folder).rglob("*.py"))
