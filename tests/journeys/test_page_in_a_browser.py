"""The page of a plan in a real browser: nothing injected, nothing asked, usable by keyboard, audited for access."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reassign.writers.html.page import render_page
from tests.browser import BROWSER, Page, browse
from tests.unit.writers.conftest import report as plain_report
from tests.unit.writers.hostile import HOSTILE, hostile_report

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium here"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

report = plain_report

AUDIT = """(() => {
  const luminance = (color) => {
    const linear = (x) => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = color.map((part) => linear(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const rgba = (text) => text.match(/[0-9.]+/g).map(Number);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const faint = [...document.querySelectorAll("body *")].filter((element) => {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || element.closest("script, noscript, option, .skip") || !element.getClientRects().length) return false;
    const style = getComputedStyle(element);
    if (element.disabled) return false;
    const color = element instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [luminance(rgba(color).slice(0, 3)), luminance(behind(element))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05) < 4.5;
  }).map((element) => element.outerHTML.slice(0, 80));
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const headings = [...document.querySelectorAll("h1, h2, h3")].map((element) => Number(element.tagName[1]));
  return {
    faint,
    twins: ids.filter((id, place) => ids.indexOf(id) !== place),
    lost: [...document.querySelectorAll("[aria-labelledby]")].filter((element) =>
      element.getAttribute("aria-labelledby").split(" ").some((id) => !document.getElementById(id))).length,
    leaps: headings.filter((level, place) => place && level > headings[place - 1] + 1).length,
    titles: document.querySelectorAll("h1").length,
    mains: document.querySelectorAll("main").length,
    headless: [...document.querySelectorAll("table")].filter((table) => !table.querySelector("th[scope]")).length,
    nameless: [...document.querySelectorAll("svg")].filter((svg) =>
      !svg.hasAttribute("aria-hidden") && !(svg.getAttribute("role") === "img" &&
        (svg.hasAttribute("aria-label") || svg.hasAttribute("aria-labelledby") || svg.querySelector("title")))).length,
    language: document.documentElement.lang,
  };
})()"""

CLEAN = {
    "faint": [],
    "twins": [],
    "lost": 0,
    "leaps": 0,
    "titles": 1,
    "mains": 1,
    "headless": 0,
    "nameless": 0,
    "language": "vi",
}
INTERACTIVE = frozenset({"button", "link", "searchbox", "textbox", "combobox", "checkbox"})


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browse(tmp_path_factory.mktemp("browser")) as page:
        yield page


def shown(browser: Page, folder: Path, content: bytes) -> Page:
    file = folder / "page.html"
    file.write_bytes(content)
    browser.events.clear()
    browser.open(file)
    return browser


def test_the_page_runs_and_asks_for_nothing(browser: Page, tmp_path: Path, report: Any) -> None:
    page = shown(browser, tmp_path, render_page(report))

    assert page.errors() == []
    assert page.requests() == [(tmp_path / "page.html").resolve().as_uri()]
    assert page.run("document.querySelectorAll('#placements-table tbody tr').length") == 4
    assert page.run("document.getElementById('placements-count').textContent") == "4 trên 4 dòng"


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_roster_injects_nothing(browser: Page, tmp_path: Path, report: Any, name: str) -> None:
    harmless = shown(browser, tmp_path, render_page(hostile_report(report, "Lê An")))
    count = harmless.run("document.querySelectorAll('*').length")
    page = shown(browser, tmp_path, render_page(hostile_report(report, name)))

    assert page.run("document.querySelectorAll('*').length") == count
    assert page.run("document.scripts.length") == 2
    assert page.errors() == []
    assert len(page.requests()) == 1
    assert not [event for event in page.events if event.get("method") == "Page.javascriptDialogOpening"]


def test_the_search_needs_no_diacritics(browser: Page, tmp_path: Path, report: Any) -> None:
    page = shown(browser, tmp_path, render_page(report))
    page.run("document.getElementById('placements-search').focus()")
    for letter in "LE duc":
        page.ask("Input.insertText", text=letter)

    assert page.run("[...document.querySelectorAll('#placements-table tbody th')].map(x => x.textContent)") == [
        "Lê Đức"
    ]


def test_a_heading_sorts_by_keyboard_and_says_so(browser: Page, tmp_path: Path, report: Any) -> None:
    page = shown(browser, tmp_path, render_page(report))
    names = "[...document.querySelectorAll('#placements-table tbody th')].map(x => x.textContent)"
    page.run("document.querySelector('#placements-table button').focus()")
    page.press("Enter", 13, "\r")
    upward = page.run(names), page.run("document.querySelector('#placements-table th').getAttribute('aria-sort')")
    page.press("Enter", 13, "\r")
    downward = page.run(names), page.run("document.querySelector('#placements-table th').getAttribute('aria-sort')")

    assert upward == (["=1+2", "Nguyễn Văn An", "Trần Thị Ánh", "Lê Đức"], "ascending")
    assert downward == (["Lê Đức", "Trần Thị Ánh", "Nguyễn Văn An", "=1+2"], "descending")


def test_a_filter_shows_those_who_move(browser: Page, tmp_path: Path, report: Any) -> None:
    page = shown(browser, tmp_path, render_page(report))
    page.run(
        "(() => { const filter = document.getElementById('placements-filter'); filter.value = '1'; "
        "filter.dispatchEvent(new Event('change')); })()"
    )

    assert page.run("document.getElementById('placements-count').textContent") == "1 trên 4 dòng"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_the_audit_finds_nothing(browser: Page, tmp_path: Path, report: Any, scheme: str, width: int) -> None:
    browser.prefer(scheme)
    browser.width(width)
    page = shown(browser, tmp_path, render_page(report))

    assert page.run(AUDIT) == CLEAN
    assert page.run("document.documentElement.scrollWidth <= innerWidth"), "only tables scroll sideways"
    nodes = page.ask("Accessibility.getFullAXTree")["nodes"]
    nameless = [
        node["role"]["value"]
        for node in nodes
        if not node.get("ignored")
        and node.get("role", {}).get("value") in INTERACTIVE
        and not node.get("name", {}).get("value")
    ]
    assert nameless == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Page, tmp_path: Path, report: Any, scheme: str) -> None:
    axe = Path(os.environ.get("AXE_CORE", "build/axe/node_modules/axe-core/axe.min.js"))
    if not axe.is_file():
        pytest.skip("axe-core is not there (npm install --prefix build/axe axe-core)")
    browser.prefer(scheme)
    browser.width(1200)
    page = shown(browser, tmp_path, render_page(report))
    # The script comes through the debugger, which the page's own policy does not bind.
    page.run(axe.read_text("utf-8") + ";0")
    found = page.run(
        "axe.run().then((result) => result.violations.map((one) => one.id + ' ' + one.nodes.map((n) => n.html).join()))"
    )

    assert found == []


def test_paper_holds_every_row(browser: Page, tmp_path: Path, report: Any) -> None:
    page = shown(browser, tmp_path, render_page(report))
    page.paper(tmp_path / "paper.pdf")

    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert page.errors() == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="nothing here reads a PDF")
def test_paper_repeats_the_headings_of_a_long_table_on_every_page(browser: Page, tmp_path: Path, report: Any) -> None:
    page = shown(browser, tmp_path, render_page(report))
    page.run(
        "(() => { const body = document.querySelector('#placements-table tbody'); const rows = [...body.rows];"
        "window.addEventListener('beforeprint', () => { for (let i = 0; i < 40; i += 1) "
        "body.append(...rows.map((row) => row.cloneNode(true))); }); })()"
    )
    page.paper(tmp_path / "paper.pdf")
    reader = shutil.which("pdftotext")
    assert reader is not None
    command = [reader, "-layout", str(tmp_path / "paper.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    pages = [text for text in printed.split("\f") if text.count("Trần Thị Ánh") > 1]

    assert len(pages) > 3
    assert all("Căn cứ phân công" in text for text in pages)
