"""From whatever is there to a running site; the last step of `python3 run.py`."""

import hashlib
import os
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from practices.models import AwardEntry


class Command(BaseCommand):
    help = "Migrate, load the data if the catalogue is empty, collect static files if they changed, and serve."

    def handle(self, **options):
        call_command("migrate", verbosity=0, interactive=False)
        # Only then: a later start must not touch what editors have changed.
        if not AwardEntry.objects.exists():
            self.stdout.write("Loading the catalogue …")
            call_command("load_catalogue", stdout=self.stdout)
        self.collect_static()
        if not get_user_model().objects.filter(is_superuser=True).exists():
            self.stdout.write("Nobody may edit yet. Make an admin account: python3 run.py createsuperuser")
        self.stdout.write(f"The catalogue is on http://{os.environ.get('BIND', '127.0.0.1:8000')} (Ctrl-C stops it)")
        self.stdout.flush()
        # In this process's place, so that signals reach the server.
        os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "kpicatalog.wsgi"])  # noqa: S606

    def collect_static(self):
        """Collect and compress, which takes seconds, only when a file or a package has changed."""
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        digest = static_digest([settings.BASE_DIR / "requirements.lock", *map(Path, settings.STATICFILES_DIRS)])
        if stamp.exists() and stamp.read_text() == digest:
            return
        self.stdout.write("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(digest)


def static_digest(paths: list[Path]) -> str:
    """Changes with the content, the name or the number of the files at and below the paths."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                content = file.read_bytes()
                digest.update(f"{file.relative_to(path.parent)}\0{len(content)}\0".encode())
                digest.update(content)
    return digest.hexdigest()
