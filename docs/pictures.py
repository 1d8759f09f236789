"""Take the pictures of the documentation again, from the invented samples: ``make pictures``.

Needs LibreOffice, pdftoppm (Poppler) and Chromium.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PICTURES = Path(__file__).parent / "pictures"
DOTS = 90
"""Dots per inch of a printed page."""

TOP = 560
"""Pixels of a long table that are shown, from its top."""

WHOLE = 760
"""As much of a page as there is, of a letter its upper part [pixels]."""

COLUMNS = 100
"""Width of the terminal [characters]."""

SCREEN = (
    "body{margin:0;background:#16181a;color:#ececec}"
    'pre{margin:0;padding:12px 16px;font:13px/18px "Liberation Mono",monospace}'
)
"""How the terminal looks."""


def main() -> None:
    """Make one plan in each language and picture what an officer sees of it."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _reassign(folder, "sample", "quan-4-2020", "case", "--lang", "vi", "-q")
        case = folder / "case"
        for language, suffix in (("en", ""), ("vi", "-vi")):
            _terminal(case, language, f"terminal{suffix}")
        for language, suffix in (("en", ""), ("vi", "-vi")):
            _reassign(case, "plan", "-q", "--lang", language, "-o", f"plan{suffix}.xlsx")
            pages = _printed(case, f"plan{suffix}.xlsx")
            _page(pages, 1, f"plan{suffix}", TOP)
            _page(pages, _count(pages), f"summary{suffix}", WHOLE)
            _reassign(case, "report", f"plan{suffix}.xlsx", "-q", "--lang", language, "-o", f"report{suffix}.html")
            _screen(case / f"report{suffix}.html", f"report{suffix}")
        _reassign(
            case, "letters", "plan-vi.xlsx", "-q", "--lang", "vi", "-o", "letters", "--kind", "decision", "--one-file"
        )
        letter = next((case / "letters").glob("*.docx"))
        _page(_printed(case / "letters", letter.name), 1, "decision-vi", WHOLE)


def _reassign(folder: Path, *words: str) -> None:
    subprocess.run([sys.executable, "-m", "reassign", *words], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def _terminal(case: Path, language: str, name: str) -> None:
    """What ``plan`` prints: the first ward and the summary."""
    command = ["reassign", "plan", "-o", "plan.xlsx", "--lang", language]
    surroundings = {**os.environ, "COLUMNS": str(COLUMNS), "PYTHONIOENCODING": "utf-8"}
    told = subprocess.run(
        [sys.executable, "-m", *command], cwd=case, env=surroundings, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    (case / "plan.xlsx").unlink()
    wards = [number for number, line in enumerate(told) if not line.strip()]
    summary = next(number for number, line in enumerate(told) if line.strip() in {"SUMMARY", "TÓM TẮT"})
    # The last two lines are the path of the workbook, which is a matter of this machine.
    lines = [f"$ {' '.join(command)}", *told[: wards[0]], "  ⋮", *told[summary:-2]]
    page = case / f"{name}.html"
    text = html.escape("\n".join(line.rstrip() for line in lines))
    page.write_text(f"<!doctype html><meta charset=utf-8><style>{SCREEN}</style><pre>{text}</pre>", encoding="utf-8")
    _screen(page, name, size=f"{COLUMNS * 8 + 40},{len(lines) * 18 + 30}")


def _printed(folder: Path, document: str) -> Path:
    """The document as LibreOffice prints it."""
    command = [_program("soffice"), "--headless", "--convert-to", "pdf", document]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return (folder / document).with_suffix(".pdf")


def _count(document: Path) -> int:
    told = subprocess.run([_program("pdfinfo"), document], check=True, capture_output=True, text=True).stdout
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))


def _page(document: Path, page: int, name: str, height: int) -> None:
    options = ["-png", "-singlefile", "-r", str(DOTS), "-f", str(page), "-l", str(page), "-H", str(height)]
    subprocess.run([_program("pdftoppm"), *options, document, PICTURES / name], check=True)


def _screen(page: Path, name: str, size: str = "1000,760") -> None:
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={size}"]
    target = PICTURES / f"{name}.png"
    command = [_program("chromium"), *options, f"--screenshot={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise SystemExit(f"{name} is needed for the pictures")
    return found


if __name__ == "__main__":
    main()
