"""The number beside a choice is the number of rows that choosing it finds."""

from random import Random

import pytest
from django.db.models import Count
from django.http import QueryDict
from django.utils.translation import override

from practices.lists import AwardEntryFilter, MunicipalityFilter, PracticeFilter, facets
from practices.models import AwardEntry
from tests.catalogue.counts import ENTRIES, PROVINCES
from tools import builder

pytestmark = pytest.mark.django_db

LISTS = [AwardEntryFilter, PracticeFilter, MunicipalityFilter]


def query_of(chosen):
    query = QueryDict(mutable=True)
    for name, values in chosen.items():
        query.setlist(name, values)
    return query


def any_query(chance, choices):
    """Up to three parameters with up to two values each, and now and then a bound."""
    names = [name for name in choices if choices[name]]
    picked = {name: choices[name] for name in chance.sample(names, chance.randint(0, 3))}
    chosen = {
        name: [choice.value for choice in chance.sample(options, min(len(options), chance.randint(1, 2)))]
        for name, options in picked.items()
    }
    if chance.random() < 0.3:
        chosen["since"] = [chance.choice(["2559", "2010"])]
    return chosen


@pytest.mark.parametrize("filterset_class", LISTS)
@pytest.mark.parametrize("seed", range(4))
def test_every_count_leads_to_as_many_rows(filterset_class, seed):
    builder.add(80, seed)
    chance = Random(seed)  # noqa: S311 not a secret
    everything = facets.count(filterset_class(QueryDict())).choices
    for _ in range(3):
        chosen = any_query(chance, everything)
        total, choices, _matches = facets.count(filterset_class(query_of(chosen)))
        assert total == filterset_class(query_of(chosen)).qs.count(), chosen
        for name in choices:
            for choice in choices[name]:
                alone = query_of({**chosen, name: [choice.value]})
                assert choice.count == filterset_class(alone).qs.count(), (chosen, name, choice)


def test_choices_are_those_the_catalogue_holds():
    choices = facets.count(AwardEntryFilter(QueryDict("year=2557"))).choices
    assert len(choices["province"]) == PROVINCES
    assert [choice.value for choice in choices["kind"]] == ["pao", "city", "town", "subdistrict", "sao"]
    assert [choice.value for choice in choices["year"]] == sorted(
        {str(year) for year in AwardEntry.objects.values_list("year_be", flat=True)}, reverse=True
    )


def test_a_choice_that_leads_nowhere_is_there_with_zero():
    choices = facets.count(AwardEntryFilter(QueryDict("province=40"))).choices
    counts = {choice.value: choice.count for choice in choices["year"]}
    assert (counts["2557"], counts["2566"]) == (1, 0)
    assert {choice.value: choice.count for choice in choices["province"]}["81"] == 4


def test_what_was_chosen_is_there_though_the_catalogue_lacks_it():
    choices = facets.count(AwardEntryFilter(QueryDict("province=10&year=2544"))).choices
    chosen = [choice for name in ("year", "province") for choice in choices[name] if choice.selected]
    assert [(choice.value, choice.label, choice.count) for choice in chosen] == [
        ("2544", "2544", 0),
        ("10", "กรุงเทพมหานคร", 0),
    ]


def test_what_no_source_states_is_no_choice():
    choices = facets.count(AwardEntryFilter(QueryDict())).choices
    for name in ("category", "tier", "size"):
        assert not {"", None} & {choice.value for choice in choices[name]}
    assert sum(choice.count for choice in choices["tier"]) == AwardEntry.objects.exclude(tier="").count()


def test_drafts_are_not_counted():
    AwardEntry.objects.filter(province_code="40").update(is_published=False)
    total, choices, _matches = facets.count(AwardEntryFilter(QueryDict()))
    assert total == ENTRIES - 5
    assert "40" not in {choice.value for choice in choices["province"]}


def test_labels_and_order_follow_the_language():
    provinces = facets.count(AwardEntryFilter(QueryDict())).choices["province"]
    assert provinces[0].label == "กระบี่"
    with override("en"):
        assert provinces[0].label == "Krabi"
        in_english = facets.count(AwardEntryFilter(QueryDict())).choices["province"]
        assert [choice.label for choice in in_english] == sorted(choice.label for choice in in_english)


@pytest.mark.parametrize("filterset_class", LISTS)
def test_all_counts_are_one_query(filterset_class, django_assert_num_queries):
    with django_assert_num_queries(2):  # the counts, and the names of all codes
        facets.count(filterset_class(QueryDict("province=40&since=2550&has=profile&has=practice")))


def test_an_empty_catalogue_offers_nothing():
    AwardEntry.objects.update(is_published=False)
    for filterset_class in LISTS:
        total, choices, _matches = facets.count(filterset_class(QueryDict()))
        assert total == 0
        assert not any(choices.values())


def test_bodies_are_counted_not_their_entries():
    counts = {
        choice.value: choice.count for choice in facets.count(MunicipalityFilter(QueryDict())).choices["province"]
    }
    bodies = AwardEntry.objects.values_list("province_code").annotate(Count("municipality", distinct=True))
    assert counts == dict(bodies)
