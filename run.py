#!/usr/bin/env python3
"""Set up and run the catalogue, with nothing but Python 3.11 and its venv module.

  python3 run.py            install, migrate, load the data, collect static files, serve
  python3 run.py test       install and run the whole test suite, two tests at once (`-n 0`: one)
  python3 run.py COMMAND    install and run any other command of manage.py

Safe to repeat and to interrupt: a step is done again until it has succeeded, and skipped when nothing has changed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def install(lock):
    """Bring the environment to what the lock file says. The stamp is written only after success."""
    stamp = VENV / f".installed-{lock}"
    wanted = hashlib.sha256((ROOT / lock).read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {lock} into .venv …", flush=True)
    pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    has_pip = PYTHON.exists() and succeeds(*pip, "--version", stdout=subprocess.DEVNULL)
    if not has_pip and not succeeds(sys.executable, "-m", "venv", "--clear", VENV):
        sys.exit("Python's venv module is needed (Debian: apt install python3-venv).")
    if not succeeds(*pip, "install", "--require-hashes", "-r", ROOT / lock):
        sys.exit(f"{lock} could not be installed: the reason stands above. Run the same command to try again.")
    stamp.write_text(wanted)


def succeeds(*command, **options):
    return subprocess.run(command, **options).returncode == 0


def plan(arguments):
    """The lock file that a command line needs, what Python then runs, and whether it is the local site."""
    if arguments[:1] == ["test"]:
        return "requirements-dev.lock", ["-m", "pytest", "-n", "2", *arguments[1:]], False
    return "requirements.lock", ["manage.py", *(arguments or ["up"])], True


def main(arguments):
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed.")
    os.chdir(ROOT)
    lock, command, local = plan(arguments)
    install(lock)
    if local:
        os.environ["CATALOGUE_LOCAL"] = "1"
    os.execv(PYTHON, [str(PYTHON), *command])  # one process: signals reach the server


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
