from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from practices.catalogue_files import layout
from practices.catalogue_files.loading import load
from practices.catalogue_files.reading import Conflict, Refused
from practices.history import Action
from practices.management.commands.load_register import tell
from practices.register import reading as register


class Command(BaseCommand):
    help = "Load the catalogue from its fixture files: every record validated, all of them or none."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="only these files (default: all)")
        parser.add_argument("--dry-run", action="store_true", help="show what would change and change nothing")
        parser.add_argument("--force", action="store_true", help="let the files win over edits in the database")
        parser.add_argument("--prune", action="store_true", help="delete entries and reference rows in no file")
        parser.add_argument("--from", dest="root", type=Path, default=layout.FIXTURES, help="the folder of the files")

    def handle(self, *, files, dry_run, force, prune, root, verbosity, **options):
        if prune and files:
            raise CommandError("--prune looks at all files: leave FILE out")
        try:
            paths = [path.resolve().relative_to(root.resolve()).as_posix() for path in files] or None
        except ValueError as error:
            raise CommandError(f"{error}: name files below {root}") from error
        try:
            outcome = load(root, paths, force=force, prune=prune, dry_run=dry_run)
        except register.Refused as refused:
            raise CommandError(f"{refused}\nnothing was loaded") from refused
        except Refused as refused:
            count = len(refused.problems)
            raise CommandError(f"{refused}\n{count} problem(s); nothing was loaded{advice(root, refused)}") from refused

        tell(self.stdout, outcome.register)
        if dry_run or verbosity > 1:
            for change in outcome.changes:
                self.stdout.write(str(change))
        for path in outcome.edited:
            self.stdout.write(f"{path}: edited in the database, file unchanged; kept (dump_catalogue writes the file)")
        for record in outcome.unfiled:
            self.stdout.write(f"{record}: in no file; kept (dump_catalogue says what can be done)")
        counts = Counter(change.action for change in outcome.changes)
        done = {Action.ADDED: "added", Action.CHANGED: "changed", Action.REMOVED: "deleted"}
        total = ", ".join(f"{counts[action]} {name}" for action, name in done.items())
        self.stdout.write(self.style.SUCCESS(f"{'Would be' if dry_run else 'Loaded'}: {total}"))


def advice(root, refused):
    """The commands that decide a conflict, for the one side or the other."""
    paths = {path for problem in refused.problems if isinstance(problem, Conflict) for path in problem.files}
    if not paths:
        return ""
    files = " ".join(str(root / path) for path in sorted(paths))
    return (
        "\nWrite into the files what is right and load again, or decide for one side: "
        f"load_catalogue --force {files} lets these files win, dump_catalogue --force lets the database win"
    )
