"""The awarded places nearest to a place, each with the reason in words."""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from django.utils.translation import gettext as _

from practices.language import in_a_list
from practices.models import Municipality

EARTH_KM = 6371.0
FAR_KM = 150


class Peer(NamedTuple):
    """A place like another one, and why."""

    body: Municipality
    reason: str


def nearest(body: Municipality, count: int) -> list[Peer]:
    """The bodies with awards that are most like this one: by where they are, then by kind and size."""
    others = Municipality.objects.published().exclude(pk=body.pk).for_list()
    ranked = sorted(others, key=lambda other: (*_unlikeness(body, other), other.slug))
    return [Peer(other, in_a_list(_reasons(body, other))) for other in ranked[:count]]


def _unlikeness(body, other):
    """What sorts the likest first; a province whose distance is not known stands behind the near ones."""
    km = distance_km(body, other)
    near = 0 if other.province_id == body.province_id else 1 if km is not None and km <= FAR_KM else 2
    same_region = other.province.region == body.province.region
    return near, not same_region, other.kind != body.kind, other.size != body.size, km or FAR_KM


def _reasons(body, other):
    if other.province_id == body.province_id:
        yield _("จังหวัดเดียวกัน")
    elif other.province.region == body.province.region:
        yield _("ภาคเดียวกัน")
    if (km := distance_km(body, other)) is not None:
        yield _("ห่างราว %(km)s กม.") % {"km": f"{km:,.0f}"}
    if other.kind == body.kind:
        yield _("เป็น%(kind)sเหมือนกัน") % {"kind": body.get_kind_display()}
    if other.size and other.size == body.size:
        yield _("ขนาดเดียวกัน (%(size)s)") % {"size": body.get_size_display()}


def distance_km(one: Municipality, other: Municipality) -> float | None:
    """How far the offices of two bodies are apart, as the crow flies; None where the register does not say."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    if None in points:
        return None
    lat, lon, other_lat, other_lon = (radians(float(part)) for part in points if part is not None)
    chord = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))
