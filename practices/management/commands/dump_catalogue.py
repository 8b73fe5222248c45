from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from practices.catalogue_files import layout
from practices.catalogue_files.dumping import differing, dump
from practices.catalogue_files.reading import Refused


class Command(BaseCommand):
    help = "Write the catalogue to its fixture files in canonical form."

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="write nothing; exit 1 where files and database differ"
        )
        parser.add_argument("--force", action="store_true", help="let the database win over files that were not loaded")
        parser.add_argument("--to", dest="root", type=Path, default=layout.FIXTURES, help="the folder of the files")

    def handle(self, *, check, force, root, **options):
        try:
            paths = differing(root) if check else dump(root, force=force)
        except Refused as refused:
            raise CommandError(
                f"{refused}\nnothing was written; dump_catalogue --force lets the database win"
            ) from refused
        for path in paths:
            self.stdout.write(f"{path}: differs from the database" if check else f"{path}: written")
        if check and paths:
            raise SystemExit(1)
        self.stdout.write(self.style.SUCCESS(f"{len(paths)} file(s) {'differ' if check else 'changed'}"))
