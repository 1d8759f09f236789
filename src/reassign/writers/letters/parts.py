"""The parts of a Word document besides its text: styles, page, settings; as little as Word needs."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACES = f'xmlns:w="{_MAIN}" xmlns:r="{_RELATION}"'

_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="auto"/>'
    for side, space in (("top", 1), ("left", 4), ("bottom", 1), ("right", 4))
)
_BOX = f"<w:pBdr>{_SIDES}</w:pBdr>"

# Style, Vietnamese name, paragraph properties, run properties. Sizes are in half points, distances in twentieths.
_STYLES: tuple[tuple[str, str, str, str], ...] = (
    ("Center", "Giữa", '<w:jc w:val="center"/>', ""),
    ("CenterBold", "Giữa đậm", '<w:spacing w:before="60" w:after="0"/><w:jc w:val="center"/>', "<w:b/>"),
    ("Party", "Tên Đảng", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/><w:u w:val="single"/>'),
    ("Date", "Ngày tháng", '<w:spacing w:before="120"/><w:jc w:val="center"/>', '<w:i/><w:sz w:val="26"/>'),
    (
        "Draft",
        "Dự thảo",
        f'{_BOX}<w:spacing w:before="120" w:after="80"/><w:ind w:left="1400" w:right="1400"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="26"/>',
    ),
    (
        "Kind",
        "Tên loại",
        '<w:keepNext/><w:spacing w:before="360"/><w:jc w:val="center"/>',
        '<w:b/><w:sz w:val="32"/>',
    ),
    ("About", "Trích yếu", '<w:keepNext/><w:spacing w:after="240"/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="28"/>'),
    ("Body", "Nội dung", '<w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>', ""),
    (
        "BodyAfterTable",
        "Nội dung sau bảng",
        '<w:spacing w:before="180" w:after="60"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>',
        "",
    ),
    ("Cell", "Ô", "", '<w:sz w:val="26"/>'),
    ("CellMid", "Ô giữa", '<w:jc w:val="center"/>', '<w:sz w:val="26"/>'),
    ("CellHead", "Đầu bảng", '<w:keepNext/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="26"/>'),
    ("CellSmall", "Ô, chữ nhỏ", "", '<w:sz w:val="20"/>'),
    ("CellMidSmall", "Ô giữa, chữ nhỏ", '<w:jc w:val="center"/>', '<w:sz w:val="20"/>'),
    ("CellHeadSmall", "Đầu bảng, chữ nhỏ", '<w:keepNext/><w:jc w:val="center"/>', '<w:b/><w:sz w:val="20"/>'),
    ("Recipients", "Nơi nhận", '<w:spacing w:before="240"/>', '<w:sz w:val="26"/><w:u w:val="single"/>'),
    ("Recipient", "Nơi nhận, dòng", "", '<w:sz w:val="24"/>'),
    (
        "PageEnd",
        "Hết trang",
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
        '<w:sz w:val="2"/>',
    ),
)


def word_parts(body: str) -> list[tuple[str, bytes]]:
    """Names and bytes of the parts of a document whose body is given, its page included."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", CORE_PART),
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"), ("settings", "settings.xml"), ("header", "header1.xml")
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header1.xml": f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="CellMid"/></w:pPr>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>',
        CORE_PART: CORE,
        APP_PART: APP,
    }
    return [(name, (_HEAD + text).encode()) for name, text in parts.items()]


CORE_PART = "docProps/core.xml"
APP_PART = "docProps/app.xml"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"></cp:core'
    "Properties>"
)
"""Properties of a document that name neither author nor time."""

APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>reassign</Application></Properties>"
)


def page_of(*, is_landscape: bool, is_numbered: bool) -> str:
    """A4 with the margins of party papers, numbered from the second page on.

    30 mm left and 15 mm right, landscape 20 mm and 10 mm; 20 mm above and below.
    """
    width, height = (16_838, 11_906) if is_landscape else (11_906, 16_838)
    orient = ' w:orient="landscape"' if is_landscape else ""
    left, right = (1_134, 567) if is_landscape else (1_701, 851)
    return (
        "<w:sectPr>"
        + ('<w:headerReference w:type="default" r:id="rId3"/>' if is_numbered else "")
        + f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/>'
        f'<w:pgMar w:top="1134" w:right="{right}" w:bottom="1134" w:left="{left}" w:header="567" w:footer="567" '
        'w:gutter="0"/><w:cols w:space="708"/>' + ("<w:titlePg/>" if is_numbered else "") + "</w:sectPr>"
    )


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.styles+xml",
        "/word/settings.xml": f"{_TYPE}.settings+xml",
        "/word/header1.xml": f"{_TYPE}.header+xml",
        f"/{CORE_PART}": "application/vnd.openxmlformats-package.core-properties+xml",
        f"/{APP_PART}": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind if ":" in kind else f"{_RELATION}/{kind}"}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
    )


def _styles() -> str:
    faces = " ".join(f'w:{script}="Times New Roman"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    font = f"<w:rFonts {faces}/>"
    styles = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val={quoteattr(name)}/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
        for key, name, paragraph, run in _STYLES
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{font}"
        '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="Boxed"><w:name w:val="Kẻ ô"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>'
        f"{styles}</w:styles>"
    )


def _settings() -> str:
    # Without the mode of Word 2013 and later, Word opens the document in compatibility mode.
    return (
        f'<w:settings {NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )
