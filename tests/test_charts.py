"""Geometry says what the numbers say: parts fill their whole, scales are shared, nothing is drawn of the unknown."""

from types import SimpleNamespace

import pytest

from practices import charts


def test_split_fills_the_bar_with_the_larger_part_named():
    bar = charts.split(52_866, 58_841)
    assert (bar.first_percent, bar.second_percent) == (47.3, 52.7)
    assert (bar.first_lead, bar.second_lead) == (0, 5_975)
    assert bar.first_width + charts.GAP + charts.STROKE == pytest.approx(bar.second_x, abs=0.01)
    assert bar.second_x + bar.second_width + charts.STROKE == pytest.approx(charts.BAR, abs=0.01)


@pytest.mark.parametrize(("first", "second"), [(7, 0), (0, 7)], ids=["all-first", "all-second"])
def test_split_of_one_part_has_no_gap(first, second):
    bar = charts.split(first, second)
    assert bar.first_width in (0, charts.BAR)
    assert bar.second_width == pytest.approx(charts.BAR - 2 * charts.STROKE if second else 0)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(None, 6, id="first-not-stated"),
        pytest.param(18, None, id="second-not-stated"),
        pytest.param(0, 0, id="nobody"),
    ],
)
def test_nothing_is_drawn_of_an_unknown_division(first, second):
    assert charts.split(first, second) is None
    assert charts.seats(first, second) is None


def test_a_seat_for_each_member_men_first_in_rows_of_twelve():
    drawing = charts.seats(18, 6)
    assert (len(drawing.first), len(drawing.second)) == (18, 6)
    assert (drawing.width, drawing.height) == (240, 40)
    assert drawing.first[0] == (10, 10)
    assert drawing.second[-1] == (230, 30)
    assert len({*drawing.first, *drawing.second}) == 24


def test_a_council_too_large_to_be_true_is_not_drawn():
    assert charts.seats(30_000, 6) is None


def test_course_runs_from_the_first_year_to_the_last_and_from_the_least_to_the_most():
    drawn = charts.course({2550: 300, 2552: 100, 2554: 200}, [2552, 2553, 2554])
    assert drawn.line == "10.0,10.0 300.0,130.0 590.0,70.0"
    assert drawn.marks == [(300.0, 130.0, 2552), (590.0, 70.0, 2554)]  # of 2553 nothing is known
    assert (drawn.years, drawn.values, drawn.least, drawn.most) == ((2550, 2554), (300, 200), 100, 300)


@pytest.mark.parametrize("values", [{}, {2550: 5}])
def test_one_year_is_no_course(values):
    assert charts.course(values, [2550]) is None


def test_a_course_may_be_level():
    assert charts.course({2550: 5, 2551: 5}, []).line == "10.0,130.0 590.0,130.0"


def test_every_year_is_named_newest_first_and_gaps_are_none():
    assert list(charts.every_year({2559: "a", 2561: "b"})) == [(2561, "b"), (2560, None), (2559, "a")]
    assert list(charts.every_year({})) == []


def test_tally_draws_gold_first_and_the_rest_after_it():
    newest, gap, oldest = charts.tally({2565: (4, 2), 2563: (11, 0)})
    assert (newest.gold_width, newest.rest_x, newest.rest_width) == (18.2, 19.0, 17.4)
    assert (gap.year_be, gap.count) == (2564, 0)
    assert (oldest.gold_width, oldest.rest_x, oldest.rest_width) == (0, 0, 100)


def test_tally_of_golden_awards_only_has_no_rest():
    (row,) = charts.tally({2563: (3, 3)})
    assert (row.gold_width, row.rest_width) == (100, 0)


@pytest.mark.parametrize(
    ("most", "spans"),
    [
        (6, ["1", "2", "3–4", "5–6"]),
        (1, ["1"]),
        (2, ["1", "2"]),
        (100, ["1–7", "8–25", "26–57", "58–100"]),
        (0, []),
    ],
)
def test_bands_cover_every_count_once(most, spans):
    bands = charts.bands(most)
    assert [band.span for band in bands] == spans
    assert [count for band in bands for count in range(band.least, band.most + 1)] == list(range(1, most + 1))


def test_map_shades_provinces_by_count_and_leaves_the_rest_plain():
    counts = {"50": 6, "40": 5, "12": 1, "10": 0}
    drawn = charts.province_map(SimpleNamespace(code=code, award_count=count) for code, count in counts.items())
    assert {area.province.code: area.shade for area in drawn.areas} == {"50": 4, "40": 4, "12": 1, "10": 0}


def test_province_without_an_outline_is_named_beside_the_map():
    known, unknown = SimpleNamespace(code="40", award_count=5), SimpleNamespace(code="97", award_count=6)
    drawn = charts.province_map([known, unknown])
    assert [area.province for area in drawn.areas] == [known]
    assert drawn.not_drawn == [unknown]


def test_there_is_one_outline_for_each_of_the_77_provinces_and_the_lake():
    assert len(charts.outlines()) == 78
    assert all(path.startswith("M") and path.endswith("z") for path in charts.outlines().values())


def test_columns_stand_on_one_ground_the_hollow_part_above_the_solid():
    whole, half = charts.columns([(3, 1), (2, 0)])
    assert (whole.solid_y, whole.solid, whole.hollow_y, whole.hollow) == (15, 45, 0, 15)
    assert (half.solid_y, half.hollow) == (30, 0)
    assert charts.columns([(0, 0)])[0].solid == 0
