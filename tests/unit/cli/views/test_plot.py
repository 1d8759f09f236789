import pytest

from reassign.cli.views.plot import bars


@pytest.mark.parametrize(
    ("heights", "width", "drawn"),
    [
        pytest.param([0, 7], 2, "▁█", id="lowest and highest"),
        pytest.param([0, 7], 5, "▁▁██", id="stretched a whole number of times"),
        pytest.param([7, 0, 3, 7], 4, "█▁▄█", id="in between"),
        pytest.param([3, 3, 3], 3, "▁▁▁", id="no difference"),
        pytest.param([None, 1, 2], 3, "·▁█", id="a gap"),
        pytest.param([-9, -2], 2, "▁█", id="below zero"),
        pytest.param(list(range(100)), 4, "▁▃▅█", id="squeezed, ends kept"),
        pytest.param([], 9, "", id="nothing"),
    ],
)
def test_a_plot_in_one_line(heights: list[int | None], width: int, drawn: str) -> None:
    assert bars(heights, width) == drawn
