import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = [path.stem for path in (ROOT / "practices/thai").glob("[a-z]*.py")]


def test_importing_writes_nothing_to_the_home_directory_and_needs_no_django(tmp_path):
    """pythainlp would make a folder there; without a home directory it would fail."""
    program = (
        "import importlib, sys\n"
        f"for name in {MODULES}: importlib.import_module(f'practices.thai.{{name}}')\n"
        "sys.exit('django' in sys.modules)\n"
    )
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHAINLP_")}
    environment = inherited | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    assert {"text", "query"} <= set(MODULES)
    assert subprocess.run([sys.executable, "-c", program], env=environment, cwd=tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == []
