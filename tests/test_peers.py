"""Places like this one: every sentence is true by recomputation, and the weightier fact decides first."""

import re
from math import inf
from random import Random

import pytest

from practices import peers
from practices.models import District, Municipality, Province
from tests.catalogue.counts import BODIES

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return Municipality.objects.select_related("province", "district").get(slug="pak-kret-city")


def other_than(body, **values):
    """A place that shares with the body everything but these values."""
    shared = {name: getattr(body, name) for name in ("kind", "size", "district", "province", "latitude", "longitude")}
    return Municipality(slug="other", **(shared | values))


def place(code):
    return {"province": Province.objects.get(code=code), "district": District.objects.filter(code__startswith=code)[0]}


def test_a_place_that_shares_everything_is_none_apart(body):
    assert peers.unlikeness(body, other_than(body)) == (False, False, False, False, False, 0)


@pytest.mark.parametrize(
    ("values", "differs"),
    [
        ({"kind": "town"}, {"kind"}),
        ({"size": "lt5k"}, {"size"}),
        ({"size": ""}, {"size"}),
        ({"district": None}, {"district"}),
        ("10", {"district", "province"}),
        ("50", {"district", "province", "region"}),
    ],
    ids=["kind", "size", "size-not-known", "district-not-known", "province", "region"],
)
def test_what_is_not_shared_or_not_known(body, values, differs):
    other = other_than(body, **(place(values) if isinstance(values, str) else values))
    unlike = peers.unlikeness(body, other)
    assert {name for name in unlike._fields if name != "km" and getattr(unlike, name)} == differs


def test_two_sizes_that_nobody_knows_are_not_the_same_size(body):
    body.size = ""
    assert peers.unlikeness(body, other_than(body)).size


def test_of_two_facts_the_weightier_decides(body):
    """A place of the kind far away is more like it than one of another kind next door."""
    far, near = other_than(body, **place("50")), other_than(body, kind="town")
    assert peers.unlikeness(body, far) < peers.unlikeness(body, near)


def test_without_coordinates_it_stands_last_among_its_equals_and_says_no_distance(body):
    unknown = other_than(body, latitude=None)
    assert peers.unlikeness(body, unknown).km == inf
    assert "กม." not in peers.reason(body, unknown)


def test_the_distance_is_that_between_the_offices(body):
    nonthaburi = Municipality.objects.get(slug="nonthaburi-city")
    assert 5 < peers.distance_km(body, nonthaburi) < 8


def test_a_place_is_no_peer_of_its_own_and_all_others_with_awards_are():
    winner = Municipality.objects.get(slug="lamphun-town")
    found = [peer.body for peer in peers.nearest(winner, 100)]
    assert winner not in found
    assert len(found) == BODIES - 1


def test_ties_are_broken_by_the_address(body):
    Municipality.objects.published().update(latitude=None)
    found = [peer.body for peer in peers.nearest(body, 100)]
    keys = [(peers.unlikeness(body, other), other.slug) for other in found]
    assert keys == sorted(keys)


@pytest.mark.parametrize("seed", range(8))
def test_every_sentence_is_true_of_any_place_of_the_country(seed):
    keys = list(Municipality.objects.order_by("pk").values_list("pk", flat=True))
    some = Random(seed).sample(keys, 5)  # noqa: S311 no secret
    for body in Municipality.objects.select_related("province").filter(pk__in=some):
        for peer in peers.nearest(body, 5):
            other, reason = peer
            said = reason.split(" · ") if reason else []
            assert (f"เป็น{other.get_kind_display()}เหมือนกัน" in said) == (other.kind == body.kind)
            same_size = bool(other.size) and other.size == body.size
            assert (f"ขนาดเดียวกัน ({other.get_size_display()})" in said) == same_size
            assert ("อำเภอเดียวกัน" in said) == (body.district_id is not None and body.district_id == other.district_id)
            assert ("จังหวัดเดียวกัน" in said) <= (body.province == other.province)
            assert ("ภาคเดียวกัน" in said) <= (body.province.region == other.province.region)
            if found := re.search(r"ห่างราว ([0-9,]+) กม\.", reason):
                assert abs(int(found[1].replace(",", "")) - peers.distance_km(body, other)) <= 0.5
