"""The files of a case without its people: what the plan depends on, under other words, and nothing else."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reassign.domain.language import Language
from reassign.domain.policy import AttributeValue, Dropped, Limits, MemberFilter, Policy, Quota
from reassign.domain.roster import Branch, Member, PairDecision, Rosters
from reassign.writers.policy_toml import render_policy
from reassign.writers.pseudonyms.book import Book, attributes, origin

CASE_FILE = "reassign.toml"
POLICY_FILE = "policy.toml"

_DATES = ("birth_date", "joined", "official_date")
_PLACES = frozenset({"unit", "residence_unit", "residence_area", "in_charge_of", "current_branch"})
_FIRST_DAY = date(1900, 1, 1)

MEMBER_COLUMNS: tuple[str, ...] = (
    *("id", "name", "status", "post", "unit", "residence_unit", "residence_area", "fields", "in_charge_of"),
    *("key_cadre", "committee_eligible", "eligible_posts", "exempt", "current_branch", "pinned_branch"),
    *("excluded_branches", "together", "apart"),
)
"""What a plan can depend on. Any other column goes along only if a filter of the policy reads it."""

BRANCH_COLUMNS: tuple[str, ...] = (
    *("id", "name", "unit", "areas", "min", "max", "members_now", "officials_now", "needs", "special"),
    *("committee_size", "committee_vacancies", "vacant_posts"),
)


def case_files(
    rosters: Rosters,
    policy: Policy,
    book: Book,
    *,
    distances: Mapping[str, Mapping[str, int]] | None,
    lots: Mapping[str, Mapping[str, int]] | None,
    seed: int,
    language: Language,
    remark: str,
) -> Mapping[str, bytes]:
    """The files of the copy by name.

    Args:
        rosters: The case.
        policy: Its policy.
        book: Which word stands for what.
        distances: Distance by member id and branch id, in place of coordinates; None if the case knows none.
        lots: Lot by member id and branch id; None if there is no plan to repeat.
        seed: Seed of the draw.
        language: Language of documents.
        remark: First line of the policy.
    """
    dates = _dates(policy)
    read = sorted({key for key, _ in attributes(policy)} - set(MEMBER_COLUMNS))
    members = [_member_row(member, rosters, book, read, dates) for member in rosters.members]
    files = {
        "members.csv": _table((*MEMBER_COLUMNS, *read), sorted(members)),
        "branches.csv": _table(BRANCH_COLUMNS, sorted(_branch_row(branch, book) for branch in rosters.branches)),
    }
    for role, pairs in (("pins", rosters.pins), ("forbids", rosters.forbids)):
        if pairs:
            files[f"{role}.csv"] = _table(("member", "branch"), _pair_rows(pairs, book))
    if rosters.lineage:
        steps = sorted((book.places[step.from_branch], book.places[step.to_branch]) for step in rosters.lineage)
        files["lineage.csv"] = _table(("from_branch", "to_branch"), steps)
    for role, key, numbers in (("distances", "distance", distances), ("lots", "lot", lots)):
        if numbers:
            files[f"{role}.csv"] = _table(("member", "branch", key), _number_rows(numbers, book))
    if rosters.holidays:
        files["holidays.csv"] = _table(("date",), [(holiday.day.isoformat(),) for holiday in rosters.holidays])
    inputs = [f'{name.removesuffix(".csv")} = "{name}"' for name in files]
    head = [f'policy = "{POLICY_FILE}"', f"seed = {seed}", "", "[inputs]", *inputs]
    files[CASE_FILE] = "\n".join([*head, "", "[output]", f'language = "{language}"', ""]).encode()
    files[POLICY_FILE] = render_policy(_policy(policy, book, dates), remark)
    return files


def key_file(key: bytes, book: Book) -> bytes:
    """The key file as JSON: the secret, and what every word stands for."""
    texts = {word: member for member, word in book.members.items()}
    for words in (book.names, book.places, book.fields, book.labels, book.others):
        texts.update({word: text for text, word in words.items() if text})
    texts.update({book.posts[text]: text for text in sorted(book.posts, reverse=True) if text})
    document = {"schema_version": 1, "kind": KEY_KIND, "key": key.hex(), "texts": dict(sorted(texts.items()))}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


KEY_KIND = "reassign-key"
"""What a key file calls itself."""


def _dates(policy: Policy) -> Mapping[str, str]:
    """An invented day for every date that a filter of the policy names."""
    wanted = sorted({str(value) for key, value in attributes(policy) if key in _DATES})
    return {text: (_FIRST_DAY + timedelta(days=number)).isoformat() for number, text in enumerate(wanted)}


def _member_row(
    member: Member, rosters: Rosters, book: Book, read: Sequence[str], dates: Mapping[str, str]
) -> tuple[str, ...]:
    own = (
        book.members[member.id],
        book.names[member.name],
        member.status,
        book.post(member.post),
        book.places[member.unit],
        book.places[member.residence_unit],
        book.places[member.residence_area],
        _listed(book.fields[each] for each in member.fields),
        _listed(book.places[each] for each in member.in_charge_of),
        _truth(value=member.key_cadre),
        _truth(value=member.committee_eligible),
        _listed(book.posts[each] for each in member.eligible_posts),
        _truth(value=member.exempt),
        book.places[origin(member, rosters)],
        book.places[member.pinned_branch_id or ""],
        _listed(book.places[each] for each in member.excluded_branch_ids),
        _listed(book.labels[each] for each in member.together),
        _listed(book.labels[each] for each in member.apart),
    )
    return (*own, *(_other(key, getattr(member, key), book, dates) for key in read))


def _other(key: str, text: str, book: Book, dates: Mapping[str, str]) -> str:
    """A value that matters only where a filter wants it; any other value is left out."""
    if key in _DATES:
        return dates.get(text, "")
    return text if key == "sex" else book.others.get(text, "")


def _branch_row(branch: Branch, book: Book) -> tuple[str, ...]:
    return (
        book.places[branch.id],
        book.places[branch.name],
        book.places[branch.unit],
        _listed(book.places[each] for each in branch.areas),
        *map(_number, (branch.min, branch.max, branch.members_now, branch.officials_now)),
        _listed(book.fields[each] for each in branch.needs),
        _truth(value=branch.special),
        _number(branch.committee_size),
        _number(branch.committee_vacancies or None),
        _listed(book.posts[each] for each in branch.vacant_posts),
    )


def _pair_rows(pairs: Iterable[PairDecision], book: Book) -> list[tuple[str, ...]]:
    return sorted((book.members[pair.member], book.places[pair.branch]) for pair in pairs)


def _number_rows(numbers: Mapping[str, Mapping[str, int]], book: Book) -> list[tuple[str, ...]]:
    return sorted(
        (book.members[member], book.places[branch], str(number))
        for member, row in numbers.items()
        for branch, number in row.items()
        if member in book.members and branch in book.places
    )


def _policy(policy: Policy, book: Book, dates: Mapping[str, str]) -> Policy:
    """The policy under the words; it has no name, because names tell places."""
    return replace(
        policy,
        name="",
        limits=Limits(
            policy.limits.min,
            policy.limits.max,
            {book.places[branch]: limit for branch, limit in policy.limits.branches.items()},
        ),
        needs_weights={book.fields[field]: weight for field, weight in policy.needs_weights.items()},
        quotas=tuple(_quota(quota, book, dates) for quota in policy.quotas),
        protect=None if policy.protect is None else _filter(policy.protect, book, dates),
        dropped=tuple(
            Dropped(each.what, book.members[each.member], book.places[each.branch])
            for each in policy.dropped
            if each.member in book.members and each.branch in book.places
        ),
    )


def _quota(quota: Quota, book: Book, dates: Mapping[str, str]) -> Quota:
    named = quota.branches
    branches = named if isinstance(named, str) else tuple(book.places[branch] for branch in named)
    return replace(quota, members=_filter(quota.members, book, dates), branches=branches)


def _filter(wanted: MemberFilter, book: Book, dates: Mapping[str, str]) -> MemberFilter:
    return MemberFilter(
        tuple((key, _value(key, value, book, dates)) for key, value in wanted.attributes),
        tuple(_filter(other, book, dates) for other in wanted.alternatives),
    )


def _value(key: str, value: AttributeValue, book: Book, dates: Mapping[str, str]) -> AttributeValue:
    """The wanted value under the words; a value that nobody has stays one that nobody has."""
    if not isinstance(value, str) or key in ("sex", "status"):
        return value
    if key in _DATES:
        return dates[value]
    if key == "id":
        return book.members.get(value, book.others[value])
    if key == "post":
        return book.post(value)
    if key in _PLACES:
        return book.places[value]
    if key == "name":
        return book.names[value]
    if key in ("fields", "eligible_posts"):
        return book.fields[value] if key == "fields" else book.posts[value]
    return book.labels[value] if key in ("together", "apart") else book.others[value]


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _truth(*, value: bool) -> str:
    return "x" if value else ""
