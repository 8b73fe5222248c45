"""The site's own search against plain `icontains`, on built entries, in one run.

    DATABASE_URL=sqlite:///var/built-10k.sqlite3 python3 run.py migrate
    DATABASE_URL=sqlite:///var/built-10k.sqlite3 .venv/bin/python benchmarks/search.py --entries 10000

Builds the entries where the database holds none, then asks each query for its count and its first page, both ways in
turn, and prints the median and the 95th percentile over the queries of the best of some rounds. Then asks for the whole
page of queries that find something and of some that find nothing. The ratios are the result; milliseconds depend on the
machine.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpicatalog.settings")
os.environ.setdefault("CATALOGUE_LOCAL", "1")

QUERIES = [
    "ขอนแก่น",
    "เทศบาลนครขอนแก่น",
    "อบต.บ้านใหม่",
    "เชียงใหม่ 2560",
    "ทองคำ 2557",
    "สันติสุข เชียงราย",
    "แพร่",
    "เลย",
    "ตาก",
    "น่าน",
    "khon kaen",
    "ธนาคารขยะ",
    "นํ้าท่วม",
    "แนวกันไฟ",
    "ผู้สูงอายุ",
    "งบประมาณแบบมีส่วนร่วม",
    "Facebook",
    "มหาวิทยาลัย ถ่ายทอดความรู้",
    "ไกล่เกลี่ย ที่ดิน",
    "๑๒ กิโลเมตร",
    "2,014 บาท",
    "เยาวชน ปัตตานี",
    "ตลาดสีเขียว",
    "ป่าชุมชน อำเภอเมือง",
    "ไม่มีคำนี้ในทำเนียบ",
]

# Nothing is found: a mistyped name that is corrected, names that are merely like others, words that are no name.
MISSES = [
    "เชียงไหม่",
    "นครศรีธรรมราด",
    "เทศบาลนครขอนแกน",
    "อบต.บ้านไหม่หนองขาม",
    "konkaen",
    "-vocdjo",
    "เทศบาลตำบลบ้านทรายขาวขุ่น",
    "ไม่มีคำนี้ในทำเนียบ",
    "zzzzqqq",
]


def own(query):
    from practices.models import AwardEntry

    found = AwardEntry.objects.published().matching(query)
    return found.count(), list(found.sorted_by("relevance").for_list()[:20])


def plain(query):
    """What a site without an index of its own would do: every word somewhere in the stored texts."""
    from django.db.models import Q

    from practices.models import AwardEntry

    columns = (
        "municipality__name_th",
        "municipality__name_en",
        "municipality__district__name_th",
        "municipality__province__name_th",
        "introduction",
        "practices__title",
        "practices__body",
    )
    found = AwardEntry.objects.published()
    for word in query.split():
        found = found.filter(Q(*[(f"{column}__icontains", word) for column in columns], _connector=Q.OR))
    found = found.distinct()
    return found.count(), list(found.for_list().order_by("-year_be", "order_th")[:20])


def page(query):
    """What the page of entries shows, all but its HTML."""
    from django.test import RequestFactory

    from practices.lists import AwardEntryFilter
    from practices.views.lists import list_context

    return list_context(RequestFactory().get("/awards/", {"q": query}), AwardEntryFilter)


def seconds(search, query, rounds):
    best = float("inf")
    for _round in range(rounds):
        start = time.perf_counter()
        search(query)
        best = min(best, time.perf_counter() - start)
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()

    django.setup()
    from django.db import connection

    from practices.models import AwardEntry
    from tools.builder import build

    if not AwardEntry.objects.exists():
        build(arguments.entries, seed=1)

    times = {own: [], plain: []}
    for query in QUERIES:
        for search, taken in times.items():
            taken.append(seconds(search, query, arguments.rounds))
    print(f"{connection.vendor}, {AwardEntry.objects.count():,} entries, {len(QUERIES)} queries")
    for search, taken in times.items():
        median, p95 = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
        print(f"  {search.__name__:6} median {median * 1000:8.1f} ms   p95 {p95 * 1000:8.1f} ms")
    ratio = statistics.median(times[plain]) / statistics.median(times[own])
    print(f"  plain / own, medians: {ratio:.1f}")
    hits, misses = ([seconds(page, query, arguments.rounds) for query in asked] for asked in (QUERIES[:-1], MISSES))
    for name, taken in {"hit": hits, "miss": misses}.items():
        print(
            f"  page of a {name:4} median {statistics.median(taken) * 1000:8.1f} ms   most {max(taken) * 1000:8.1f} ms"
        )
    print(f"  miss / hit, medians: {statistics.median(misses) / statistics.median(hits):.1f}")


if __name__ == "__main__":
    main()
