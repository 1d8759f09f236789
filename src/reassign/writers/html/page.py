"""The page as bytes: a template, a style sheet and a script of our own, and nothing from anywhere else."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePath

from reassign.domain.language import Language
from reassign.domain.replanning import EditPrice, Move
from reassign.domain.report import Report
from reassign.domain.vietnamese import name_sort_key, sort_key
from reassign.domain.visible import in_one_line
from reassign.messages.page import PAGE
from reassign.messages.reasons import say_counted, say_level
from reassign.messages.replan import REPLAN, say_balance, say_fewest, say_move, say_price
from reassign.messages.roles import say_role
from reassign.messages.workbook import say_proof
from reassign.writers.decisions import decisions
from reassign.writers.figures import Received, UnitFigures
from reassign.writers.html.map import draw_map
from reassign.writers.html.rows import BRANCH_COLUMNS, MEMBER_COLUMNS, island
from reassign.writers.step_plot import curve_svg
from reassign.writers.telling import Telling, shown_date, tell
from reassign.writers.totals import totals_of

_LONGEST_LIST = 200
_LONGEST_CELL = 20
_LARGEST_MATRIX = 30
_MOST_UNITS = 400
_MOST_MOVES = 1_000


@dataclass(frozen=True, slots=True)
class Homes:
    """Where the members of one unit live [members]."""

    unit: str
    area: int
    same_unit: int
    other: int
    unknown: int

    @property
    def total(self) -> int:
        """All members that the unit receives."""
        return self.area + self.same_unit + self.other + self.unknown

    @property
    def inside(self) -> int:
        """Members who live in the unit."""
        return self.area + self.same_unit

    def parts(self) -> tuple[tuple[str, float, float], ...]:
        """Kind, start and length of each part of the bar [percent]."""
        parts = []
        start = 0.0
        for kind in ("area", "same_unit", "other", "unknown"):
            length = 100 * getattr(self, kind) / max(self.total, 1)
            parts.append((kind, round(start, 2), round(length, 2)))
            start += length
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class Need:
    """One needed field over all branches."""

    field: str
    covered: int
    open_branches: tuple[str, ...]


def render_page(report: Report) -> bytes:
    """One HTML file that depends on the report alone; no path of a machine and no author is in it."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    telling = tell(report)
    folder = files("reassign.writers.html")
    style = folder.joinpath("page.css").read_text("utf-8").strip()
    script = folder.joinpath("page.js").read_text("utf-8").strip()
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(folder.joinpath("page.html").read_text("utf-8"))
    sources = f"script-src {_digest(script)}; style-src {_digest(style)}"
    page = template.render(
        **_values(telling),
        language=report.language,
        say=_Say(report),
        policy=f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'",
        # The three texts below are ours, or JSON without a single "<".
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        island=Markup(island(telling)),  # noqa: S704
        curve=Markup("" if report.curve is None else curve_svg(report.curve, report.language)),  # noqa: S704
    )
    return page.encode()


class _Say:
    """Words of the page in the language of the report."""

    def __init__(self, report: Report) -> None:
        self._language = report.language

    def __call__(self, key: str, **parameters: object) -> str:
        return PAGE[key].say(self._language, parameters)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"


def _values(telling: Telling) -> dict[str, object]:
    """Everything the template shows besides its words."""
    report = telling.report
    received = telling.received()
    loads = [load for unit in telling.units for load in unit.branches]
    effective = report.instance.policy.effective
    covered = sum(len(each.load.covered) for each in loads)
    return {
        "name": in_one_line(report.instance.policy.name),
        "effective": "" if effective is None else shown_date(effective.isoformat()),
        "is_optimal": report.plan.status == "optimal",
        "facts": [
            ("members", str(len(received))),
            ("branches", str(len(loads))),
            ("units", str(len(telling.units))),
            ("leaving", str(len(telling.leaving()))),
            ("moved", str(report.plan.moved)),
            ("residents", f"{sum(each.is_resident for each in received)}/{len(received)}"),
            ("needs_covered", f"{covered}/{covered + report.plan.uncovered}"),
            *_committees(report),
        ],
        "levels": [
            {
                "name": say_level(level.names, report.language),
                "counted": say_counted(
                    level.names, report.language, has_distance_table=report.rosters.distances is not None
                ),
                "sense": level.sense,
                "value": level.value,
                "bound": level.bound,
                "proof": say_proof(level, report.language),
            }
            for level in report.plan.levels
        ],
        "homes": [_homes(unit) for unit in telling.units[:_MOST_UNITS]],
        "matrix": _matrix(telling),
        "map": draw_map(telling),
        "needs": _needs(telling),
        "longest": _LONGEST_CELL,
        "points": _points(telling)[:_LONGEST_LIST],
        "further_points": max(len(_points(telling)) - _LONGEST_LIST, 0),
        "changes": _changes(telling),
        "member_columns": MEMBER_COLUMNS,
        "branch_columns": BRANCH_COLUMNS,
        "seed": report.instance.seed,
        "version": report.version,
        "files": [
            (say_role(file.role, report.language), in_one_line(PurePath(file.path).name), file.sha256)
            for file in report.rosters.files
        ],
    }


