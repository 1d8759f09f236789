"""Texts in another encoding, and texts that are no table."""

from __future__ import annotations

import unicodedata

import pytest

from tests.golden.catalogue.entry import CHECK, Entry, Prepare
from tests.golden.finding_cases import MEMBERS, content
from tests.journeys.test_encodings import MEMBERS as TCVN3

HEAD = "id,name,unit\n"
VNI = "id,name,unit\nm1,Traàn Vaên Bình,Ña Kao\nm2,Leâ Thò Cuùc,Ña Kao\n".encode("cp1252")


def members(text: str | bytes) -> Prepare:
    """The members with this text."""
    return content("members.csv", text if isinstance(text, bytes) else text.encode())


NAME = "Text"
ITEMS = (
    *("UTF-16 without a mark", "cp1258", "TCVN3", "VNI", "mixed", "NFD", "NUL", "unclosed quote", "ragged rows"),
    *("semicolons and decimal commas", "separator line", "CR only", "huge cell", "mark inside"),
)
ENTRIES = [
    pytest.param(
        Entry("UTF-16 without a mark", members(MEMBERS.encode("utf-16-le")), 3, ["R070 members.csv!2"]),
        id="UTF-16 without a mark",
    ),
    pytest.param(
        Entry(
            "cp1258",
            members(
                unicodedata.normalize("NFD", HEAD + "m1,Lê Hùng,Đa Kao\n").replace("e\u0302", "ê").encode("cp1258")
            ),
            3,
            ["R070 members.csv!2"],
        ),
        id="cp1258",
    ),
    pytest.param(Entry("TCVN3", members(TCVN3), 3, ["R070 members.csv!2"]), id="TCVN3"),
    pytest.param(Entry("VNI", members(VNI), 3, ["R070 members.csv!2"]), id="VNI"),
    pytest.param(
        Entry("mixed", members(MEMBERS.encode() + b"m4,L\xea C\xfac,\xd0a Kao,,\n"), 3, ["R076 members.csv!5"]),
        id="mixed",
    ),
    pytest.param(
        Entry("NFD", members(unicodedata.normalize("NFD", MEMBERS)), 0, ["R123 members.csv!B2"], CHECK), id="NFD"
    ),
    pytest.param(Entry("NUL", members(MEMBERS + "m4,L\0,P,,\n"), 3, ["R071 members.csv!5"]), id="NUL"),
    pytest.param(
        Entry("unclosed quote", members(MEMBERS + 'm4,"L,x,,\nm5,b,c,,\n'), 3, ["R072 members.csv!5"]),
        id="unclosed quote cites the line that opens it",
    ),
    pytest.param(
        Entry("ragged rows", members(MEMBERS + "m4,L,Đa Kao,Đa Kao,KP 1,x\n"), 3, ["R073 members.csv!5"]),
        id="a cell too many",
    ),
    pytest.param(
        Entry(
            "ragged rows", members(MEMBERS + "m4,L,Đa Kao\n"), 0, ["R073 members.csv!5", "R117 members.csv!D5"], CHECK
        ),
        id="cells too few",
    ),
    pytest.param(
        Entry(
            "semicolons and decimal commas",
            members("id;name;unit;latitude;longitude\nm1;An;Đa Kao;10,7769;106,7009\nm2;Ba;Đa Kao;;\n"),
            0,
            [],
            CHECK,
        ),
        id="semicolons and decimal commas",
    ),
    pytest.param(
        Entry("separator line", members("sep=;\n" + MEMBERS.replace(",", ";")), 0, [], CHECK), id="separator line"
    ),
    pytest.param(Entry("CR only", members(MEMBERS.replace("\n", "\r")), 0, [], CHECK), id="CR only"),
    pytest.param(
        Entry("CR only", members(MEMBERS + "\x1a"), 0, [], CHECK), id="the end mark of an old system is no row"
    ),
    pytest.param(
        Entry("huge cell", members(MEMBERS + f"m4,{'A' * 1_000_001},Đa Kao,,\n"), 3, ["R075 members.csv!5"]),
        id="huge cell",
    ),
    pytest.param(
        Entry("mark inside", members(MEMBERS + "\ufeffm4,Lê Cúc,Đa Kao,Đa Kao,KP 1\n"), 3, ["R033 members.csv!A5"]),
        id="mark inside",
    ),
]
