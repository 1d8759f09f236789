"""Judge a plan by rosters and policy alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reassign.check.certificate import CertificateResult, check_certificate
from reassign.check.interchange import check_interchangeable
from reassign.check.levels import level_value, receive
from reassign.check.loads import check_loads
from reassign.check.placements import check_claims, check_rules, check_shape
from reassign.check.priorities.registry import reported_levels
from reassign.check.question import settle
from reassign.check.reasons import check_reasons
from reassign.check.result import CheckedLevel, CheckResult, Violation
from reassign.check.reviews import check_reviews
from reassign.domain.plan import LevelResult, Plan, Proof
from reassign.domain.policy import Level, Policy
from reassign.domain.roster import Rosters


def check_plan(rosters: Rosters, policy: Policy, plan: Plan, seed: int) -> CheckResult:
    """Re-derive everything that a plan claims.

    Args:
        rosters: The rosters the plan was made from.
        policy: The policy it was made by.
        plan: The plan.
        seed: Seed of the draw.
    """
    question = settle(rosters, policy, seed)
    misshapen = tuple(check_shape(question.members, question.branches, plan))
    if misshapen:
        return CheckResult(misshapen, ())
    chosen = {placement.member: placement.branch for placement in plan.placements}
    received = receive(question, chosen)
    violations = list(check_rules(question, chosen, received))
    levels = reported_levels(question)
    violations += check_claims(question, plan)
    unlike = list(check_loads(question, plan, received))
    violations += unlike
    if not any(violation.code == "branch_list" for violation in unlike):
        violations += check_reasons(question, plan, levels)
    violations += check_interchangeable(question, plan, levels, chosen, received)
    violations += check_reviews(question, plan, levels, chosen)
    if [(level.names, level.sense) for level in plan.levels] != [
        (tuple(name.value for name in level.names), level.sense) for level in levels
    ]:
        return CheckResult((*violations, Violation("level_list")), ())
    values = [level_value(question, level, received, question.branches) for level in levels]
    if plan.certificate or any(level.proof is Proof.CERTIFICATE for level in plan.levels):
        proved = check_certificate(question, levels, received, plan.certificate)
    else:
        proved = CertificateResult(tuple(level.proof for level in plan.levels), ())
    violations += _check_levels(plan, values, proved)
    violations += _check_certificate(levels, proved)
    return CheckResult(tuple(violations), _checked(plan.levels, values, proved))


def _check_levels(plan: Plan, values: Sequence[int], proved: CertificateResult) -> Iterator[Violation]:
    """Values, bounds, proofs and status."""
    for index, (told, value, proof) in enumerate(zip(plan.levels, values, proved.proofs, strict=True)):
        level = "+".join(told.names)
        if told.value != value:
            yield Violation("level_value", parameters={"level": level, "told": told.value, "found": value})
        is_beyond = told.bound >= told.value if told.sense == "max" else told.bound <= told.value
        if not is_beyond or (told.proof is not Proof.NONE and told.bound != told.value):
            yield Violation("level_bound", parameters={"level": level, "told": told.bound, "found": told.value})
        if told.proof is not proof and not _is_failed(proved, index):
            yield Violation("level_proof", parameters={"level": level, "told": told.proof.value, "found": proof.value})
    is_proved = all(told.proof is not Proof.NONE for told in plan.levels)
    if (plan.status == "optimal") != is_proved:
        yield Violation("status", parameters={"told": plan.status})


def _check_certificate(levels: Sequence[Level], proved: CertificateResult) -> Iterator[Violation]:
    """Name the first level of each component that the certificate does not prove."""
    for failure in proved.failures:
        first = levels[failure.levels[0] if failure.levels else 0]
        yield Violation(
            "certificate",
            parameters={
                "level": "+".join(name.value for name in first.names),
                "component": failure.component,
                "why": failure.why,
            },
        )


def _is_failed(proved: CertificateResult, level: int) -> bool:
    return any(not failure.levels or level in failure.levels for failure in proved.failures)


def _checked(told: Sequence[LevelResult], values: Sequence[int], proved: CertificateResult) -> tuple[CheckedLevel, ...]:
    return tuple(
        CheckedLevel(
            level.names,
            value,
            level.bound,
            level.proof,
            level.value == level.bound == value and level.proof is Proof.CERTIFICATE and not _is_failed(proved, index),
        )
        for index, (level, value) in enumerate(zip(told, values, strict=True))
    )
