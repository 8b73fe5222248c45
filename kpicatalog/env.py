"""What the settings read from the environment. What is missing or unclear stops the process with a useful sentence."""

import os
import re
import secrets
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

GET_DRIVER = f"{sys.executable} -m pip install 'psycopg[binary]>=3.2'"  # pyproject's extra `postgres`
ON, OFF = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


def flag(name: str) -> bool:
    """Whether the variable is switched on; off when it is not set."""
    value = os.environ.get(name, "").strip().lower()
    if value not in ON | OFF:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to 1 or 0.")
    return value in ON


def listing(name: str) -> list[str]:
    """The values of a variable, separated by commas."""
    return [value.strip() for value in os.environ.get(name, "").split(",") if value.strip()]


def required(name: str, meaning: str) -> str:
    """The variable's value. Raises ImproperlyConfigured where it is not set."""
    if value := os.environ.get(name, "").strip():
        return value
    raise ImproperlyConfigured(f"Set {name} to {meaning}. On your own machine `python3 run.py` needs no settings.")


class License(NamedTuple):
    """Terms under which data may be used again."""

    url: str
    name: str


def license(name: str) -> License | None:
    """The licence that a variable names by address and name, "https://… CC BY 4.0"; None when it is not set."""
    url, _space, words = os.environ.get(name, "").strip().partition(" ")
    if not url:
        return None
    if not url.startswith("https://") or not words.strip():
        raise ImproperlyConfigured(f"Set {name} to a licence's address and name: https://… CC BY 4.0")
    return License(url, words.strip())


def contact(name: str) -> str:
    """The e-mail or web address of a variable; "" when it is not set."""
    value = os.environ.get(name, "").strip()
    if value and not re.fullmatch(r"https://\S+|[^\s@:]+@[^\s@:]+", value):
        raise ImproperlyConfigured(
            f"{name} is {value!r}: set it to an e-mail address or to a web address with https://."
        )
    return value


def kept_secret(path: Path) -> str:
    """The secret in the file, which is made on first use, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
        # A link, unlike a rename, never replaces: of two processes that start together both use the first one's secret.
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_text()


def database(url: str) -> dj_database_url.DBConfig:
    """Django's settings for `sqlite:////absolute/path` or `postgres://user:password@host:port/name?option=value`.

    Raises ImproperlyConfigured for another database, one without a name, or PostgreSQL without its driver.
    """
    if not url.startswith(("sqlite:", "postgres:", "postgresql:")):
        raise ImproperlyConfigured("DATABASE_URL must begin with sqlite: or postgres:.")
    settings = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    if settings["NAME"] in ("", ":memory:"):
        raise ImproperlyConfigured("DATABASE_URL names no database.")
    if url.startswith("sqlite:"):
        settings["OPTIONS"] = sqlite_options()
    elif find_spec("psycopg") is None:
        raise ImproperlyConfigured(f"DATABASE_URL names PostgreSQL, whose driver is not installed: {GET_DRIVER}")
    return settings


def sqlite_options() -> dict[str, object]:
    """WAL lets readers go on while an editor saves; IMMEDIATE makes writers wait for each other instead of failing.

    ATOMIC_REQUESTS must stay off with IMMEDIATE: every reader would queue for the write lock.
    """
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
