import errno
import json
import os
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from inspector_app.system import atomic_file, part_files
from inspector_app.system.atomic_file import WriteError
from tests.systems import KILLED, needs_fork, needs_modes, needs_pipes_with_names, shows_modes

ROOT = Path(__file__).parents[2]
OLD, NEW = b"old" * 1000, b"new" * 50_000


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "folder" / "answer.json"
    path.parent.mkdir()
    return path


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def files(target: Path) -> list[str]:
    return [entry.name for entry in target.parent.iterdir()]


def test_the_file_holds_the_bytes_and_nothing_stands_beside_it(target):
    atomic_file.atomic_write(target, NEW)
    assert target.read_bytes() == NEW
    assert files(target) == [target.name]


def test_an_old_file_is_replaced(target):
    target.write_bytes(OLD)
    atomic_file.atomic_write(target, b"")
    assert target.read_bytes() == b""


def test_the_bytes_are_on_the_disk_before_they_take_the_name(target, monkeypatch):
    """E5."""
    target.write_bytes(OLD)
    really, seen = os.fsync, []

    def observed(handle: int) -> None:
        really(handle)
        seen.append((os.fstat(handle).st_size, target.read_bytes() == OLD))

    monkeypatch.setattr(os, "fsync", observed)
    atomic_file.atomic_write(target, NEW)
    assert seen[0] == (len(NEW), True)
    # Then the folder's, which Windows has no call for.
    assert [is_old for _, is_old in seen[1:]] == [False] * (os.name == "posix")


