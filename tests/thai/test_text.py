import unicodedata

import pytest
from hypothesis import given

from practices.thai.text import arabic_digits, clean, compared, fold
from tests.thai.strategies import anything

DAMAGE = [
    # Spelling in code points: what looks right and is not found.
    pytest.param("น\u0e4d\u0e32ใส", "นำใส", id="nikhahit-and-aa"),
    pytest.param("น\u0e4d\u0e49\u0e32", "น้ำ", id="nikhahit-tone-aa"),
    pytest.param("น\u0e49\u0e4d\u0e32", "น้ำ", id="tone-nikhahit-aa"),
    pytest.param("น\u0e33\u0e49", "น้ำ", id="am-before-tone"),
    pytest.param("เเม่ริม", "แม่ริม", id="two-e-for-ae"),
    pytest.param("แแม่ริม", "แม่ริม", id="ae-twice"),
    pytest.param("ท\u0e48\u0e35", "ที่", id="tone-before-vowel-above"),
    pytest.param("ล\u0e38\u0e48ม", "ลุ่ม", id="vowel-below-before-tone-is-right"),
    pytest.param("ล\u0e48\u0e38ม", "ลุ่ม", id="tone-before-vowel-below"),
    pytest.param("พันธ\u0e4c\u0e38", "พันธุ์", id="silencer-before-vowel"),
    pytest.param("บ้\u0e49าน", "บ้าน", id="tone-twice"),
    pytest.param("บ\u0e48\u0e49าน", "บ้าน", id="two-tones-the-last-counts"),
    pytest.param("บา\u0e49น", "บ้าน", id="tone-after-following-vowel"),
    pytest.param("ด\u0e35\u0e35", "ดี", id="vowel-above-twice"),
    pytest.param("รู\u0e39้", "รู้", id="vowel-below-twice"),
    pytest.param("นาา", "นา", id="following-vowel-twice"),
    pytest.param("ไไทย", "ไทย", id="leading-vowel-twice"),
    pytest.param("น\u0e45ใน", "นาใน", id="long-a-for-aa"),
    pytest.param("ฤ\u0e45ษี", "ฤ\u0e45ษี", id="long-a-after-ru-is-right"),
    pytest.param("\u0e48บ้าน", "บ้าน", id="mark-without-a-letter"),
    pytest.param("แก้ว\n\u0e48บ้าน", "แก้ว\nบ้าน", id="mark-at-the-start-of-a-line"),
    # Spaces that extraction from PDF files puts in or leaves out of sight.
    pytest.param("พ \u0e38่มดวง", "พุ่มดวง", id="space-before-vowel-mark"),
    pytest.param("ที \u0e48ดิน", "ที่ดิน", id="space-between-marks"),
    pytest.param("ภาพ \u0e38ม", "ภาพุม", id="space-before-mark-keeps-the-mark"),
    pytest.param("เก \u0e32\u0e49", "เก้า", id="space-before-following-vowel-and-tone"),
    pytest.param("คำ  คำ", "คำ คำ", id="two-spaces"),
    pytest.param(" คำ ", "คำ", id="spaces-around"),
    pytest.param("คำ\tคำ", "คำ คำ", id="tab"),
    pytest.param("คำ\u00a0คำ", "คำ คำ", id="no-break-space"),
    pytest.param("คำ\u2009คำ\u3000คำ", "คำ คำ คำ", id="thin-and-wide-spaces"),
    pytest.param("ขอน\u200bแก่น", "ขอนแก่น", id="zero-width-space"),
    pytest.param("ขอน\u200cแก่\u200dน", "ขอนแก่น", id="zero-width-joiners"),
    pytest.param("\ufeffขอน\u2060แก่น", "ขอนแก่น", id="byte-order-mark-and-word-joiner"),
    pytest.param("ขอน\u00adแก่น", "ขอนแก่น", id="soft-hyphen"),
    pytest.param("ขอนแก่น\u200e\u202e", "ขอนแก่น", id="direction-marks"),
    # Glyph variants from the private use area.
    pytest.param("ท\uf702\uf70a", "ที่", id="windows-glyphs"),
    pytest.param("ป\uf710\uf713น ป\uf712น", "ปั่น ป็น", id="windows-glyphs-shifted-left"),
    pytest.param("\uf700าน \uf70fาติ", "ฐาน ญาติ", id="windows-letters-without-foot"),
    pytest.param("ท\uf886\uf88a ล\uf89b\uf88bม", "ที่ ลุ่ม", id="macintosh-glyphs"),
    pytest.param("\uf89eาน \uf89aาติ", "ฐาน ญาติ", id="macintosh-letters-without-foot"),
    # Encoding in general.
    pytest.param("Cafe\u0301", "Café", id="decomposed-latin"),
    pytest.param("คำ\x00\x1fคำ\x9f", "คำคำ", id="control-characters"),
    pytest.param("คำ\ud83dคำ", "คำคำ", id="half-a-surrogate-pair"),
    pytest.param("ก\r\nข\rค\x0bง\x85จ\u2028ฉ", "ก\nข\nค\nง\nจ\nฉ", id="line-ends-of-all-kinds"),
    pytest.param("ก\r\n\r\n  ข\n\n", "ก\n\nข", id="paragraphs-stay"),
]

