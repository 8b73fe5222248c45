import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practices.thai import differences
from practices.thai.differences import Piece, differing, marked_difference, shortened
from tests.thai.strategies import anything, thai

CUT_CLUSTER = re.compile(r"^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]")
SENTENCE = "ประชาชนมีส่วนร่วมในการบริหารงานของเทศบาลนคร"
LONG = SENTENCE * (200_000 // len(SENTENCE))  # and no space in it
MENDED = f"{SENTENCE} {LONG[len(SENTENCE) : -len(SENTENCE)]}ใหม่{SENTENCE}"


def signed(before, after):
    """The difference with a sign before each piece: "=" in both, "-" removed, "+" added."""
    return [("=" if p.is_same else "-" if p.in_before else "+") + p.text for p in differing(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        pytest.param("ขอนแก่น", "ขอนแก่น", ["=ขอนแก่น"], id="the-same"),
        pytest.param("", "", [], id="nothing"),
        pytest.param("", "ขอนแก่น", ["+ขอนแก่น"], id="all-new"),
        pytest.param("ขอนแก่น", "", ["-ขอนแก่น"], id="all-gone"),
        pytest.param("ผู้ประสานและส่งเสริม", "ผู้ประสานและ ส่งเสริม", ["=ผู้ประสานและ", "+ ", "=ส่งเสริม"], id="space"),
        pytest.param("หนึ่ง สอง สาม", "หนึ่งสอง สาม", ["=หนึ่ง", "- ", "=สอง สาม"], id="one-space-of-two"),
        pytest.param("ในที่ประชุม", "ในที ประชุม", ["=ใน", "-ที่", "+ที ", "=ประชุม"], id="whole-cluster"),
        pytest.param("รายได้ 111,707 คน", "รายได้ 111,708 คน", ["=รายได้ ", "-111,707", "+111,708", "= คน"], id="number"),
        pytest.param("ปี ๒๕๕๗", "ปี ๒๕๖๗", ["=ปี ", "-๒๕๕๗", "+๒๕๖๗"], id="thai-number"),
        pytest.param("the city of", "the town of", ["=the ", "-city", "+town", "= of"], id="latin-word"),
        pytest.param("หนึ่ง\n\nสอง\n\nสาม", "หนึ่ง\n\nสาม", ["=หนึ่ง\n\n", "-สอง\n\n", "=สาม"], id="paragraph"),
        pytest.param(
            "ก่อน กลาง หลัง", "ก่อน ใจความ หลัง", ["=ก่อน ", "-กลาง", "+ใจความ", "= หลัง"], id="no-letter-by-chance"
        ),
    ],
)
def test_only_what_differs_is_marked(before, after, pieces):
    assert signed(before, after) == pieces


@given(st.one_of(anything, thai), st.one_of(anything, thai))
def test_the_pieces_are_both_texts(before, after):
    pieces = differing(before, after)
    assert "".join(piece.text for piece in pieces if piece.in_before) == before
    assert "".join(piece.text for piece in pieces if piece.in_after) == after
    assert all(piece.text and (piece.in_before or piece.in_after) for piece in pieces)


@given(st.text("กขคแ่ำ 1\n", max_size=30), st.text("กขคแ่ำ 1\n", max_size=30))
def test_texts_that_are_much_alike_are_told_too(before, after):
    pieces = differing(before, after)
    assert "".join(piece.text for piece in pieces if piece.in_before) == before
    assert "".join(piece.text for piece in pieces if piece.in_after) == after
    kinds = [(piece.in_before, piece.in_after) for piece in pieces]
    assert all(one != other for one, other in pairwise(kinds))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(LONG, MENDED, id="two-places-far-apart"),
        pytest.param(LONG, "".join(reversed(LONG)), id="nothing-alike"),
        pytest.param("ก" * 200_000, "ก" * 100_000 + "ข" + "ก" * 90_000 + "ค" * 5000, id="one-letter"),
        pytest.param("ก ข " * 50_000, "ข ค " * 50_000, id="phrases"),
        pytest.param("ก\n" * 100_000, "ข\nก\n" * 50_000, id="lines"),
    ],
)
def test_two_hundred_thousand_letters_are_answered_in_a_fixed_number_of_steps(before, after, monkeypatch):
    taken = []
    shortest = differences._Comparison.shortest

    def counted(comparison, one, other):
        matches = shortest(comparison, one, other)
        taken.append(differences._STEPS - comparison.steps)
        return matches

    monkeypatch.setattr(differences._Comparison, "shortest", counted)
    pieces = differing(before, after)
    assert max(taken) <= differences._STEPS + len(before)  # the last of them may be one long match
    assert "".join(piece.text for piece in pieces if piece.in_after) == after


def test_a_small_change_in_a_long_text_is_found_exactly():
    assert [piece.text for piece in differing(LONG, MENDED) if not piece.is_same] == [" ", "ใหม่"]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        pytest.param("เทศบาล", "เทศบาล", "", id="no-difference"),
        pytest.param("", "ใหม่", "{+ใหม่+}", id="from-nothing"),
        pytest.param("เดิม", "", "[-เดิม-]", id="to-nothing"),
        pytest.param("หนึ่ง\nสอง", "หนึ่งสอง", "หนึ่ง[-↵-]สอง", id="line-end"),
        pytest.param("ก" * 50 + "เดิม" + "ข" * 50, "ก" * 50 + "ข" * 50, f"…{'ก' * 20}[-เดิม-]{'ข' * 20}…", id="context"),
        pytest.param("ที่" * 30 + "1", "ที่" * 30 + "2", f"…{'ที่' * 6}[-1-]{{+2+}}", id="whole-clusters"),
        pytest.param("ก" * 900, "", f"[-{'ก' * 100}…{'ก' * 100}-]", id="long-change"),
    ],
)
def test_a_difference_is_told_in_a_line(before, after, line):
    assert marked_difference(before, after) == line


@given(thai, thai, st.integers(0, 9), st.integers(1, 9))
def test_shortening_cuts_no_cluster_and_marks_the_same(before, after, context, longest):
    pieces = differing(before, after)
    shorter = shortened(pieces, context, longest)
    assert [piece[1:] for piece in shorter] == [piece[1:] for piece in pieces]
    for piece, short in zip(pieces, shorter, strict=True):
        if short != piece:
            head, _, tail = short.text.partition("…")
            assert piece.text.startswith(head)
            assert not head or not CUT_CLUSTER.match(piece.text[len(head) :])
            assert not CUT_CLUSTER.match(tail)


def test_texts_that_are_the_same_are_one_piece_which_is_shortened_to_nothing():
    assert shortened(differing("ก" * 9, "ก" * 9), 3, 9) == [Piece("…")]
