"""A start clears away what an earlier run that was killed left in the app's own folders."""

from inspector_app.system import part_files
from inspector_app.system.paths import SETTINGS_FILE_NAME


def test_the_start_removes_what_a_killed_write_left(start, directories, qtbot):
    """E5."""
    left = []
    for folder, name in (
        (directories.settings_file.parent, SETTINGS_FILE_NAME),
        (directories.state, "report-labels.key"),
    ):
        folder.mkdir(parents=True)
        left.append(part_files.build_part_path(folder / name))
        left[-1].write_bytes(b"half")
    app = start()
    qtbot.waitUntil(lambda: not any(one.exists() for one in left))
    qtbot.waitUntil(app.background.is_idle)
