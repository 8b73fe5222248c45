"""What a file of every award costs in memory, beside one of 1,000: built entries, as CSV and as XLSX, in one process.

    export DATABASE_URL=sqlite:///var/built-100k.sqlite3
    python3 run.py migrate
    .venv/bin/python tools/build_catalogue.py --entries 100000
    .venv/bin/python benchmarks/export_memory.py --most 30

Prints the peak of resident memory after each file, smallest first, and exits 1 where the largest CSV needed more than
`--most` MiB above that of 1,000 rows. The difference is the result; seconds depend on the machine.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpicatalog.settings")
os.environ.setdefault("CATALOGUE_LOCAL", "1")

SITE = "https://awards.example"


def peak() -> float:
    """The most memory this process ever had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def as_csv(table, rows) -> int:
    from practices.exports import csv

    return sum(map(len, csv.lines(table.columns, table.records(rows, SITE))))


def as_xlsx(table, rows) -> int:
    from django.utils import timezone

    from practices.exports import xlsx

    with tempfile.TemporaryFile() as file:
        xlsx.write(file, table.name, table.columns, table.records(rows, SITE), SITE, timezone.now())
        return file.seek(0, os.SEEK_END)


def main(most: float) -> bool:
    from practices.exports import TABLES

    table = TABLES["awards"]
    everything = table.everything()
    print(f"{'file':12}{'rows':>9}{'MB':>9}{'seconds':>9}{'peak MiB':>10}")
    peaks = {}
    for write, count in ((as_csv, 1_000), (as_csv, None), (as_xlsx, 1_000), (as_xlsx, None)):
        rows = everything[:count]
        start = time.perf_counter()
        size = write(table, rows)
        seconds = time.perf_counter() - start
        peaks[write, count] = peak()
        name = write.__name__.removeprefix("as_")
        print(f"{name:12}{rows.count():9,}{size / 1e6:9.1f}{seconds:9.1f}{peak():10.1f}", flush=True)
    more = peaks[as_csv, None] - peaks[as_csv, 1_000]
    print(f"CSV of all rows: {more:.1f} MiB more than of 1,000")
    return more <= most


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=float, default=30, help="MiB (default: %(default)s)")
    arguments = parser.parse_args()
    django.setup()
    sys.exit(0 if main(arguments.most) else 1)
