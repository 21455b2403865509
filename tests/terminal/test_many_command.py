"""``inspect --many``: a row for each token as its answer comes, and none of them lost."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import threading
import time

import pytest

from inspector_app.inspection.many import MAX_AT_ONCE
from inspector_app.session.token import Token
from inspector_app.terminal import many_options
from tests.gateway.faulty_gateway import FaultyGateway, answer
from tests.session.answers import changed
from tests.terminal.console import Terminal, enos, program, started

REFUSED = b'{"status": 30404}'
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz"


def create_tokens(count, seed=41):
    letters = random.Random(seed)
    return ["IAM_S_" + "".join(letters.choices(ALPHABET, k=32)) for _ in range(count)]


def read_token(head):
    """The token in the head of a request, sent after ``Bearer`` or bare."""
    line = next(one for one in head.split(b"\r\n") if one.startswith(b"Authorization"))
    return line.split(b" ")[-1].decode()


def valid(wire, name="mara.lindqvist"):
    """The answer that the session of the token asked about is alive."""
    now = int(time.time())
    changes = {
        "session.id": read_token(bytes(wire.received)),
        "session.createTime": now - 600,
        "session.refreshTime": now - 300,
        "session.user.name": name,
        "session.user.password_expire_time": 0,
    }
    return answer(json.dumps(changed("success", changes)).encode())


class Counting(FaultyGateway):
    """Answers as it is told for each number of request, and keeps the tokens that were sent."""

    def __init__(self, reply=None):
        self.tokens = []
        self._lock = threading.Lock()
        self._reply_to = reply or (lambda wire, number: wire.send(valid(wire)))
        super().__init__(self._count)

    def _count(self, wire):
        head = wire.request()
        with self._lock:
            self.tokens.append(read_token(head))
            number = len(self.tokens)
        self._reply_to(wire, number)

    @property
    def where(self):
        return ("inspect", "--gateway", f"http://127.0.0.1:{self.port}")


def write(tmp_path, tokens, name="tokens.txt"):
    path = tmp_path / name
    path.write_text("\n".join(tokens))
    return path


def fingerprints(tokens):
    return [Token(one).fingerprint for one in tokens]


def rows(out):
    return [json.loads(line) for line in out.decode().splitlines()]


def test_each_token_has_its_row_and_one_call(tmp_path):
    tokens = create_tokens(9)
    with Counting() as gateway:
        ended = enos(*gateway.where, "--many", write(tmp_path, tokens), "--format", "jsonl")
    assert gateway.tokens == tokens
    made = rows(ended.out)
    assert [one["number"] for one in made] == list(range(1, 10))
    assert [one["fingerprint"] for one in made] == fingerprints(tokens)
    assert {one["verdict"]["code"] for one in made} == {"valid"}
    assert (ended.code, ended.err) == (0, "")


def test_the_text_may_come_through_a_pipe_and_be_a_table(tmp_path):
    tokens = create_tokens(3)
    table = "user,session\n" + "\n".join(f"a,{one}" for one in tokens)
    with Counting() as gateway:
        ended = enos(*gateway.where, "--many", "-", given=table.encode())
    head, *lines = ended.out.decode().splitlines()
    assert head.split() == [
        "#",
        "token",
        "verdict",
        "user",
        "organization",
        "estimated",
        "end",
        "line",
    ]
    assert [line.split()[1] for line in lines] == fingerprints(tokens)
    assert [line.split()[-1] for line in lines] == ["2", "3", "4"]


def test_personal_data_is_left_out_unless_the_level_says_otherwise(tmp_path):
    """E1."""
    file = write(tmp_path, create_tokens(2))
    with Counting() as gateway:
        for form in ("text", "jsonl", "csv"):
            ask = (*gateway.where, "--many", file, "--format", form)
            assert b"mara" not in enos(*ask).out
            assert b"mara.lindqvist" in enos(*ask, "--level", "secrets").out


def test_the_table_reads_back_as_a_spreadsheet(tmp_path):
    tokens = create_tokens(4)
    with Counting() as gateway:
        ended = enos(*gateway.where, "--many", write(tmp_path, tokens), "--format", "csv")
    cells = list(csv.DictReader(io.StringIO(ended.out.decode("utf-8-sig"))))
    assert [one["fingerprint"] for one in cells] == fingerprints(tokens)


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ((0, 0, 0), 0),
        ((0, 30404, 0), 1),
        ((0, 30404, 500), 3),
        ((500, 0, 0), 3),
    ],
)
def test_the_exit_code_is_the_highest(tmp_path, statuses, code):
    def reply(wire, number):
        status = statuses[number - 1]
        if status == 500:
            wire.send(answer(b"{}", status="500 Internal Server Error"))
        else:
            wire.send(answer(REFUSED) if status else valid(wire))

    with Counting(reply) as gateway:
        ended = enos(
            *gateway.where, "--authorization", "bearer", "--many", write(tmp_path, create_tokens(3))
        )
    assert ended.code == code
    assert len(ended.out.splitlines()) == 4


def test_a_damaged_token_is_a_row_and_its_code_that_of_a_failure(tmp_path):
    one, cut, two = create_tokens(3)
    file = write(tmp_path, [one, cut[:20] + "…", two])
    with Counting() as gateway:
        ended = enos(*gateway.where, "--many", file, "--format", "jsonl")
    assert [one["verdict"]["code"] for one in rows(ended.out)] == ["valid", "not_sent", "valid"]
    assert "cut" in rows(ended.out)[1]["verdict"]["sentence"]
    assert (ended.code, len(gateway.tokens)) == (2, 2)


def test_an_interrupted_run_goes_on_where_it_ended(tmp_path):
    """One call for each token, in both runs together."""
    tokens, kept = create_tokens(8), tmp_path / "rows.jsonl"
    waiting = threading.Event()

    def reply(wire, number):
        if number == 4:
            waiting.set()
            wire.stall()
        wire.send(valid(wire))

    home = tmp_path / "home"
    home.mkdir()
    file = write(tmp_path, tokens)
    with Counting(reply) as gateway:
        ask = (*gateway.where, "--many", file, "--format", "jsonl", "--resume", kept)
        with started(home, *ask) as running:
            assert waiting.wait(20)
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=10)
        assert running.returncode == 130
        assert b"5" in err
        assert b"The same command goes on there" in err
        first = rows(out)
        second = program(home, *ask)
    assert second.code == 0
    assert [one["number"] for one in first] == [1, 2, 3]
    assert [one["number"] for one in rows(second.out)] == [4, 5, 6, 7, 8]
    assert rows(kept.read_bytes()) == first + rows(second.out)
    assert sorted(gateway.tokens) == sorted([*tokens, tokens[3]])  # the one under way, twice


def test_the_exit_code_counts_the_rows_of_the_run_before(tmp_path):
    tokens, kept = create_tokens(2), tmp_path / "rows.jsonl"

    def reply(wire, number):
        wire.send(valid(wire) if number > 1 else answer(REFUSED))

    with Counting(reply) as gateway:
        ask = (*gateway.where, "--authorization", "bearer", "--resume", kept)
        assert enos(*ask, "--many", write(tmp_path, tokens[:1])).code == 1
        again = enos(*ask, "--many", write(tmp_path, tokens))
    assert again.code == 1
    assert gateway.tokens == tokens
    assert "there already: 1" in again.err


def test_a_queue_that_the_gateway_stops_says_how_to_go_on(tmp_path):
    """N10."""

    def reply(wire, number):
        if number > 2:
            wire.send(answer(b"{}", "Retry-After: 7200", status="429 Too Many Requests"))
        wire.send(valid(wire))

    file = write(tmp_path, create_tokens(5))
    with Counting(reply) as gateway:
        ended = enos(*gateway.where, "--many", file)
    assert ended.code == 2
    assert len(ended.out.splitlines()) == 3
    assert "2 h" in ended.err
    assert "Tokens that were not asked about: 3." in ended.err
    assert "--resume" in ended.err


def test_a_reader_that_goes_away_ends_the_queue(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    first = threading.Event()

    def reply(wire, number):
        if number > 1:
            first.wait(10)
        wire.send(valid(wire))

    file = write(tmp_path, create_tokens(200))
    with Counting(reply) as gateway:
        with started(home, *gateway.where, "--many", file) as running:
            running.stdout.readline()
            running.stdout.readline()
            running.stdout.close()
            first.set()
            assert running.wait(20) == 141
            assert b"Traceback" not in running.stderr.read()
        assert len(gateway.tokens) < 100


@pytest.mark.parametrize(
    "options",
    [
        ["--token-stdin"],
        ["--more"],
        ["--token-fingerprint", "0a1b2c3d"],
        ["--output", "x"],
        ["--reply", "en"],
        ["--format", "html"],
        ["--at-once", "5"],
        ["--at-once", "0"],
    ],
)
def test_options_that_do_not_go_together_are_told(tmp_path, options):
    ended = enos("inspect", "--gateway", "http://127.0.0.1:1", "--many", "-", *options)
    assert ended.code == 2
    assert options[0] in ended.err or "form" in ended.err


@pytest.mark.parametrize("options", [["--resume", "x"], ["--at-once", "2"], ["--format", "jsonl"]])
def test_options_for_many_want_many(options):
    ended = enos("inspect", "--gateway", "http://127.0.0.1:1", "--token-stdin", *options)
    assert ended.code == 2
    assert "goes with --many" in ended.err


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "no token"), (b"hello", "no token"), (None, "cannot be read")]
)
def test_a_file_without_tokens_is_told(tmp_path, content, words):
    path = tmp_path / "tokens"
    if content is not None:
        path.write_bytes(content)
    ended = enos("inspect", "--gateway", "http://127.0.0.1:1", "--many", path)
    assert ended.code == 2
    assert words in ended.err


def test_tokens_are_not_typed_where_they_can_be_seen():
    ended = enos("inspect", "--gateway", "http://127.0.0.1:1", "--many", "-", from_kind=Terminal)
    assert ended.code == 2
    assert "Name a file" in ended.err


def test_what_is_repeated_here_is_what_the_queue_allows():
    assert many_options._MAX_AT_ONCE == MAX_AT_ONCE


def test_on_a_terminal_rows_are_printed_without_control_characters(tmp_path):
    """J2: a name that would move the cursor."""

    def reply(wire, number):
        wire.send(valid(wire, "mara\x1b[2J"))

    with Counting(reply) as gateway:
        ask = (*gateway.where, "--many", write(tmp_path, create_tokens(1)), "--level", "secrets")
        shown = enos(*ask, to_kind=Terminal).out.decode()
    assert "\\u001b[2J" in shown
    assert "\x1b[2J" not in shown


@pytest.mark.acceptance
@pytest.mark.timeout(300)
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="there is no wait4 on Windows")
def test_a_thousand_tokens_take_less_than_100_mb_more_than_one(tmp_path):
    """R4."""
    home = tmp_path / "home"
    home.mkdir()

    def measure(count):
        file = write(tmp_path, create_tokens(count), f"{count}.txt")
        with Counting() as gateway:
            running = started(
                home, *gateway.where, "--many", file, "--at-once", "4", stdout=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
            for stream in (running.stdin, running.stderr):
                stream.close()
            assert running.returncode == 0
            assert len(gateway.tokens) == count
        return usage.ru_maxrss / 1024

    assert measure(1000) - measure(1) < 100
