"""A Word template: opened without trust, checked without data, filled in a sandbox."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from xml.parsers import expat

from reassign.domain.cells import CellAddress
from reassign.domain.errors import InputError
from reassign.domain.findings import Finding, Severity
from reassign.writers.letters.fields import Scope, deepest_loop, nearest_names, unknown_names
from reassign.writers.letters.parts import APP, APP_PART, CORE, CORE_PART
from reassign.writers.package import packed

if TYPE_CHECKING:
    from jinja2 import Environment, Template

TEXT_PART = "word/document.xml"
LARGEST_TEXT = 400_000_000
"""Longest text of one document after filling [characters]; a loop that never ends is stopped here."""

MOST_LOOPS = 2
"""Most loops inside each other; more would take for ever over a city."""

_FILTERS = frozenset(
    {
        *("capitalize", "default", "first", "groupby", "join", "last", "length", "lower", "map", "reject"),
        *("rejectattr", "replace", "select", "selectattr", "sort", "title", "trim", "unique", "upper"),
    }
)
"""Filters that cannot make much out of little."""

_PIECES = 4_096
"""Pieces of a copy that are joined before its length is looked at."""

_LOOKED_AT = 401
"""Pieces of a document that are parsed again after filling: 201 copies with what parts them."""

_OTHER_TEXTS = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_BODY = re.compile(r"<w:body\b[^>]*>")
_LAST_PAGE = re.compile(
    r"(<w:sectPr\b(?:(?!<w:sectPr\b|</w:body>).)*</w:sectPr>|<w:sectPr\b[^>]*/>)?\s*</w:body>", re.DOTALL
)
_PARAGRAPH = re.compile(r"<w:p[ >]")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(</w:p>)")
_NOISE = re.compile(
    r"<w:bookmark(?:Start|End)\b[^>]*/>|<w:proofErr\b[^>]*/>|\s(?:w14:(?:paraId|textId)|w:rsid\w*)=\"[^\"]*\""
)
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")\d+(")')
_TAG = re.compile(r"\{\{|\{%|\{#")
_PAGE_END = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    '</w:pPr><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:br w:type="page"/></w:r></w:p>'
)


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """A template that can be filled.

    Attributes:
        name: The file as the officer named it; empty for a default template.
        parts: Name and bytes of every part, in the order of the file.
        before: Text of the document up to the body.
        body: The body, compiled.
        page: Page set-up at the end of the body; empty if the file has none.
        others: Headers, footers and notes with placeholders, compiled, by part name.
    """

    name: str
    parts: tuple[tuple[str, bytes], ...]
    before: str
    body: Template
    page: str
    others: Mapping[str, Template]


def open_template(data: bytes, name: str, scope: Scope) -> LetterTemplate:
    """Take a template apart and compile it.

    Args:
        data: Bytes of a docx file whose archive was looked through already.
        name: The file as the officer named it.
        scope: Names that its placeholders may use.

    Raises:
        InputError: It is no Word document (R150), cannot be understood (R151), names what there is not (R152), or
            holds programs (R153); every problem at once.
    """
    parts = _parts(data, name)
    text = dict(parts).get(TEXT_PART, b"").decode("utf-8", "replace")
    start = _BODY.search(text)
    end = _LAST_PAGE.search(text, start.end()) if start else None
    if start is None or end is None:
        raise InputError((_finding("R150", name),))
    body = _NOISE.sub("", text[start.end() : end.start()])
    environment = _environment()
    # Word keeps the last page set-up outside the text, where no placeholder can stand.
    findings = list(_problems(environment, body, name, scope))
    marked = {
        part: content.decode("utf-8", "replace")
        for part, content in parts
        if _OTHER_TEXTS.fullmatch(part) and b"{" in content
    }
    shared = scope.shared_only()
    for content in marked.values():
        findings.extend(_problems(environment, content, name, shared))
    if findings:
        raise InputError(tuple(findings))
    return LetterTemplate(
        name=name,
        parts=parts,
        before=text[: start.end()],
        body=environment.from_string(_patched(body)),
        page=end.group(1) or "",
        others={part: environment.from_string(_patched(content)) for part, content in marked.items()},
    )


def fill(template: LetterTemplate, records: Sequence[Mapping[str, object]]) -> bytes:
    """One document with a page, or several, for every record.

    Args:
        template: The template.
        records: Values of the placeholders; the first also fills headers and footers.

    Raises:
        InputError: Filling fails, which the check of the placeholders could not foresee (R154).
    """
    from jinja2 import TemplateError

    try:
        bodies = _bodies(template, records)
        others = {part: other.render(records[0] if records else {}) for part, other in template.others.items()}
    except (TemplateError, ArithmeticError, TypeError, ValueError, LookupError, AttributeError, MemoryError) as error:
        raise InputError((_finding("R154", template.name, value=_cause(error)),)) from error
    # Drawings have a number of their own in a document, which copies would repeat.
    after = f"{template.page}</w:body></w:document>"
    text = "".join((template.before, *bodies, after))
    if "<wp:docPr" in text:
        numbers = iter(range(1, 1_000_000_000))
        text = _DRAWING.sub(lambda match: f"{match[1]}{next(numbers)}{match[2]}", text)
    filled = {TEXT_PART: text, **others}
    # Values are escaped, so one copy is as well-formed as another but for the choices of the template: look at some.
    for part in ("".join((template.before, *bodies[:_LOOKED_AT], after)), *others.values()):
        _assert_xml(part, template.name)
    return packed((part, filled[part].encode() if part in filled else content) for part, content in template.parts)


def _cause(error: Exception) -> str:
    """What was wrong: the missing name as the template writes it, else the kind of the error and never a value."""
    from jinja2 import UndefinedError

    named = re.search(r"'([^']{1,60})'(?: is undefined)?$", str(error)) if isinstance(error, UndefinedError) else None
    return named[1] if named else type(error).__name__


def _bodies(template: LetterTemplate, records: Iterable[Mapping[str, object]]) -> list[str]:
    """The text of every record; copies are parted by a page break, or by a section where pages are numbered."""
    between = _section_end(template.page) if "Reference" in template.page else _PAGE_END
    bodies: list[str] = []
    length = 0
    for record in records:
        pieces: list[str] = []
        stream = template.body.generate(record)
        while some := list(itertools.islice(stream, _PIECES)):
            pieces.append("".join(some))
            length += len(pieces[-1])
            if length > LARGEST_TEXT:
                raise ValueError(length)
        bodies.extend((between, "".join(pieces)) if bodies else ("".join(pieces),))
    return bodies


def _section_end(page: str) -> str:
    """The page set-up inside a last paragraph, so that the next copy counts its pages from one."""
    numbered = re.sub(r"<w:pgNumType\b[^>]*/>", "", page)
    numbered = re.sub(r"(?=<w:cols\b)|(?=</w:sectPr>)", '<w:pgNumType w:start="1"/>', numbered, count=1)
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/>'
        f"</w:rPr>{numbered}</w:pPr></w:p>"
    )


def _environment() -> Environment:
    """Jinja in its sandbox: values are escaped, nothing can be changed or called, unknown names are errors."""
    from jinja2 import StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """A sandbox without the operators that make a short template fill the memory."""

        intercepted_binops = frozenset({"*", "**"})

        def getattr(self, obj: object, attribute: str) -> object:
            """A value by its key; the methods of our dictionaries are not to be seen."""
            if type(obj) is dict and attribute in obj:
                return obj[attribute]
            if isinstance(obj, dict):
                return self.undefined(obj=obj, name=attribute)
            return super().getattr(obj, attribute)

        def call_binop(self, _context: object, _operator: str, _left: object, _right: object) -> object:
            raise SecurityError

        def is_safe_callable(self, _called: object) -> bool:
            return False

    environment = Sandbox(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters = {name: each for name, each in environment.filters.items() if name in _FILTERS}
    return environment


def _parts(data: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    """The parts, without author, dates and the path of the template they were made from."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(part.filename, package.read(part)) for part in package.infolist() if not part.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError((_finding("R150", name),)) from error
    if any(part.lower().endswith((".bin", ".vba")) or "vbaproject" in part.lower() for part, _ in parts):
        raise InputError((_finding("R153", name),))
    return tuple((part, _cleaned(part, content)) for part, content in parts)


def _cleaned(part: str, content: bytes) -> bytes:
    if part == CORE_PART:
        return CORE.encode()
    if part == APP_PART:
        return APP.encode()
    if part == "docProps/custom.xml":
        return re.sub(rb"(<Properties\b[^>]*>).*(</Properties>)", rb"\1\2", content, flags=re.DOTALL)
    if part == "[Content_Types].xml":
        return content.replace(b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
    if part == "word/settings.xml":
        return re.sub(
            rb"<w:attachedTemplate\b[^>]*/>|<w:rsids>.*?</w:rsids>|<w:mailMerge>.*?</w:mailMerge>",
            b"",
            content,
            flags=re.DOTALL,
        )
    if part == "word/_rels/settings.xml.rels":
        return re.sub(rb'<Relationship\b[^>]*(?:attachedTemplate|mailMerge\w*)"[^>]*/>', b"", content)
    return content


def _patched(text: str) -> str:
    """The text of a part as Jinja can read it: tags that Word has split are whole again."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate(io.BytesIO()).patch_xml(text))


def _problems(environment: Environment, text: str, name: str, scope: Scope) -> Iterator[Finding]:
    """Syntax errors and unknown placeholders, each with the number of its paragraph."""
    from jinja2 import TemplateSyntaxError

    counter = iter(range(1, 1_000_000_000))
    marked = _PARAGRAPH.sub(lambda match: f"\n<!--{next(counter)}-->{match[0]}", text)
    source = _patched(marked)
    numbers = _paragraph_numbers(source)
    originals = _texts(text)
    try:
        tree = environment.parse(source)
        # Compiling also tells filters and tests that there are not.
        environment.compile(source)
    except TemplateSyntaxError as error:
        number = _paragraph_of(numbers, error.lineno)
        yield _finding("R151", name, value=_shown(originals, number), paragraph=number)
        return
    if deepest_loop(tree) > MOST_LOOPS:
        yield _finding("R151", name, value="for … for … for", paragraph=1)
    for written, line, known in unknown_names(tree, scope):
        # A row or paragraph that only holds a tag is gone from the source; its words tell where it stood.
        number = _where(originals, written, _paragraph_of(numbers, line))
        yield _finding("R152", name, value=written, near=nearest_names(written, known), paragraph=number)


def _paragraph_numbers(source: str) -> list[int]:
    """The paragraph that each line of the source belongs to; 0 before the first."""
    numbers = [0]
    for match in re.finditer(r"\n(?:<!--(\d+)-->)?", source):
        numbers.append(int(match[1]) if match[1] else numbers[-1])
    return numbers


def _paragraph_of(numbers: Sequence[int], line: int) -> int:
    return numbers[min(max(line - 1, 0), len(numbers) - 1)] or 1


def _texts(text: str) -> list[str]:
    """What stands in each paragraph, in order."""
    return [
        unescape("".join(match[1] or "" for match in _TEXT.finditer(piece))) for piece in _PARAGRAPH.split(text)[1:]
    ]


def _where(originals: Sequence[str], written: str, guess: int) -> int:
    """One-based number of the paragraph that holds a placeholder, from the guessed one on."""
    order = [*range(guess - 1, len(originals)), *range(guess - 1)]
    return next((index + 1 for index in order if written in originals[index]), guess)


def _shown(originals: Sequence[str], number: int) -> str:
    """The paragraph from its first tag on, shortened."""
    for text in originals[max(number - 1, 0) :]:
        tag = _TAG.search(text)
        if tag is not None:
            return text[tag.start() : tag.start() + 60]
    return ""


def _assert_xml(text: str, name: str) -> None:
    """A document that is not well-formed would not open in Word."""
    parser = expat.ParserCreate()
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise InputError((_finding("R154", name, value="XML"),)) from error


def _finding(code: str, name: str, *, value: str = "", near: tuple[str, ...] = (), paragraph: int = 0) -> Finding:
    return Finding(code, Severity.ERROR, CellAddress(name), value or name, {"paragraph": paragraph}, near)
