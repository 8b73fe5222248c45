"""What is computed from a profile follows from what is printed, and from nothing else."""

import pytest

from practices.models import AwardEntry, RemarkKind
from practices.profile import Note, Profile, annotated, per


def test_notes_stand_after_the_first_paragraph_they_quote_or_after_the_last():
    strange, of_none, of_the_first, of_nowhere = notes = [
        Note(text, RemarkKind.INFERENCE) for text in ("“ข” แปลก", "ไม่อ้างคำใด", "“ไม่มี” กับ “ก”", "“ไม่มีเลย”")
    ]
    first, second = annotated("ก หนึ่ง\n\nข สอง", notes)
    assert (first.text, first.notes) == ("ก หนึ่ง", [of_the_first])
    assert (second.text, second.notes) == ("ข สอง", [strange, of_none, of_nowhere])


def test_no_text_has_no_paragraphs():
    assert annotated("", [Note("“ก”", RemarkKind.INFERENCE)]) == []


@pytest.mark.parametrize(
    ("amount", "of", "share"), [(111_707, 46, 2_428), (0, 46, 0), (None, 46, None), (5, None, None), (5, 0, None)]
)
def test_amount_per_unit(amount, of, share):
    assert per(amount, of) == share


@pytest.mark.django_db
def test_profile_asks_the_database_nothing(django_assert_num_queries):
    entry = AwardEntry.objects.for_page().get(municipality__slug="khon-kaen-city", year_be=2557)
    with django_assert_num_queries(0):
        profile = Profile(entry)
        assert len(profile.notes["fax"]) == 2
        assert profile.unstated == ""
        assert profile.seats.height == 40
        assert profile.council_split.second_percent == 25
