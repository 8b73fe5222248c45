"""How what a search found is shown."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_other_orders_show_one_list_without_headings_but_with_excerpts(client):
    asked = {"q": "หลุดจากระบบ", "sort": "year"}
    (tier,) = client.get(reverse("entry-list"), asked).context["tiers"]
    (row,) = tier.rows
    assert (tier.label, tier.heading) == ("", "h3")
    assert "หลุดจากระบบ" in [piece.text for piece in row.excerpt.pieces if piece.hit]