@shows_modes
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_can_read_it_whatever_the_old_file_allowed(target, mask):
    """E5."""
    target.write_bytes(OLD)
    target.chmod(0o666)
    before = os.umask(mask)
    try:
        atomic_file.atomic_write(target, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_is_replaced_and_what_it_led_to_is_untouched(target, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(OLD)
    target.symlink_to(elsewhere)
    atomic_file.atomic_write(target, NEW)
    assert not target.is_symlink()
    assert target.read_bytes() == NEW
    assert elsewhere.read_bytes() == OLD


def test_nothing_is_written_through_a_dangling_link(target, tmp_path):
    target.symlink_to(tmp_path / "nowhere")
    atomic_file.atomic_write(target, NEW)
    assert target.read_bytes() == NEW
    assert not (tmp_path / "nowhere").exists()


def test_the_longest_name_a_disk_takes_can_be_written(target):
    name = "华" * 85
    atomic_file.atomic_write(target.with_name(name), NEW)
    assert files(target) == [name]


def problem(path: Path, data: bytes = NEW) -> str:
    with pytest.raises(WriteError) as caught:
        atomic_file.atomic_write(path, data)
    assert caught.value.__cause__ is None
    return str(caught.value.message)


@needs_pipes_with_names
def test_each_obstacle_has_its_own_words(target, tmp_path):
    target.write_bytes(OLD)
    device = tmp_path / "device"
    os.mkfifo(device)
    said = {
        problem(tmp_path / "absent" / "a.json"),
        problem(target.parent),
        problem(device),
        problem(target.with_name("n" * 300)),
        problem(target / "a.json"),
        problem(target.with_name("nul\0byte")),
    }
    assert said == {
        "The folder does not exist. Choose another folder or create it first.",
        "A folder has this name. Choose another name.",
        "This name belongs to a device, not to a file. Choose another name.",
        "This name cannot be used for a file. Choose another name.",
    }
    assert target.read_bytes() == OLD
    assert files(target) == [target.name]


def test_a_write_protected_file_is_left_alone(target):
    target.write_bytes(OLD)
    target.chmod(0o444)
    assert "write-protected" in problem(target)
    assert target.read_bytes() == OLD


_WITHOUT_PERMISSION = """
import os, sys
from pathlib import Path
from inspector_app.system import atomic_file, part_files
if os.getuid() == 0:
    os.setuid(65534)
try:
    atomic_file.atomic_write(Path(sys.argv[1]), b"new")
except atomic_file.WriteError as problem:
    print(problem.message)
"""


@needs_modes
def test_without_permission_the_old_file_stays(target, tmp_path):
    """E5."""
    target.write_bytes(OLD)
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    target.parent.chmod(0o555)
    with python(_WITHOUT_PERMISSION, target) as process:
        said = process.communicate()[0]
    target.parent.chmod(0o755)
    assert said == "Writing there is not permitted. Choose another folder or name.\n"
    assert target.read_bytes() == OLD
    assert files(target) == [target.name]


@pytest.fixture
def small_disk(tmp_path, resource):
    """A disk of 64 KiB; where mounting is not allowed, a limit on the size of a file."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode == 0:
        yield folder
        subprocess.run(["umount", str(folder)], check=True)
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, before[1]))
    yield folder
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(small_disk):
    """E5."""
    target = small_disk / "answer.json"
    atomic_file.atomic_write(target, OLD)
    assert problem(target, b"x" * 70_000) == (
        "The disk is full. Free some space or choose another folder."
    )
    assert target.read_bytes() == OLD
    assert files(target) == [target.name]


def test_a_limit_on_file_sizes_counts_as_a_full_disk(target, resource):
    """E5."""
    atomic_file.atomic_write(target, OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, before[1]))
    try:
        said = problem(target, b"x" * 70_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "disk is full" in said
    assert target.read_bytes() == OLD
    assert files(target) == [target.name]


def test_a_disk_without_nameless_files_works_too(target, monkeypatch):
    monkeypatch.setattr(atomic_file, "_O_TMPFILE", 0)
    target.write_bytes(OLD)
    atomic_file.atomic_write(target, NEW)
    assert target.read_bytes() == NEW
    assert files(target) == [target.name]
    if os.name == "posix":  # elsewhere an access list keeps it private, which no mode shows
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere all files have names")
@pytest.mark.parametrize("number", [errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL, errno.ENOENT])
def test_a_disk_may_refuse_nameless_files_in_several_words(target, monkeypatch, number):
    opened = os.open

    def refuse(path, flags, *rest, **more):
        if flags & atomic_file._O_TMPFILE == atomic_file._O_TMPFILE:
            raise OSError(number, os.strerror(number))
        return opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refuse)
    atomic_file.atomic_write(target, NEW)
    assert target.read_bytes() == NEW
    assert files(target) == [target.name]


_KILLED_AT_EACH_LINE = """
import json, os, signal, sys
from pathlib import Path
from inspector_app.system import atomic_file, part_files

target, old, new = Path(sys.argv[1]), b"old" * 1000, b"new" * 50_000
if sys.argv[2] == "named":
    atomic_file._O_TMPFILE = 0
is_new = sys.argv[2] == "nameless, no old file"

def killer(line):
    left = line
    def trace(frame, event, argument):
        nonlocal left
        if frame.f_code.co_filename != atomic_file.__file__:
            return None
        if event == "line":
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    return trace

seen = []
for line in range(1, 1000):
    target.unlink(missing_ok=True) if is_new else target.write_bytes(old)
    child = os.fork()
    if child == 0:
        sys.settrace(killer(line))
        atomic_file.atomic_write(target, new)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    beside = [entry for entry in target.parent.iterdir() if entry != target]
    for entry in beside:
        os.utime(entry, (0, 0))
    content = target.read_bytes() if target.exists() else b""
    seen.append({
        "killed": os.WIFSIGNALED(status),
        "content": {old: "old", new: "new", b"": "none"}.get(content, "broken"),
        "beside": len(beside),
    })
    atomic_file.atomic_write(target, new)
    seen[-1]["left"] = len(list(target.parent.iterdir())) - 1
    if not seen[-1]["killed"]:
        break
print(json.dumps(seen))
"""


@needs_fork
@pytest.mark.parametrize("way", ["nameless, no old file", "nameless", "named"])
def test_a_kill_at_any_line_leaves_a_whole_file(target, way):
    """E5: every line of the module is a kill point; the next write clears what was left.

    Nothing is left where there was no old file: the new one has its own name, or none.
    """
    with python(_KILLED_AT_EACH_LINE, target, way) as process:
        seen = json.loads(process.communicate()[0])
    assert len(seen) > 20
    assert not seen[-1]["killed"]
    assert {one["content"] for one in seen} == {"none" if "no old" in way else "old", "new"}
    assert {one["left"] for one in seen} == {0}
    beside = sum(one["beside"] for one in seen)
    most = {"nameless, no old file": 0, "nameless": len(seen) / 4, "named": len(seen)}
    assert beside <= most[way]
    assert (beside > 0) is (way != "nameless, no old file")  # or nobody was killed in between


_WRITES_FOR_EVER = """
import sys
from pathlib import Path
from inspector_app.system import atomic_file, part_files
print("ready", flush=True)
for turn in range(10**9):
    atomic_file.atomic_write(Path(sys.argv[1]), bytes([turn % 256]) * 100_000)
"""


def test_a_kill_at_a_random_moment_leaves_a_whole_file(target):
    """E5: 20 processes killed while they write."""
    atomic_file.atomic_write(target, b"\0" * 100_000)

    for number in range(20):
        with python(_WRITES_FOR_EVER, target) as process:
            assert process.stdout is not None
            process.stdout.readline()
            until = time.monotonic() + 0.0037 * number
            while time.monotonic() < until:
                atomic_file.atomic_write(target.with_name("other"), NEW)
            process.kill()
        assert process.returncode == KILLED
        content = target.read_bytes()
        assert len(content) == 100_000
        assert len(set(content)) == 1
    for entry in target.parent.iterdir():
        os.utime(entry, (0, 0))
    atomic_file.atomic_write(target, NEW)
    assert sorted(files(target)) == [target.name, "other"]


def test_only_abandoned_files_of_this_target_are_cleared_away(target):
    other = target.with_name(".answer.json.notes.part")
    abandoned = target.with_name(".answer.json.fedcba9876543210.part")
    for path in (other, abandoned):
        path.write_bytes(b"x")
        os.utime(path, (0, 0))  # Windows and disks without locks tell by the age
    living = part_files.build_part_path(target)
    with part_files.create_part(living):
        atomic_file.atomic_write(target, NEW)
        assert sorted(files(target)) == sorted([living.name, other.name, target.name])


@pytest.mark.skipif(os.name != "posix", reason="macOS locks files as POSIX says")
def test_on_macos_no_folder_is_listed(target, monkeypatch):
    """macOS asks the person before a program lists their desktop or documents."""
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "scandir", None)
    monkeypatch.setattr(os, "listdir", None)
    atomic_file.atomic_write(target, NEW)
    monkeypatch.undo()
    assert target.read_bytes() == NEW


def test_writers_at_the_same_time_do_not_disturb_each_other(target):
    def write(number):
        atomic_file.atomic_write(target, bytes([number]) * 50_000)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(100)))
    content = target.read_bytes()
    assert len(content) == 50_000
    assert len(set(content)) == 1
    assert files(target) == [target.name]


def test_a_target_that_another_program_holds_is_no_missing_permission(target, monkeypatch):
    """The folder is writable: the new file is in it."""

    def refuse(_part, _target):
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WriteError) as told:
        atomic_file._replace_held_target(target.with_suffix(".part"), target)
    assert "Another program has this file open" in str(told.value.message)


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere an open file is replaced")
def test_windows_replaces_no_file_that_is_open(target):
    target.write_bytes(b"old")
    with target.open("rb"), pytest.raises(WriteError) as told:
        atomic_file.atomic_write(target, b"new")
    assert "Another program has this file open" in str(told.value.message)
    assert target.read_bytes() == b"old"
    assert [one.name for one in target.parent.iterdir()] == [target.name]


def test_windows_is_asked_again_for_less_than_two_seconds():
    """R3: a virus scanner lets go of a file sooner, and a person waits no longer."""
    assert atomic_file._WINDOWS_RETRY_PAUSES == (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
