"""Rosters and meaning for the peers: read with the standard library, nothing of reassign imported.

Written from the description of the levels in ``docs/explanation/priorities.md`` as a user's script would
do it: members choose one branch of their unit; every level is a list of pair values and of auxiliary columns.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

YES = {"x", "có", "yes", "true", "1"}
ORDER = (
    "in_charge",
    "special",
    "residence",
    "needs",
    "committee",
    "posts",
    "continuity",
    "balance",
    "distance",
    "draw",
)
SMALL = {"balance", "distance", "draw"}
RADIUS = 6_371_008.8  # metres


@dataclass(slots=True)
class Auxiliary:
    """A column between 0 and ``upper``, worth ``value`` per unit in its level."""

    level: str
    upper: int
    value: int


@dataclass(slots=True)
class Question:
    """One roster in linear form, or one unit of it.

    A link is ``low <= sum(pairs) + sum(coefficient * auxiliary) <= high``. Columns of ``equal`` have the
    same value, of those of a list in ``apart`` at most one is chosen.
    """

    members: list[dict[str, str]]
    branches: list[dict[str, str]]
    pairs: list[tuple[int, int]] = field(default_factory=list)
    values: dict[str, list[int]] = field(default_factory=dict)
    auxiliaries: list[Auxiliary] = field(default_factory=list)
    links: list[tuple[list[int], list[tuple[int, int]], int, int | None]] = field(default_factory=list)
    equal: list[tuple[int, int]] = field(default_factory=list)
    apart: list[list[int]] = field(default_factory=list)
    of_member: list[list[int]] = field(default_factory=list)
    of_branch: list[list[int]] = field(default_factory=list)
    constant: dict[str, int] = field(default_factory=dict)


def parts(text: str) -> list[str]:
    """A list cell."""
    return [part.strip() for part in text.split(";") if part.strip()]


def read(folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]], dict[str, int]]:
    """Members, branches and the weights of needs (from ``weights.json`` beside the rosters, if any)."""
    with (folder / "members.csv").open(encoding="utf-8", newline="") as stream:
        members = sorted(csv.DictReader(stream), key=lambda row: row["id"])
    with (folder / "branches.csv").open(encoding="utf-8", newline="") as stream:
        branches = sorted(csv.DictReader(stream), key=lambda row: row["id"])
    weights_file = folder / "weights.json"
    weights = json.loads(weights_file.read_text(encoding="utf-8")) if weights_file.exists() else {}
    return members, branches, weights


def split(
    members: list[dict[str, str]], branches: list[dict[str, str]]
) -> list[tuple[list[dict[str, str]], list[dict[str, str]]]]:
    """The rosters by unit."""
    units = sorted({row["unit"] for row in branches})
    by_unit = {unit: ([], []) for unit in units}
    for row in members:
        by_unit[row["unit"]][0].append(row)
    for row in branches:
        by_unit[row["unit"]][1].append(row)
    return list(by_unit.values())


def metres(member: dict[str, str], branch: dict[str, str]) -> int:
    """Great-circle distance, 0 if unknown."""
    cells = [member.get("latitude"), member.get("longitude"), branch.get("latitude"), branch.get("longitude")]
    if not all(cells):
        return 0
    latitude, longitude, other_latitude, other_longitude = (math.radians(float(cell)) for cell in cells if cell)
    chord = (
        math.sin((other_latitude - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(other_latitude) * math.sin((other_longitude - longitude) / 2) ** 2
    )
    return round(2 * RADIUS * math.asin(min(1.0, math.sqrt(chord))))


def pair_values(member: dict[str, str], branch: dict[str, str]) -> dict[str, int]:
    """What placing the member in the branch adds to each level that is a sum over pairs."""
    areas = parts(branch.get("areas", "")) or [branch["name"]]
    charge = parts(member.get("in_charge_of", ""))
    lives = member.get("residence_unit", "")
    residence = 0 if not lives or lives != branch["unit"] else 2 if member.get("residence_area") in areas else 1
    lot = int(hashlib.sha256(f"0|{member['id']}|{branch['id']}".encode()).hexdigest()[:5], 16)
    return {
        "in_charge": int(any(entry in (branch["id"], branch["name"], *areas) for entry in charge)),
        "residence": residence,
        "continuity": int(member.get("current_branch") in (branch["id"], branch["name"])),
        "distance": metres(member, branch),
        "draw": lot,
    }


def formulate(members: list[dict[str, str]], branches: list[dict[str, str]], weights: dict[str, int]) -> Question:
    """The linear form."""
    question = Question(members, branches, constant=dict.fromkeys(ORDER, 0))
    question.values = {level: [] for level in ORDER}
    question.of_member = [[] for _ in members]
    question.of_branch = [[] for _ in branches]
    by_unit: dict[str, list[int]] = {}
    for index, branch in enumerate(branches):
        by_unit.setdefault(branch["unit"], []).append(index)
    for index, member in enumerate(members):
        excluded = parts(member.get("excluded_branches", ""))
        pinned = member.get("pinned_branch", "")
        for place in by_unit.get(member["unit"], []):
            if branches[place]["id"] in excluded or (pinned and pinned != branches[place]["id"]):
                continue
            column = len(question.pairs)
            question.pairs.append((index, place))
            question.of_member[index].append(column)
            question.of_branch[place].append(column)
            found = pair_values(member, branches[place])
            for level in ORDER:
                question.values[level].append(found.get(level, 0))
    for place, branch in enumerate(branches):
        _add_auxiliaries(question, place, branch, weights)
    _add_groups(question)
    return question


def _add_groups(question: Question) -> None:
    for kind in ("together", "apart"):
        groups: dict[str, list[int]] = {}
        for index, member in enumerate(question.members):
            for label in parts(member.get(kind, "")):
                groups.setdefault(label, []).append(index)
        for group in groups.values():
            for columns in question.of_branch:
                here = [column for column in columns if question.pairs[column][0] in group]
                if kind == "apart" and len(here) > 1:
                    question.apart.append(here)
                if kind == "together":
                    question.equal.extend(pairwise(here))


def _add_auxiliaries(question: Question, place: int, branch: dict[str, str], weights: dict[str, int]) -> None:
    columns = question.of_branch[place]

    def people(test: str) -> list[int]:
        return [column for column in columns if question.members[question.pairs[column][0]].get(test, "") in YES]

    def covered(level: str, upper: int, value: int, among: list[int]) -> None:
        question.auxiliaries.append(Auxiliary(level, upper, value))
        question.links.append((among, [(len(question.auxiliaries) - 1, -1)], 0, None))

    if branch.get("special", "") in YES:
        covered("special", 1, 1, people("key_cadre"))
    for need in dict.fromkeys(parts(branch.get("needs", ""))):
        able = [
            column
            for column in columns
            if need in parts((member := question.members[question.pairs[column][0]]).get("fields", ""))
            and member.get("exempt", "") not in YES
        ]
        covered("needs", 1, weights.get(need, 1), able)
    vacancies = int(branch.get("committee_vacancies") or 0)
    if vacancies:
        covered("committee", vacancies, 1, people("committee_eligible"))
    _add_posts(question, branch, columns)
    first = len(question.auxiliaries)
    most = min(limits(branch)[1], len(columns))
    question.auxiliaries.extend(Auxiliary("balance", 1, 2 * step + 1) for step in range(most))
    question.links.append((columns, [(first + step, -1) for step in range(most)], 0, 0))


def _add_posts(question: Question, branch: dict[str, str], columns: list[int]) -> None:
    posts = parts(branch.get("vacant_posts", ""))
    holding: dict[str, list[int]] = {post: [] for post in posts}
    for column in columns:
        eligible = set(parts(question.members[question.pairs[column][0]].get("eligible_posts", ""))) & set(posts)
        taken = []
        for post in sorted(eligible):
            question.auxiliaries.append(Auxiliary("posts", 1, 1))
            taken.append(len(question.auxiliaries) - 1)
            holding[post].append(taken[-1])
        if taken:
            question.links.append(([column], [(index, -1) for index in taken], 0, None))
    for post, held in holding.items():
        if held:
            question.links.append(([], [(index, 1) for index in held], 0, posts.count(post)))


def limits(branch: dict[str, str]) -> tuple[int, int]:
    """Fewest and most members, 1 to 7 unless the row says otherwise."""
    return int(branch.get("min") or 1), int(branch.get("max") or 7)


def level_total(question: Question, level: str, pairs: list[int], auxiliaries: list[int]) -> int:
    """Value of a level for chosen columns."""
    total = sum(value for value, chosen in zip(question.values[level], pairs, strict=True) if chosen)
    return total + sum(
        column.value * chosen
        for column, chosen in zip(question.auxiliaries, auxiliaries, strict=True)
        if column.level == level
    )


def run(peer: str, solve: Callable[[Question], dict[str, int]], note: str = "") -> None:
    """Read, solve whole or unit by unit, and print the level vector as one JSON line."""
    started = time.perf_counter()
    folder, is_split = folder_and_mode()
    members, branches, weights = read(folder)
    groups = split(members, branches) if is_split else [(members, branches)]
    found = [solve(formulate(*group, weights)) for group in groups]
    report(peer, {level: sum(totals[level] for totals in found) for level in ORDER}, started, note)


def report(peer: str, totals: dict[str, int], started: float, note: str = "") -> None:
    """One JSON line for the runner."""
    print(json.dumps({"peer": peer, "levels": totals, "seconds": time.perf_counter() - started, "note": note}))


def folder_and_mode() -> tuple[Path, bool]:
    """``peer.py FOLDER [--by-unit]``."""
    return Path(sys.argv[1]), "--by-unit" in sys.argv
