from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.thai.calendar import FIRST_AWARD_YEAR_BE, LAST_YEAR_BE, be_to_ce, ce_to_be, read_day, read_year
from tests.thai.strategies import anything

WRITTEN = ["2557", "2014", "๒๕๕๗", "๒๐๑๔", "25๕๗", " 2557 ", "\t2557\n", "2\u200b557", "\u00a02557"]
WITH_ERA = ["พ.ศ. 2557", "พ.ศ.2557", "พ.ศ 2557", "พศ. ๒๕๕๗", "พศ2557", "ค.ศ. 2014", "ค.ศ.๒๐๑๔", "คศ 2014"]


@pytest.mark.parametrize("text", WRITTEN + WITH_ERA)
def test_a_year_is_read_however_it_is_written(text):
    assert read_year(text) == 2557


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "abc", "ปี", "พ.ศ.", "ไม่ระบุ"),
        *("25x7", "255", "25577", "99999", "2557 2558", "25 57", "2,557", "2567.5", "-1", "-2557", "+2557", "2557e0"),
        *("²", "²⁵⁵⁷", "２５５７", "٢٠١٤", "0x9fd", "2557\x00\n2558"),
        *("2543", "2644", "2000", "2101", "0000", "9999"),
        *("พ.ศ. 2014", "ค.ศ. 2557", "จ.ศ. 2557"),
        pytest.param("2" * 4_400, id="4400-digits"),
    ],
)
def test_anything_else_is_no_year(text):
    with pytest.raises(ValueError, match="not a year from 2544 to 2643 BE"):
        read_year(text)


@pytest.mark.parametrize(("text", "year_be"), [("2544", 2544), ("2001", 2544), ("2643", 2643), ("2100", 2643)])
def test_the_first_and_last_year_are_read_in_both_eras(text, year_be):
    assert read_year(text) == year_be


@given(st.integers(FIRST_AWARD_YEAR_BE, LAST_YEAR_BE))
def test_the_eras_lead_to_the_same_year(year_be):
    assert read_year(str(year_be)) == read_year(str(be_to_ce(year_be))) == year_be
    assert ce_to_be(be_to_ce(year_be)) == year_be


@given(anything)
def test_any_text_is_a_year_or_a_value_error(text):
    with suppress(ValueError):
        assert FIRST_AWARD_YEAR_BE <= read_year(text) <= LAST_YEAR_BE


@pytest.mark.parametrize(
    "text",
    [
        *(
            "29/02/2567",
            "29/2/2567",
            "29/02/2024",
            "๒๙/๐๒/๒๕๖๗",
            " 29-02-2567 ",
            "29.2.2567",
            "2024-02-29",
            "2567-02-29",
        ),
        *("29 กุมภาพันธ์ 2567", "29 กุมภาพันธ์ พ.ศ. 2567", "๒๙ ก.พ. ๒๕๖๗", "29 กพ 2567", "29ก.พ.2567"),
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    """The leap day of a year that is none when its number is taken for the Common Era's."""
    assert read_day(text) == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        *("", "abc", "2567", "29/02/2568", "29/02/2025", "31/11/2569", "0/1/2569", "1/13/2569", "1/1/69"),
        *("25 November 2026", "25 เดือน 2569", "25/11-2569", "25 11 2569", "25/11/25699", "1/1/0000", "²/1/2569"),
    ],
)
def test_anything_else_is_no_day(text):
    with pytest.raises(ValueError, match=r"day|month|year"):
        read_day(text)


@given(st.dates(date(1958, 1, 1), date(2100, 12, 31)))
def test_both_eras_name_the_same_day(day):
    assert read_day(f"{day:%d/%m}/{day.year}") == read_day(f"{day:%d/%m}/{ce_to_be(day.year)}") == day


@given(anything)
def test_any_text_is_a_day_or_refused(text):
    with suppress(ValueError):
        read_day(text)
