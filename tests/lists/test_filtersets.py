"""What each list understands of the address. The counts were made in the register, not in the fixtures."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from practices.lists import AwardEntryFilter, MunicipalityFilter, PracticeFilter
from practices.models import AwardEntry, Province
from tests.catalogue.counts import BODIES, ENTRIES
from tools import builder

pytestmark = pytest.mark.django_db

ALL = ENTRIES
LISTS = [AwardEntryFilter, PracticeFilter, MunicipalityFilter]


def asked(query, filterset_class=AwardEntryFilter):
    return filterset_class(QueryDict(query))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        pytest.param("", ALL, id="nothing-asked"),
        pytest.param("year=&province=&since=&sort=", ALL, id="blank-is-no-filter"),
        pytest.param("province=40", 5, id="province"),
        pytest.param("province=10", 0, id="province-without-entries"),
        pytest.param("year=2557", 8, id="buddhist-era"),
        pytest.param("year=2014", 8, id="common-era"),
        pytest.param("year=๒๕๕๗", 8, id="thai-digits"),
        pytest.param("year=2557&year=2014", 8, id="one-year-in-both-eras"),
        pytest.param("year=2557&year=2558", 9, id="two-years"),
        pytest.param("year=2544", 0, id="year-without-entries"),
        pytest.param("since=2564", 19, id="since"),
        pytest.param("until=2553", 6, id="until"),
        pytest.param("since=2018&until=2562", 17, id="between-in-both-eras"),
        pytest.param("since=2562&until=2561", 0, id="between-backwards"),
        pytest.param("year=2557&category=networks", 1, id="year-and-category"),
        pytest.param("kind=pao", 11, id="kind"),
        pytest.param("kind=pao&kind=sao", 22, id="two-kinds"),
        pytest.param("kind=city&region=northeast&since=2560", 3, id="kind-region-since"),
        pytest.param("size=gt100k", 17, id="size"),
        pytest.param("has=profile", 2, id="has-profile"),
        pytest.param("has=profile&has=practice", 17, id="has-either"),
        pytest.param("evidence=transcribed", 2, id="evidence"),
        pytest.param("evidence=book&evidence=transcribed", 7, id="two-evidences"),
        pytest.param("tier=certificate", 3, id="tier"),
        pytest.param("colour=red&year__gte=2560&__proto__=1&a[]=1", ALL, id="unknown-is-ignored"),
    ],
)
def test_entries_found(query, count):
    filterset = asked(query)
    assert filterset.errors == {}
    assert filterset.qs.count() == count


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("year", "abc"),
        ("year", "2567.5"),
        ("year", "²"),
        ("year", "25\0" + "67"),
        ("year", "-1"),
        ("year", "0"),
        ("year", "2543"),
        ("year", "9" * 5000),
        ("since", "ปีก่อน"),
        ("until", "\0"),
        ("province", "0"),
        ("province", "40 OR 1=1"),
        ("province", "4\0" + "0"),
        ("category", "network"),
        ("tier", "Gold"),
        ("kind", "\u0e48" * 150),
        ("region", "\u202enorth"),
        ("size", "big"),
        ("has", "money"),
        ("sort", "nope"),
        ("sort", "?"),
        ("sort", "id__x"),
        ("sort", "__class__"),
    ],
)
def test_what_cannot_be_understood_is_an_error_and_asks_nothing(parameter, value):
    query = QueryDict(mutable=True)
    query.update({"province": "40", parameter: value})
    filterset = AwardEntryFilter(query)
    assert list(filterset.errors) == [parameter]
    assert filterset.qs.count() == (ALL if parameter == "province" else 5)
    assert all(letter.isprintable() for letter in filterset.errors[parameter][0])


def test_one_bad_value_silences_its_whole_parameter():
    filterset = asked("year=2557&year=abc&province=40")
    assert list(filterset.errors) == ["year"]
    assert filterset.qs.count() == 5


def test_an_error_quotes_the_value_and_names_its_parameter():
    assert "“Kaen”" in asked("province=Kaen").errors["province"][0]
    assert "“จังหวัด”" in asked("province=Kaen").errors["province"][0]


def test_drafts_are_found_by_no_list():
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city").update(is_published=False)
    for filterset_class, left in [(AwardEntryFilter, 1), (PracticeFilter, 0), (MunicipalityFilter, 1)]:
        assert asked("province=40", filterset_class).qs.count() == left


def test_a_body_is_found_by_one_entry_that_meets_everything():
    """Khon Kaen City won for networks in 2557 and for peace in other years."""
    assert [body.slug for body in asked("province=40&year=2557&category=networks", MunicipalityFilter).qs] == [
        "khon-kaen-city"
    ]
    assert not asked("province=40&year=2557&category=peace", MunicipalityFilter).qs.exists()


def test_a_body_is_found_once():
    assert asked("", MunicipalityFilter).qs.count() == BODIES
    assert [body.slug for body in asked("province=40", MunicipalityFilter).qs] == ["khon-kaen-city", "nong-makhuea-sao"]


def test_bodies_stand_by_province_in_the_order_of_the_language():
    first = asked("province=81&province=37", MunicipalityFilter).qs
    assert first[0].province.code == "81"  # กระบี่ before อำนาจเจริญ
    with override("en"):
        first = asked("province=81&province=37", MunicipalityFilter).qs
        assert first[0].province.code == "37"


def test_practices_are_found_by_their_entry():
    assert asked("province=40&year=2014&size=gt100k", PracticeFilter).qs.get().entry.year_be == 2557
    assert not asked("province=41", PracticeFilter).qs.exists()


@pytest.mark.parametrize("filterset_class", [AwardEntryFilter, PracticeFilter])
def test_missing_values_come_last(filterset_class):
    builder.add(60)
    rows = asked("sort=-population", filterset_class).qs
    entries = [getattr(row, "entry", row) for row in rows]
    stated = [entry.people for entry in entries if entry.people is not None]
    assert stated == sorted(stated, reverse=True)
    assert [entry.people for entry in entries] == stated + [None] * (len(entries) - len(stated))


@pytest.mark.parametrize(("sort", "first", "last"), [("", 2566, 2551), ("year", 2551, 2566), ("-year", 2566, 2551)])
def test_order_by_year(sort, first, last):
    years = [entry.year_be for entry in asked(f"sort={sort}").qs]
    assert (years[0], years[-1]) == (first, last)


def test_names_are_in_the_order_of_the_language():
    by_name = "sort=name&province=50&province=40"
    assert asked(by_name).qs[0].municipality.slug == "khuang-pao-sao"  # ข่วงเปา before ขอนแก่น: a tone does not count
    with override("en"):
        names = [entry.municipality.name_en for entry in asked(by_name).qs]
    assert names == sorted(names)


def test_what_was_chosen_reads_in_words():
    chosen = asked("province=40&year=2014&since=2010&size=gt100k&has=practice&sort=name").chosen
    assert [value.label for value in chosen] == [
        "ปี พ.ศ. 2557",
        "ตั้งแต่ พ.ศ. 2553",
        "จังหวัดขอนแก่น",
        "ประชากร 100,000 คนขึ้นไป",
        "มีแนวปฏิบัติ",
    ]


def test_each_chosen_value_knows_the_query_without_it():
    chosen = asked("province=40&province=41&year=๒๕๕๗&year=abc&colour=red&sort=name&since=").chosen
    assert [value.rest.urlencode() for value in chosen] == ["province=41&sort=name", "province=40&sort=name"]


def test_the_query_is_canonical():
    query = asked("kind=pao&year=๒๕๕๗&year=2014&since=&sort=-year&page=3&x=1").query
    assert query.urlencode() == "year=2557&kind=pao"


def test_provinces_are_asked_for_once(django_assert_num_queries):
    with django_assert_num_queries(1):
        filterset = asked("&".join(f"province={code}" for code in range(10, 40)))
        assert "province" in filterset.errors
        assert len(filterset.form.fields["province"].options) == 77


def test_every_province_is_understood():
    codes = Province.objects.values_list("code", flat=True)
    filterset = asked("&".join(f"province={code}" for code in codes))
    assert filterset.errors == {}
    assert filterset.qs.count() == ALL


@pytest.mark.parametrize("filterset_class", LISTS)
def test_every_parameter_is_documented(filterset_class):
    assert all(filter_.label and filter_.extra["help_text"] for filter_ in filterset_class.base_filters.values())


def test_lists_share_their_parameters():
    assert list(AwardEntryFilter.base_filters) == [
        *[
            "q",
            "year",
            "since",
            "until",
            "province",
            "category",
            "tier",
            "region",
            "kind",
            "size",
            "has",
            "evidence",
            "sort",
        ],
    ]
    assert set(AwardEntryFilter.base_filters) - set(PracticeFilter.base_filters) == {"has"}
    assert set(PracticeFilter.base_filters) - set(AwardEntryFilter.base_filters) == {"topic"}
    assert set(AwardEntryFilter.base_filters) - set(MunicipalityFilter.base_filters) == {"sort"}
