"""Pages for what goes wrong need no more than is sure to be there."""

import re
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

ROOT = Path(__file__).resolve().parent.parent


def test_page_for_500_needs_no_tag_and_no_value():
    source = (ROOT / "templates" / "500.html").read_text(encoding="utf-8")
    assert re.findall(r"{%.*?%}|{{.*?}}", source) == []


def test_page_for_500_has_its_look_from_files_that_exist():
    links = re.findall(r'href="(/static/[^"]+)"', render_to_string("500.html"))
    assert len(links) > 1
    assert [link for link in links if not (ROOT / link.removeprefix("/")).is_file()] == []
    assert settings.STATIC_URL == "/static/"


def test_page_for_400_needs_no_request():
    shown = render_to_string("400.html")
    assert "ที่อยู่เว็บไม่ถูกต้อง" in shown
    assert 'class="tongue"' not in shown


def test_page_not_found_offers_the_search():
    shown = render_to_string("404.html", request=RequestFactory().get("/nowhere/"))
    assert '<input id="q" name="q"' in shown
    assert 'href="/en/nowhere/"' in shown


def test_form_that_is_too_old_is_told_so_in_the_same_look(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "somsri"})
    assert response.status_code == 403
    assert "ส่งแบบฟอร์มไม่สำเร็จ" in response.text
    assert "<style" not in response.text
    assert 'class="tongue"' not in response.text
