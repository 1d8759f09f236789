"""Who is responsible for which need, against enumeration."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reassign.domain.roster import Member
from reassign.model.draw import draw
from reassign.model.tasks import responsible_members
from tests.builders import branch, member
from tests.properties.oracle import task_score

FIELDS = ("an ninh", "môi trường", "văn hoá", "y tế")


def test_as_many_members_as_possible_get_a_task() -> None:
    people = [member("m1", fields=("an ninh", "y tế")), member("m2", fields=("y tế",))]
    assert responsible_members(branch("b1", needs=("an ninh", "y tế")), people, 0) == {"an ninh": "m1", "y tế": "m2"}


def test_the_busiest_has_as_few_as_possible() -> None:
    people = [member("m1", fields=FIELDS), member("m2", fields=FIELDS)]
    owners = responsible_members(branch("b1", needs=FIELDS), people, 0)
    assert sorted(owners.values()) == ["m1", "m1", "m2", "m2"]


def test_the_lot_decides_between_equals() -> None:
    people = [member("m1", fields=("y tế",)), member("m2", fields=("y tế",))]
    least = min(people, key=lambda person: draw(5, person.id, "b1"))
    assert responsible_members(branch("b1", needs=("y tế",)), people, 5) == {"y tế": least.id}


def test_exempt_members_get_no_task_and_uncovered_needs_no_owner() -> None:
    people = [member("m1", fields=("y tế",), exempt=True), member("m2")]
    assert responsible_members(branch("b1", needs=("y tế",)), people, 0) == {}


PEOPLE = st.lists(
    st.tuples(st.lists(st.sampled_from(FIELDS), unique=True, max_size=4), st.booleans()), min_size=1, max_size=4
).map(
    lambda drawn: [
        member(f"m{index}", fields=tuple(fields), exempt=exempt) for index, (fields, exempt) in enumerate(drawn)
    ]
)


@settings(deadline=None, derandomize=True)
@given(PEOPLE, st.lists(st.sampled_from(FIELDS), unique=True, max_size=4), st.integers(0, 3))
def test_no_distribution_is_better(people: list[Member], needs: list[str], seed: int) -> None:
    able = {
        field: [person.id for person in people if field in person.fields and not person.exempt]
        for field in sorted(needs)
    }
    covered = [field for field, ids in able.items() if ids]
    found = responsible_members(branch("b1", needs=tuple(needs)), people, seed)
    assert sorted(found) == covered
    assert all(owner in able[field] for field, owner in found.items())
    best = min(
        task_score(seed, "b1", dict(zip(covered, owners, strict=True)))
        for owners in product(*(able[field] for field in covered))
    )
    assert task_score(seed, "b1", found) == best
