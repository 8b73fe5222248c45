import os

from django.core.management.base import BaseCommand, CommandError

from practices.catalogue_files.layout import FIXTURES
from practices.catalogue_files.loading import load

REFERENCE = ["reference/provinces.json", "reference/categories.json"]


class Command(BaseCommand):
    help = (
        "Fill a database of its own with built entries from real places, each citing a source that says so, for "
        "benchmarks and tests. Needs the development tools, DATABASE_URL, and a migrated database without real entries."
    )

    def add_arguments(self, parser):
        parser.add_argument("--entries", type=int, default=1_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *, entries, seed, **options):
        # Not among the requirements of the site: geothai is a development tool.
        from practices.built import NotEmpty, build

        if not os.environ.get("DATABASE_URL"):
            raise CommandError("Name a database of its own in DATABASE_URL, such as sqlite:///var/built.sqlite3")
        try:
            load(FIXTURES, REFERENCE)
            build(entries, seed)
        except NotEmpty as error:
            raise CommandError("This database holds entries that were not built; nothing was added") from error
        self.stdout.write(self.style.SUCCESS(f"Built {entries} entries from seed {seed}"))
