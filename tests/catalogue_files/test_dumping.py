"""The files say what the database says, and no file loses what was never loaded."""

import json

import pytest

from practices.catalogue_files.dumping import differing, dump
from practices.catalogue_files.layout import FIXTURES, REFERENCE, paths_in
from practices.catalogue_files.loading import load
from practices.catalogue_files.reading import Refused
from practices.catalogue_files.snapshot import snapshot
from practices.models import AwardEntry, Executive, Municipality
from tests.catalogue_files.conftest import KHON_KAEN, PHANA, edit, khon_kaen, phana

pytestmark = pytest.mark.django_db


def test_dump_writes_an_edit_and_nothing_else(files):
    edit(phana(), phone="045-000-000", population=None)
    assert dump(files.root) == [PHANA]
    fields = json.loads((files.root / PHANA).read_text())[0]["fields"]
    assert (fields["phone"], fields["population"]) == ("045-000-000", None)
    assert dump(files.root) == []
    assert load(files.root).changes == []


def test_dump_writes_new_entries_and_takes_old_files_away(files):
    body = Municipality.objects.get(slug="phana-subdistrict")
    AwardEntry.objects.create(municipality=body, year_be=2560, kind=body.kind)
    phana().delete()
    assert dump(files.root) == [PHANA, "awards/2560/phana-subdistrict.json"]
    assert set(paths_in(files.root)) == set(snapshot())


def test_dump_numbers_rows_by_their_place(files):
    Executive.objects.filter(entry=khon_kaen()).update(order=0)
    assert dump(files.root) == []
    assert load(files.root).changes == []


def test_dump_of_an_empty_catalogue_loads(files):
    AwardEntry.objects.all().delete()
    dump(files.root)
    assert len(paths_in(files.root)) == len(REFERENCE)
    assert load(files.root).changes == []


def test_dump_into_an_empty_folder_gives_the_real_files(tmp_path):
    assert len(dump(tmp_path)) == len(paths_in(FIXTURES))
    assert all((tmp_path / path).read_bytes() == (FIXTURES / path).read_bytes() for path in paths_in(FIXTURES))


def test_dump_restores_the_form_of_a_loaded_file(files):
    files.edit(PHANA, lambda rows: rows[0].update(fields=dict(reversed(rows[0]["fields"].items()))))
    assert load(files.root).changes == []
    assert dump(files.root) == [PHANA]
    assert differing(files.root) == []


def lose_a_draft(files):
    """A new file that somebody transcribed and nobody loaded yet."""
    text = (files.root / PHANA).read_text().replace("2557", "2560")
    (files.root / "awards/2560/phana-subdistrict.json").write_text(text)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        pytest.param(lose_a_draft, "awards/2560/phana-subdistrict.json", id="new-file"),
        pytest.param(lambda files: files.set(PHANA, 1, phone="1"), PHANA, id="changed-file"),
        pytest.param(lambda files: (files.root / PHANA).write_text("[{"), PHANA, id="half-written-file"),
    ],
)
def test_dump_refuses_to_lose_what_was_never_loaded(files, change, path):
    edit(khon_kaen(), phone="043-000-000")
    change(files)
    with pytest.raises(Refused) as refused:
        dump(files.root)
    assert [problem.path for problem in refused.value.problems] == [path]
    assert (files.root / KHON_KAEN).read_bytes() == (FIXTURES / KHON_KAEN).read_bytes()
