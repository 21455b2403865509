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


def test_the_app_itself_imports_plainly(tmp_path):
    """R3: before it imports what a start needs."""
    script = """
import builtins, sys
import inspector_app.desktop.startup.launch as launch
assert builtins.__import__ is not builtins.__orig_import__
launch.run = lambda arguments: 7 if builtins.__import__ is builtins.__orig_import__ else 8
from inspector_app.__main__ import main
sys.exit(main())
"""
    ended = subprocess.run([sys.executable, "-c", script], check=False, cwd=ROOT)
    assert ended.returncode == 7
