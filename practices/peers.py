"""Places like this one: the awarded places most like a place, each with the reason in words.

A few plain facts are compared, the weightiest first: kind, registered size, district, province, region, and last how
far apart the two are. There is no score.
"""

from math import asin, cos, inf, radians, sin, sqrt
from typing import NamedTuple

from django.utils.translation import gettext as _

from practices.language import in_a_list
from practices.models import Municipality

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
    km: float


def nearest(body: Municipality, count: int) -> list[Peer]:
    """The bodies with awards that are most like this one."""
    others = Municipality.objects.published().exclude(pk=body.pk).for_list()
    ranked = sorted(others, key=lambda other: (unlikeness(body, other), other.slug))
    return [Peer(other, reason(body, other)) for other in ranked[:count]]


def unlikeness(body: Municipality, other: Municipality) -> Unlikeness:
    km = distance_km(body, other)
    return Unlikeness(
        kind=body.kind != other.kind,
        size=not body.size or body.size != other.size,
        district=body.district_id is None or body.district_id != other.district_id,
        province=body.province_id != other.province_id,
        region=body.province.region != other.province.region,
        km=inf if km is None else km,
    )


def reason(body: Municipality, other: Municipality) -> str:
    """What the two share and how far apart they are, in words."""
    differ = unlikeness(body, other)
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
