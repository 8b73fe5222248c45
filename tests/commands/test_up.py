import os

import pytest
from django.core.management import call_command

from practices.management.commands import up
from practices.models import AwardEntry


class Handed(Exception):
    """Stands for the server that takes the process over."""


@pytest.fixture
def called(monkeypatch, settings, tmp_path):
    """The commands that `up` calls instead of running them; what collectstatic would fill is a place of its own."""
    names = []

    def note(name, **options):
        names.append(name)
        if name == "collectstatic":
            settings.STATIC_ROOT.mkdir()

    def hand_over(program, arguments):
        raise Handed(arguments)

    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [tmp_path / "static"]
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "base.css").write_text("a {}")
    monkeypatch.setattr(up, "call_command", note)
    monkeypatch.setattr(os, "execv", hand_over)
    return names


def start():
    with pytest.raises(Handed, match="gunicorn"):
        call_command("up")


@pytest.mark.django_db
def test_first_start_does_everything(called):
    AwardEntry.objects.all().delete()
    start()
    assert called == ["migrate", "load_catalogue", "collectstatic"]


@pytest.mark.django_db
def test_later_start_leaves_the_data_to_the_editors(called):
    start()
    assert "load_catalogue" not in called


@pytest.mark.django_db
def test_first_start_says_how_to_make_an_admin(called, capsys, admin_user):
    start()
    assert "createsuperuser" not in capsys.readouterr().out
    admin_user.delete()
    start()
    assert "python3 run.py createsuperuser" in capsys.readouterr().out


@pytest.mark.django_db
def test_unchanged_files_are_not_collected_again(called, settings):
    start()
    called.clear()
    start()
    assert "collectstatic" not in called


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda folder: (folder / "a.css").write_text("b {}"), id="content"),
        pytest.param(lambda folder: (folder / "a.css").rename(folder / "b.css"), id="name"),
        pytest.param(lambda folder: (folder / "a.css").unlink(), id="removed"),
        pytest.param(lambda folder: (folder / "sub" / "c.css").write_text(""), id="added-below"),
    ],
)
def test_every_change_of_a_static_file_is_seen(tmp_path, change):
    folder = tmp_path / "static"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.css").write_text("a {}")
    before = up.static_digest([folder])
    assert up.static_digest([folder]) == before
    change(folder)
    assert up.static_digest([folder]) != before
