"""Names that try to be something else, and a report that is full of one of them."""

from __future__ import annotations

from dataclasses import replace

from reassign.domain.report import Report

HOSTILE = (
    "../../x",
    "CON",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "</script><script>alert(1)</script>",
    "{{ 7*7 }}{% for x in y %}",
    "\x1b]0;title\x07\x1b[31mred",
    "An\u202egnp.exe\u2066",
    "A & B < C",
    "]]>",
    "N" * 200,
    "tên\nhai\tdòng\r",
    "\ufffe\x00\x08",
    "aux.docx. ",
)
"""What a roster may hold for a name."""


def hostile_report(report: Report, name: str) -> Report:
    """The report with every name, unit, text and title replaced."""
    members = tuple(
        replace(one, name=name, unit=name, post=name, note=name, fields=(name,), registered_residence=name)
        for one in report.instance.members
    )
    branches = tuple(replace(one, name=name, unit=name, areas=(name,)) for one in report.instance.branches)
    instance = replace(
        report.instance, members=members, branches=branches, policy=replace(report.instance.policy, name=name)
    )
    plan = replace(
        report.plan,
        placements=tuple(replace(one, from_branch=name, tasks=(name,)) for one in report.plan.placements),
    )
    return replace(report, instance=instance, plan=plan, rosters=replace(report.rosters, members=members))
