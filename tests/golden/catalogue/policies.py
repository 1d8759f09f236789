"""Policies, pins and forbids that cannot be obeyed."""

from __future__ import annotations

import pytest

from tests.golden.catalogue.entry import Entry
from tests.golden.finding_cases import MEMBERS, content, policy, texts, then

PINS = "member,branch,reason\n"

NAME = "Policy and pins"
ITEMS = (
    *("unknown key", "wrong type", "a priority twice", "weights out of range", "pin to nobody", "pin to no branch"),
    *("pinned twice", "pinned and excluded", "pins above max", "every branch excluded", "maxima below members"),
    *("minima above members", "local shortage", "no members", "no branches", "quota that cannot be met"),
)
_QUOTA = policy("[[policy.quota]]", 'members = { sex = "female" }', 'branches = "all"', "min = 1")
_TABLE = "[policy.limits]"
ENTRIES = [
    pytest.param(Entry("unknown key", policy("[policy.limit]"), 2, ["P001 reassign.toml!4"]), id="unknown key"),
    pytest.param(Entry("wrong type", policy(_TABLE, "min = '1'"), 2, ["P003 reassign.toml!5"]), id="wrong type"),
    pytest.param(
        Entry(
            "a priority twice",
            policy("[policy.priorities]", "order = ['needs', 'needs']"),
            2,
            ["P006 reassign.toml!5"],
        ),
        id="a priority twice",
    ),
    pytest.param(
        Entry("weights out of range", policy("[policy.needs]", "weights = { a = -1 }"), 2, ["P003 reassign.toml!5"]),
        id="negative weight",
    ),
    pytest.param(Entry("pin to nobody", texts(pins=PINS + "m9,b1,\n"), 3, ["R060 pins.csv!A2"]), id="pin to nobody"),
    pytest.param(
        Entry("pin to no branch", texts(pins=PINS + "m1,b9,\n"), 3, ["R018 pins.csv!B2"]), id="pin to no branch"
    ),
    pytest.param(
        Entry("pinned twice", texts(pins=PINS + "m1,b1,\nm1,b2,\n"), 3, ["R061 pins.csv!3"]), id="pinned twice"
    ),
    pytest.param(
        Entry(
            "pinned and excluded", texts(pins=PINS + "m1,b1,\n", forbids=PINS + "m1,b1,\n"), 3, ["R062 forbids.csv!2"]
        ),
        id="pinned and excluded",
    ),
    pytest.param(
        Entry(
            "pins above max",
            then(
                policy("pins = 'pins.csv'", _TABLE, "max = 1", "[policy.limits.branch.b2]", "max = 7"),
                content("pins.csv", (PINS + "m1,b1,\nm2,b1,\n").encode()),
            ),
            4,
            ["too_many_members m1,m2 b1"],
        ),
        id="pins above max",
    ),
    pytest.param(
        Entry("every branch excluded", texts(forbids=PINS + "m1,b1,\nm1,b2,\n"), 4, ["too_many_members m1"]),
        id="every branch excluded",
    ),
    pytest.param(
        Entry("maxima below members", policy(_TABLE, "max = 1"), 4, ["too_many_members m1,m2,m3 b1,b2"]),
        id="maxima below members",
    ),
    pytest.param(
        Entry("minima above members", policy(_TABLE, "min = 2"), 4, ["too_few_members m1,m2,m3 b1,b2"]),
        id="minima above members",
    ),
    pytest.param(
        Entry("local shortage", texts(forbids=PINS + "m1,b2,\nm2,b2,\nm3,b2,\n"), 4, ["too_few_members  b2"]),
        id="local shortage",
    ),
    pytest.param(
        Entry("no members", texts(members=MEMBERS.splitlines()[0] + "\n"), 3, ["R023 members.csv!1"]), id="no members"
    ),
    pytest.param(Entry("no branches", texts(branches="id,name,unit\n"), 3, ["R023 branches.csv!1"]), id="no branches"),
    pytest.param(
        Entry("quota that cannot be met", _QUOTA, 4, ["rules m1,m2,m3 b1", "rules m1,m2,m3 b2"]),
        id="quota that cannot be met",
    ),
]
