"""What the page says is missing or contradictory is what the entries themselves say."""

import pytest

from practices import integrity
from practices.models import AwardEntry
from practices.views.quality import contradictions, gaps, inferences, wanted
from tests.views.reading import text_of
from tools import builder

pytestmark = pytest.mark.django_db


def test_every_rule_has_its_meaning_and_its_entries(client):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    codes = {finding.code for finding in integrity.warnings_for(entry)}
    entry.population, entry.fax = 1, entry.phone or "02-111-1111"
    entry.phone = entry.fax
    codes |= {finding.code for finding in integrity.warnings_for(entry)}
    assert codes == integrity.MEANINGS.keys()
    page = client.get("/data/quality/")
    for meaning in integrity.MEANINGS.values():
        assert str(meaning) in text_of(page)
    assert f'href="{entry.get_absolute_url()}"' in page.text


def test_a_rule_names_the_entries_that_it_is_true_of():
    entries = AwardEntry.objects.published()
    found = {str(rule.meaning): rule for rule in contradictions(entries)}
    for code, meaning in integrity.MEANINGS.items():
        those = {entry for entry in entries for one in integrity.warnings_for(entry) if one.code == code}
        assert set(found[str(meaning)].entries) == those
        assert found[str(meaning)].number == len(those)


def test_a_draft_is_not_told_of(client):
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city").update(is_published=False)
    assert "khon-kaen-city" not in client.get("/data/quality/").text


def test_gaps_count_what_entries_state():
    entries = AwardEntry.objects.published()
    stated = {str(gap.label): gap.stated for gap in gaps(entries)}
    assert stated["ประชากร (คน)"] == sum(entry.population is not None for entry in entries)
    assert stated["สถานที่ตั้ง"] == sum(bool(entry.address) for entry in entries)
    assert stated["คณะผู้บริหาร"] == sum(entry.executives.exists() for entry in entries)
    assert stated["สภา"] == sum(hasattr(entry, "council") for entry in entries)
    assert stated["แนวปฏิบัติ"] == sum(entry.practices.exists() for entry in entries)
    assert 0 < stated["ระดับรางวัล"] < len(entries)


def test_inferences_count_each_part():
    entries = AwardEntry.objects.published()
    assert sum(number for _part, number in inferences(entries)) == sum(len(one.inferred.split()) for one in entries)


def test_every_year_since_the_first_is_looked_for(client):
    years = {year.year_be: year for year in wanted(AwardEntry.objects.published())}
    assert list(years) == list(range(2566, 2543, -1))
    assert (years[2551].found, years[2551].unnamed) == (1, 5)
    assert years[2554].unnamed is None
    assert "2551 1 ชื่ออีกอย่างน้อย 5 แห่งที่แหล่งข้อมูลนับไว้" in text_of(client.get("/data/quality/"))


def test_page_stays_short(client):
    builder.add(300)
    assert len(client.get("/data/quality/").content) < 100_000
