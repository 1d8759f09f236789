"""All samples by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reassign.samples.case import Cases
from reassign.samples.description import SampleDescription
from reassign.samples.systems import (
    giong_trom_2014,
    hoc_mon_2020,
    phu_nhuan_2020,
    quan_1_2019,
    quan_1_2023,
    quan_4_2020,
    thanh_pho,
    thu_duc_2019,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample that can be drawn: what it is about, and its cases for a seed."""

    description: SampleDescription
    draw: Callable[[int], Cases]


SAMPLES: tuple[Sample, ...] = (
    Sample(quan_1_2019.DESCRIPTION, quan_1_2019.quan_1_2019),
    Sample(phu_nhuan_2020.DESCRIPTION, phu_nhuan_2020.phu_nhuan_2020),
    Sample(hoc_mon_2020.DESCRIPTION, hoc_mon_2020.hoc_mon_2020),
    Sample(quan_4_2020.DESCRIPTION, quan_4_2020.quan_4_2020),
    Sample(thu_duc_2019.DESCRIPTION, thu_duc_2019.thu_duc_2019),
    Sample(quan_1_2023.DESCRIPTION, quan_1_2023.quan_1_2023),
    Sample(giong_trom_2014.DESCRIPTION, giong_trom_2014.giong_trom_2014),
    Sample(thanh_pho.DESCRIPTION, thanh_pho.thanh_pho),
)
"""In the order in which they are listed."""
