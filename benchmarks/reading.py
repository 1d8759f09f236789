"""Reading: ``reassign check`` of 20,000 members in xlsx beside python-calamine alone, start-up taken away from both.

``reading.py [--rows 20000] [--runs 5]``. Whole processes in turn; what the same command takes for twenty rows counts
as its start-up. The list has twelve columns as officers keep them, each cell a text but the running number. Nobody in
it exists.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

HEADINGS = (
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Ngày vào Đảng", "Số thẻ đảng", "Chức vụ", "Phường"),
    *("Hộ khẩu thường trú", "Lĩnh vực phụ trách", "Ghi chú"),
)
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng")
MIDDLE = ("Văn", "Thị", "Minh", "Ngọc", "Thanh")
GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Khánh", "Long", "Nga", "Phúc", "Quân", "Sơn", "Tâm", "Uyên")
FIELDS = ("an ninh trật tự", "môi trường", "y tế", "giáo dục", "xây dựng")
UNITS = 168
CASE = '[inputs]\nmembers = "members.xlsx"\nbranches = "branches.csv"\n[policy.limits]\nmax = "none"\n'
ALONE = (
    "import python_calamine, sys\n"
    "sheet = python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0)\n"
    "sheet.to_python(skip_empty_area=False)\n"
)


def write(folder: Path, rows: int) -> None:
    """A case of so many members in 168 units of eight branches."""
    import xlsxwriter

    folder.mkdir()
    draw = random.Random(1)
    with xlsxwriter.Workbook(folder / "members.xlsx") as book:
        sheet = book.add_worksheet("Danh sách")
        for column, heading in enumerate(HEADINGS):
            sheet.write_string(0, column, heading)
        for row in range(1, rows + 1):
            born = date(1955, 1, 1) + timedelta(days=draw.randrange(16_000))
            joined = born + timedelta(days=8_000 + draw.randrange(5_000))
            unit = f"Phường {row % UNITS + 1}"
            cells = (
                " ".join(map(draw.choice, (FAMILY, MIDDLE, MIDDLE, GIVEN))),
                f"{born:%d/%m/%Y}",
                draw.choice(("Nam", "Nữ")),
                "Kinh",
                f"{joined:%d/%m/%Y}",
                f"{10_000_000 + row}",
                "Công chức",
                unit,
                f"{draw.randrange(1, 300)} đường số {draw.randrange(1, 40)}, KP {draw.randrange(1, 9)}, {unit}",
                "; ".join(draw.sample(FIELDS, draw.randrange(1, 3))),
            )
            sheet.write_number(row, 0, row)
            for column, text in enumerate(cells, start=1):
                sheet.write_string(row, column, text)
    branches = [f"p{unit}-{area},Khu phố {area},Phường {unit}" for unit in range(1, UNITS + 1) for area in range(1, 9)]
    (folder / "branches.csv").write_text("\n".join(["id,name,unit", *branches]) + "\n", encoding="utf-8")
    (folder / "reassign.toml").write_text(CASE, encoding="utf-8")


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one process [s]."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """The median of each, and the ratio of what is left without the start-up."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    commands = {
        "check": [sys.executable, "-m", "reassign", "check", "-q"],
        "calamine": [sys.executable, "-c", ALONE, "members.xlsx"],
    }
    with tempfile.TemporaryDirectory() as name:
        cases = {rows: Path(name) / str(rows) for rows in (asked.rows, 20)}
        for rows, folder in cases.items():
            write(folder, rows)
        taken: dict[tuple[str, int], list[float]] = {}
        for _ in range(asked.runs + 1):
            for program, command in commands.items():
                for rows, folder in cases.items():
                    taken.setdefault((program, rows), []).append(seconds(command, folder))
    # The first run of each warms the disk and is not counted.
    medians = {key: statistics.median(times[1:]) for key, times in taken.items()}
    left = {program: medians[program, asked.rows] - medians[program, 20] for program in commands}
    for program in commands:
        whole, start = medians[program, asked.rows], medians[program, 20]
        print(f"{program:<10}{whole:>8.2f} s, start-up {start:.2f} s, left {left[program]:.2f} s")
    print(f"check / calamine, without start-up: {left['check'] / left['calamine']:.1f}")


if __name__ == "__main__":
    main()
