"""The state's register comes in whole or not at all, and no editor's word is lost to it."""

import gzip
import shutil

import pytest
from django.core.management import CommandError, call_command

from practices.catalogue_files.dumping import differing, dump
from practices.catalogue_files.layout import FIXTURES
from practices.models import AwardEntry, District, Municipality, MunicipalityName, RegisteredPopulation
from practices.register.files import BODIES, DISTRICTS, POPULATION
from practices.register.loading import load
from practices.register.reading import Refused
from tests.catalogue.counts import REGISTERED_BODIES, REGISTERED_FIGURES

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(tmp_path):
    """A copy of the real files to damage."""
    return shutil.copytree(FIXTURES, tmp_path / "fixtures")


def edit(root, table, change):
    """Let `change` work on the lines of a file."""
    path = root / table.path
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode()
    lines = text.splitlines()
    change(lines)
    text = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)


def only_a_few_figures(lines):
    del lines[50:]


def replace(old, new):
    def change(lines):
        (place,) = (number for number, line in enumerate(lines) if old in line)
        lines[place] = lines[place].replace(old, new)

    return change


@pytest.fixture
def few(root):
    edit(root, POPULATION, only_a_few_figures)
    return root


def khon_kaen():
    return Municipality.objects.get(slug="khon-kaen-city")


def test_files_that_say_what_they_said_last_are_skipped(django_assert_num_queries):
    with django_assert_num_queries(3):  # what they said, within a savepoint
        assert load(FIXTURES) is None


def test_a_copy_that_says_the_same_is_skipped_too(root):
    assert load(root) is None


def test_a_changed_name_comes_in_and_its_entries_follow(few):
    edit(few, BODIES, replace("khon-kaen-city,city,ขอนแก่น", "khon-kaen-city,city,ขอนแก่นใหม่"))
    outcome = load(few)
    assert (outcome.added, outcome.changed, outcome.figures) == (0, 1, 49)
    assert khon_kaen().name_th == "ขอนแก่นใหม่"
    assert AwardEntry.objects.matching("ขอนแก่นใหม่").count() == 4


def test_a_changed_code_is_the_same_body(few):
    pk = khon_kaen().pk
    code = khon_kaen().code
    edit(few, BODIES, replace(f"{code},khon-kaen-city,", "409999,khon-kaen-city,"))
    edit(few, POPULATION, lambda lines: lines.append("409999,2564,1,2,3,municipal"))
    load(few)
    assert (khon_kaen().pk, khon_kaen().code) == (pk, "409999")


def test_a_changed_slug_keeps_the_old_address(few, client):
    edit(few, BODIES, replace(",khon-kaen-city,", ",nakhon-khon-kaen,"))
    load(few)
    assert MunicipalityName.objects.get(slug="khon-kaen-city").municipality.slug == "nakhon-khon-kaen"
    assert client.get("/municipalities/khon-kaen-city/").status_code == 301


def test_what_an_editor_changed_stays_and_is_written_into_the_file(few):
    body = khon_kaen()
    body.name_en = "Khonkaen"
    body.save()
    outcome = load(few)
    assert (outcome.kept, khon_kaen().name_en) == (["khon-kaen-city"], "Khonkaen")
    assert BODIES.path in differing(few)
    assert BODIES.path in dump(few)
    assert "khon-kaen-city,city,ขอนแก่น,Khonkaen," in (few / BODIES.path).read_text()
    assert load(few) is None
    assert differing(few) == []


def test_force_lets_the_file_win(few):
    body = khon_kaen()
    body.name_en = "Khonkaen"
    body.save()
    load(few, force=True)
    assert khon_kaen().name_en == "Khon Kaen"


def test_a_body_that_left_the_file_stays(few):
    def leave(lines):
        (place,) = (number for number, line in enumerate(lines) if ",pak-kret-city," in line)
        del lines[place]

    edit(few, BODIES, leave)
    assert load(few).unlisted == ["pak-kret-city"]
    assert Municipality.objects.filter(slug="pak-kret-city").exists()


@pytest.mark.parametrize(
    ("table", "change", "said"),
    [
        (BODIES, replace("khon-kaen-city,city", "khon-kaen-city,village"), "kind: is no kind: 'village'"),
        (BODIES, replace(",khon-kaen-city,", ",Khon-Kaen,"), "slug: is no slug: 'Khon-Kaen'"),
        (BODIES, replace(",khon-kaen-city,", ",lamphun-town,"), "slug: is that of line"),
        (BODIES, replace("khon-kaen-city,city,ขอนแก่น,Khon Kaen,40", "khon-kaen-city,city,ขอนแก่น,Khon Kaen,99"), "99"),
        (BODIES, lambda lines: lines.append("1,2"), "columns: are 2, not 14"),
        (BODIES, lambda lines: lines.__setitem__(0, "code"), "heading: is not code,slug,"),
        (DISTRICTS, lambda lines: lines.append("4001,ซ้ำ,Sam,40"), "code: is that of line"),
        (POPULATION, lambda lines: lines.append("999999,2564,1,2,,municipal"), "code: there is no body 999999"),
        (POPULATION, lambda lines: lines.append("10,2564x,1,2,,municipal"), "year_be: is no whole number"),
        (POPULATION, lambda lines: lines.append("10,2570,-1,2,,municipal"), "men: is no whole number"),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_nothing_is_loaded(few, table, change, said):
    edit(few, table, change)
    with pytest.raises(Refused) as refused:
        load(few)
    assert table.path in str(refused.value)
    assert said in str(refused.value)
    assert RegisteredPopulation.objects.count() == REGISTERED_FIGURES


def test_a_damaged_file_is_refused(root):
    (root / POPULATION.path).write_bytes(b"no gzip")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_register", root=root)


def test_the_command_tells_what_it_did(few, capsys):
    call_command("load_register", root=few)
    assert "Register: 0 added, 0 changed, 49 figures of population" in capsys.readouterr().out


def test_the_real_register_is_whole():
    assert Municipality.objects.exclude(code=None).count() == REGISTERED_BODIES
    assert Municipality.objects.filter(district=None).exclude(kind__in=["pao", "special"]).count() == 0
    assert District.objects.filter(province__code="10").count() == 50


@pytest.mark.parametrize(
    ("slug", "year_be", "kind"),
    [
        ("mae-hia-town", 2549, "sao"),
        ("mae-hia-town", 2552, "subdistrict"),
        ("mae-hia-town", 2560, "town"),
        ("khao-sam-yot-town", 2551, "town"),
        ("nong-khwai-subdistrict", 2555, "sao"),
    ],
)
def test_the_kind_of_a_year_follows_the_history_of_the_register(slug, year_be, kind):
    assert Municipality.objects.get(slug=slug).kind_of_year(year_be) == kind
