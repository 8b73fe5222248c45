import pytest
from hypothesis import given

from practices.thai.names import KINDS, abbreviation, expand, split_name
from practices.thai.text import clean
from tests.thai.strategies import anything

KHON_KAEN = "เทศบาลนครขอนแก่น"
DON_KAEO = "องค์การบริหารส่วนตำบลดอนแก้ว"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ทน.ขอนแก่น", KHON_KAEN),
        ("ทน. ขอนแก่น", KHON_KAEN),
        ("ทน ขอนแก่น", KHON_KAEN),
        ("ท.น. ขอนแก่น", KHON_KAEN),
        ("(ทน.ขอนแก่น)", f"({KHON_KAEN})"),
        ("ทม.แพร่", "เทศบาลเมืองแพร่"),
        ("ทต.ปริก", "เทศบาลตำบลปริก"),
        ("อบต.ดอนแก้ว", DON_KAEO),
        ("อบต ดอนแก้ว", DON_KAEO),
        ("อบตดอนแก้ว", DON_KAEO),
        ("อ.บ.ต. ดอนแก้ว", DON_KAEO),
        ("อบจ.สตูล", "องค์การบริหารส่วนจังหวัดสตูล"),
        ("อบจ", "องค์การบริหารส่วนจังหวัด"),
        ("ต.ในเมือง อ.เมือง จ.ขอนแก่น", "ตำบลในเมือง อำเภอเมือง จังหวัดขอนแก่น"),
        ("อ. แม่ริม จ เชียงใหม่", "อำเภอแม่ริม จังหวัดเชียงใหม่"),
        ("ปี พ.ศ. 2557", "ปี 2557"),
        ("ในปี พ.ศ.2554", "ในปี 2554"),
        ("ปีพ.ศ.2557", "ปี2557"),
        ("พศ ๒๕๕๗", "๒๕๕๗"),
        ("ค.ศ. 2014", "2014"),
    ],
)
def test_abbreviations_are_written_in_words(written, meant):
    assert expand(written) == meant


@pytest.mark.parametrize(
    "text",
    ["ตลาด", "ทนทาน", "จังหวัด", "อบอุ่น", "พศิน", "สสค. ศธ.", "5 ต.ค. 2557", "จ", "ก ต", "เมืองพล", "ครูอบต้นไม้", "KPI A.D."],
)
def test_other_words_stay(text):
    assert expand(text) == text


@pytest.mark.parametrize("code", KINDS)
def test_a_name_is_parted_in_every_form_of_its_kind(code):
    word, short = KINDS[code].word, abbreviation(code)
    forms = [f"{word}เมืองพล", f"{word} เมืองพล", f"{short}เมืองพล", f" {short}  เมืองพล", f"{short.rstrip('.')} เมืองพล"]
    assert {split_name(form) for form in forms} == {(code, "เมืองพล")}


@pytest.mark.parametrize("name", ["เมืองพัทยา", "กรุงเทพมหานคร", "ขอนแก่น", "เทศบาล", "ต.ปริก", ""])
def test_a_name_without_a_kind_stays_whole(name):
    assert split_name(name) == ("", name)


@pytest.mark.parametrize("code", KINDS)
def test_every_place_name_survives_its_kind(code, place_names):
    assert [name for name in place_names if split_name(KINDS[code].word + name) != (code, name)] == []


def test_place_names_hold_no_abbreviation(place_names):
    assert [name for name in place_names if expand(name) != name] == []


def test_only_the_abbreviation_at_the_front_is_the_bodys_kind():
    assert split_name("ทต.ปริก อ.สะเดา") == ("subdistrict", "ปริก อ.สะเดา")


def test_an_unknown_code_has_no_abbreviation():
    with pytest.raises(KeyError):
        abbreviation("city-state")


@given(anything)
def test_any_name_can_be_parted_and_loses_at_most_its_kind(text):
    kind, rest = split_name(text)
    assert kind in KINDS or (kind, rest) == ("", clean(text))
    assert clean(text).endswith(rest)
