"""The default templates: Word documents in the layout of party papers (36-HD/VPTW, 2018), made without Word.

Issuing body top left, the Party's name with place and date top right, never the heading of the state; kind and
abstract, body, signature block, recipients. Number, date and signature stay blank; the paper is marked as a draft.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from reassign.domain.language import Language
from reassign.domain.letters import LetterKind
from reassign.messages.letters import PAPERS, TABLE_HEADERS
from reassign.writers.letters.parts import page_of, word_parts
from reassign.writers.package import packed

_PLACEHOLDERS = {
    "plan_name": "{% if plan.name %} “{{ plan.name }}”{% endif %}",
    "branch_name": "{{ branch.name }}",
    "branch_unit": "{{ branch.unit }}",
    "received": "{{ branch.received }}",
    "uncovered": "{% if branch.uncovered %}{{ branch.uncovered }}{% else %}NOTHING{% endif %}",
    "start": "{{ terms.start }}",
    "present_days": "{{ terms.present_days }}",
    "name": "{{ member.name }}",
    "birth": "{{ member.birth }}",
    "post": "{{ member.post }}{% if member.post and member.organisation %}, {% endif %}{{ member.organisation }}",
    "joined": "{{ member.joined }}",
    "official": "{{ member.official }}",
    "from_branch": "{{ member.from_branch }}",
    "reasons": "{{ member.reasons }}",
    "tasks": "{{ member.tasks }}",
    "residence": "{{ member.residence }}",
}
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_PORTRAIT, _LANDSCAPE = 9_354, 15_100
"""Widths between the margins of A4 [twentieths of a point]."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One template: words by language, and where its tables go."""

    language: Language
    width: int

    def say(self, key: str) -> str:
        """A sentence with placeholders as the templates write them."""
        nothing = PAPERS["nothing"].say(self.language)
        filled = {name: text.replace("NOTHING", nothing) for name, text in _PLACEHOLDERS.items()}
        return PAPERS[key].say(self.language, filled)

    def line(self, key: str, style: str) -> str:
        """A paragraph."""
        return paragraph(self.say(key), style)

    def head(self, number: str) -> str:
        """Issuing body and number left, the Party's name and the date right."""
        left = [
            self.line("superior", "Center"),
            paragraph("{{ issuer }}", "CenterBold"),
            paragraph("*", "Center"),
            *([self.line(number, "Center")] if number else []),
            self.line("draft", "Draft"),
        ]
        right = [self.line("party", "Party"), self.line_of_date()]
        half = self.width // 2
        return table([["".join(left), "".join(right)]], [half, half], is_boxed=False)

    def line_of_date(self) -> str:
        """Place and date, both to be written by hand."""
        return paragraph(PAPERS["date"].say(self.language), "Date")

    def title(self, kind: str) -> str:
        """Kind of document and what it is about."""
        return self.line(kind, "Kind") + self.line(f"{kind}_about", "About")

    def listing(self, items: str, item: str, columns: Sequence[tuple[str, int]], *, is_dense: bool = False) -> str:
        """A table with one row for each entry of a list; widths are shares, a dense table has smaller letters."""
        size = "Small" if is_dense else ""
        whole = sum(share for _, share in columns)
        widths = [self.width * share // whole for _, share in columns]
        heads = [paragraph(TABLE_HEADERS[key].say(self.language), f"CellHead{size}") for key, _ in columns]
        styles = [f"CellMid{size}" if key in _CENTERED else f"Cell{size}" for key, _ in columns]
        cells = [paragraph(_cell(item, key), style) for (key, _), style in zip(columns, styles, strict=True)]
        loop = [paragraph(f"{{%tr for {item} in {items} %}}", "Cell"), *[""] * (len(columns) - 1)]
        done = [paragraph("{%tr endfor %}", "Cell"), *[""] * (len(columns) - 1)]
        return table([heads, loop, cells, done], widths, is_boxed=True, is_dense=is_dense)

    def empty(self, items: str) -> str:
        """What stands below a list without entries."""
        return conditional(f"not {items}", self.line("empty", "Body"))

    def signature(self, recipients: Sequence[str], signer: str = "signer") -> str:
        """Recipients left, signer right; the signature itself stays blank."""
        left = "".join(
            [
                *([self.line("recipients", "Recipients")] if recipients else []),
                *(self.line(key, "Recipient") for key in recipients),
            ]
        )
        right = self.line(signer, "CenterBold") + paragraph("", "Center") * 4
        half = self.width // 2
        return table([[left or paragraph("", "Center"), right]], [half, half], is_boxed=False)


_NAMES = {"name": "listed", "name_alone": "label"}
"""What a name is called beside a column of birth dates, and without one, so that namesakes are told apart."""

_CENTERED = frozenset(
    {
        *("number", "birth", "birth_male", "birth_female", "joined", "official", "start", "present", "done"),
        *("received", "officials", "probationary", "exempt", "non_residents", "women", "young", "minorities"),
    }
)


def default_template(kind: LetterKind, language: Language) -> bytes:
    """The template of a kind of document as a docx file.

    Raises:
        KeyError: The kind has no template.
    """
    is_landscape = kind not in {LetterKind.DECISION, LetterKind.NOTICE}
    sheet = _Sheet(language, _LANDSCAPE if is_landscape else _PORTRAIT)
    body = _BODIES[kind](sheet)
    is_numbered = kind not in {LetterKind.DECISION, LetterKind.NOTICE}
    # Word wants a paragraph after the last table.
    body += paragraph("", "PageEnd")
    return packed(word_parts(body + page_of(is_landscape=is_landscape, is_numbered=is_numbered)))


def _decision(sheet: _Sheet) -> str:
    columns = (("number", 8), ("name", 22), ("birth", 16), ("from_branch", 19), ("reasons", 24), ("tasks", 15))
    return (
        sheet.head("number_decision")
        + sheet.title("decision")
        + "".join(sheet.line(key, "Body") for key in ("decision_charter", "decision_rules", "decision_plan"))
        + sheet.line("decision_body", "CenterBold")
        + sheet.line("article_1", "Body")
        + sheet.listing("members", "member", columns)
        + sheet.line("article_2", "BodyAfterTable")
        + sheet.line("article_3", "Body")
        + sheet.signature(("recipient_branch", "recipient_listed", "recipient_file"))
    )


def _notice(sheet: _Sheet) -> str:
    return (
        sheet.head("number_notice")
        + sheet.title("notice")
        + "".join(sheet.line(key, "Body") for key in ("notice_opening", "notice_name", "notice_birth", "notice_post"))
        + sheet.line("notice_joined", "Body")
        + conditional("member.from_branch", sheet.line("notice_from", "Body"))
        + sheet.line("notice_to", "Body")
        + sheet.line("notice_reasons", "Body")
        + conditional("member.tasks", sheet.line("notice_tasks", "Body"))
        + conditional("member.start", sheet.line("notice_terms", "Body"))
        + conditional("member.is_away and member.residence", sheet.line("notice_contact", "Body"))
        + sheet.signature(("recipient_member", "recipient_branch", "recipient_file"))
    )


def _list(sheet: _Sheet) -> str:
    columns = (("number", 8), ("name", 18), ("birth_male", 16), ("birth_female", 16), ("post", 16), ("fields", 16))
    further = (("residence", 22), ("from_branch", 14), ("reasons", 20), ("tasks", 14), ("note", 9))
    return (
        sheet.head("number_list")
        + sheet.title("list")
        # In small letters even the longest list of a branch leaves room for the signature on its page.
        + sheet.listing("members", "member", (*columns, *further), is_dense=True)
        + sheet.line("list_total", "BodyAfterTable")
        + sheet.signature(())
    )


def _appendix(sheet: _Sheet) -> str:
    # Shares in thousandths: in 10 point a date needs 68 of them, and a word of six letters 50, to stay in one piece and
    # clear of the borders.
    columns = (("number", 38), ("name", 80), ("birth_male", 68), ("birth_female", 68), ("post", 88), ("fields", 68))
    dates = (("residence", 104), ("joined", 68), ("official", 68), ("from_branch", 92), ("to_branch_and_unit", 86))
    rest = (("reasons", 120), ("note", 52))
    total = sheet.say("appendix_total").replace("branch.received", "plan.members")
    return (
        sheet.head("")
        + sheet.title("appendix")
        + sheet.listing("members", "member", (*columns, *dates, *rest), is_dense=True)
        + paragraph(total, "BodyAfterTable")
        + sheet.signature(())
    )


def _summary(sheet: _Sheet) -> str:
    columns = (("number", 14), ("unit", 22), ("branch", 34), ("received", 17), ("officials", 25), ("probationary", 25))
    further = (("exempt", 20), ("non_residents", 24), ("women", 15), ("young", 17), ("minorities", 22))
    return (
        sheet.head("")
        + sheet.title("summary")
        + sheet.listing("branches", "branch", (*columns, *further, ("uncovered", 32), ("flags", 54)), is_dense=True)
        + conditional("plan.unknown", paragraph("{{ plan.unknown }}", "BodyAfterTable"))
        + paragraph("", "Body")
        + sheet.signature(())
    )


def _contact(sheet: _Sheet) -> str:
    columns = (
        ("number", 6),
        ("name_alone", 20),
        ("to_branch", 18),
        ("unit", 14),
        ("residence", 30),
        ("home_branch", 18),
    )
    return (
        sheet.head("number_list")
        + sheet.title("contact")
        + sheet.listing("members", "member", (*columns, ("why", 18)))
        + sheet.empty("members")
        + paragraph("", "Body")
        + sheet.signature(())
    )


def _review(sheet: _Sheet) -> str:
    columns = (("number", 6), ("subject", 28), ("matter", 45), ("decision", 25))
    return (
        sheet.head("")
        + sheet.title("review")
        + sheet.listing("points", "point", columns)
        + sheet.empty("points")
        + paragraph("", "Body")
        + sheet.signature((), "preparer")
    )


def _deadlines(sheet: _Sheet) -> str:
    columns = (("number", 6), ("name_alone", 20), ("from_branch", 20), ("to_branch", 20), ("unit", 14), ("start", 13))
    return (
        sheet.head("number_list")
        + sheet.title("deadlines")
        + paragraph("{{ terms.text }}", "Body")
        + sheet.listing("members", "member", (*columns, ("present", 13), ("done", 13)))
        + sheet.empty("members")
        + paragraph("", "Body")
        + sheet.signature((), "preparer")
    )


_BODIES = {
    LetterKind.APPENDIX: _appendix,
    LetterKind.DECISION: _decision,
    LetterKind.NOTICE: _notice,
    LetterKind.LIST: _list,
    LetterKind.SUMMARY: _summary,
    LetterKind.CONTACT: _contact,
    LetterKind.REVIEW: _review,
    LetterKind.DEADLINES: _deadlines,
}


def _cell(item: str, key: str) -> str:
    """What a cell of a list says; some columns stay blank or hold two figures."""
    if key == "done":
        return ""
    if key in _NAMES:
        return f"{{{{ {item}.{_NAMES[key]} }}}}"
    if key == "to_branch_and_unit":
        # The unit of all is in the heading already.
        return f"{{{{ {item}.to_branch }}}}{{% if not unit %}}, {{{{ {item}.unit }}}}{{% endif %}}"
    if item == "branch" and key == "branch":
        return "{{ branch.name }}"
    if key in {"officials", "probationary", "exempt"}:
        return f"{{{{ branch.{key}_before }}}} → {{{{ branch.{key}_after }}}}"
    return f"{{{{ {item}.{key} }}}}"


def paragraph(text: str, style: str) -> str:
    """A paragraph; ``**`` makes words bold."""
    runs = []
    for index, part in enumerate(_BOLD.split(text)):
        if part:
            bold = "<w:rPr><w:b/></w:rPr>" if index % 2 else ""
            runs.append(f'<w:r>{bold}<w:t xml:space="preserve">{escape(part, quote=False)}</w:t></w:r>')
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def conditional(condition: str, content: str) -> str:
    """Paragraphs that are there only if a condition holds."""
    return paragraph(f"{{%p if {condition} %}}", "Body") + content + paragraph("{%p endif %}", "Body")


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], *, is_boxed: bool, is_dense: bool = False) -> str:
    """A table; the first row of a boxed one is repeated on every page, a dense one has little room around its texts."""
    style = '<w:tblStyle w:val="Boxed"/>' if is_boxed else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    margins = "".join(f'<w:{side} w:w="55" w:type="dxa"/>' for side in ("left", "right")) if is_dense else ""
    properties = (
        f'<w:tblPr>{style}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        + (f"<w:tblCellMar>{margins}</w:tblCellMar>" if margins else "")
        + "</w:tblPr>"
    )
    lines = []
    for index, row in enumerate(rows):
        header = "<w:tblHeader/>" if is_boxed and index == 0 else ""
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content or paragraph("", "Cell")}</w:tc>'
            for width, content in zip(widths, row, strict=True)
        )
        lines.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
