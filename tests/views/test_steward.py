"""Every page says who stands behind it and where to send what is missing; nobody and nothing is invented."""

import io
import json
import re
import zipfile
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.core.checks import run_checks

from kpicatalog.env import License
from tests.exports.sheets import rows_of
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

ENTRY = "/municipalities/khon-kaen-city/2557/"
PAGES = ["/", "/awards/", ENTRY, "/about/", "/nowhere/", "/en/awards/?q=nothing+at+all"]


@pytest.fixture
def decided(settings):
    settings.CATALOGUE_PUBLISHER = "สำนักตัวอย่าง"
    settings.CATALOGUE_CONTACT = "desk@awards.example"
    settings.CATALOGUE_LICENSE = License("https://awards.example/terms", "CC BY 4.0")


def letter(response):
    """The letter's parts, as the foot of a page begins it; None where no address is known."""
    found = re.search(r'href="(mailto:[^"]*[?][^"]*)"', response.text.partition("<footer")[2])
    if not found:
        return None
    parts = urlsplit(unescape(found[1]))
    return {"to": parts.path, **{name: values[0] for name, values in parse_qs(parts.query).items()}}


@pytest.mark.parametrize("path", PAGES)
def test_foot_names_publisher_and_terms_and_begins_a_letter_about_the_page(client, decided, path):
    response = client.get(path)
    foot = response.text.partition("<footer")[2]
    assert "สำนักตัวอย่าง" in foot
    assert '<a href="https://awards.example/terms" rel="license">CC BY 4.0</a>' in foot
    sent = letter(response)
    assert sent["to"] == "desk@awards.example"
    assert f": http://testserver{path}\r\n" in sent["body"]


def test_letter_is_named_after_the_page(client, decided):
    subject = letter(client.get(ENTRY))["subject"]
    assert subject == "ทำเนียบรางวัลพระปกเกล้า: เทศบาลนครขอนแก่นได้รางวัลพระปกเกล้า พ.ศ. 2557"


@pytest.mark.parametrize("path", PAGES)
def test_what_is_not_decided_is_said(client, path):
    response = client.get(path)
    assert letter(response) is None
    assert ("ยังไม่ได้แต่งตั้งผู้ดูแล" if "/en/" not in path else "No steward has been appointed yet") in text_of(response)


@pytest.mark.parametrize(
    "path", ["/awards/?q=" + quote("ไม่มีที่นี่"), "/municipalities/pak-kret-city/", "/provinces/ranong/", "/nowhere/"]
)
def test_where_nothing_was_found_the_door_stands_beside_it(client, decided, path):
    main = client.get(path).text.partition("<main")[2].partition("</main>")[0]
    assert "ส่งให้เราพร้อมหลักฐาน" in main


def test_a_contact_may_be_a_page_of_the_web(client, settings):
    settings.CATALOGUE_CONTACT = "https://awards.example/write@us"
    assert '<a href="https://awards.example/write@us">' in client.get("/").text
    assert "Contact: https://awards.example/write@us\n" in client.get("/.well-known/security.txt").text


def test_files_tell_the_same(client, decided):
    with zipfile.ZipFile(io.BytesIO(b"".join(client.get("/data/catalogue.zip").streaming_content))) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["publisher"] == "สำนักตัวอย่าง"
    assert manifest["license"] == {"url": "https://awards.example/terms", "name": "CC BY 4.0"}
    about = rows_of(client.get("/awards.xlsx?year=2557").getvalue(), sheet=2)
    assert ["สัญญาอนุญาต", "https://awards.example/terms CC BY 4.0"] in [row[:2] for row in about]
    assert "<rights>https://awards.example/terms CC BY 4.0</rights>" in client.get("/awards.atom").text
    assert '"license":"https://awards.example/terms"' in client.get("/data/").text


def test_files_leave_out_what_is_not_decided(client):
    with zipfile.ZipFile(io.BytesIO(b"".join(client.get("/data/catalogue.zip").streaming_content))) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert (manifest["publisher"], manifest["contact"], manifest["license"]) == (None, None, None)
    assert "<rights>" not in client.get("/awards.atom").text
    assert '"license"' not in client.get("/data/").text


def test_deployment_warns_of_what_is_not_decided(decided, settings):
    def warned():
        found = run_checks(include_deployment_checks=True)
        return [message.id for message in found if message.id.startswith("practices.")]

    assert warned() == []
    settings.CATALOGUE_LICENSE = None
    assert warned() == ["practices.W003"]
    settings.CATALOGUE_PUBLISHER = settings.CATALOGUE_CONTACT = ""
    assert warned() == ["practices.W001", "practices.W002", "practices.W003"]
