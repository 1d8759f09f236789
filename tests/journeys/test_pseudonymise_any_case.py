"""A copy without people has the same plan as its case, whatever the case asks."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings

from reassign.cli.main import run
from reassign.domain.instance import Instance
from tests.journeys.case_folder import write_case
from tests.journeys.test_plan_against_enumeration import as_asked_by_plan, is_contradictory
from tests.journeys.test_pseudonymise import document, essence
from tests.properties.instances import instances


@settings(
    max_examples=int(os.environ.get("REASSIGN_EXAMPLES", "15")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(instances())
def test_a_copy_of_any_case_has_the_same_plan(drawn: Instance) -> None:
    asked = as_asked_by_plan(drawn)
    assume(not is_contradictory(asked))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case").mkdir()
        write_case(folder / "case", asked)
        option = ["--allow-shortfall"] if asked.policy.is_shortfall_allowed else []
        seed = ["--seed", str(asked.seed)]
        real = run(["plan", "-q", "-o", "../real.json", *option, *seed], {}, folder / "case")
        assume(real in (0, 4))
        words = ["plan", "-q", "--pseudonymise", "../copy", "--key", "../key", *option, *seed]
        assert run(words, {}, folder / "case") == real
        assert run(["plan", "-q", "-o", "plan.json", *option], {}, folder / "copy") == real
        if real == 0:
            assert run(["identify", "copy/plan.json", "--key", "key", "-o", "back.json", "-q"], {}, folder) == 0
            assert essence(document(folder / "back.json")) == essence(document(folder / "real.json"))