def _committees(report: Report) -> list[tuple[str, str]]:
    """Free seats with a candidate and their share of all seats, where committees have free seats."""
    committees = totals_of(report).committees
    if committees is None:
        return []
    filled = ("committee_seats", f"{committees.filled}/{committees.vacancies}")
    return [filled] if committees.share is None else [filled, ("committee_share", f"{committees.share} %")]


def _changes(telling: Telling) -> Mapping[str, object] | None:
    """What a re-plan changed and why: sentences, moves, and what edits cost; None for a plan of its own."""
    replanning, language = telling.report.replanning, telling.report.language
    if replanning is None:
        return None
    names = telling.called

    def called(branch: str) -> str:
        return telling.labels.get(branch, branch)

    def row(move: Move) -> tuple[str, ...]:
        texts = (
            *(names.get(move.member, move.member), move.member),
            *(called(move.origin), called(move.branch), say_move(move, called, language)),
        )
        return tuple(map(in_one_line, texts))

    edits = [
        (price.edit.address.cell, _edit(price, names, called, language), say_price(price, language))
        for price in replanning.prices
    ]
    moves = [row(move) for move in (*replanning.moves, *replanning.closed)]
    return {
        "said": (say_balance(replanning, language), say_fewest(replanning, language)),
        "moves": sorted(moves, key=lambda texts: (name_sort_key(texts[0]), texts[1]))[:_MOST_MOVES],
        "further": max(len(moves) - _MOST_MOVES, 0),
        "edits": [tuple(map(in_one_line, edit)) for edit in edits],
    }


def _edit(price: EditPrice, names: Mapping[str, str], called: Callable[[str], str], language: Language) -> str:
    edit = price.edit
    who = {"name": names.get(edit.member, edit.member), "branch": called(edit.branch)}
    return REPLAN[f"edit-{edit.kind}"].say(language, who)


def _homes(unit: UnitFigures) -> Homes:
    counted = Counter(map(_home, unit.received))
    return Homes(in_one_line(unit.unit), *(counted[kind] for kind in ("area", "same_unit", "other", "unknown")))


def _home(each: Received) -> str:
    """Kind of the place where a member lives, seen from the branch."""
    if not each.member.residence_unit:
        return "unknown"
    if not each.is_resident:
        return "other"
    return "area" if each.member.residence_area in each.branch.areas else "same_unit"


def _matrix(telling: Telling) -> Mapping[str, object] | None:
    """Members by unit of residence and unit of their branch; None for one unit, or for too many."""
    if not 1 < len(telling.units) <= _LARGEST_MATRIX:
        return None
    units = [unit.unit for unit in telling.units]
    counted = Counter((each.member.residence_unit, each.branch.unit) for each in telling.received())
    rows = [(in_one_line(home), [counted[home, unit] for unit in units]) for home in units]
    known = set(units)
    outside = [
        sum(n for (home, to), n in counted.items() if to == unit and home and home not in known) for unit in units
    ]
    unknown = [counted["", unit] for unit in units]
    return {"units": [in_one_line(unit) for unit in units], "rows": rows, "outside": outside, "unknown": unknown}


def _needs(telling: Telling) -> list[Need]:
    """Needed fields in Vietnamese order."""
    covered: Counter[str] = Counter()
    missing: dict[str, list[str]] = {}
    for unit in telling.units:
        for each in unit.branches:
            covered.update(each.load.covered.keys())
            for field in each.load.uncovered:
                place = f"{each.branch.name} ({unit.unit})" if len(telling.units) > 1 else each.branch.name
                missing.setdefault(field, []).append(in_one_line(place))
    return [
        Need(in_one_line(field), covered[field], tuple(missing.get(field, ())))
        for field in sorted({*covered, *missing}, key=sort_key)
    ]


def _points(telling: Telling) -> Sequence[tuple[str, str]]:
    """What a person has to decide: about whom or what, and the matter."""
    return [(in_one_line(point.about), in_one_line(point.matter)) for point in decisions(telling)]
