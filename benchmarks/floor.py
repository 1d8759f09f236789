"""What a plan costs without solving: import what is needed, read the rosters, write the same files from a stored plan.

``floor.py PLAN.json OUTPUT…`` in the case folder.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import reassign.solve.solve
from reassign import __version__
from reassign.domain.report import Report
from reassign.model.instance import make_instance
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_file import read_plan_file
from reassign.readers.policy.case import CaseFlags, read_case
from reassign.workflows.steps.reading import read_case_rosters
from reassign.writers.atomic import write_files
from reassign.writers.formats import render


def main() -> None:
    """Read and write as ``plan`` does; the plan itself is read instead of made."""
    stored, *outputs = map(Path, sys.argv[1:])
    settings = read_case(Path.cwd(), CaseFlags(), {}, "en")
    rosters, findings = read_case_rosters(settings)
    found, _ = read_plan_file(Source(stored, str(stored)))
    if rosters is None or found is None:
        raise SystemExit("nothing to write")
    instance = make_instance(rosters, replace(settings.policy, protect=None), settings.seed)
    report = Report(found.plan, instance, rosters, findings, settings.language, __version__)
    write_files([(path, render(report, path)) for path in outputs], is_forced=True)


if __name__ == "__main__":
    reassign.solve.solve  # noqa: B018 - imported as a plan would
    main()
