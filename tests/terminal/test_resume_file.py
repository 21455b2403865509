"""The file of ``--resume``: what is in it is not asked about again, and nothing else is in it."""

import json

import pytest

from inspector_app.inspection.many_entries import QueueEntry
from inspector_app.report.many_rows import RowPlace, build_unsent_row
from inspector_app.session.translatable_text import Text, tr
from inspector_app.terminal.exit_codes import CommandError, ExitCode
from inspector_app.terminal.resume_file import ResumeFile


class Named(QueueEntry):
    """An entry of which only number and fingerprint matter."""

    @property
    def fingerprint(self):
        return f"{self.line:08x}" if self.line else ""


def row(number, fingerprint, code="valid"):
    made = {"number": number, "fingerprint": fingerprint, "verdict": {"code": code}}
    return json.dumps(made).encode() + b"\n"


def opened(path, *rows):
    path.write_bytes(b"".join(rows))
    return ResumeFile(path)


def numbers(entries):
    return [one.number for one in entries]


ENTRIES = [Named(number, None, number + 10) for number in (1, 2, 3, 4)]


def test_entries_with_a_row_are_not_asked_about_again(tmp_path):
    file = opened(tmp_path / "rows", row(1, "0000000b"), row(3, "0000000d"))
    assert numbers(file.select_pending(ENTRIES)) == [2, 4]
    file.close()


def test_those_that_got_no_answer_are(tmp_path):
    rows = (row(1, "0000000b", "timed_out"), row(2, "0000000c", "cancelled"))
    file = opened(tmp_path / "rows", *rows, row(3, "0000000d", "session_not_found"))
    assert numbers(file.select_pending(ENTRIES)) == [1, 2, 4]
    assert file.get_worst_code() is ExitCode.NOT_FULLY_VALID
    file.close()


def test_the_last_row_of_a_token_counts(tmp_path):
    file = opened(tmp_path / "rows", row(1, "0000000b", "timed_out"), row(1, "0000000b"))
    assert numbers(file.select_pending(ENTRIES)) == [2, 3, 4]
    file.close()


def test_a_token_is_known_again_in_another_place_of_the_text(tmp_path):
    file = opened(tmp_path / "rows", row(9, "0000000c"))
    assert numbers(file.select_pending(ENTRIES)) == [1, 3, 4]
    file.close()


def test_two_tokens_with_one_fingerprint_are_both_asked_about(tmp_path):
    """Eight hex digits may be those of two tokens: neither is left out for the other."""
    twins = [Named(1, None, 10), Named(2, None, 10)]
    file = opened(tmp_path / "rows", row(1, "0000000a"))
    assert numbers(file.select_pending(twins)) == [2]
    file.close()


def test_rows_that_are_added_are_read_again(tmp_path):
    file = opened(tmp_path / "rows")
    file.append(build_unsent_row(tr("The token was cut."), RowPlace(2, 5, "")))
    file.close()
    again = ResumeFile(tmp_path / "rows")
    assert numbers(again.select_pending([QueueEntry(2, None, 5, Text("x"))])) == []
    assert again.get_worst_code() is ExitCode.COMMAND_FAILED
    again.close()


@pytest.mark.parametrize(
    "content",
    [
        b"IAM_S_abc\n",
        b"{}\n",
        b"[]\n",
        b'{"verdict": "valid"}\n',
        b'{"verdict": {"code": "fine"}}\n',
        row(1, "0000000b") + b"user,session\n",
        b"\xff\xfe\n",
        b"{" * 5000 + b"\n",
    ],
)
def test_a_file_of_something_else_is_refused_and_left_as_it_is(tmp_path, content):
    path = tmp_path / "rows"
    with pytest.raises(CommandError):
        opened(path, content, b"more")
    assert path.read_bytes() == content + b"more"
