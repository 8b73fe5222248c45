"""Fill a database of its own with built entries from real places, each citing a source that says so.

    export DATABASE_URL=sqlite:///var/built.sqlite3
    python3 run.py migrate
    .venv/bin/python tools/build_catalogue.py --entries 20000

For benchmarks and tests of size. Needs a migrated database without real entries.
"""

import argparse
import os
import sys
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpicatalog.settings")
os.environ.setdefault("CATALOGUE_LOCAL", "1")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    if not os.environ.get("DATABASE_URL"):
        sys.exit("Name a database of its own in DATABASE_URL, such as sqlite:///var/built.sqlite3")
    django.setup()
    from tools.builder import NotEmpty, build

    try:
        build(asked.entries, asked.seed)
    except NotEmpty:
        sys.exit("This database holds entries that were not built; nothing was added")
    print(f"Built {asked.entries} entries from seed {asked.seed}")


if __name__ == "__main__":
    main()
