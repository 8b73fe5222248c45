"""Slugs are made by rule, and never change."""

from tools.register import slugs

PROVINCES = {"40": "khon-kaen", "51": "lamphun"}


def body(code, name_en="Ban Klang", kind="sao", province="40", district_en="Mueang"):
    return {"code": code, "name_en": name_en, "kind": kind, "province": province, "district_en": district_en}


def test_name_and_kind_are_enough_where_they_do_not_repeat():
    assert slugs([body("1"), body("2", kind="town")], PROVINCES, {}) == {"1": "ban-klang-sao", "2": "ban-klang-town"}


def test_province_then_district_then_code_where_names_repeat():
    found = slugs([body("1"), body("2", district_en="Phon"), body("3", province="51")], PROVINCES, {})
    assert found == {
        "1": "ban-klang-sao-khon-kaen-mueang",
        "2": "ban-klang-sao-khon-kaen-phon",
        "3": "ban-klang-sao-lamphun",
    }
    assert slugs([body("1"), body("2")], PROVINCES, {})["1"] == "ban-klang-sao-khon-kaen-mueang-1"


def test_a_slug_in_use_stays_with_its_body():
    assert slugs([body("1"), body("2")], PROVINCES, {"2": "ban-klang-sao"}) == {
        "2": "ban-klang-sao",
        "1": "ban-klang-sao-khon-kaen",
    }