NOT_DAMAGE = [
    "อตฺตา",
    "สิทธิ์ พันธุ์ ศุกร์",
    "ฤๅษี ฦๅชา",
    "กรุงเทพฯ ต่าง ๆ ฯลฯ",
    "เกาะพะงัน",
    "พ.ศ. ๒๕๕๗ (2014)",
    "678,749,799.10 บาท",
    "รางวัลพระปกเกล้า’ 57 “5C”",
    "ตร.กม. – m²",
    "👩🏽 Ñandú 한글 한국",
]


@pytest.mark.parametrize(("damaged", "right"), DAMAGE)
def test_clean_repairs(damaged, right):
    assert clean(damaged) == right


@pytest.mark.parametrize("right", NOT_DAMAGE)
def test_clean_leaves_right_text_alone(right):
    assert clean(right) == right


@pytest.mark.parametrize(("damaged", "right"), DAMAGE)
def test_damage_is_found_by_the_right_word(damaged, right):
    assert fold(damaged) == fold(right)


def test_clean_never_changes_a_place_name(place_names):
    assert len(place_names) > 6000
    assert [name for name in place_names if clean(name) != name] == []


def test_fold_keeps_every_letter_of_a_place_name(place_names):
    letters = {name: "".join(char for char in name if unicodedata.category(char)[0] in "LM") for name in place_names}
    assert [name for name in place_names if fold(name) != letters[name]] == []


def test_clean_never_changes_a_line_of_the_book(page_lines):
    assert len(page_lines) == 33
    assert [line for line in page_lines if clean(line) != line] == []


def test_fold_keeps_every_letter_of_a_line_of_the_book(page_lines):
    for line in page_lines:
        letters = (char for char in line if unicodedata.category(char)[0] in "LMN" and char != "ฯ")
        assert fold(line) == "".join(letters).lower()


@given(anything)
def test_clean_text_is_clean(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert "\0" not in cleaned
    assert cleaned.encode().decode() == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)


@given(anything)
def test_fold_sees_no_difference_that_clean_repairs(text):
    assert fold(clean(text)) == fold(text)


@given(anything)
def test_folded_text_is_folded(text):
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_folded_text_needs_no_escaping(text):
    """Nothing that LIKE, MATCH or SQL gives a meaning to."""
    assert not set(fold(text)) & set("%_\\'\"*^-+:(){}[] \n\0")


@given(anything)
def test_only_thai_digits_are_written_anew(text):
    assert [
        old for old, new in zip(text, arabic_digits(text), strict=True) if old != new and old not in "๐๑๒๓๔๕๖๗๘๙"
    ] == []


def test_a_letter_is_compared_as_it_is_in_its_text():
    text = "ทน.ขอนแก่น (Khon Kaen) ๒๕๕๗"
    assert "".join(map(compared, text)) == fold(text)


@pytest.mark.parametrize("run", ["่", "า", "ุ่", "่ิ", "ๅ", "\u200b่", "าะ่", " ่"], ids=ascii)
def test_a_long_run_of_marks_is_one_letters_worth(run):
    """And cleaning it takes no time by the square of its length."""
    assert len(clean("ก" + run * 10_000)) <= 4
