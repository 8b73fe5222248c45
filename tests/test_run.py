"""What run.py decides. That it installs and serves is tried by .ci/run in a bare clone."""

import subprocess
from types import SimpleNamespace

import pytest

import run


@pytest.mark.parametrize(
    ("arguments", "lock", "command", "local"),
    [
        pytest.param([], "requirements.lock", ["manage.py", "up"], True, id="alone-serves"),
        pytest.param(["test", "-q"], "requirements-dev.lock", ["-m", "pytest", "-n", "2", "-q"], False, id="test"),
        pytest.param(["migrate", "--plan"], "requirements.lock", ["manage.py", "migrate", "--plan"], True, id="passed"),
    ],
)
def test_plan(arguments, lock, command, local):
    assert run.plan(arguments) == (lock, command, local)


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A checkout without an environment, where every program that run.py starts is noted and succeeds."""
    started = []

    def start(command, **options):
        started.append([str(word) for word in command])
        if "venv" in command:
            (tmp_path / ".venv/bin").mkdir(parents=True, exist_ok=True)
            (tmp_path / ".venv/bin/python").touch()
        return SimpleNamespace(returncode=0)

    (tmp_path / "requirements.lock").write_text("django==5.2 --hash=sha256:0")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(subprocess, "run", start)
    return started


def test_install_demands_hashes(bare):
    run.install("requirements.lock")
    assert [words for words in bare if "install" in words and "--require-hashes" not in words] == []
    assert any("install" in words for words in bare)


def test_second_install_starts_nothing(bare):
    run.install("requirements.lock")
    bare.clear()
    run.install("requirements.lock")
    assert bare == []


def test_changed_lock_is_installed(bare):
    run.install("requirements.lock")
    bare.clear()
    (run.ROOT / "requirements.lock").write_text("django==5.2.1 --hash=sha256:0")
    run.install("requirements.lock")
    assert any("install" in words for words in bare)


def test_interrupted_install_starts_again(bare, monkeypatch):
    noting = subprocess.run

    def interrupted(command, **options):
        if "install" in command:
            raise KeyboardInterrupt
        return noting(command, **options)

    monkeypatch.setattr(subprocess, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run.install("requirements.lock")
    monkeypatch.setattr(subprocess, "run", noting)
    run.install("requirements.lock")
    assert any("install" in words for words in bare)


def test_failed_install_says_so(bare, monkeypatch):
    noting = subprocess.run
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda command, **options: SimpleNamespace(returncode=1) if "install" in command else noting(command),
    )
    with pytest.raises(SystemExit, match="could not be installed"):
        run.install("requirements.lock")
