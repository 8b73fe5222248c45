"""Places like this one: every sentence is true by recomputation, and the weightier fact decides first."""

import re
from math import inf
from random import Random

import pytest

from practices import peers
from practices.models import AwardEntry, District, Municipality, Practice, Province
from practices.querysets import Subjects
from tests.catalogue.counts import BODIES

pytestmark = pytest.mark.django_db

NOTHING: dict[int, Subjects] = {}  # is known of what awards were for


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
    assert peers.unlikeness(body, other_than(body), NOTHING) == (False, False, False, False, False, True, 0)


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
    unlike = peers.unlikeness(body, other, NOTHING)
    assert {name for name in unlike._fields if name not in ("km", "subject") and getattr(unlike, name)} == differs


def test_two_sizes_that_nobody_knows_are_not_the_same_size(body):
    body.size = ""
    assert peers.unlikeness(body, other_than(body), NOTHING).size


def test_of_two_facts_the_weightier_decides(body):
    """A place of the kind far away is more like it than one of another kind next door."""
    far, near = other_than(body, **place("50")), other_than(body, kind="town")
    assert peers.unlikeness(body, far, NOTHING) < peers.unlikeness(body, near, NOTHING)


@pytest.mark.parametrize(
    ("own", "others", "said"),
    [
        (({"peace"}, {"health"}), ({"peace", "networks"}, {"health"}), "ได้รางวัลด้านเดียวกัน"),
        (({"peace"}, {"health"}), ({"networks"}, {"health"}), "มีแนวปฏิบัติหัวข้อเดียวกัน"),
        (({"peace"}, {"health"}), ({"networks"}, {"schools"}), ""),
        ((set(), set()), ({"networks"}, {"schools"}), ""),
    ],
    ids=["category", "topic", "neither", "no-winner"],
)
def test_what_the_awards_were_for_decides_before_the_distance(body, own, others, said):
    other, nearer = other_than(body, pk=-1, latitude=0), other_than(body, pk=-2)
    subjects = {body.pk: Subjects(*own), -1: Subjects(*others)}
    is_shared = bool(said)
    assert peers.unlikeness(body, other, subjects).subject is not is_shared
    assert (peers.unlikeness(body, other, subjects) < peers.unlikeness(body, nearer, subjects)) is is_shared
    parts = peers.reason(body, other, subjects).split(" · ")
    assert (said in parts) if said else not any("เดียวกัน" in part and "ด้าน" in part for part in parts)


def test_a_province_with_one_winner_has_it_alone_in_the_province():
    [winner] = Municipality.objects.published().filter(province__slug="phuket")
    other = Municipality.objects.select_related("province").filter(province__slug="phuket").exclude(pk=winner.pk)[0]
    near = {peer.body for peer in peers.nearest(other, 100) if re.search("(?:อำเภอ|จังหวัด)เดียวกัน", peer.reason)}
    assert near == {winner}


def test_without_coordinates_it_stands_last_among_its_equals_and_says_no_distance(body):
    unknown = other_than(body, latitude=None)
    assert peers.unlikeness(body, unknown, NOTHING).km == inf
    assert "กม." not in peers.reason(body, unknown, NOTHING)


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
    subjects = AwardEntry.objects.published().subjects()
    keys = [(peers.unlikeness(body, other, subjects), other.slug) for other in found]
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
            both = AwardEntry.objects.published().filter(municipality=body).values_list("category", flat=True)
            theirs = AwardEntry.objects.published().filter(municipality=other).values_list("category", flat=True)
            same = set(both) & set(theirs) - {None}
            assert ("ได้รางวัลด้านเดียวกัน" in said) == bool(same)
            if "มีแนวปฏิบัติหัวข้อเดียวกัน" in said:
                topics = Practice.objects.published().exclude(topic=None)
                own = set(topics.filter(entry__municipality=body).values_list("topic", flat=True))
                assert own & set(topics.filter(entry__municipality=other).values_list("topic", flat=True))
            if found := re.search(r"ห่างราว ([0-9,]+) กม\.", reason):
                assert abs(int(found[1].replace(",", "")) - peers.distance_km(body, other)) <= 0.5
