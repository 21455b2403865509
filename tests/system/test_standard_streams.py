"""Whatever standard output cannot take, the program goes on and ends in order."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.system import standard_streams

ROOT = Path(__file__).parents[2]
LEGACY = ["cp1252", "gbk", "ascii", "cp437", "utf-16-le"]
SAID = "风电场 – Übersicht \N{GRINNING FACE} \ud800"


def run(script, **variables):
    return subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables,
        capture_output=True,
        timeout=50,
        check=False,
    )


@pytest.mark.parametrize("encoding", LEGACY)
def test_what_a_code_page_lacks_is_escaped(encoding):
    written = io.BytesIO()
    stream = io.TextIOWrapper(written, encoding, newline="\n")
    standard_streams.print_line(stream, SAID)
    told = written.getvalue().decode(encoding)
    assert told.endswith("\\ud800\n")
    assert told.startswith(("风电场 ", "\\u98ce\\u7535"))


def test_a_line_goes_nowhere_where_there_is_no_stream_or_a_closed_one():
    closed = io.StringIO()
    closed.close()
    standard_streams.print_line(None, SAID)
    standard_streams.print_line(closed, SAID)


def test_streams_that_are_missing_are_given():
    done = run(
        "import sys\n"
        "from inspector_app.system import standard_streams\n"
        "sys.stdout = sys.stderr = None\n"
        "standard_streams.prepare_streams()\n"
        "sys.stdout.write('nowhere')\n"
        "sys.stderr.write('nowhere')\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


@pytest.mark.parametrize("encoding", LEGACY)
def test_prepared_streams_take_every_character(encoding):
    done = run(
        "import sys\n"
        "from inspector_app.system import standard_streams\n"
        "standard_streams.prepare_streams()\n"
        f"print({SAID!a})\n"
        f"print({SAID!a}, file=sys.stderr)\n",
        PYTHONIOENCODING=encoding,
    )
    assert done.returncode == 0, done.stderr
    for stream in (done.stdout, done.stderr):
        assert stream.decode(encoding).rstrip().endswith("\\ud800")


@pytest.mark.parametrize("arguments", [["--self-test"], ["--demo", "--screenshot", "picture.png"]])
@pytest.mark.parametrize("encoding", ["cp437", "ascii"])
def test_an_unattended_run_ends_on_a_legacy_code_page(tmp_path, arguments, encoding):
    """It is the picture's report that has characters which no code page of the West knows."""
    done = subprocess.run(
        [sys.executable, "-m", "inspector_app", *arguments],
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding, "LANGUAGE": "zh_CN"},
        cwd=tmp_path,
        capture_output=True,
        timeout=55,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("text", ["'short'", "'long' * 10_000"])
def test_a_pipe_that_nobody_reads_is_a_broken_pipe_on_every_system(text):
    """On Windows the interpreter tells it as EINVAL."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    script = (
        "import sys\n"
        "from inspector_app.system import standard_streams\n"
        "output = standard_streams.wrap_output(sys.stdout)\n"
        "try:\n"
        f"    print({text}, file=output, flush=True)\n"
        "except BrokenPipeError:\n"
        "    print('nobody reads', end='', file=sys.stderr, flush=True)\n"
        "import os; os._exit(0)\n"
    )
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=50,
            check=False,
        )
    assert done.stderr == b"nobody reads"


@pytest.mark.parametrize("is_buffered", [True, False])
@pytest.mark.parametrize("by_line", [True, False])
def test_a_stream_that_takes_the_place_of_another_is_as_that_one(tmp_path, is_buffered, by_line):
    with (tmp_path / "output").open("wb", buffering=-1 if is_buffered else 0) as file:
        stream = io.TextIOWrapper(file, "gbk", line_buffering=by_line, write_through=not by_line)
        stream.write("before ")
        wrapped = standard_streams.wrap_output(stream)
        assert (wrapped.encoding, wrapped.errors) == ("gbk", "backslashreplace")
        assert (wrapped.line_buffering, wrapped.write_through) == (by_line, not by_line)
        assert isinstance(wrapped.buffer, io.BufferedWriter) is is_buffered
        wrapped.write("风电场")
        wrapped.close()
        stream.write(" after")
        stream.flush()
    assert (tmp_path / "output").read_bytes().decode("gbk") == "before 风电场 after"


def test_a_write_that_is_refused_as_invalid_is_a_closed_pipe():
    with pytest.raises(BrokenPipeError), standard_streams.tell_closed_pipe():
        raise OSError(errno.EINVAL, "Invalid argument")


def test_other_failures_of_a_write_keep_their_kind():
    with pytest.raises(OSError, match="full") as told, standard_streams.tell_closed_pipe():
        raise OSError(errno.ENOSPC, "the disk is full")
    assert told.value.errno == errno.ENOSPC
