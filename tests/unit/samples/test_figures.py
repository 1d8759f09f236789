from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest

from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.samples.case import Case, Cases, Row
from reassign.samples.catalog import SAMPLES
from reassign.samples.systems.phu_nhuan_2020 import CROWDED_WARD

SEEDS = [0, 1, 2]
NAMES = [sample.description.name for sample in SAMPLES]
DRAWS = [pytest.param(name, seed, id=f"{name}-{seed}") for name in NAMES for seed in SEEDS]


@functools.cache
def draw(name: str, seed: int) -> Cases:
    return next(sample.draw for sample in SAMPLES if sample.description.name == name)(seed)


def units(rows: Iterable[Row]) -> Counter[str]:
    return Counter(row["unit"] for row in rows)


def total(rows: Iterable[Row], key: str) -> int:
    return sum(int(row.get(key) or 0) for row in rows)


def marked(rows: Iterable[Row], key: str) -> int:
    return sum(1 for row in rows if row.get(key) == "yes")


def every_case(cases: Cases) -> Iterable[tuple[tuple[Row, ...], tuple[Row, ...]]]:
    """Members and branches of each folder; a folder without members borrows those of the top."""
    return ((case.members or cases[""].members, case.branches) for case in cases.values())


@pytest.mark.parametrize(("name", "seed"), DRAWS)
def test_top_folder_has_the_figures_of_the_system(name: str, seed: int) -> None:
    figures: Mapping[str, tuple[int, int, int]] = {
        "quan-1-2019": (10, 193, 95),
        "phu-nhuan-2020": (15, 223, 73),
        "hoc-mon-2020": (12, 184, 84),
        "quan-4-2020": (15, 126, 51),
        "thu-duc-2019": (12, 216, 96),
        "quan-1-2023": (10, 340, 85),
        "giong-trom-2014": (22, 279, 22),
        "thanh-pho": (168, 6500, 4800),
    }
    case = draw(name, seed)[""]

    assert (len(units(case.branches)), len(case.members), len(case.branches)) == figures[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_description_says_the_same_figures(name: str) -> None:
    figures = next(sample.description.figures for sample in SAMPLES if sample.description.name == name)
    case = draw(name, 0)[""]

    assert figures["units"] == len(units(case.branches))
    assert figures["members"] == len(case.members)
    assert figures["branches"] == len(case.branches)


@pytest.mark.parametrize(("name", "seed"), DRAWS)
def test_every_unit_can_give_each_branch_one_to_seven(name: str, seed: int) -> None:
    for folder, case in draw(name, seed).items():
        members = units(case.members or draw(name, seed)[""].members)
        branches = units(case.branches)
        most = 279 if name == "giong-trom-2014" and not folder else 7

        assert members.keys() == branches.keys()
        assert all(count <= members[unit] <= most * count for unit, count in branches.items())


@pytest.mark.parametrize(("name", "seed"), DRAWS)
def test_rows_have_canonical_columns_and_their_own_ids(name: str, seed: int) -> None:
    for members, branches in every_case(draw(name, seed)):
        assert {key for row in members for key in row} <= set(MEMBER_KEYS)
        assert {key for row in branches for key in row} <= set(BRANCH_KEYS)
        assert len({row["id"] for row in members}) == len(members)
        assert len({row["id"] for row in branches}) == len(branches)
        assert len({row["name"] + row["unit"] for row in branches}) == len(branches)


@pytest.mark.parametrize(("name", "seed"), DRAWS)
def test_card_numbers_belong_to_no_real_series_and_to_one_person(name: str, seed: int) -> None:
    cards = [row["card_number"] for row in draw(name, seed)[""].members]

    assert len(set(cards)) == len(cards)
    assert all(card.startswith("99.") for card in cards)


@pytest.mark.parametrize(("name", "seed"), DRAWS)
def test_an_area_of_residence_inside_the_system_exists(name: str, seed: int) -> None:
    for members, branches in every_case(draw(name, seed)):
        areas = {(row["unit"], area) for row in branches for area in row["areas"].split(";")}
        known = {unit for unit, _ in areas}

        for row in members:
            if row["residence_unit"] in known:
                assert (row["residence_unit"], row["residence_area"]) in areas


@pytest.mark.parametrize("seed", SEEDS)
def test_most_members_of_district_1_live_outside_their_ward(seed: int) -> None:
    members = draw("quan-1-2019", seed)[""].members

    assert sum(1 for row in members if row["residence_unit"] != row["unit"]) > 193 / 2


@pytest.mark.parametrize("seed", SEEDS)
def test_the_youth_roster_has_the_youth_branches_of_the_same_neighbourhoods(seed: int) -> None:
    cases = draw("quan-1-2019", seed)

    assert (len(cases["youth"].members), len(cases["youth"].branches)) == (152, 95)
    assert [row["areas"] for row in cases["youth"].branches] == [row["areas"] for row in cases[""].branches]


@pytest.mark.parametrize("seed", SEEDS)
def test_all_special_branches_of_phu_nhuan_but_one_can_get_a_key_cadre(seed: int) -> None:
    case = draw("phu-nhuan-2020", seed)[""]
    special = units(row for row in case.branches if row["special"])
    keys = units(row for row in case.members if row["key_cadre"])

    assert {unit: special[unit] - keys[unit] for unit in special if special[unit] > keys[unit]} == {CROWDED_WARD: 1}


@pytest.mark.parametrize("seed", SEEDS)
def test_hoc_mon_nominates_37_officials_and_has_an_official_for_each_branch(seed: int) -> None:
    case = draw("hoc-mon-2020", seed)[""]
    officials = units(row for row in case.members if row["status"] == "official")

    assert marked(case.members, "committee_eligible") == 37
    assert all(officials[unit] >= count for unit, count in units(case.branches).items())
    assert any(row["post"].startswith("Cán bộ không chuyên trách") for row in case.members)


@pytest.mark.parametrize("seed", SEEDS)
def test_district_4_can_fill_49_of_163_seats(seed: int) -> None:
    case = draw("quan-4-2020", seed)[""]
    free: Counter[str] = Counter()
    for row in case.branches:
        free[row["unit"]] += int(row["committee_vacancies"] or 0)
    eligible = units(row for row in case.members if row["committee_eligible"])

    assert (total(case.branches, "committee_size"), total(case.branches, "committee_vacancies")) == (163, 49)
    assert +free == eligible
    assert round(100 * 49 / 163) == 30


@pytest.mark.parametrize("seed", SEEDS)
def test_events_of_thu_duc_are_of_every_kind_and_about_members(seed: int) -> None:
    case = draw("thu-duc-2019", seed)[""]
    events = case.tables["events.csv"]
    exempt = {row["id"] for row in case.members if row["exempt"]}

    assert events.header == ("date", "member", "event", "value")
    assert Counter(event for _, _, event, _ in events.rows) == {
        "left": 12,
        "struck_off": 3,
        "post": 12,
        "away": 12,
        "back": 12,
    }
    assert {member for _, member, _, _ in events.rows} <= {row["id"] for row in case.members}
    assert {member for _, member, event, _ in events.rows if event == "back"} == exempt


@pytest.mark.parametrize("seed", SEEDS)
def test_thu_duc_starts_from_an_assignment_that_fits_the_limits(seed: int) -> None:
    case = draw("thu-duc-2019", seed)[""]
    branches = {row["id"] for row in case.branches}
    loads = Counter(row["current_branch"] for row in case.members if row["current_branch"] in branches)

    assert loads.keys() == branches
    assert max(loads.values()) <= 7


@pytest.mark.parametrize("seed", SEEDS)
def test_66_neighbourhoods_become_85_by_split_and_merge(seed: int) -> None:
    case = draw("quan-1-2023", seed)[""]
    pairs = case.tables["lineage.csv"].rows
    before, after = Counter(old for old, _ in pairs), Counter(new for _, new in pairs)

    assert (len(before), len(after)) == (66, 85)
    assert after.keys() == {row["id"] for row in case.branches}
    assert max(before.values()) > 1
    assert max(after.values()) == 2
    assert {row["current_branch"] for row in case.members} == before.keys()


@pytest.mark.parametrize("seed", SEEDS)
def test_858_posts_become_425(seed: int) -> None:
    case = draw("quan-1-2023", seed)[""]

    assert sum(int(posts) for *_, posts in case.tables["old-branches.csv"].rows) == 858
    assert sum(len(row["vacant_posts"].split(";")) for row in case.branches) == 425
    assert {len(row["vacant_posts"].split(";")) for row in case.branches} == {5}


@pytest.mark.parametrize("seed", SEEDS)
def test_keeping_the_office_branches_of_giong_trom_moves_nobody(seed: int) -> None:
    case = draw("giong-trom-2014", seed)[""]
    home = {row["name"]: row["unit"] for row in case.branches}

    assert [home[row["current_branch"]] for row in case.members] == [row["unit"] for row in case.members]
    assert 'max = "none"' in case.policy
    assert 'order = ["continuity", "residence"]' in case.policy


@pytest.mark.parametrize("seed", SEEDS)
def test_dissolving_them_uses_the_same_people_and_another_policy(seed: int) -> None:
    cases = draw("giong-trom-2014", seed)

    assert len(cases["dissolve"].branches) == 118
    assert cases["dissolve"].inputs["members"] == "../members"
    assert cases["dissolve"].policy_file == "../policy-dissolve.toml"
    assert "policy-dissolve.toml" in cases[""].texts


def test_the_folders_of_the_city_are_its_wards() -> None:
    cases = draw("thanh-pho", 0)
    wards = {folder: case for folder, case in cases.items() if folder}

    assert len(wards) == 168
    assert "wards/001-an-duc" in wards
    assert [row["id"] for case in wards.values() for row in case.members] == [row["id"] for row in cases[""].members]


@pytest.mark.parametrize("name", ["quan-1-2019", "phu-nhuan-2020"])
def test_some_needs_are_wanted_by_more_branches_than_members_have_the_field(name: str) -> None:
    case: Case = draw(name, 0)[""]
    wanted = Counter((row["unit"], need) for row in case.branches for need in row["needs"].split(";") if need)
    offered = Counter((row["unit"], field) for row in case.members for field in row["fields"].split(";") if field)

    assert any(wanted[pair] > offered[pair] for pair in wanted)
    assert any(0 < wanted[pair] <= offered[pair] for pair in wanted)
