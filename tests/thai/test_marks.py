import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.thai.marks import Piece, marked, snippet
from tests.thai.strategies import anything, thai

CUT_CLUSTER = re.compile(r"^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")


def whole(pieces):
    return "".join(piece.text for piece in pieces)


def hits(pieces):
    return [piece.text for piece in pieces if piece.hit]


@pytest.mark.parametrize(
    ("text", "query", "marks"),
    [
        pytest.param("เทศบาลนครขอนแก่น อำเภอเมือง", "ขอนแก่น", ["ขอนแก่น"], id="word"),
        pytest.param("เทศบาลนครขอนแก่น", "ทน.ขอนแก่น", ["เทศบาลนครขอนแก่น"], id="abbreviation"),
        pytest.param("เทศบาล นคร ขอนแก่น", "เทศบาลนครขอนแก่น", ["เทศบาล นคร ขอนแก่น"], id="spaces-in-text"),
        pytest.param("ภาค-รัฐ", "ภาครัฐ", ["ภาค-รัฐ"], id="hyphen-in-text"),
        pytest.param("(สสค.) และ", "ส.ส.ค.", ["สสค"], id="dots-in-query"),
        pytest.param("ส.ส.ค. และ", "สสค", ["ส.ส.ค"], id="dots-in-text"),
        pytest.param("ปี ๒๕๕๗", "2557", ["๒๕๕๗"], id="thai-digits-in-text"),
        pytest.param("ปี 2557", "๒๕๕๗", ["2557"], id="thai-digits-in-query"),
        pytest.param("Smart ขึ้น", "SMART", ["Smart"], id="capitals"),
        pytest.param("Straße", "strasse", ["Straße"], id="one-letter-folded-to-two"),
        pytest.param("678,749,799.10 บาท", "678749799", ["678,749,799"], id="figures"),
        pytest.param("ขอนแก่น", "ขอนแ", ["ขอนแก่"], id="cut-after-leading-vowel"),
        pytest.param("ขอนแก่น", "ขอนแก", ["ขอนแก่"], id="cut-before-tone"),
        pytest.param("ขอนแก่น", "ก่น", ["แก่น"], id="starts-after-leading-vowel"),
        pytest.param("น้ำท่วม", "น", ["น้ำ"], id="one-letter"),
        pytest.param("ป่าชุมชน ชุมชนเมือง", "ชุมชน", ["ชุมชน", "ชุมชน"], id="twice"),
        pytest.param("ป่าชุมชน", "ชุม ชุมชน มชน", ["ชุมชน"], id="terms-that-overlap"),
        pytest.param("รัฐ เอกชน", "เอกชน รัฐ", ["รัฐ", "เอกชน"], id="terms-in-another-order"),
        pytest.param("<b>ก</b>", "<b>", ["b", "b"], id="markup-is-text"),
        pytest.param("ก.*ก", ".*", [], id="no-pattern"),
        pytest.param("ขอนแก่น", "ยะลา", [], id="absent"),
        pytest.param("", "ขอนแก่น", [], id="no-text"),
        pytest.param("ขอนแก่น", "", [], id="no-query"),
    ],
)
def test_what_the_query_means_is_marked(text, query, marks):
    pieces = marked(text, query)
    assert hits(pieces) == marks
    assert whole(pieces) == text


@given(anything, anything)
def test_marking_changes_no_letter(text, query):
    pieces = marked(text, query)
    assert whole(pieces) == text
    assert all(piece.text for piece in pieces)


@given(thai, st.integers(0, 40), st.integers(1, 10))
def test_a_part_of_the_text_marks_only_whole_clusters(text, start, length):
    assert [piece for piece in marked(text, text[start : start + length])[1:] if CUT_CLUSTER.match(piece.text)] == []


@given(anything, anything, st.integers(1, 60))
def test_a_snippet_is_a_part_of_the_text(text, query, width):
    pieces = snippet(text, query, width)
    shown = whole(pieces)
    cut_before, cut_after = pieces[:1] == [Piece("…", False)], pieces[-1:] == [Piece("…", False)]
    assert shown == text or shown[cut_before : len(shown) - cut_after] in text


def test_a_snippet_shows_the_first_hit_between_spaces(page_lines):
    pieces = snippet(" ".join(page_lines), "ชายขอบ", 80)
    assert hits(pieces)[0] == "ชายขอบ"
    assert pieces[0] == pieces[-1] == Piece("…", False)
    assert whole(pieces).strip("…") in " ".join(page_lines)
    assert len(whole(pieces)) <= 82


def test_a_snippet_without_a_hit_is_the_beginning():
    assert whole(snippet("หนึ่ง สอง สาม สี่ ห้า", "ยะลา", 12)) == "หนึ่ง สอง…"


def test_a_short_text_is_its_own_snippet():
    assert snippet("เทศบาลนครขอนแก่น", "ขอน") == [Piece("เทศบาลนคร", False), Piece("ขอน", True), Piece("แก่น", False)]


def test_a_snippet_of_text_without_spaces_cuts_no_cluster():
    text = "ฟื้นฟูปู่ที่ป้าน้ำ" * 20
    for width in range(1, 60):
        shown = whole(snippet(text, "ป้า", width)).strip("…")
        at = text.index(shown)
        assert not CUT_CLUSTER.match(shown)
        assert not CUT_CLUSTER.match(text[at + len(shown) :])


def test_paragraphs_are_cut_at_their_ends_too():
    assert whole(snippet("ย่อหน้าแรก\n\nย่อหน้าที่สอง\n\nย่อหน้าสุดท้าย", "ที่สอง", 27)) == "…\nย่อหน้าที่สอง\n…"


def test_an_endless_query_marks_as_far_as_it_is_read():
    text = "ก" * 20_000
    assert marked(text, "ก" * 20_000) == [Piece(text, True)]


def test_what_a_word_stands_for_is_marked_too():
    assert [piece.text for piece in marked("โครงการของเยาวชน", "youth") if piece.hit] == ["เยาวชน"]
