"""load_catalogue, dump_catalogue and check_catalogue as they are typed."""

import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from practices.catalogue_files.layout import FIXTURES
from practices.models import AwardEntry, Citation, Province

pytestmark = pytest.mark.django_db

PHANA = "awards/2557/phana-subdistrict.json"


@pytest.fixture
def root(tmp_path):
    return shutil.copytree(FIXTURES, tmp_path / "fixtures")


def set_phone(root, phone):
    records = json.loads((root / PHANA).read_text())
    records[0]["fields"]["phone"] = phone
    (root / PHANA).write_text(json.dumps(records, ensure_ascii=False, indent=2) + "\n")


def phana():
    return AwardEntry.objects.get(municipality__slug="phana-subdistrict", year_be=2557)


def test_load_says_how_much_changed(root, capsys):
    set_phone(root, "1")
    call_command("load_catalogue", root=root)
    assert capsys.readouterr().out == "Loaded: 0 added, 1 changed, 0 deleted\n"
    assert phana().phone == "1"


def test_dry_run_lists_the_changes(root, capsys):
    set_phone(root, "1")
    call_command("load_catalogue", root=root, dry_run=True)
    listed, total = capsys.readouterr().out.splitlines()
    assert listed == "~ practices.awardentry phana-subdistrict 2557: phone"
    assert total == "Would be: 0 added, 1 changed, 0 deleted"
    assert phana().phone == "045-463-032"


def test_load_takes_files_by_their_path(root, monkeypatch):
    set_phone(root, "1")
    monkeypatch.chdir(root / "awards")
    call_command("load_catalogue", "2557/phana-subdistrict.json", root=root)
    assert phana().phone == "1"


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        pytest.param(["/etc/hostname"], {}, id="file-elsewhere"),
        pytest.param([str(FIXTURES / PHANA)], {"prune": True}, id="prune-with-files"),
        pytest.param([str(FIXTURES / "awards/2557/nobody.json")], {}, id="no-such-file"),
    ],
)
def test_load_refuses_what_it_cannot_mean(arguments, options):
    with pytest.raises(CommandError):
        call_command("load_catalogue", *arguments, **options)


def test_refused_load_counts_its_problems(root):
    set_phone(root, None)
    with pytest.raises(CommandError, match=r"phone: must not be null\n1 problem\(s\); nothing was loaded"):
        call_command("load_catalogue", root=root)


def test_load_tells_of_edits_it_kept(root, capsys):
    entry = phana()
    entry.phone = "1"
    entry.save()
    call_command("load_catalogue", root=root)
    assert f"{PHANA}: edited in the database, file unchanged; kept" in capsys.readouterr().out


def test_dump_check_is_clean_after_a_load(capsys):
    call_command("load_catalogue")
    call_command("dump_catalogue", check=True)
    assert "0 file(s) differ" in capsys.readouterr().out


def test_dump_check_names_what_differs_and_fails(root, capsys):
    set_phone(root, "1")
    with pytest.raises(SystemExit) as stopped:
        call_command("dump_catalogue", root=root, check=True)
    assert stopped.value.code == 1
    assert capsys.readouterr().out == f"{PHANA}: differs from the database\n"


def test_dump_writes_what_differs(root, capsys):
    (root / PHANA).write_text((root / PHANA).read_text().replace("  ", " "))
    call_command("dump_catalogue", root=root)
    assert capsys.readouterr().out == f"{PHANA}: written\n1 file(s) changed\n"
    assert (root / PHANA).read_bytes() == (FIXTURES / PHANA).read_bytes()


def test_dump_refuses_to_lose_what_was_never_loaded(root):
    set_phone(root, "1")
    with pytest.raises(CommandError, match=r"phana-subdistrict\.json: was changed .*\nnothing was written"):
        call_command("dump_catalogue", root=root)


def test_dump_asks_before_it_brings_back_what_was_taken_out(root, capsys):
    (root / PHANA).unlink()
    with pytest.raises(CommandError, match=r"phana-subdistrict 2557\): was taken out .*load_catalogue --prune"):
        call_command("dump_catalogue", root=root)
    call_command("dump_catalogue", root=root, force=True)
    assert (root / PHANA).read_bytes() == (FIXTURES / PHANA).read_bytes()


def test_a_conflict_names_the_commands_that_decide_it(root):
    entry = phana()
    entry.phone = "2"
    entry.save()
    set_phone(root, "1")
    said = r"--force \S*phana-subdistrict\.json lets these files win, dump_catalogue --force"
    with pytest.raises(CommandError, match=said):
        call_command("load_catalogue", root=root)
    call_command("load_catalogue", str(root / PHANA), root=root, force=True)
    assert phana().phone == "1"


def test_check_finds_no_error_in_the_real_catalogue(capsys):
    call_command("check_catalogue")
    assert capsys.readouterr().out.endswith("0 error(s), 2 warning(s)\n")


def check_fails(capsys, **options):
    with pytest.raises(SystemExit) as stopped:
        call_command("check_catalogue", **options)
    assert stopped.value.code == 1
    return capsys.readouterr().out


def test_check_fails_on_an_entry_without_a_citation(capsys):
    Citation.objects.filter(entry=phana()).delete()
    assert "ERROR phana-subdistrict/2557 no-citation" in check_fails(capsys)


def test_check_fails_on_damaged_text_in_a_file(root, capsys):
    set_phone(root, "045\u00a0463\u200b032")
    said = check_fails(capsys, root=root)
    assert f"{PHANA}, record 1 (practices.awardentry phana-subdistrict 2557), phone: the text is not clean" in said


def test_check_fails_on_a_broken_file(root, capsys):
    (root / PHANA).write_text("[")
    assert f"{PHANA}: cannot be read" in check_fails(capsys, root=root)


def test_check_fails_on_columns_that_do_not_follow(capsys):
    AwardEntry.objects.filter(pk=phana().pk).update(size="gt100k")
    Province.objects.filter(code="40").update(order_th=b"")
    said = check_fails(capsys)
    assert "practices.awardentry phana-subdistrict/2557: derived columns are out of date" in said
    assert "practices.province 40: derived columns are out of date" in said
