"""How a value reads."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from practices import wording


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
