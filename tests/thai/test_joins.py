"""Line ends of a printed page inside paragraphs, and the paragraphs without them."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given

from practices.thai.joins import cut_lines, joined
from practices.thai.text import clean
from tests.thai.strategies import anything

FIXTURE = Path(__file__).parents[2] / "fixtures/awards/2557/khon-kaen-city.json"
# Where the lines of the text column of page 279 begin, apart from those that begin a paragraph.
STARTS = """
มีการพัฒนาและต่อยอด|เอกชน และ|รู้สึก|ส่งเสริมให้ประชาชน|เสมือนเพื่อน|“พัฒนาเมือง|เสริมสร้างและพัฒนาการ|ให้กลาย
ความสำเร็จของงาน|งานร่วมกัน อัน|สะดวกขึ้น|เสริมสร้างเครือข่ายรัฐ|มากขึ้น|ดังกล่าว|เข้าใจ|งบประมาณ|ภายใต้โครงการ
จะพัฒนา|ตั้งแต่ปี 2555|ชีวิตเด็กเยาวชนชายขอบในสังคมเมือง จำนวน|ภายใต้กระบวนการ
"""


@pytest.fixture(scope="module")
def paragraphs():
    """What the page says, read and joined by a person."""
    records = [record["fields"] for record in json.loads(FIXTURE.read_text())]
    return "\n\n".join(fields[name] for fields in records for name in ("introduction", "body") if name in fields)


@pytest.fixture(scope="module")
def printed(paragraphs, page_lines):
    """The same as it stood on the page."""
    text = paragraphs
    for start in STARTS.replace("\n", "|").strip("|").split("|"):
        before, found, after = text.partition(start)
        assert found
        text = f"{before.rstrip(' ')}\n{found}{after}"
    assert all(any(line in on_page for on_page in page_lines) for line in text.split("\n"))
    return text


def test_a_printed_page_is_joined_as_a_person_joined_it(printed, paragraphs):
    assert len(cut_lines(printed)) == 21
    assert joined(printed) == paragraphs


def test_a_text_without_cut_lines_stays(paragraphs):
    assert cut_lines(paragraphs) == []
    assert joined(paragraphs) == paragraphs


@pytest.mark.parametrize(
    ("pasted", "whole"),
    [
        ("สร้างความ\nรู้สึก", "สร้างความรู้สึก"),
        ("จำนวน\n300 คน", "จำนวน 300 คน"),
        ("ปี ๒๕๕๗\nเทศบาล", "ปี ๒๕๕๗ เทศบาล"),
        ("เรียกว่า\nSmart City", "เรียกว่า Smart City"),
        ("Khon Kaen\nCity", "Khon Kaen City"),
        ("ปี 2554-\n2555", "ปี 2554-2555"),
        ("ปี 2554\n-2555", "ปี 2554-2555"),
        ("ร้อยละ 50\n% ของ", "ร้อยละ 50% ของ"),
        ("วิสัยทัศน์ว่า\n“พัฒนา", "วิสัยทัศน์ว่า “พัฒนา"),
        ("ว่า “\nพัฒนา", "ว่า “พัฒนา"),
        ("(สสค.)\nและ", "(สสค.) และ"),
        ("ต่าง ๆ\nที่", "ต่าง ๆ ที่"),
        ("ต่าง\nๆ ที่", "ต่างๆ ที่"),
        ("เป็นสำคัญ \nตาม", "เป็นสำคัญ ตาม"),
        ("สร้างความ\r\n    รู้สึก", "สร้างความรู้สึก"),
        ("สร้างความ\u2028รู้สึก", "สร้างความรู้สึก"),
        ("ยาว\nต่อ\nจบ", "ยาวต่อจบ"),
    ],
)
def test_a_space_stands_where_one_would_have_been_written(pasted, whole):
    assert joined(pasted) == whole


@pytest.mark.parametrize(
    "mark", ["1. ", "1.", "12) ", "(3) ", "๔. ", "ก. ", "(ก) ", "a) ", "- ", "-", "– ", "• ", "1.2 "]
)
def test_items_of_a_list_keep_their_lines(mark):
    listed = f"ดังนี้\n{mark}เด็ก\n{mark}เยาวชน"
    assert cut_lines(listed) == []
    assert joined(listed) == listed


def test_an_item_of_two_lines_is_joined():
    assert joined("1. สร้างความ\nรู้สึก\n2. ข้อ") == "1. สร้างความรู้สึก\n2. ข้อ"


@pytest.mark.parametrize("start", ["จ.ขอนแก่น", "ก.พ. 2557", "2557 เป็น", "-5 องศา"])
def test_what_only_looks_like_an_item_is_joined(start):
    assert cut_lines(f"เทศบาล\n{start}") == [1]


def test_lines_are_counted_over_the_whole_text():
    assert cut_lines("หัวข้อ\n\nสร้างความ\nรู้สึก\nร่วม\n\nจบ") == [3, 4]


@given(anything)
@example("1\r-\r1")
def test_joined_is_joined_and_loses_nothing_but_spaces(text):
    whole = joined(text)
    assert cut_lines(whole) == []
    assert joined(whole) == whole
    assert cut_lines(clean(whole)) == []
    assert "".join(whole.split()) == "".join(text.split())
