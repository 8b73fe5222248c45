import pytest
from django.db.models import Value
from django.utils.translation import override

from practices import integrity
from practices.models import AwardEntry, MunicipalityName, RemarkSubject

SAN = {"population": 7_067, "population_men": 3_540, "population_women": 2_527}  # as the award site printed it


def codes(entry):
    return [finding.code for finding in integrity.warnings_for(entry)]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        pytest.param({}, [], id="nothing-stated"),
        pytest.param(SAN, ["population-sum"], id="sum-disagrees"),
        pytest.param(SAN | {"population": 6_067}, [], id="sum-agrees"),
        pytest.param(SAN | {"population": None}, [], id="no-sum"),
        pytest.param(SAN | {"population_men": None}, [], id="one-part"),
        pytest.param({"population": 5, "population_men": 0, "population_women": 0}, ["population-sum"], id="zero"),
        pytest.param({"phone": "054-690-122", "fax": "054-690-122"}, ["fax-is-phone"], id="fax-is-phone"),
        pytest.param({"phone": "054-690-122", "fax": "054-690-141"}, [], id="fax-of-its-own"),
        pytest.param({"phone": "", "fax": ""}, [], id="no-numbers"),
    ],
)
def test_contradictions_are_warned_of(printed, found):
    assert codes(AwardEntry(**printed)) == found


def test_warning_gives_the_sum_beside_the_population():
    (finding,) = integrity.warnings_for(AwardEntry(**SAN))
    assert finding.about == RemarkSubject.POPULATION
    assert not finding.is_error
    for language in ("th", "en"):
        with override(language):
            assert all(number in str(finding.message) for number in ("3,540", "2,527", "6,067", "7,067"))


@pytest.mark.django_db
def test_warnings_of_a_page_ask_nothing(django_assert_num_queries):
    entry = AwardEntry.objects.for_page().get(municipality__slug="khon-kaen-city", year_be=2557)
    with django_assert_num_queries(0):
        assert codes(entry) == ["fax-is-phone"]


@pytest.mark.django_db
def test_the_real_catalogue_has_no_errors():
    assert [str(finding) for finding in integrity.findings() if finding.is_error] == []


@pytest.mark.django_db
def test_entry_without_a_citation_is_an_error():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2558)
    entry.citations.all().delete()
    (finding,) = integrity.findings(AwardEntry.objects.filter(pk=entry.pk))
    assert (finding.code, finding.is_error) == ("no-citation", True)
    assert str(finding).startswith("ERROR khon-kaen-city/2558 no-citation: ")


@pytest.mark.django_db
def test_text_that_is_not_clean_is_an_error_down_to_the_partners():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    practice = entry.practices.get()
    practice.partners.filter(order=1).update(role=Value("เเผน"))  # past the field
    practice.partners.filter(order=2).update(role="แผน")
    errors = [one for one in integrity.findings(AwardEntry.objects.filter(pk=entry.pk)) if one.is_error]
    assert [(error.code, error.about) for error in errors] == [("text-not-clean", None)]
    assert "role" in str(errors[0])


@pytest.mark.django_db
def test_lines_cut_inside_a_paragraph_are_a_doubt_for_editors_only():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2558)
    entry.introduction = "ย่อหน้า\n\nสร้างความ\nรู้สึก"
    entry.save()
    (finding,) = integrity.findings(AwardEntry.objects.filter(pk=entry.pk))
    assert (finding.code, finding.about, finding.is_error) == ("line-cut", None, False)
    assert "บรรทัดที่ 3" in str(finding)
    assert integrity.warnings_for(entry) == []


@pytest.mark.django_db
def test_no_paragraph_of_the_real_catalogue_is_cut():
    assert [str(finding) for finding in integrity.findings() if finding.code == "line-cut"] == []


@pytest.mark.django_db
def test_kind_that_the_register_does_not_know_of_that_year_is_a_doubt_that_no_page_shows():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    assert integrity.doubts_about(entry) == []
    entry.kind = "town"
    (doubt,) = integrity.doubts_about(entry)
    assert (doubt.code, doubt.about, doubt.is_error) == ("kind-not-registered", RemarkSubject.NAME, False)
    assert "kind-not-registered" not in codes(entry)


@pytest.mark.django_db
def test_where_the_register_does_not_say_former_names_count():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    entry.municipality.code, entry.municipality.former_kinds, entry.kind = None, "", "town"
    (doubt,) = integrity.doubts_about(entry)
    assert doubt.code == "kind-of-another"
    MunicipalityName.objects.create(
        municipality=entry.municipality, slug="khon-kaen-town", kind="town", name_th="ขอนแก่น", until_year_be=2538
    )
    assert integrity.doubts_about(entry) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("printed", "found"), [(111_707, False), (98_600, False), (98_400, True), (133_400, True)])
def test_population_far_from_the_registered_one_is_worth_a_look(printed, found):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    assert entry.registered_population == 115_928
    entry.population = printed
    assert ("population-not-registered" in [doubt.code for doubt in integrity.doubts_about(entry)]) == found


@pytest.mark.django_db
def test_the_register_contradicts_no_entry_of_the_real_catalogue():
    codes_found = {finding.code for finding in integrity.findings()}
    assert codes_found == {"fax-is-phone"}


@pytest.mark.django_db
def test_findings_of_all_entries_ask_a_fixed_number_of_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(10):
        list(integrity.findings())


@pytest.mark.django_db
def test_finding_names_row_and_pages():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    (finding,) = integrity.findings(AwardEntry.objects.filter(pk=entry.pk))
    assert str(finding).startswith("WARNING khon-kaen-city/2557 fax-is-phone: ")
    assert str(finding).endswith("[kpi15860 279, kpi15860 280]")
