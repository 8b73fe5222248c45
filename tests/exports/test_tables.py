"""Rows on their way out: in the order asked for, all of them, a few at a time."""

import gc
import tracemalloc

import pytest

from practices.exports import TABLES, csv, tables
from practices.models import AwardEntry
from tools import builder

pytestmark = pytest.mark.django_db

AWARDS = TABLES["awards"]


def peak_of_csv(rows) -> int:
    """Bytes in use at most while these rows are written; what only awaits collection is not in use."""
    tracemalloc.start()
    try:
        for _lines in csv.lines(AWARDS.columns, AWARDS.facts_of(rows, "https://awards.example")):
            gc.collect()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_more_rows_need_no_more_memory(monkeypatch):
    """`benchmarks/export_memory.py` measures the same at 100,000 rows."""
    monkeypatch.setattr(tables, "CHUNK", 50)
    monkeypatch.setattr(csv, "CHUNK", 50)
    builder.add(1_200)
    rows = AwardEntry.objects.filter(municipality__slug__startswith="built-").order_by("pk")
    peak_of_csv(rows[:50])
    few, many = peak_of_csv(rows[:150]), peak_of_csv(rows)
    assert many < few + 200_000


def test_a_row_that_is_withdrawn_on_the_way_is_left_out():
    records = AWARDS.facts_of(AWARDS.everything(), "https://awards.example")
    keys = list(AWARDS.everything().values_list("pk", flat=True))
    AwardEntry.objects.filter(pk=keys[-1]).update(is_published=False)
    assert len(list(records)) == len(keys) - 1


def test_rows_come_in_the_order_of_their_keys():
    keys = list(AwardEntry.objects.order_by("?").values_list("pk", flat=True)[:20])
    assert [row.pk for row in AWARDS.read(keys)] == keys
