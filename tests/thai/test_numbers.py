"""Numbers as the book prints them, and what must not be taken for one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.thai.numbers import SeveralNumbers, in_print, read_number

UNITS = ["คน", "บาท", "ตร.กม.", "ตารางกิโลเมตร"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        pytest.param("111707", "111707", id="plain"),
        pytest.param("111,707", "111707", id="commas"),
        pytest.param("๑๑๑,๗๐๗", "111707", id="thai-digits"),
        pytest.param("  111,707\n", "111707", id="spaces-around"),
        pytest.param("111\u2009707", "111707", id="thin-space"),
        pytest.param("1\u00a0111\u202f707 คน", "1111707", id="unbreakable-spaces"),
        pytest.param("111,707 คน", "111707", id="unit"),
        pytest.param("111,707คน", "111707", id="unit-at-once"),
        pytest.param("46.0 ตร. กม.", "46.0", id="unit-with-spaces-and-dots"),
        pytest.param("๔๖.๐ ตารางกิโลเมตร", "46.0", id="unit-in-full"),
        pytest.param("678,749,799.10 บาท", "678749799.10", id="money"),
        pytest.param("0", "0", id="zero-is-stated"),
    ],
)
def test_a_number_is_read_as_printed(typed, number):
    assert str(read_number(typed, UNITS)) == number


@pytest.mark.parametrize("typed", ["", "  ", "-", "–", "—", " - "])
def test_an_empty_text_and_a_dash_state_nothing(typed):
    assert read_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("14,775 คน (ชาย 7,734 คน หญิง 7,014 คน)", ["14,775", "7,734", "7,014"]),
        ("775 734", ["775", "734"]),
        ("14,775\n7,734", ["14,775", "7,734"]),
        ("๑๔,๗๗๕–๗,๗๓๔", ["14,775", "7,734"]),
    ],
)
def test_two_numbers_do_not_melt_into_one(typed, numbers):
    with pytest.raises(SeveralNumbers) as refused:
        read_number(typed, UNITS)
    assert refused.value.numbers == numbers


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("-5", id="negative"),
        pytest.param("(5)", id="negative-in-accounts"),
        pytest.param("5 ล้านบาท", id="millions"),
        pytest.param("28,750 ไร่", id="another-unit"),
        pytest.param("ประมาณ 5,000 คน", id="about"),
        pytest.param("46,5", id="decimal-comma"),
        pytest.param("1,11,707", id="misprinted-groups"),
        pytest.param(".5", id="no-digit-before-the-point"),
        pytest.param("1.2.3", id="two-points"),
        pytest.param("1e3", id="exponent"),
        pytest.param("สิบ", id="word"),
        pytest.param("9" * 5000, id="endless"),
    ],
)
def test_nothing_else_is_guessed(typed):
    with pytest.raises(ValueError, match=r"number|several"):
        read_number(typed, UNITS)


@given(st.integers(0, 10**12) | st.decimals(0, 10**12, places=2))
def test_what_is_printed_is_read_back(number):
    assert read_number(in_print(number)) == Decimal(number)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        number = read_number(text, UNITS)
    except ValueError:
        return
    assert number is None or number >= 0
