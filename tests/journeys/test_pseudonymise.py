"""A case can be shared without its people: nothing of them is left, and the plan stays the same."""

from __future__ import annotations

import csv
import json
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reassign.cli.main import run

SAMPLES = ("quan-1-2019", "phu-nhuan-2020", "hoc-mon-2020", "quan-4-2020", "thu-duc-2019", "quan-1-2023")


@pytest.fixture(scope="module", params=[pytest.param(name, id=name) for name in SAMPLES])
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sample as ``case``, its plan, its copy as ``copy``, the plan of that, and the key."""
    folder = tmp_path_factory.mktemp("shared")
    assert run(["sample", request.param, str(folder / "case"), "--format", "csv", "-q"], {}, folder) == 0
    case = folder / "case"
    assert run(["plan", "-q", "-o", str(folder / "real.json")], {}, case) in (0, 5)
    assert run(["plan", "-q", "--pseudonymise", str(folder / "copy"), "--key", str(folder / "key")], {}, case) in (0, 5)
    assert run(["plan", "-q", "-o", "plan.json", "-o", "plan.csv"], {}, folder / "copy") in (0, 5)
    return folder


def document(path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def essence(plan: dict[str, list[dict[str, object]]]) -> tuple[object, ...]:
    """Everything a plan says that is no draw, in an order that does not depend on the ids."""
    keys = ("member", "branch", "unit", "from_branch", "pinned", "moved", "reasons", "tasks", "interchangeable_with")
    placements = {
        str(row["member"]): {
            key: sorted(value) if isinstance(value := row[key], list) and key.startswith("inter") else value
            for key in keys
        }
        for row in plan["placements"]
    }
    branches = {
        str(row["branch"]): {key: value for key, value in row.items() if key not in ("name", "committee_candidates")}
        for row in plan["branches"]
    }
    levels = [(level["names"], level["value"]) for level in plan["priorities"] if level["names"] != ["draw"]]
    return placements, branches, levels


def test_the_copy_has_the_same_plan(shared: Path) -> None:
    assert run(["identify", "copy/plan.json", "--key", "key", "-o", "back.json", "-q"], {}, shared) == 0
    assert essence(document(shared / "back.json")) == essence(document(shared / "real.json"))


def test_what_is_shared_passes_the_independent_check(shared: Path) -> None:
    assert run(["verify", "plan.json", "-q"], {}, shared / "copy") == 0


def hidden_texts(case: Path) -> Iterator[str]:
    """Every text of a roster that tells a person or a place."""
    for name in ("members.csv", "branches.csv"):
        with (case / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                for key in ("id", "name", "birth_date", "card_number", "organisation", "registered_residence"):
                    yield row.get(key, "")
                for key in ("current_residence", "unit", "residence_unit", "residence_area", "areas", "note", "joined"):
                    yield row.get(key, "")
                for key in ("official_date", "current_branch", "latitude", "longitude", "post", "fields", "needs"):
                    yield row.get(key, "")


def test_nothing_of_the_people_is_left_in_any_byte(shared: Path) -> None:
    copied = {path: path.read_text(encoding="utf-8") for path in (shared / "copy").iterdir() if path.suffix != ".xlsx"}
    words = {word for text in copied.values() for word in re.findall(r"[\w./-]+(?: [\w./-]+)*", text)}
    hidden = {text for text in hidden_texts(shared / "case") if text}
    assert len(hidden) > 50
    # Short ids such as "m1" are looked for as whole words, everything else in any place.
    long = {text for text in hidden if len(text) > 4 and not text.isdigit()}
    assert {text for text in long for content in copied.values() if text in content} == set()
    assert {text for text in hidden - long if text in words and not text.isdigit()} == set()
    case_name = str(shared / "case")
    assert [path.name for path, content in copied.items() if case_name in content] == []


def test_the_key_is_for_its_owner_alone_and_tells_everything(shared: Path) -> None:
    assert stat.S_IMODE((shared / "key").stat().st_mode) == 0o600
    assert {stat.S_IMODE(path.stat().st_mode) for path in (shared / "copy").iterdir()} == {0o600}
    texts = json.loads((shared / "key").read_text(encoding="utf-8"))["texts"]
    with (shared / "case" / "members.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with (shared / "copy" / "members.csv").open(encoding="utf-8", newline="") as stream:
        copied = {texts[row["id"]]: texts[row["name"]] for row in csv.DictReader(stream)}
    left = {row["id"]: row["name"] for row in rows if row["id"] not in copied}
    assert copied == {row["id"]: row["name"] for row in rows if row["id"] in copied}
    assert len(left) < len(rows) / 4


def test_another_copy_has_other_words(shared: Path) -> None:
    words = ["plan", "-q", "--pseudonymise", "../again", "--key", "../again.key"]
    assert run(words, {}, shared / "case") in (0, 5)
    first, second = ((shared / name / "members.csv").read_text(encoding="utf-8") for name in ("copy", "again"))
    assert set(re.findall(r"M-\w{5}-\w{5}", first)).isdisjoint(re.findall(r"M-\w{5}-\w{5}", second))


TINY = {
    "members.csv": "id,name,unit\nm1,Nguyễn Văn Ẩn,P1\n",
    "branches.csv": "id,name,unit\nb1,Chi bộ 1,P1\n",
    "reassign.toml": '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n',
}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """One member and one branch."""
    folder = tmp_path / "case"
    folder.mkdir()
    for name, text in TINY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["--pseudonymise", "copy"], 2, id="no-key"),
        pytest.param(["--key", "key"], 2, id="key-alone"),
        pytest.param(["--pseudonymise", "copy", "--key", "copy/key"], 2, id="key-in-the-folder"),
        pytest.param(["--pseudonymise", "copy", "--key", "copy/deep/key"], 2, id="key-below-the-folder"),
        pytest.param(["--pseudonymise", ".", "--key", "../key"], 2, id="the-case-itself"),
        pytest.param(["--pseudonymise", "..", "--key", "../../key"], 2, id="above-the-case"),
        pytest.param(["--pseudonymise", "full", "--key", "key"], 6, id="folder-with-something"),
        pytest.param(["--pseudonymise", "full", "--key", "key", "--force"], 6, id="folder-with-something-forced"),
        pytest.param(["--pseudonymise", "copy", "--key", "old"], 6, id="key-exists"),
        pytest.param(["--pseudonymise", "copy", "--key", "key", "-o", "p.json"], 2, id="with-output"),
        pytest.param(["--pseudonymise", "copy", "--key", "key", "--dry-run"], 0, id="dry-run"),
    ],
)
def test_what_is_refused_writes_nothing(tiny: Path, words: list[str], code: int) -> None:
    (tiny / "full").mkdir()
    (tiny / "full" / "note.txt").write_text("giữ", encoding="utf-8")
    (tiny / "old").write_text("giữ", encoding="utf-8")
    before = {path: path.read_bytes() for path in tiny.parent.rglob("*") if path.is_file()}
    assert run(["plan", "-q", *words], {}, tiny) == code
    assert {path: path.read_bytes() for path in tiny.parent.rglob("*") if path.is_file()} == before


def test_a_forced_key_keeps_the_old_one(tiny: Path) -> None:
    assert run(["plan", "-q", "--pseudonymise", "one", "--key", "key"], {}, tiny) == 0
    old = (tiny / "key").read_bytes()
    assert run(["plan", "-q", "--pseudonymise", "two", "--key", "key", "--force"], {}, tiny) == 0
    assert (tiny / "key.bak").read_bytes() == old


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        pytest.param(".txt", "{} ở đâu?", '=x"<b> ở đâu?', id="text"),
        pytest.param(".html", "<p>{}</p>", "<p>=x&quot;&lt;b&gt;</p>", id="html"),
        pytest.param(".json", '["{}"]', '["=x\\"<b>"]', id="json"),
        pytest.param(".csv", "a,{}\n", 'a,"\'=x""<b>"\n', id="csv"),
    ],
)
def test_a_hostile_name_goes_back_as_text(tiny: Path, kind: str, text: str, expected: str) -> None:
    word = "M-lusab-babad"
    (tiny / "key").write_text(json.dumps({"kind": "reassign-key", "texts": {word: '=x"<b>'}}), encoding="utf-8")
    (tiny / f"in{kind}").write_text(text.format(word), encoding="utf-8")
    assert run(["identify", f"in{kind}", "--key", "key", "-o", f"out{kind}", "-q"], {}, tiny) == 0
    assert (tiny / f"out{kind}").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["members.csv", "--key", "none", "-o", "out.csv"], 3, id="no-key"),
        pytest.param(["members.csv", "--key", "reassign.toml", "-o", "out.csv"], 3, id="other-file-as-key"),
        pytest.param(["none.csv", "--key", "key", "-o", "out.csv"], 3, id="no-file"),
        pytest.param(["reassign.toml", "--key", "key", "-o", "out.toml"], 2, id="unsupported-kind"),
        pytest.param(["broken.xlsx", "--key", "key", "-o", "out.xlsx"], 3, id="no-workbook"),
        pytest.param(["broken.txt", "--key", "key", "-o", "out.txt"], 3, id="no-utf-8"),
        pytest.param(["members.csv", "--key", "key", "-o", "out.json"], 2, id="other-kind"),
        pytest.param(["members.csv", "--key", "key", "-o", "members.csv", "--force"], 2, id="over-itself"),
        pytest.param(["members.csv", "--key", "key", "-o", "branches.csv"], 6, id="exists"),
    ],
)
def test_what_cannot_be_put_back_is_said(tiny: Path, words: list[str], code: int) -> None:
    (tiny / "key").write_text('{"kind": "reassign-key", "texts": {}}', encoding="utf-8")
    for name in ("broken.xlsx", "broken.txt"):
        (tiny / name).write_bytes(b"\xff\xfe\xfd")
    before = {path: path.read_bytes() for path in tiny.iterdir()}
    assert run(["identify", *words, "-q"], {}, tiny) == code
    assert {path: path.read_bytes() for path in tiny.iterdir()} == before


@pytest.mark.parametrize("made", ["plan.xlsx", "letters"])
def test_names_go_back_into_workbooks_and_letters(made: str, tiny: Path) -> None:
    hostile = '=1+"<b>&'
    (tiny / "members.csv").write_text(f'id,name,unit\nm1,"{hostile.replace(chr(34), chr(34) * 2)}",P1\n', "utf-8")
    assert run(["plan", "-q", "--pseudonymise", "copy", "--key", "key"], {}, tiny) == 0
    assert run(["plan", "-q", "-o", "plan.xlsx", "-o", "plan.json"], {}, tiny / "copy") == 0
    assert run(["letters", "plan.json", "-q", "-o", "letters"], {}, tiny / "copy") == 0
    file = next((tiny / "copy" / made).glob("*list*.docx"), None) or next(
        iter(sorted((tiny / "copy" / made).glob("*.docx"))), tiny / "copy" / made
    )
    out = tiny / f"back{file.suffix}"
    assert run(["identify", str(file), "--key", "key", "-o", str(out), "-q"], {}, tiny) == 0
    with zipfile.ZipFile(out) as package:
        trees = {
            name: ElementTree.fromstring(package.read(name))  # noqa: S314 - our own file
            for name in package.namelist()
            if name.endswith(".xml")
        }
    shown = "\n".join(text for tree in trees.values() for text in tree.itertext())
    assert hostile in shown
    assert not re.search(r"[MNUB]-[a-z]{5}-[a-z]{5}", shown)
    tags = {
        element.tag.rpartition("}")[2] for name, tree in trees.items() if "sheets" in name for element in tree.iter()
    }
    assert "f" not in tags


RICH = {
    "members.csv": (
        "name,birth_date,sex,ethnicity,joined,card_number,status,post,organisation,unit,registered_residence,"
        "fields,current_branch,latitude,longitude,note,Quê quán\n"
        "Nguyễn Ẩn,02/03/1975,nữ,Hoa,01/02/2001,079000000001,official,Chủ tịch,Ủy ban Zed,Phường Bến,"
        '"5 Ngõ Zed, Khu phố 1, Phường Bến",y tế,Cũ Zed,10.7701,106.6901,ghi chú Zed,Xã Zed\n'
        "Trần Bỉnh,1980,nam,Kinh,2005,079000000002,probationary,Phó chủ tịch,Ủy ban Zed,Phường Bến,"
        '"Khu phố 2, Phường Bến",an ninh,Cũ Zed,10.7702,106.6902,,\n'
        "Lê Cúc,11/12/1990,nữ,Hoa,2010,079000000003,official,Bí thư,Công an Zed,Phường Bến,"
        '"Phường Khác",y tế; an ninh,,10.7803,106.7003,ghi chú Zed,\n'
        "Võ Dậu,12/12/1991,nam,Hoa,2011,079000000004,official,,Công an Zed,Phường Bến,,,,,,,\n"
    ),
    "branches.csv": (
        "name,unit,areas,needs,vacant_posts,latitude,longitude\n"
        "Chi bộ Zed 1,Phường Bến,Khu phố 1,y tế; an ninh,bí thư,10.771,106.691\n"
        "Chi bộ Zed 2,Phường Bến,Khu phố 2,an ninh,,10.781,106.701\n"
    ),
    "events.csv": "date,member,event,value\n2026-01-02,079000000004,left,\n",
    "pins.csv": "member,branch,reason\n079000000002,Chi bộ Zed 2,theo Zed\n",
    "holidays.csv": "date,name\n2026-02-17,Tết Zed\n",
    "reassign.toml": """
