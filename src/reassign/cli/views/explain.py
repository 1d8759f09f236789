"""An explanation on a terminal: sentences to say aloud, then what every other place costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reassign.cli.screen import show, write_result
from reassign.cli.visible import visible
from reassign.domain.explanation import (
    Alternative,
    Bottlenecks,
    ComparedLevel,
    Explanation,
    OpenNeed,
    Relaxation,
    cheapness,
    first_gain,
)
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.member_labels import member_labels
from reassign.domain.present_branch import is_transferred
from reassign.messages.explain import (
    EXPLAIN,
    Names,
    say_alternative,
    say_gain,
    say_here,
    say_limit,
    say_loss,
    say_movers,
    say_obstacle,
    say_swap,
)
from reassign.messages.reasons import say_level
from reassign.workflows.explain import ExplainOutcome

if TYPE_CHECKING:
    from rich.table import Table

MOST_ROWS = 20
"""Rows of a table unless everything is asked for."""

_MOST_NAMES = 6


def show_explanation(
    outcome: ExplainOutcome,
    language: Language,
    environment: Mapping[str, str],
    *,
    is_one: bool,
    is_verbose: bool,
) -> None:
    """Print why the member is there, who could swap, and each other branch; sentences and all levels if verbose."""
    view = _View(outcome.instance, language, environment, is_verbose=is_verbose or is_one)
    for explanation in outcome.explanations:
        view.explanation(explanation, is_one=is_one)
    view.proof(outcome)


def show_everybody(outcome: ExplainOutcome, language: Language, environment: Mapping[str, str]) -> None:
    """Print the smallest loss of everybody: what it takes to place them in their second-best branch."""
    view = _View(outcome.instance, language, environment, is_verbose=True)
    view.everybody(outcome.explanations)
    view.proof(outcome)


def show_bottlenecks(
    outcome: ExplainOutcome, language: Language, environment: Mapping[str, str], *, is_verbose: bool
) -> None:
    """Print full and starved branches, needs nobody covers, and what binding limits cost."""
    if outcome.bottlenecks is not None:
        view = _View(outcome.instance, language, environment, is_verbose=is_verbose)
        view.bottlenecks(outcome.bottlenecks)
        view.proof(outcome)


class _View:
    """The parts of the view."""

    def __init__(
        self, instance: Instance, language: Language, environment: Mapping[str, str], *, is_verbose: bool
    ) -> None:
        self._instance = instance
        self._language = language
        self._environment = environment
        self._is_verbose = is_verbose
        self._members = {member.id: member for member in instance.members}
        self._branches = {branch.id: branch for branch in instance.branches}
        self._names = Names(
            member_labels({member.id: member.name for member in instance.members}),
            {branch.id: branch.name for branch in instance.branches},
        )

    def _say(self, key: str, parameters: Mapping[str, object] | None = None) -> str:
        return EXPLAIN[key].say(self._language, parameters)

    def _write(self, text: str) -> None:
        """A paragraph, wrapped at the width of the terminal."""
        from rich.text import Text

        show(Text(visible(text)), self._environment)

    def _table(self, *columns: tuple[str, int]) -> Table:
        from rich.table import Table

        table = Table(show_edge=False, pad_edge=False, expand=True)
        for key, ratio in columns:
            table.add_column(self._say(f"column-{key}"), ratio=ratio, overflow="fold")
        return table

    def explanation(self, explanation: Explanation, *, is_one: bool) -> None:
        """One member; ``is_one`` if only one other branch was asked about."""
        placement = explanation.placement
        member = self._members[placement.member]
        self._write(self._say("who", {"name": member.name, "id": member.id, "unit": member.unit}))
        has_to_move = is_transferred(self._instance, member, placement)
        self._write(say_here(placement, self._names, self._language, has_to_move=has_to_move))
        if placement.tasks:
            self._write(self._say("tasks", {"tasks": ", ".join(placement.tasks)}))
        self._write(say_swap(placement, self._names, self._language))
        write_result("")
        alternatives = sorted(explanation.alternatives, key=cheapness)
        if not alternatives:
            key = "here-already" if is_one else "pinned" if placement.is_pinned else "no-others"
            self._write(self._say(key, {"branch": self._names.branch(placement.branch)}))
        elif self._is_verbose:
            for alternative in alternatives:
                self._sentence(explanation, alternative)
        else:
            self._write(self._say("others", {"count": len(alternatives)}))
            self._others(explanation, alternatives)

    def _sentence(self, explanation: Explanation, alternative: Alternative) -> None:
        """One other branch in full."""
        placement = explanation.placement
        units = {
            placement.member: self._members[placement.member].unit,
            alternative.branch: self._branches[alternative.branch].unit,
        }
        self._write(say_alternative(alternative, placement, self._names, units, self._language))
        if alternative.levels:
            self._levels(alternative.levels)
        write_result("")

    def _levels(self, levels: Sequence[ComparedLevel]) -> None:
        from rich.table import Table
        from rich.text import Text

        table = Table(show_edge=False, pad_edge=False)
        table.add_column(self._say("column-level"), overflow="fold")
        for key in ("here", "there", "change"):
            table.add_column(self._say(f"column-{key}"), justify="right")
        for level in levels:
            # A sign would say the opposite where less is better.
            word = "change-better" if level.gain > 0 else "change-worse"
            change = self._say(word, {"by": abs(level.gain)}) if level.gain else "="
            table.add_row(Text(say_level(level.names, self._language)), str(level.here), str(level.there), change)
        show(table, self._environment)

    def _others(self, explanation: Explanation, alternatives: Sequence[Alternative]) -> None:
        from rich.text import Text

        table = self._table(("branch", 3), ("loss", 5), ("moves", 4))
        for alternative in alternatives:
            told = self._outcome(alternative, explanation.placement.member, explanation.placement.branch)
            moves = say_movers(alternative.moves, self._names, self._language) if alternative.is_feasible else ""
            cells = (self._names.branch(alternative.branch), told, moves)
            table.add_row(*(Text(visible(cell)) for cell in cells))
        show(table, self._environment)

    def _outcome(self, alternative: Alternative, member: str, here: str) -> str:
        """The first loss, or why the branch is impossible."""
        if alternative.is_feasible:
            return say_loss(alternative.levels, alternative.proof, self._language)
        units = {
            member: self._members[member].unit,
            alternative.branch: self._branches[alternative.branch].unit,
        }
        conflict = say_obstacle(alternative, member, here, self._names, units, self._language)
        return self._say("impossible", {"conflict": conflict})

    def everybody(self, explanations: Sequence[Explanation]) -> None:
        """A line a member, in the order of the plan."""
        from rich.text import Text

        table = self._table(("member", 3), ("branch", 3), ("second", 6))
        for explanation in explanations:
            placement = explanation.placement
            best = min(explanation.alternatives, key=cheapness, default=None)
            told = self._say("second-none")
            if best is not None:
                outcome = self._outcome(best, placement.member, placement.branch)
                told = self._say("second", {"branch": self._names.branch(best.branch), "loss": outcome})
            cells = (self._names.member(placement.member), self._place(placement.branch), told)
            table.add_row(*(Text(visible(cell)) for cell in cells))
        show(table, self._environment)

    def bottlenecks(self, bottlenecks: Bottlenecks) -> None:
        """The whole plan."""
        write_result(self._say("bottlenecks"))
        for key, branches in (("full", bottlenecks.full), ("starved", bottlenecks.starved)):
            self._write(self._say(key, {"count": len(branches), "branches": self._listed(branches)}))
        write_result("")
        self._write(self._say("needs", {"count": len(bottlenecks.open_needs)}))
        if bottlenecks.open_needs:
            self._needs(bottlenecks.open_needs)
        write_result("")
        self._limits(bottlenecks.relaxations)

    def _listed(self, branches: Sequence[str]) -> str:
        if not branches:
            return ""
        shown = branches if self._is_verbose else branches[:_MOST_NAMES]
        told = ", ".join(self._place(branch) for branch in shown)
        return f": {told}{', …' if len(shown) < len(branches) else ''}"

    def _place(self, branch: str) -> str:
        """Name and unit of a branch; plans of several units repeat names."""
        found = self._branches[branch]
        units = {one.unit for one in self._branches.values()}
        return f"{found.name} ({found.unit})" if len(units) > 1 else found.name

    def _needs(self, needs: Sequence[OpenNeed]) -> None:
        from rich.text import Text

        table = self._table(("branch", 3), ("field", 3), ("cover", 7))
        shown = needs if self._is_verbose else needs[:MOST_ROWS]
        known = ""
        for need in shown:
            branch = self._branches[need.branch]
            if branch.unit != known:
                known = branch.unit
                table.add_row(Text(visible(known), "bold"), "", "")
            cells = (branch.name, need.field, self._cover(need))
            table.add_row(*(Text(visible(cell)) for cell in cells))
        show(table, self._environment)
        self._more(len(needs) - len(shown))

    def _cover(self, need: OpenNeed) -> str:
        """The cheapest member who could come, or why nobody can."""
        if not need.covers:
            if not need.elsewhere:
                return self._say("cover-nobody")
            names = ", ".join(self._names.member(member) for member in need.elsewhere[:3])
            names += ", …" if len(need.elsewhere) > 3 else ""
            return self._say("cover-elsewhere", {"count": len(need.elsewhere), "names": names})
        best = need.covers[0]
        told = self._say(
            "cover",
            {
                "name": self._names.member(best.member),
                "branch": self._names.branch(best.before),
                "loss": self._outcome(best.alternative, best.member, best.before),
            },
        )
        rest = len(need.covers) - 1
        return told + (self._say("cover-more", {"count": rest}) if rest else "")

    def _limits(self, relaxations: Sequence[Relaxation]) -> None:
        from rich.text import Text

        if not relaxations:
            self._write(self._say("no-limits"))
            return
        self._write(self._say("limits", {"count": len(relaxations)}))
        gaining = [each for each in relaxations if _is_gain(each)]
        shown = gaining if self._is_verbose else gaining[:MOST_ROWS]
        if shown:
            table = self._table(("limit", 5), ("gain", 6), ("moved", 1))
            for each in shown:
                cells = (
                    say_limit(each, self._language, self._place),
                    say_gain(each.levels, each.proof, self._language),
                    str(len(each.moves)),
                )
                table.add_row(*(Text(visible(cell)) for cell in cells))
            show(table, self._environment)
        self._more(len(gaining) - len(shown))
        if len(gaining) < len(relaxations):
            self._write(self._say("no-gain", {"count": len(relaxations) - len(gaining)}))

    def proof(self, outcome: ExplainOutcome) -> None:
        """Whether every figure is proved."""
        write_result("")
        self._write(self._say("proved") if outcome.is_proved else self._say("not-proved", {"count": outcome.unproved}))

    def _more(self, count: int) -> None:
        if count > 0:
            write_result(self._say("more", {"count": count}))


def _is_gain(relaxation: Relaxation) -> bool:
    """Whether anything above the draw is gained."""
    gain = first_gain(relaxation.levels)
    return gain is not None and gain.index < len(relaxation.levels) - 1
