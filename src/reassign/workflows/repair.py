"""Write the policy that a repair comes to."""

from __future__ import annotations

from pathlib import Path

from reassign.domain.errors import UsageError
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Infeasible
from reassign.messages.infeasible import Teller
from reassign.messages.repairs import REPAIRS
from reassign.readers.policy.case import CaseSettings
from reassign.writers.atomic import write_files
from reassign.writers.policy_toml import render_policy


def write_repair(
    settings: CaseSettings,
    instance: Instance,
    infeasible: Infeasible,
    number: int,
    *,
    is_forced: bool,
    language: Language,
) -> Path:
    """Write a policy file with one of the repairs beside the case; the policy in force is left as it is.

    Args:
        settings: The case.
        instance: The question without a plan.
        infeasible: Its repairs.
        number: Which of them, counted from one.
        is_forced: Whether a file of that name is replaced, the old one kept as a backup.
        language: Language of the remark in the file.

    Raises:
        UsageError: There is no such repair (``repair-unknown`` with ``number`` and ``count``).
        OutputError: The file was not written.
    """
    from reassign.insight.repair import repaired_policy

    count = len(infeasible.repairs)
    if not 1 <= number <= count:
        raise UsageError("repair-unknown", {"number": number, "count": count})
    repair = infeasible.repairs[number - 1]
    said = "; ".join(Teller(instance, language).changes(repair))
    remark = REPAIRS["remark"].say(language, {"repair": " ".join(said.split())})
    path = settings.folder / f"policy-repair-{number}.toml"
    policy = repaired_policy(settings.policy, instance, repair)
    write_files([(path, render_policy(policy, remark))], is_forced=is_forced)
    return path