seed = 5
[inputs]
members = "members.csv"
branches = "branches.csv"
events = "events.csv"
pins = "pins.csv"
holidays = "holidays.csv"
[policy]
name = "Phường Bến Zed"
effective = 2026-02-01
[policy.limits]
min = 1
[policy.limits.branch."Chi bộ Zed 1"]
max = 2
[policy.needs]
weights = { "y tế" = 3 }
[[policy.quota]]
members = { sex = "female", ethnicity = "Hoa" }
branches = ["Chi bộ Zed 1"]
min = 1
[[policy.quota]]
members = { birth_date = "1975-03-02" }
max = 1
[[policy.quota]]
members = { organisation = "Ủy ban Zed", name = "Nguyễn Ẩn", card_number = "079000000001" }
max = 1
[[policy.quota]]
members = { note = "ghi chú Zed", post = "Bí thư" }
max = 1
[aliases.area]
"Xóm Zed" = "Khu phố 1"
""",
}


def test_a_case_with_everything_keeps_its_plan_and_none_of_its_words(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    for name, text in RICH.items():
        (case / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "../real.json"], {}, case) == 0
    assert run(["plan", "-q", "--pseudonymise", "../copy", "--key", "../key"], {}, case) == 0
    assert run(["plan", "-q", "-o", "plan.json"], {}, tmp_path / "copy") == 0
    assert run(["identify", "copy/plan.json", "--key", "key", "-o", "back.json", "-q"], {}, tmp_path) == 0
    assert essence(document(tmp_path / "back.json")) == essence(document(tmp_path / "real.json"))
    content = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "copy").iterdir())
    words = (
        "Zed",
        "Ẩn",
        "Bỉnh",
        "Cúc",
        "Dậu",
        "Hoa",
        "Bến",
        "Khác",
        "Khu phố",
        "07900",
        "1975",
        "1980",
        "1990",
        "10.7",
    )
    assert [word for word in words if word in content] == []
    assert [
        word for word in ("Bí thư", "bí thư", "Chủ tịch", "y tế", "an ninh", "2001", "106.") if word in content
    ] == []
