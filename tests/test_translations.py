"""The committed catalogues: whole, compiled from their sources, and of what the code says today."""

import ast
import gettext
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import django
import pytest
from django.conf import settings

LOCALE = settings.LOCALE_PATHS[0]
SOURCES = {str(path.relative_to(LOCALE)): path for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))}
ENGLISH = LOCALE / "en/LC_MESSAGES/django.po"
HAND_WRITTEN = {domain: LOCALE / f"th/LC_MESSAGES/{domain}.po" for domain in ("django", "djangojs")}

PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sdr]|\{\w*\}")
THAI = re.compile("[ก-๛]")

each_source = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)


def messages(source: Path) -> list[dict[str, str]]:
    """The messages of a .po file, the header first: keyword → text, with the line of "flags" where there is one."""
    found = []
    for block in source.read_text().split("\n\n"):
        message, name = defaultdict(str), ""
        for line in block.splitlines():
            if line.startswith("#,"):
                message["flags"] = line
            elif not line.startswith("#"):
                keyword, quote, rest = line.partition('"')
                name = keyword.strip() or name
                message[name] += ast.literal_eval(quote + rest)
        if "msgid" in message:
            found.append(message)
    return found


def key(message) -> str:
    """How a compiled catalogue finds the message."""
    return "\4".join(part for part in (message["msgctxt"], message["msgid"]) if part)


def forms(message) -> dict[str, str]:
    return {name: text for name, text in message.items() if name.startswith("msgstr")}


def compiled(source: Path) -> dict:
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)._catalog


@each_source
def test_every_message_is_translated_and_none_is_fuzzy(source):
    _, *translated = messages(source)
    assert len(translated) > 30
    assert [message["msgid"] for message in translated if not all(forms(message).values())] == []
    assert [message["msgid"] for message in translated if "fuzzy" in message["flags"]] == []
    assert "#~" not in source.read_text()


@each_source
def test_compiled_catalogue_is_that_of_the_source(source):
    expected = {}
    for message in messages(source):
        for name, text in forms(message).items():
            number = re.search(r"\d", name)
            expected[(key(message), int(number[0])) if number else key(message)] = text
    expected[""] = re.sub("POT-Creation-Date:.*\n", "", expected[""])  # which compiling leaves out
    assert compiled(source) == expected


@each_source
def test_translations_keep_what_is_filled_in(source):
    _, *translated = messages(source)
    for message in translated:
        for text in forms(message).values():
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(message["msgid"])), text


def test_english_is_english():
    _, *translated = messages(ENGLISH)
    assert [text for message in translated for text in forms(message).values() if THAI.search(text)] == []


@pytest.mark.gettext
def test_the_code_says_nothing_that_is_not_in_the_catalogue(tmp_path):
    root = settings.BASE_DIR
    for name in ("kpicatalog", "practices", "templates", "locale"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "manage.py", tmp_path)
    command = ["makemessages", "--locale=en", "--no-location", "--no-wrap", "--no-obsolete"]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "kpicatalog.settings", "CATALOGUE_LOCAL": "1"}
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=tmp_path, env=environment, check=True, capture_output=True
    )
    assert messages(tmp_path / ENGLISH.relative_to(root))[1:] == messages(ENGLISH)[1:]


def lookup(message):
    """What a program asks a compiled catalogue for: the key, with a number where the message has a plural."""
    return (key(message), 0) if message["msgid_plural"] else key(message)


def is_thai(text: str) -> bool:
    """Whether no English word was left in Django's Thai, other than what is filled in and markup."""
    return not re.search("[A-Za-z]{3,}", re.sub(rf"{PLACEHOLDER.pattern}|<[^>]*>", "", text))


MISTAKEN = {"None available"}  # whose Thai in Django says that somebody is busy


@pytest.mark.parametrize("domain", HAND_WRITTEN)
def test_our_thai_is_what_django_has_in_english_and_not_in_thai(domain):
    packaged = Path(django.__file__).parent
    english = {lookup(m) for source in packaged.glob(f"**/locale/en/LC_MESSAGES/{domain}.po") for m in messages(source)}
    thai = {
        asked
        for catalogue in packaged.glob(f"**/locale/th/LC_MESSAGES/{domain}.mo")
        for asked, text in compiled(catalogue).items()
        if is_thai(text)
    }
    _, *ours = messages(HAND_WRITTEN[domain])
    assert {lookup(message) for message in ours} <= english - (thai - MISTAKEN)
    assert [message["msgid"] for message in ours if not all(map(THAI.search, forms(message).values()))] == []
