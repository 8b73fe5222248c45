import pytest
from hypothesis import example, given

from practices.thai.names import expand
from practices.thai.query import LONGEST_QUERY, MOST_TERMS, parted, terms, typed_on_english_keyboard
from practices.thai.text import fold
from tests.thai.strategies import anything


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("เทศบาลนครขอนแก่น", ["เทศบาลนครขอนแก่น"]),
        ("ทน.ขอนแก่น", ["เทศบาลนครขอนแก่น"]),
        ("อบต ดอนแก้ว แม่ริม", ["องค์การบริหารส่วนตำบลดอนแก้ว", "แม่ริม"]),
        ("จ. ขอนแก่น พ.ศ. ๒๕๕๗", ["จังหวัดขอนแก่น", "2557"]),
        ("ปี พ.ศ. 2557", ["ปี", "2557"]),
        ("Khon  KAEN khon", ["khon", "kaen"]),
        ("Ko Pha-ngan", ["ko", "phangan"]),
        ("ภาครัฐ, เอกชน/ประชาสังคม (เครือข่าย)", ["ภาครัฐ", "เอกชน", "ประชาสังคม", "เครือข่าย"]),
        ("“5C กลยุทธ์”", ["5c", "กลยุทธ์"]),
        ("678,749,799.10", ["67874979910"]),
        ("043-221-667", ["043221667"]),
        ("เเม่ริม นํ้าท่วม", ["แม่ริม", "น้ำท่วม"]),
        ("กรุงเทพฯ", ["กรุงเทพ"]),
        ("ก\u00a0ข\u3000ค\nง", ["ก", "ข", "ค", "ง"]),
        *((nothing, []) for nothing in ["", "   ", "%_", "\" -- * '", "พ.ศ.", "\u200b", "\x00", "\ud800", "่้"]),
    ],
)
def test_a_query_is_parted_into_what_must_occur(query, parts):
    assert terms(query) == parts


@pytest.mark.parametrize(
    ("query", "apart"),
    [
        ("เทศบาลเมืองลำพูนได้รางวัลพระปกเกล้า", "เทศบาลเมืองลำพูน รางวัลพระปกเกล้า"),
        ("อบต.อ่าวนางได้รับรางวัลพระปกเกล้าทองคำปี๒๕๖๔", "องค์การบริหารส่วนตำบลอ่าวนาง รางวัลพระปกเกล้าทองคำ ๒๕๖๔"),
        ("รางวัลพระปกเกล้า2557ขอนแก่น", "รางวัลพระปกเกล้า 2557 ขอนแก่น"),
        ("องค์การบริหารส่วนตำบลจังหวัดน่าน", "องค์การบริหารส่วนตำบล จังหวัดน่าน"),
        ("ลำพูนลดความเหลื่อมล้ำ", "ลำพูน ลดความเหลื่อมล้ำ"),
        ("รายได้ของเทศบาลเมือง", "รายได้ของ เทศบาลเมือง"),
        *((whole, whole) for whole in ["ภาคประชาสังคมเข้มแข็ง", "0432216678749", "เผยแพร่", ""]),
    ],
)
def test_words_run_together_are_parted_at_what_is_known(query, apart):
    assert parted(query) == apart


@given(anything)
@example("ๅ\rๅ")
def test_parting_loses_nothing_but_filler_words(query):
    assert len(fold(parted(query))) <= len(fold(expand(query)))


def test_terms_are_at_most_twelve():
    assert terms(" ".join(f"คำ{number}" for number in range(40))) == [f"คำ{number}" for number in range(MOST_TERMS)]


def test_an_endless_query_is_read_up_to_a_limit():
    assert terms("ก" * 20_000) == ["ก" * LONGEST_QUERY]


@given(anything)
def test_terms_of_any_query_are_folded_and_each_once(query):
    found = terms(query)
    assert len(set(found)) == len(found) <= MOST_TERMS
    assert all(term and fold(term) == term for term in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *[("-vocdjo", "ขอนแก่น"), ("g=up'.s,j", "เชียงใหม่"), ("oE", "นฎ"), ("Tok8kicsj'xitgmLwmp", "ธนาคารแห่งประเทศไทย")],
        *[("s,v!1", "หมอ!1"), ("ขอนแก่น", "ขอนแก่น"), ("", "")],
    ],
)
def test_a_keyboard_left_on_english_is_understood(typed, meant):
    assert typed_on_english_keyboard(typed) == meant
