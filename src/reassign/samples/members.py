"""Members of a unit's office: who they are, what they do, where they live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.samples.branches import Site
from reassign.samples.case import Row
from reassign.samples.chance import Chance
from reassign.samples.jobs import POSTS, Job, office_jobs
from reassign.samples.people import Person, card_number, day, draw_person
from reassign.samples.places import Home, Unit, draw_home, draw_home_elsewhere
from reassign.samples.story import Story

AWAY_NOTES = ("Đang điều trị bệnh dài ngày", "Đi học tập trung xa nơi cư trú", "Sức khoẻ yếu, có đơn xin miễn")
"""Why somebody asked to be exempt; age alone never exempts."""


def draw_members(
    chance: Chance, unit: Unit, count: int, sites: Mapping[str, Sequence[Site]], story: Story
) -> tuple[Row, ...]:
    """The office branch of ``unit`` as roster rows.

    At least one official member per branch is left, so that "an official member in each branch" can be met.

    Args:
        chance: Stream of the unit.
        unit: The unit whose office it is.
        count: Members.
        sites: Branches of every unit of the system, by unit name.
        story: What is typical.
    """
    own = sites[unit.name]
    probationary_left = count - len(own)
    rows: list[Row] = []
    for place, job in enumerate(office_jobs(count, chance.between(*story.key_cadres)), start=1):
        draw = chance.fork(place)
        is_probationary = not job.is_key and probationary_left > 0 and draw.happens(story.probationary)
        probationary_left -= is_probationary
        person = draw_person(draw, story.effective, is_probationary=is_probationary, youngest=36 if job.is_key else 25)
        rows.append(
            {
                "id": f"{unit.number:03}{place:03}",
                **_membership(person, card_number(unit.number * 1000 + place, story.effective.toordinal())),
                **_work(draw, job, unit, own, story),
                **_homes(draw, unit, sites, story),
                **_eligibility(draw, person, story),
            }
        )
    return tuple(rows)


def _membership(person: Person, card: str) -> Row:
    return {
        "name": person.name,
        "birth_date": day(person.birth_date),
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "joined": day(person.joined),
        "official_date": day(person.official_date),
        "card_number": card,
        "status": "official" if person.official_date else "probationary",
    }


def _work(draw: Chance, job: Job, unit: Unit, own: Sequence[Site], story: Story) -> Row:
    areas = tuple(dict.fromkeys(area.name for site in own for area in site.areas))
    charges: tuple[str, ...] = ()
    if draw.happens(80 if job.is_key else story.in_charge):
        charges = draw.some(areas, 2 if draw.happens(15) else 1)
    return {
        "post": job.post,
        "organisation": f"{job.organisation} {unit.address.split(',')[0]}",
        "unit": unit.name,
        "fields": ";".join(job.fields),
        "in_charge_of": ";".join(charges),
        "key_cadre": "yes" if job.is_key else "",
        "current_branch": unit.office,
    }


def _homes(draw: Chance, unit: Unit, sites: Mapping[str, Sequence[Site]], story: Story) -> Row:
    registered = _home(draw, unit, sites, story)
    current = registered if draw.happens(75) else _home(draw, unit, sites, story)
    counted = registered if story.basis == "registered" else current
    return {
        "registered_residence": registered.text,
        "current_residence": current.text,
        "residence_unit": counted.unit,
        "residence_area": counted.area,
        "latitude": f"{counted.latitude:.6f}",
        "longitude": f"{counted.longitude:.6f}",
    }


def _home(draw: Chance, unit: Unit, sites: Mapping[str, Sequence[Site]], story: Story) -> Home:
    luck = draw.below(100)
    if luck < story.residents:
        site = draw.pick(sites[unit.name])
    elif luck < story.residents + story.neighbours:
        site = draw.pick([site for name, others in sites.items() if name != unit.name for site in others])
    else:
        return draw_home_elsewhere(draw, unit)
    return draw_home(draw, site.unit, draw.pick(site.areas))


def _eligibility(draw: Chance, person: Person, story: Story) -> Row:
    is_official = person.official_date is not None
    is_exempt = draw.happens(story.exempt)
    is_able = is_official and not is_exempt
    is_eligible = is_able and draw.happens(story.eligible)
    posts = draw.some(posts_for(person.sex, story.effective.year - person.birth_date.year), draw.between(1, 2))
    return {
        "committee_eligible": "yes" if is_eligible else "",
        "eligible_posts": ";".join(posts) if is_able and draw.happens(story.post_holders) else "",
        "exempt": "yes" if is_exempt else "",
        "note": draw.pick(AWAY_NOTES) if is_exempt else "",
    }


def posts_for(sex: str, age: int) -> tuple[str, ...]:
    """Posts of a neighbourhood that somebody of this sex and age [years] can hold."""
    secretary, head, front, women, youth = POSTS
    posts = [secretary, head, front]
    if sex == "female":
        posts.append(women)
    if age <= 35:
        posts.append(youth)
    return tuple(posts)
