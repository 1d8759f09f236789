"""A messy roster reads back to the clean one, or a finding names the cell: nothing is different in silence."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from reassign.domain.findings import Finding
from reassign.domain.policy import Policy
from reassign.domain.roster import Member
from reassign.readers.grids.sources import RosterSources, Source
from reassign.readers.rosters.rosters import read_rosters
from tests.properties.clean_rosters import Person, clean_rosters
from tests.properties.messy_rosters import MessyRosters, messy_rosters

EXAMPLES = int(os.environ.get("REASSIGN_EXAMPLES", "30"))
"""Rosters of each sort; a seed gives the same roster on every machine."""


def read(folder: Path, messy: MessyRosters) -> tuple[dict[str, Member], tuple[Finding, ...]]:
    sources = RosterSources(
        members=Source(folder / messy.members, messy.members), branches=Source(folder / "branches.csv", "branches.csv")
    )
    rosters, findings = read_rosters(sources, Policy(name="Quận 1, 2019"))
    return {member.id: member for member in (rosters.members if rosters else ())}, findings


def told(person: Person, units: frozenset[str]) -> dict[str, object]:
    """What a clean person has to be read as; where somebody lives outside counts as one place."""
    is_home = person.residence_unit in units
    return {
        "name": person.name,
        "unit": person.unit,
        "birth_date": person.birth_date,
        "sex": person.sex,
        "card_number": person.card_number,
        "joined": person.joined,
        "official_date": person.official_date,
        "status": "official" if person.official_date else "probationary",
        "home": (person.residence_unit if is_home else bool(person.residence_unit), person.residence_area),
        "fields": person.fields,
        "key_cadre": person.key_cadre,
        "current_branch": person.current_branch,
        "place": (person.latitude, person.longitude),
    }


def found(member: Member, units: frozenset[str]) -> dict[str, object]:
    """The same of a member as read."""
    is_home = member.residence_unit in units
    return {
        "name": member.name,
        "unit": member.unit,
        "birth_date": member.birth_date,
        "sex": member.sex,
        "card_number": member.card_number,
        "joined": member.joined,
        "official_date": member.official_date,
        "status": member.status,
        "home": (member.residence_unit if is_home else bool(member.residence_unit), member.residence_area),
        "fields": member.fields,
        "key_cadre": member.key_cadre,
        "current_branch": member.current_branch,
        "place": (member.latitude, member.longitude),
    }


@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_a_messy_roster_reads_back_exactly(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    clean = clean_rosters(random)
    messy = messy_rosters(random, clean, tmp_path, is_damaged=False)

    members, findings = read(tmp_path, messy)

    assert [(finding.code, str(finding.address), finding.value) for finding in findings if finding.is_error] == []
    units = frozenset(person.unit for person in clean.people)
    assert {person.id: told(person, units) for person in clean.people} == {
        identity: found(member, units) for identity, member in members.items()
    }


@pytest.mark.parametrize("seed", range(EXAMPLES))
def test_damage_is_named_and_nothing_else_is_different(seed: int, tmp_path: Path) -> None:
    random = Random(1_000_000 + seed)
    clean = clean_rosters(random)
    messy = messy_rosters(random, clean, tmp_path, is_damaged=True)

    members, findings = read(tmp_path, messy)

    places = {(finding.address.file, finding.address.sheet, finding.address.row) for finding in findings}
    units = frozenset(person.unit for person in clean.people)
    is_exact = {
        person.id: person.id in members and told(person, units) == found(members[person.id], units)
        for person in clean.people
    }
    assert messy.damage & places or all(is_exact.values())
    spoilt_columns = any(place not in messy.rows.values() for place in messy.damage)
    silent = [
        identity
        for identity, is_same in is_exact.items()
        if not is_same and messy.rows[identity] not in places and not spoilt_columns
    ]
    assert silent == []
    assert set(members) <= {person.id for person in clean.people}
