from pathlib import Path

from django.core.management.base import BaseCommand

from practices import derived, integrity
from practices.catalogue_files import layout
from practices.catalogue_files.reading import Refused, read, unclean_texts
from practices.models import AwardEntry, tree
from practices.search.index import broken_search_indexes


class Command(BaseCommand):
    help = "Print what the integrity rules find, in the files and in the database; exit 1 on errors."

    def add_arguments(self, parser):
        parser.add_argument("--from", dest="root", type=Path, default=layout.FIXTURES, help="the folder of the files")

    def handle(self, *, root, **options):
        errors, warnings = [*self.file_errors(root), *self.derived_errors()], list[integrity.Finding]()
        for finding in integrity.findings():
            (errors if finding.is_error else warnings).append(finding)
        for line in (*warnings, *errors):
            self.stdout.write(str(line))
        summary = f"{len(errors)} error(s), {len(warnings)} warning(s)"
        if errors:
            self.stdout.write(self.style.ERROR(summary))
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS(summary))

    def derived_errors(self):
        """Derived columns and search indexes that do not follow from their rows: something wrote past the receivers."""
        entries, practices = derived.stale(AwardEntry.objects.all())
        for row in (*derived.stale_places(), *entries, *practices):
            key = "/".join(map(str, tree.key(row)))
            yield f"{row._meta.label_lower} {key}: derived columns are out of date (load_catalogue mends)"
        for table in broken_search_indexes():
            yield f"{table}: the search index does not agree with its rows"

    def file_errors(self, root):
        """What is wrong in the files before any database sees them."""
        for path in layout.paths_in(root):
            try:
                records = read(root, path)
            except Refused as refused:
                yield from refused.problems
            else:
                yield from unclean_texts(path, records)
