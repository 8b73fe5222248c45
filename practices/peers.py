"""Places like this one: the awarded places most like a place, each with the reason in words.

A few plain facts are compared, the weightiest first: kind, registered size, district, province, region, what the awards
were for, and last how far apart the two are. There is no score.
"""

from collections.abc import Mapping
from math import asin, cos, inf, radians, sin, sqrt
from typing import NamedTuple

from django.utils.translation import gettext as _

from practices.language import in_a_list
from practices.models import AwardEntry, Municipality
from practices.querysets import Subjects

EARTH_KM = 6371


class Peer(NamedTuple):
    """A place like another one, and why."""

    body: Municipality
    reason: str


class Unlikeness(NamedTuple):
    """What two places do not share, the weightiest first, so that the likest sorts first; what is not known is not
    shared."""

    kind: bool
    size: bool
    district: bool
    province: bool
    region: bool
    subject: bool
    km: float


def nearest(body: Municipality, count: int) -> list[Peer]:
    """The bodies with awards that are most like this one."""
    others = Municipality.objects.published().exclude(pk=body.pk).for_list()
    subjects = AwardEntry.objects.published().subjects()
    ranked = sorted(others, key=lambda other: (unlikeness(body, other, subjects), other.slug))
    return [Peer(other, reason(body, other, subjects)) for other in ranked[:count]]


def unlikeness(body: Municipality, other: Municipality, subjects: Mapping[int, Subjects]) -> Unlikeness:
    """What the two do not share; `subjects` is what the awards of bodies were for, by their keys."""
    km = distance_km(body, other)
    shared = in_common(body, other, subjects)
    return Unlikeness(
        kind=body.kind != other.kind,
        size=not body.size or body.size != other.size,
        district=body.district_id is None or body.district_id != other.district_id,
        province=body.province_id != other.province_id,
        region=body.province.region != other.province.region,
        subject=not (shared.categories or shared.topics),
        km=inf if km is None else km,
    )


def in_common(body: Municipality, other: Municipality, subjects: Mapping[int, Subjects]) -> Subjects:
    """What the awards of both were for."""
    one, two = (subjects.get(place.pk, Subjects(set(), set())) for place in (body, other))
    return Subjects(one.categories & two.categories, one.topics & two.topics)


def reason(body: Municipality, other: Municipality, subjects: Mapping[int, Subjects]) -> str:
    """What the two share and how far apart they are, in words."""
    differ = unlikeness(body, other, subjects)
    parts = []
    if not differ.kind:
        parts.append(_("เป็น%(kind)sเหมือนกัน") % {"kind": body.get_kind_display()})
    if not differ.size:
        parts.append(_("ขนาดเดียวกัน (%(size)s)") % {"size": body.get_size_display()})
    if not differ.district:
        parts.append(_("อำเภอเดียวกัน"))
    elif not differ.province:
        parts.append(_("จังหวัดเดียวกัน"))
    elif not differ.region:
        parts.append(_("ภาคเดียวกัน"))
    shared = in_common(body, other, subjects)
    if shared.categories:
        parts.append(_("ได้รางวัลด้านเดียวกัน"))
    elif shared.topics:
        parts.append(_("มีแนวปฏิบัติหัวข้อเดียวกัน"))
    if differ.km < inf:
        parts.append(_("ห่างราว %(km)s กม.") % {"km": f"{differ.km:,.0f}"})
    return in_a_list(parts)


def distance_km(one: Municipality, other: Municipality) -> float | None:
    """How far the offices of two bodies are apart, as the crow flies; None where the register does not say."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in points:
        return None
    lat, lon, other_lat, other_lon = (radians(float(part)) for part in points if part is not None)
    chord = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))
