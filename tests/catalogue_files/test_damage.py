"""A damaged file is refused whole, and the message says where and what."""

import json

import pytest

from practices.catalogue_files.loading import load
from practices.catalogue_files.reading import MAX_BYTES, Refused
from practices.models import AwardEntry
from tests.catalogue_files.conftest import KHON_KAEN, PHANA

pytestmark = pytest.mark.django_db

SOURCES = "reference/sources.json"
ENTRY, EXECUTIVE, COUNCIL, PRACTICE, PARTNER, CITATION = 1, 2, 5, 6, 7, 9


def field(path, number, **fields):
    return lambda files: files.set(path, number, **fields)


def text(path, change):
    return lambda files: (files.root / path).write_bytes(change((files.root / path).read_text()))


def records(path, change):
    return lambda files: files.edit(path, change)


def moved(path, to):
    def damage(files):
        (files.root / to).parent.mkdir(exist_ok=True)
        (files.root / path).rename(files.root / to)

    return damage


def doubled_practice(files):
    practice = json.loads((files.root / KHON_KAEN).read_text())[PRACTICE - 1]
    practice["fields"]["entry"] = ["phana-subdistrict", 2557]
    files.edit(PHANA, lambda rows: rows.insert(1, practice))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        pytest.param(text(KHON_KAEN, lambda t: t[:900].encode()), f"{KHON_KAEN}: cannot be read", id="cut-short"),
        pytest.param(text(KHON_KAEN, lambda t: b"- model: x\n  fields: {}\n"), f"{KHON_KAEN}: cannot be", id="yaml"),
        pytest.param(text(KHON_KAEN, lambda t: t.encode("utf-8-sig")), f"{KHON_KAEN}: cannot be read", id="bom"),
        pytest.param(
            text(KHON_KAEN, lambda t: "เทศบาล".encode("tis-620")), f"{KHON_KAEN}: cannot be read", id="tis-620"
        ),
        pytest.param(text(KHON_KAEN, lambda t: b"[" * 200_000), f"{KHON_KAEN}: cannot be read", id="deep"),
        pytest.param(text(KHON_KAEN, lambda t: b" " * MAX_BYTES + t.encode()), "larger than 2,000,000", id="huge"),
        pytest.param(text(KHON_KAEN, lambda t: b"{}"), f"{KHON_KAEN}: is not a list", id="not-a-list"),
        pytest.param(text(KHON_KAEN, lambda t: b"[]"), f"{KHON_KAEN}: holds no entry", id="empty"),
        pytest.param(
            text(KHON_KAEN, lambda t: t.replace('"men": 18', '"men": 18, "men": 17').encode()),
            "the name 'men' stands twice",
            id="doubled-name",
        ),
        pytest.param(
            text(KHON_KAEN, lambda t: t.replace('"men": 18', '"men": NaN').encode()), "NaN is not a value", id="nan"
        ),
        pytest.param(
            records(KHON_KAEN, lambda rows: rows.append({"model": "auth.user", "fields": {}})),
            f"{KHON_KAEN}, record 26, model: 'auth.user' does not belong in this file",
            id="other-model",
        ),
        pytest.param(
            records(KHON_KAEN, lambda rows: rows[0].update(pk=1)),
            f"{KHON_KAEN}, record 1: is not an object of",
            id="primary-key",
        ),
        pytest.param(
            field(KHON_KAEN, ENTRY, budget=1),
            f"{KHON_KAEN}, record 1 (practices.awardentry khon-kaen-city 2557), budget: there is no such field",
            id="unknown-field",
        ),
        pytest.param(
            records(KHON_KAEN, lambda rows: rows[0]["fields"].pop("fax")),
            f"{KHON_KAEN}, record 1 (practices.awardentry khon-kaen-city 2557), fax: is missing",
            id="missing-field",
        ),
        pytest.param(
            field(KHON_KAEN, ENTRY, population="111,707"),
            f"{KHON_KAEN}, record 1 (practices.awardentry khon-kaen-city 2557), population: must be a whole number",
            id="text-for-number",
        ),
        pytest.param(
            field(KHON_KAEN, ENTRY, introduction="ก ข " * 50_001),
            "introduction: ยาวเกินไป: 200,003 ตัวอักษร",
            id="endless-text",
        ),
        pytest.param(field(KHON_KAEN, ENTRY, population=True), "population: must be a whole", id="true-for-number"),
        pytest.param(field(KHON_KAEN, ENTRY, area_km2=46.5), "area_km2: must be a decimal written", id="float"),
        pytest.param(field(KHON_KAEN, ENTRY, area_km2="46,5"), "khon-kaen-city 2557), area_km2: ", id="not-a-decimal"),
        pytest.param(field(KHON_KAEN, ENTRY, fax=None), "khon-kaen-city 2557), fax: must not be null", id="null-text"),
        pytest.param(field(KHON_KAEN, ENTRY, vision="a\0b"), "vision: holds a character", id="null-character"),
        pytest.param(field(KHON_KAEN, ENTRY, checked_on="2026-02-30"), "2557), checked_on: ", id="no-such-day"),
        pytest.param(field(KHON_KAEN, ENTRY, postcode="4000"), "khon-kaen-city 2557), postcode: ", id="postcode"),
        pytest.param(field(KHON_KAEN, ENTRY, phone="0" * 81), "khon-kaen-city 2557), phone: ", id="over-long"),
        pytest.param(field(KHON_KAEN, ENTRY, tier="silver"), "khon-kaen-city 2557), tier: ", id="no-such-choice"),
        pytest.param(
            field(KHON_KAEN, ENTRY, population=2**40), "population: must be between", id="number-out-of-range"
        ),
        pytest.param(field(KHON_KAEN, ENTRY, subsidy_baht="-1.00"), "2557), subsidy_baht: ", id="negative-money"),
        pytest.param(
            field(KHON_KAEN, ENTRY, community_unit=""),
            f"{KHON_KAEN}, record 1 (practices.awardentry khon-kaen-city 2557): ระบุจำนวนพร้อมหน่วยนับ",
            id="count-without-unit",
        ),
        pytest.param(
            field(KHON_KAEN, COUNCIL, men=None, women=None),
            f"{KHON_KAEN}, record 5 (practices.councilcomposition khon-kaen-city 2557): ระบุจำนวนชายหรือหญิง",
            id="silent-council",
        ),
        pytest.param(
            field(KHON_KAEN, PRACTICE, title="\u200b"),
            f"{KHON_KAEN}, record 6 (practices.practice khon-kaen-city-2557-marginalised-urban-youth), title: ",
            id="text-of-nothing",
        ),
        pytest.param(
            field(KHON_KAEN, CITATION, source=["nowhere"]),
            f"{KHON_KAEN}, record 9 (practices.citation khon-kaen-city 2557 1), source: there is no source nowhere",
            id="no-such-source",
        ),
        pytest.param(field(KHON_KAEN, CITATION, source="kpi15860"), "source: must be a natural key", id="not-a-key"),
        pytest.param(
            field(SOURCES, 1, url="javascript:alert(1)"), "url: ที่อยู่เว็บต้องขึ้นต้นด้วย http", id="script-as-address"
        ),
        pytest.param(
            field(SOURCES, 1, page_url_template="javascript:{page}"), "page_url_template: ", id="script-as-page-address"
        ),
        pytest.param(
            field(KHON_KAEN, EXECUTIVE, entry=["phana-subdistrict", 2557]),
            f"{KHON_KAEN}, record 2 (practices.executive phana-subdistrict 2557 1), entry: ",
            id="child-of-another-entry",
        ),
        pytest.param(
            field(KHON_KAEN, EXECUTIVE, order=7),
            f"{KHON_KAEN}, record 2 (practices.executive khon-kaen-city 2557 7), order: is 7, but its place is 1",
            id="out-of-order",
        ),
        pytest.param(
            records(KHON_KAEN, lambda rows: rows.append(rows[PARTNER - 1])), "is record 7 once more", id="doubled-row"
        ),
        pytest.param(
            records(KHON_KAEN, lambda rows: rows.append(rows.pop(0))), "begins with its one entry", id="entry-last"
        ),
        pytest.param(doubled_practice, f"{PHANA}, record 2 (practices.practice khon-", id="row-in-two-files"),
        pytest.param(
            moved(KHON_KAEN, "awards/2558/khon-kaen.json"),
            "awards/2558/khon-kaen.json, record 1 (practices.awardentry khon-kaen-city 2557): this entry belongs in",
            id="wrong-place",
        ),
        pytest.param(moved(KHON_KAEN, "awards/2557/notes.txt"), "awards/2557/notes.txt: is not a file of", id="stray"),
        pytest.param(moved(SOURCES, "../away.json"), f"{SOURCES}: the file is missing", id="missing-file"),
        pytest.param(
            field(SOURCES, 1, url="javascript:alert(1)"),
            f"{SOURCES}, record 1 (practices.source award-kpi-324), url: ที่อยู่เว็บต้องขึ้นต้นด้วย",
            id="script-for-address",
        ),
        pytest.param(
            records("reference/provinces.json", lambda rows: rows[1]["fields"].update(slug="bangkok")),
            "reference/provinces.json, record 2 (practices.province 11), slug: ",
            id="taken-address",
        ),
    ],
)
def test_damage_is_refused_whole_and_named(files, damage, said):
    files.set(PHANA, 1, phone="a change that is fine")
    damage(files)
    with pytest.raises(Refused) as refused:
        load(files.root)
    assert said in str(refused.value)
    assert AwardEntry.objects.get(municipality__slug="phana-subdistrict", year_be=2557).phone == "045-463-032"


def test_every_problem_is_named_at_once(files):
    files.set(KHON_KAEN, ENTRY, tier="silver")
    files.set(PHANA, ENTRY, postcode="ab")
    with pytest.raises(Refused) as refused:
        load(files.root)
    assert [(problem.path, problem.field) for problem in refused.value.problems] == [
        (KHON_KAEN, "tier"),
        (PHANA, "postcode"),
    ]


def test_rows_below_a_broken_one_are_not_blamed(files):
    files.set("reference/categories.json", 1, since_year_be="abc")
    with pytest.raises(Refused) as refused:
        load(files.root)
    assert [problem.field for problem in refused.value.problems] == ["since_year_be"]
