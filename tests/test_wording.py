"""How a value reads."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from practices import wording
from practices.models import AwardEntry, AwardTotal


@pytest.mark.parametrize(
    ("measure", "value", "shown"),
    [
        (wording.number, 111707, "111,707"),
        (wording.number, 0, "0"),
        (wording.baht, Decimal("678749799.10"), "678,749,799.10"),
        (wording.baht, Decimal("0.5"), "0.50"),
        (wording.area, Decimal("46.000"), "46"),
        (wording.area, Decimal("2.800"), "2.8"),
        (wording.area, Decimal("1200"), "1,200"),
        (wording.area, Decimal("0.000"), "0"),
    ],
)
def test_measures_read_as_the_book_prints_them(measure, value, shown):
    assert measure(value) == shown


@pytest.mark.parametrize(
    ("language", "sentence", "short", "era"),
    [("th", "พ.ศ. 2557", "2557", "พ.ศ."), ("en", "2014 (B.E. 2557)", "2014", "B.E. 2557")],
)
def test_year_follows_the_language(language, sentence, short, era):
    with override(language):
        assert (wording.year(2557), wording.year_short(2557), wording.era(2557)) == (sentence, short, era)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "year_be", "thai", "english"),
    [
        (
            "wiang-sa-subdistrict",
            2559,
            "ได้รับรางวัลพระปกเกล้า พ.ศ. 2559 ด้านความโปร่งใสและส่งเสริมการมีส่วนร่วมของประชาชน เป็น 1 ใน 6 แห่งของด้านนี้",
            "Received the King Prajadhipok Award in 2016 (B.E. 2559) for Transparency and Public Participation"
            " – one of 6 in this category",
        ),
        (
            "khao-sam-yot-town",
            2551,
            "ได้รับรางวัลพระปกเกล้าทองคำ พ.ศ. 2551 เป็น 1 ใน 6 แห่งของระดับนี้",
            "Received the Golden King Prajadhipok Award in 2008 (B.E. 2551) – one of 6 at this level",
        ),
    ],
    ids=["of-a-category", "of-a-level"],
)
def test_an_award_is_one_sentence_with_of_how_many(slug, year_be, thai, english):
    entry = AwardEntry.objects.get(municipality__slug=slug, year_be=year_be)
    for language, said in (("th", thai), ("en", english)):
        with override(language):
            one_of = wording.one_of(AwardTotal.objects.of_year(year_be), entry)
            assert f"{wording.award_in_words(entry)} {one_of}" == said


@pytest.mark.django_db
def test_of_an_uncounted_award_nothing_is_said():
    entry = AwardEntry.objects.get(municipality__slug="lamphun-town", year_be=2563)
    assert wording.one_of(AwardTotal.objects.of_year(2563), entry) == ""
    assert wording.awards_in_words([]) == ""
