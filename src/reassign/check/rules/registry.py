"""Every hard rule by name."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.check.rules.apart import Apart
from reassign.check.rules.branch_quota import BranchQuota
from reassign.check.rules.candidate import Candidate
from reassign.check.rules.max_moves import MaxMoves
from reassign.check.rules.protect import Protect
from reassign.check.rules.quota import Quota
from reassign.check.rules.rule import Rule
from reassign.check.rules.together import Together

RULES: Mapping[str, Rule] = {
    rule.name: rule for rule in (Candidate(), BranchQuota(), Quota(), Together(), Apart(), MaxMoves(), Protect())
}
