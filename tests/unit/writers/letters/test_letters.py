from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import docx
import openpyxl
import pytest

from reassign.domain.errors import InputError
from reassign.domain.guard import unguard
from reassign.domain.letters import LetterKind
from reassign.writers.letters.fields import scope_of
from reassign.writers.letters.names import file_names
from reassign.writers.letters.paper import default_template
from reassign.writers.letters.render import LetterOrder, render_letters
from reassign.writers.letters.template import LetterTemplate, _bodies, _environment, fill, open_template
from reassign.writers.package import packed
from tests.unit.writers.hostile import HOSTILE, hostile_report

if TYPE_CHECKING:
    from reassign.domain.language import Language
    from reassign.domain.report import Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WINDOWS = {"con", "prn", "aux", "nul", *(f"{device}{number}" for device in ("com", "lpt") for number in range(10))}


def letters(
    report: Report, *kinds: LetterKind, is_one_file: bool = False, is_per_member: bool = False
) -> dict[str, bytes]:
    order = LetterOrder(kinds or tuple(LetterKind), {}, is_one_file=is_one_file, is_per_member=is_per_member)
    return dict(render_letters(report, order))


def paragraphs(document: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own document
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in root.iter(f"{W}p")]


def template_of(*texts: str, others: dict[str, str] | None = None) -> bytes:
    """The decision's template with other paragraphs; texts may hold XML."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    with zipfile.ZipFile(io.BytesIO(default_template(LetterKind.DECISION, "vi"))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = re.sub(
        "<w:body>.*</w:body>", lambda _: f"<w:body>{body}<w:sectPr/></w:body>", parts["word/document.xml"].decode()
    )
    parts["word/document.xml"] = text.encode()
    parts |= {name: content.encode() for name, content in (others or {}).items()}
    return packed(parts.items())


def opened(*texts: str) -> LetterTemplate:
    return open_template(template_of(*texts), "mau.docx", scope_of(LetterKind.DECISION))


def problems(*texts: str) -> list[tuple[str, str, object, tuple[str, ...]]]:
    with pytest.raises(InputError) as caught:
        opened(*texts)
    return [(one.code, one.value, one.parameters["paragraph"], one.suggestions) for one in caught.value.findings]


def test_a_decision_for_each_branch_that_receives_members(report: Report) -> None:
    found = letters(report, LetterKind.DECISION)

    assert list(found) == [
        "001-quyet-dinh-p1-khu-pho-1.docx",
        "002-quyet-dinh-p1-khu-pho-2.docx",
        "003-quyet-dinh-p2-khu-pho-1.docx",
    ]
    text = paragraphs(found["002-quyet-dinh-p1-khu-pho-2.docx"])
    assert "phân công đảng viên về sinh hoạt tại Khu phố 2" in text
    assert "=1+2" in text
    assert "Trần Thị Ánh" in text
    assert "Nguyễn Văn An" not in text


def test_papers_look_like_those_of_the_party_and_are_drafts(report: Report) -> None:
    for name, content in letters(report).items():
        if name.endswith(".docx"):
            text = paragraphs(content)
            assert text[:2] == ["ĐẢNG BỘ ……………………………", text[1]]
            assert text[1].startswith("ĐẢNG ỦY ")
            assert {"DỰ THẢO", "ĐẢNG CỘNG SẢN VIỆT NAM"} <= set(text)
            assert not any("CỘNG HÒA" in one or "Độc lập" in one for one in text), "never the heading of the state"


def test_one_file_holds_every_letter(report: Report) -> None:
    found = letters(report, LetterKind.NOTICE, is_one_file=True)

    assert list(found) == ["001-thong-bao-tat-ca-chi-bo.docx"]
    text = paragraphs(found["001-thong-bao-tat-ca-chi-bo.docx"])
    assert text.count("THÔNG BÁO") == 4
    assert [one for one in text if one.startswith("Họ và tên: ")] == [
        *("Họ và tên: Nguyễn Văn An", "Họ và tên: =1+2", "Họ và tên: Trần Thị Ánh", "Họ và tên: Lê Đức"),
    ]


def test_a_file_for_each_member(report: Report) -> None:
    assert list(letters(report, LetterKind.NOTICE, is_per_member=True)) == [
        "001-thong-bao-nguyen-van-an-p1.docx",
        "002-thong-bao-1-2-p1.docx",
        "003-thong-bao-tran-thi-anh-p1.docx",
        "004-thong-bao-le-duc-p2.docx",
    ]


def test_the_appendix_has_every_column_and_every_member(report: Report) -> None:
    (content,) = letters(report, LetterKind.APPENDIX).values()
    text = paragraphs(content)

    first = text.index("STT")
    assert text[first : first + 13] == [
        *("STT", "Họ và tên", "Ngày sinh (nam)", "Ngày sinh (nữ)", "Chức vụ", "Lĩnh vực", "Nơi cư trú"),
        *("Ngày vào Đảng", "Ngày chính thức", "Chi bộ đi", "Chi bộ đến", "Căn cứ phân công", "Ghi chú"),
    ]
    assert text[first + 13 : first + 17] == ["1", "Nguyễn Văn An", "02/03/1975", ""]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.has_template])
def test_every_default_template_is_sound(report: Report, kind: LetterKind, language: Language) -> None:
    open_template(default_template(kind, language), "", scope_of(kind))
    for content in letters(replace(report, language=language), kind).values():
        assert "{" not in "".join(paragraphs(content))
        # A second pair of eyes; the body ends with a paragraph, as Word wants it.
        assert docx.Document(io.BytesIO(content)).element.body[-2].tag == f"{W}p"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind.has_template])
def test_no_column_is_too_narrow_for_a_date_or_a_word_of_its_heading(kind: LetterKind, language: Language) -> None:
    with zipfile.ZipFile(io.BytesIO(default_template(kind, language))) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - our own document
    narrow = []
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle") is None:
            continue
        is_dense = table.find(f"{W}tblPr/{W}tblCellMar") is not None
        points, margins = (10, 5.5) if is_dense else (13, 8.5)
        rows = ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in table.findall(f"{W}tr/{W}tc")]
        widths = [int(column.get(f"{W}w", "0")) / 20 - margins for column in table.iter(f"{W}gridCol")]
        heads, cells = rows[: len(widths)], rows[2 * len(widths) : 3 * len(widths)]
        for width, head, cell in zip(widths, heads, cells, strict=True):
            is_date = any(word in cell for word in ("birth", "joined", "official }", ".start", ".present"))
            # Eight digits of half an em and two strokes of 0.278; a bold letter takes about 0.54.
            least = max([0.54 * len(word) for word in head.split()] + [4.556 * is_date]) * points
            if width < least:
                narrow.append((head, round(width, 1), round(least, 1)))

    assert narrow == []


def test_bytes_repeat_and_name_nobody(report: Report) -> None:
    found = letters(report)

    assert found == letters(report)
    for name, content in found.items():
        if name.endswith((".docx", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                assert {part.compress_type for part in package.infolist()} == {zipfile.ZIP_STORED}
                core = package.read("docProps/core.xml").decode()
            assert not re.search(r"(?:creator|lastModifiedBy)>[^<]", core)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_text_and_stay_in_the_folder(report: Report, name: str) -> None:
    found = letters(hostile_report(report, name))

    assert len({file.casefold() for file in found}) == len(found)
    for file, content in found.items():
        assert re.fullmatch(r"[0-9]{3,}-[a-z0-9-]+\.(?:docx|xlsx|csv)", file)
        assert len(file) <= 80
        assert file.split(".")[0] not in WINDOWS
        if file.endswith(".docx"):
            assert not any(one == "49" for one in paragraphs(content)), "a value is no template"
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\u2066]", "".join(paragraphs(content)))
        elif file.endswith(".xlsx"):
            cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n"}
        else:
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
            assert all(unguard(cell) == cell or cell.startswith("'") for row in rows for cell in row)


def test_long_names_are_cut_and_numbers_keep_them_apart() -> None:
    names = file_names([("Chi bộ " + "dài " * 60, ".docx")] * 2)

    assert [len(name) <= 80 for name in names] == [True, True]
    assert [name[:4] for name in names] == ["001-", "002-"]
    assert file_names([("中文", ".docx")]) == ("001-x.docx",)


def test_merge_data_is_the_same_in_both_files(report: Report) -> None:
    book, table = letters(report, LetterKind.MERGE).values()
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))

    assert [[str(cell.value or "") for cell in row] for row in sheet.iter_rows()] == [
        [unguard(cell) for cell in row] for row in rows
    ]
    assert rows[0][:3] == ["STT", "Họ và tên", "Ngày sinh"]
    assert [row[1] for row in rows[1:]] == ["Nguyễn Văn An", "'=1+2", "Trần Thị Ánh", "Lê Đức"]


def test_an_officers_template_is_filled_even_where_word_has_split_a_tag() -> None:
    template = opened("Chi bộ {{ br</w:t></w:r><w:r><w:t>anch.name }} &amp; “{{ issuer }}”")
    record = {"branch": {"name": "A & B"}, "issuer": "ĐẢNG ỦY"}

    assert paragraphs(fill(template, [record])) == ["Chi bộ A & B & “ĐẢNG ỦY”"]


def test_unknown_placeholders_are_told_with_paragraph_and_nearest() -> None:
    assert problems("Tốt", "{{ branch.nmae }}", "{% for m in members %}{{ m.nam }}{% endfor %}") == [
        ("R152", "branch.nmae", 2, ("branch.name", "branch.number")),
        ("R152", "m.nam", 3, ("m.name",)),
    ]
    assert problems("{{ banrch.name }}")[0][:3] == ("R152", "banrch.name", 1)
    assert problems("{{ member.name }}")[0][:3] == ("R152", "member.name", 1), "a decision speaks of many members"


def test_a_column_that_the_roster_does_not_have_is_told_with_paragraph_and_nearest() -> None:
    texts = (
        '{{ branch.name }}{% for m in members %}{{ m.column["Trình độ"] }}{{ m.column["Quê quán"] | default("") }}',
        '{{ m.column["Trinh đô"] }}{% if m.column["Số sổ"] is defined %}x{% endif %}{% endfor %}',
    )
    with pytest.raises(InputError) as caught:
        open_template(template_of(*texts), "mau.docx", scope_of(LetterKind.DECISION, ("id", "Trình độ")))

    (one,) = caught.value.findings
    assert (one.code, one.value, one.parameters["paragraph"]) == ("R152", 'm.column["Trinh đô"]', 2)
    assert one.suggestions == ('m.column["Trình độ"]',)
    # Without a plan nobody knows the roster, so any column may be there.
    open_template(template_of(*texts), "mau.docx", scope_of(LetterKind.DECISION))


def test_a_template_that_cannot_be_filled_names_what_is_missing() -> None:
    template = opened('{% for m in members %}{{ m.column["Quê quán"] }}{% endfor %}')

    with pytest.raises(InputError) as caught:
        fill(template, [{"members": [{"column": {"id": "An"}}]}])
    assert [(one.code, one.value) for one in caught.value.findings] == [("R154", "Quê quán")]


def test_a_header_can_only_speak_of_the_plan() -> None:
    header = '<w:hdr xmlns:w="w"><w:p><w:r><w:t>{{ branch.name }}</w:t></w:r></w:p></w:hdr>'
    with pytest.raises(InputError) as caught:
        open_template(
            template_of("{{ issuer }}", others={"word/header1.xml": header}), "mau.docx", scope_of(LetterKind.DECISION)
        )
    assert [(one.code, one.value) for one in caught.value.findings] == [("R152", "branch.name")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{{ issuer", id="open-braces"),
        pytest.param("{% for m in members %}", id="for-without-end"),
        pytest.param("{% if unit %}x{% endfor %}", id="wrong-end"),
        pytest.param("{% include 'x' %}{{ }}", id="empty"),
        pytest.param("{{ issuer|nofilter }}", id="unknown-filter"),
        pytest.param("{{ issuer|center(100000000000) }}", id="filter-that-fills-the-memory"),
    ],
)
def test_syntax_errors_are_told_with_their_paragraph(text: str) -> None:
    ((code, value, paragraph, _),) = problems("Tốt", text)

    assert (code, paragraph) == ("R151", 2)
    assert value.startswith("{")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{{ issuer.__class__.__mro__ }}", id="class"),
        pytest.param("{{ ''.join(['a']) }}", id="call"),
        pytest.param("{{ 'x' * 1000000000 }}", id="repeat"),
        pytest.param("{{ 9 ** 9 ** 9 }}", id="power"),
        pytest.param("{% include 'x' %}", id="include"),
        pytest.param("{{ members.append(1) }}", id="change"),
        pytest.param("{{ range(9) }}", id="global"),
        pytest.param("{{ loop.index }}", id="loop-outside-a-loop"),
        pytest.param("{{ branch['nmae'] }}", id="unknown-key"),
        pytest.param("{{ 1 // 0 }}", id="arithmetic"),
    ],
)
def test_a_template_can_neither_run_nor_change_anything(text: str) -> None:
    with pytest.raises(InputError) as caught:
        fill(opened(text), [{"issuer": "x", "members": []}])
    assert caught.value.findings[0].code in {"R152", "R154"}


def test_a_template_with_programs_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        open_template(template_of("x", others={"word/vbaProject.bin": "x"}), "mau.docx", scope_of(LetterKind.DECISION))
    assert [one.code for one in caught.value.findings] == ["R153"]


def test_the_author_of_a_template_does_not_sign_the_letters() -> None:
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Nguyễn Văn A</dc:creator></cp:coreProperties>'
    data = template_of("x", others={"docProps/core.xml": core})
    filled = fill(open_template(data, "mau.docx", scope_of(LetterKind.DECISION)), [{}])

    with zipfile.ZipFile(io.BytesIO(filled)) as package:
        assert b"Nguy" not in package.read("docProps/core.xml")


def test_loops_that_would_never_end_are_refused() -> None:
    loops = "".join(f"{{% for x{number} in members %}}" for number in range(3)) + "{% endfor %}" * 3

    assert problems(loops)[0][:2] == ("R151", "for … for … for")


def test_a_damaged_document_is_refused_before_it_is_written() -> None:
    with pytest.raises(InputError) as caught:
        fill(opened("x</w:t></w:r></w:p></w:broken><w:p><w:r><w:t>"), [{}])
    assert [one.code for one in caught.value.findings] == ["R154"]


def test_a_document_goes_on_after_thousands_of_empty_values() -> None:
    template = opened("{% for member in members %}{{ member.note }}{% endfor %}", "the end")

    document = fill(template, [{"members": [{"note": ""}] * 10_000}])

    assert paragraphs(document) == ["", "the end"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ 'ab cd' | capitalize }}", "Ab cd"),
        ("{{ nothing | default('x') }}", "x"),
        ("{{ [3, 1] | first }}", "3"),
        ("{% for key, rows in members | groupby('to') %}{{ key }}{{ rows | length }}{% endfor %}", "A2B1"),
        ("{{ [3, 1] | join('+') }}", "3+1"),
        ("{{ [3, 1] | last }}", "1"),
        ("{{ 'AB' | lower }}", "ab"),
        ("{{ members | map(attribute='name') | join }}", "cba"),
        ("{{ [0, 1] | reject | join }}", "0"),
        ("{{ members | rejectattr('is_away') | map(attribute='name') | join }}", "ca"),
        ("{{ 'ab' | replace('a', 'o') }}", "ob"),
        ("{{ [0, 1] | select | join }}", "1"),
        ("{{ members | selectattr('is_away') | map(attribute='name') | join }}", "b"),
        ("{{ [3, 1] | sort | join }}", "13"),
        ("{{ 'ab cd' | title }}", "Ab Cd"),
        ("{{ ' ab ' | trim }}", "ab"),
        ("{{ [1, 1] | unique | join }}", "1"),
        ("{{ 'ab' | upper }}", "AB"),
    ],
)
def test_these_filters_are_what_a_template_may_use(text: str, shown: str) -> None:
    members = [
        {"name": "c", "to": "A", "is_away": False},
        {"name": "b", "to": "B", "is_away": True},
        {"name": "a", "to": "A", "is_away": False},
    ]
    with zipfile.ZipFile(io.BytesIO(template_of(text))) as package:
        parts = tuple((name, package.read(name)) for name in package.namelist())
    environment = _environment()
    template = LetterTemplate("", parts, "<w:document><w:body>", environment.from_string(text), "", {})
    assert "".join(_bodies(template, [{"members": members}])) == shown


@pytest.mark.parametrize("name", ["attr", "batch", "center", "indent", "pprint", "random", "safe", "tojson", "xmlattr"])
def test_other_filters_are_refused_before_anything_is_filled(name: str) -> None:
    assert problems(f"{{{{ issuer | {name} }}}}")[0][0] == "R151"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        pytest.param("{% for m in members | sort(attribute='nam') %}{{ m.nam }}{% endfor %}", "m.nam", id="sorted"),
        pytest.param("{% for m in members if m.nam %}x{% endfor %}", "m.nam", id="in the condition of a loop"),
        pytest.param("{% for m in members %}{% else %}{{ m.nam }}{% endfor %}", "m.nam", id="where a loop is empty"),
        pytest.param("{{ branch['nmae'] }}", "branch.nmae", id="in brackets"),
        pytest.param("{{ issuer.name }}", "issuer.name", id="a text has no fields"),
        pytest.param("{{ members.name }}", "members.name", id="nor has a list"),
        pytest.param("{% for m in members %}{{ m.name }}{% endfor %}{{ m.name }}", "m.name", id="after the loop"),
        pytest.param("{{ loop.index }}", "loop.index", id="outside a loop"),
        pytest.param("{% set x = 1 %}{{ x }}{{ y }}", "y", id="beside what is set"),
    ],
)
def test_a_name_is_known_where_it_stands_for_something(text: str, unknown: str) -> None:
    assert [value for _, value, _, _ in problems(text)] == [unknown]


@pytest.mark.parametrize(
    "text",
    [
        "{% for m in members | sort(attribute='name') %}{{ loop.index }} {{ m.name }}{% endfor %}",
        "{% for m in members if not m.is_away %}{{ m['name'] }}{% else %}{{ branch.name }}{% endfor %}",
        "{% set x = branch.name %}{{ x }}{{ plan.name }}{{ terms.start }}",
        "{% for b, rows in members | groupby('to_branch') %}{{ b }}{{ rows | length }}{% endfor %}",
    ],
)
def test_what_is_known_is_no_problem(text: str) -> None:
    opened(text)


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "word/activeX/x.bin", "word/old.VBA", "word/VBAProject2.xml"])
def test_no_part_may_hold_a_program(part: str) -> None:
    with pytest.raises(InputError) as caught:
        open_template(template_of("x", others={part: "x"}), "mau.docx", scope_of(LetterKind.DECISION))
    assert [(each.code, each.value) for each in caught.value.findings] == [("R153", "mau.docx")]
