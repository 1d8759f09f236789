"""A ``reassign.toml`` to adapt, with what each line is for."""

from __future__ import annotations

from reassign.domain.language import Language
from reassign.domain.policy import DEFAULT_ORDER, Deadlines, Limits, Thresholds
from reassign.messages.forms import CASE


def render_case_form(language: Language) -> bytes:
    """The file as UTF-8; every value that is not a remark is a default, so that the policy is the default one."""
    limits, thresholds, deadlines = Limits(), Thresholds(), Deadlines()

    def remark(key: str) -> str:
        return f"# {CASE[key].say(language)}"

    order = ", ".join(f'"{priority.value}"' for priority in DEFAULT_ORDER)
    lines = [
        remark("head"),
        "",
        remark("inputs"),
        "[inputs]",
        'members = "members.xlsx"',
        'branches = "branches.xlsx"',
        remark("optional"),
        *(f'# {role} = "{role}.csv"' for role in ("current", "lineage", "pins", "forbids", "distances")),
        "",
        "[policy]",
        remark("name"),
        '# name = "…"',
        remark("effective"),
        "# effective = 2026-01-31",
        "",
        remark("limits"),
        "[policy.limits]",
        f"min = {limits.min}",
        f"max = {limits.max}",
        "",
        remark("order"),
        remark("own-order"),
        remark("replan-order"),
        "# [policy.priorities]",
        f"# order = [{order}]",
        "",
        remark("basis"),
        "[policy.residence]",
        'basis = "registered"',
        "",
        remark("weights"),
        "# [policy.needs]",
        '# weights = { "an ninh trật tự" = 3 }',
        "",
        remark("quota"),
        "# [[policy.quota]]",
        '# members = { status = "official" }',
        '# branches = "all"',
        "# min = 1",
        "",
        "[policy.thresholds]",
        f"branch = {thresholds.branch}",
        f"committee = {thresholds.committee}",
        f"large = {thresholds.large}",
        "",
        "[policy.deadlines]",
        f"start = {deadlines.start}",
        f"present = {deadlines.present}",
        "",
        "[output]",
        f'language = "{language}"',
    ]
    return ("\n".join(lines) + "\n").encode()
