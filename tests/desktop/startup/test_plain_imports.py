import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_no_source_is_read_again_for_what_is_imported(tmp_path):
    """R3: PySide would look into each module's source for the use of its features."""
    script = """
import linecache
from inspector_app.desktop.startup import plain_imports
plain_imports.restore_plain_imports()
before = set(linecache.cache)
import inspector_app.desktop.startup.launch, inspector_app.desktop.application
print(len(set(linecache.cache) - before), len(before))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    read_later, read_before = map(int, done.stdout.split())
    assert read_later == 0
    assert read_before > 0, "PySide reads no sources any more: this module can go"
