from __future__ import annotations

from pathlib import Path

import pytest

from reassign.domain.errors import OutputError, UsageError
from reassign.workflows.sample import make_sample, sample_names


def test_samples_are_those_of_the_domain_in_its_order() -> None:
    assert [description.name for description in sample_names()] == [
        "quan-1-2019",
        "phu-nhuan-2020",
        "hoc-mon-2020",
        "quan-4-2020",
        "thu-duc-2019",
        "quan-1-2023",
        "giong-trom-2014",
        "thanh-pho",
    ]


def test_a_sample_becomes_a_folder_with_a_case(tmp_path: Path) -> None:
    written = make_sample("quan-1-2019", tmp_path / "new" / "case", seed=0, format="csv", is_forced=False)

    assert [path.relative_to(tmp_path / "new" / "case").as_posix() for path in written] == [
        "reassign.toml",
        "members.csv",
        "branches.csv",
        "youth/reassign.toml",
        "youth/members.csv",
        "youth/branches.csv",
    ]
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == set(written)


def test_an_unknown_sample_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        make_sample("quan1-2019", tmp_path, seed=0, format="csv", is_forced=False)

    assert caught.value.key == "sample-unknown"
    assert caught.value.parameters["name"] == "quan1-2019"
    assert str(caught.value.parameters["known"]).startswith("quan-1-2019")
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "branches.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(OutputError) as caught:
        make_sample("quan-4-2020", tmp_path, seed=0, format="csv", is_forced=False)

    assert caught.value.key == "output-exists"
    assert caught.value.parameters["file"] == str(tmp_path / "branches.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["branches.csv"]
    assert (tmp_path / "branches.csv").read_text(encoding="utf-8") == "mine"


def test_force_replaces_what_exists_and_keeps_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "branches.csv").write_text("mine", encoding="utf-8")

    make_sample("quan-4-2020", tmp_path, seed=0, format="csv", is_forced=True)

    assert (tmp_path / "branches.csv").read_text(encoding="utf-8").startswith("id,name,unit")
    assert (tmp_path / "branches.csv.bak").read_text(encoding="utf-8") == "mine"


def test_drawing_the_same_sample_again_leaves_no_backups(tmp_path: Path) -> None:
    first = make_sample("quan-4-2020", tmp_path, seed=0, format="csv", is_forced=False)

    assert make_sample("quan-4-2020", tmp_path, seed=0, format="csv", is_forced=True) == first
    assert set(tmp_path.iterdir()) == set(first)


def test_a_folder_that_cannot_be_made_is_an_output_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(OutputError) as caught:
        make_sample("quan-4-2020", tmp_path / "file" / "case", seed=0, format="csv", is_forced=False)

    assert caught.value.key == "output-not-written"
