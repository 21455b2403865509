"""A start clears away what an earlier run that was killed left in the app's own folders."""

from inspector_app.system import part_files


def test_the_start_removes_what_a_killed_write_left(start, directories, qtbot):
    """E5."""
    left = []
    for folder in (directories.settings_file.parent, directories.state):
        folder.mkdir(parents=True)
        # Of a file that is not written now: a write removes what one of the same file has left.
        left.append(part_files.build_part_path(folder / "of an earlier version"))
        left[-1].write_bytes(b"half")
    app = start()
    qtbot.waitUntil(lambda: not any(one.exists() for one in left))
    qtbot.waitUntil(app.background.is_idle)
