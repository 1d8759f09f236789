from __future__ import annotations

import datetime

from reassign.domain.policy import BranchLimit, Dropped, Limits, MemberFilter, Policy, Quota
from reassign.writers.json.policy import policy_document
from tests.builders import ordered


def test_the_default_policy_is_written_out_in_full() -> None:
    document = policy_document(Policy())
    assert document["limits"] == {"min": 1, "max": 7, "branch": {}}
    assert document["scope"] == {"within": "unit"}
    assert document["priorities"] == {
        "order": [
            "in_charge",
            "special",
            "residence",
            "needs",
            "committee",
            "posts",
            "continuity",
            "balance",
            "distance",
        ],
        "is_default": True,
    }
    assert document["thresholds"] == {"branch": 3, "committee": 9, "large": 30}
    assert document["deadlines"] == {"start": 60, "present": 30}


def test_every_setting_is_echoed_under_its_key() -> None:
    policy = Policy(
        name="Thử",
        effective=datetime.date(2019, 5, 16),
        scope="any",
        limits=Limits(0, None, {"b2": BranchLimit(2, 9), "b1": BranchLimit(is_unlimited=True)}),
        order=ordered("needs", {"residence": 3, "balance": 1}),
        is_order_given=True,
        needs_weights={"môi trường": 2},
        quotas=(
            Quota(MemberFilter((("status", "official"),)), "all", min=1),
            Quota(MemberFilter((("key_cadre", True),)), ("b1",), max=2),
        ),
        protect=MemberFilter((("exempt", True),)),
        max_moves=4,
        is_shortfall_allowed=True,
    )
    document = policy_document(policy)
    assert document["effective"] == "2019-05-16"
    assert document["limits"] == {
        "min": 0,
        "max": "none",
        "branch": {"b1": {"max": "none"}, "b2": {"min": 2, "max": 9}},
    }
    assert document["priorities"] == {"order": ["needs", {"residence": 3, "balance": 1}], "is_default": False}
    assert document["needs"] == {"weights": {"môi trường": 2}}
    assert document["quota"] == [
        {"members": {"status": "official"}, "branches": "all", "min": 1},
        {"members": {"key_cadre": True}, "branches": ["b1"], "max": 2},
    ]
    assert document["replan"] == {"protect": {"exempt": True}, "max_moves": 4}
    assert document["allow_shortfall"] is True


def test_what_a_repair_dropped_is_echoed_and_otherwise_not_spoken_of() -> None:
    dropped = Policy(dropped=(Dropped("pin", "m1", "b1"),))
    assert policy_document(dropped)["repair"] == {
        "flex": ["min", "max"],
        "drop": [{"what": "pin", "member": "m1", "branch": "b1"}],
    }
    assert policy_document(Policy())["repair"] == {"flex": ["min", "max"]}
