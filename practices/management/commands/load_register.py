from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from practices.catalogue_files.layout import FIXTURES
from practices.register.loading import load
from practices.register.reading import Refused


class Command(BaseCommand):
    help = "Load the state's register of local governments from fixtures/register: all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="also where the files are unchanged or editors differ")
        parser.add_argument("--from", dest="root", type=Path, default=FIXTURES, help="the folder of the files")

    def handle(self, *, force, root, **options):
        try:
            outcome = load(root, force=force)
        except Refused as refused:
            raise CommandError(f"{refused}\nnothing was loaded") from refused
        tell(self.stdout, outcome)


def tell(stdout, outcome):
    """Say what a load of the register did, if it did anything."""
    if outcome is None:
        return
    for slug in outcome.kept:
        stdout.write(f"{slug}: worded otherwise by an editor; kept (dump_catalogue writes the file)")
    for slug in outcome.unlisted:
        stdout.write(f"{slug}: in the register no more; kept")
    stdout.write(f"Register: {outcome.added} added, {outcome.changed} changed, {outcome.figures} figures of population")
