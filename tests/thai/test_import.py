import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = [path.stem for path in (ROOT / "practices/thai").glob("[a-z]*.py")]


def test_the_room_of_thai_needs_nothing_but_the_standard_library():
    """With -S no installed package is found, Django neither."""
    program = f"import importlib\nfor name in {MODULES}: importlib.import_module(f'practices.thai.{{name}}')\n"
    assert {"text", "query"} <= set(MODULES)
    assert subprocess.run([sys.executable, "-S", "-c", program], cwd=ROOT).returncode == 0
