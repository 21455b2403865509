"""What a person sees on a terminal: a sign and colour for the verdict, facts below one another."""

import json
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from inspector_app.report.credential_scan import CredentialLeakError
from inspector_app.report.report_input import redact_report
from inspector_app.session.credentials import Credentials
from inspector_app.session.plain_text import escape_invisible
from inspector_app.session.translatable_text import Text
from tests.report.answers import answer_of, build_input, examined
from tests.terminal.console import Terminal, enos
from tests.terminal.pinned_screens import SCREENS_FILE, pin_screens

TOKEN = "IAM_S_" + "rR4s" * 8
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def shown(gateway, token, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")

    def shown(scenario, columns=100):
        monkeypatch.setenv("COLUMNS", str(columns))
        where = ["inspect", "--gateway", gateway.origin, "--token-stdin", "--level", "secrets"]
        return enos(*where, given=token(scenario), to_kind=Terminal).out.decode()

    return shown


def test_a_screen_is_as_it_was_when_it_was_looked_at(monkeypatch):
    """Signs, colours and columns; at 100 and 40 columns, and without colours."""
    for name, value in {"TZ": "UTC", "COLUMNS": "", "NO_COLOR": "", "TERM": ""}.items():
        monkeypatch.setenv(name, value)
    assert pin_screens() == json.loads(SCREENS_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("scenario", "sign", "colour"),
    [("valid", "✔", "32"), ("session_not_found", "✖", "31"), ("sign_in_half_done", "!", "33")],
)
def test_the_verdict_has_a_sign_besides_its_colour(shown, scenario, sign, colour):
    assert shown(scenario).startswith(f"\x1b[1;{colour}m{sign}\x1b[0m ")


def test_facts_stand_below_one_another(shown):
    lines = COLOURS.sub("", shown("chinese_names")).splitlines()
    labels = (re.match(r"  \S+(?: \S+)* {2,}(?=\S)", line) for line in lines)
    directories = [found.end() for found in labels if found is not None]
    assert len(directories) > 10
    assert len(set(directories)) == 1


def test_lists_count_wide_characters_as_two(monkeypatch, capsys):
    from inspector_app.terminal import rich_report

    monkeypatch.setenv("COLUMNS", "100")
    rich_report.create_console().print(
        rich_report.build_columns([("风电场", "a.example.com"), ("Test", "b.example.com")])
    )
    first, second = capsys.readouterr().out.splitlines()
    assert (first[0], second[0]) == ("风", "T")
    assert cell_len(first[: first.index("a.")]) == cell_len(second[: second.index("b.")])


def test_lists_lose_nothing_of_an_address(monkeypatch, capsys):
    from inspector_app.terminal import rich_report

    monkeypatch.setenv("COLUMNS", "40")
    address = "https://apim-of-a-very-long-name.north-east.example.com"
    rich_report.create_console().print(rich_report.build_columns([("风电场", address, "current")]))
    assert sorted("".join(capsys.readouterr().out.split())) == sorted(f"风电场{address}current")


def test_nothing_that_was_sent_is_read_as_markup_or_steers_the_terminal(monkeypatch):
    """J2."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    hostile = "[red]x[/red] [link=file:///etc]y[/link] :bomb: \x1b[2J\u202e"
    session = {"user": {"name": hostile, "id": "u1"}, "id": "IAM_S_" + "a" * 32}
    body = json.dumps({"status": 0, "success": True, "message": "", "session": session})
    ended = enos("read", "-", "--level", "secrets", given=body.encode(), to_kind=Terminal)
    assert escape_invisible(hostile) in COLOURS.sub("", ended.out.decode())


def test_nothing_is_printed_if_a_credential_would_be_in_it():
    """E1."""
    from inspector_app.terminal import rich_report

    asked = build_input(examined(answer_of({"id": "u1", "name": "mara", "state": 0}, TOKEN)))
    redaction = replace(asked.redaction, credentials=Credentials(("Session valid",)))
    with pytest.raises(CredentialLeakError):
        rich_report.prepare_report(redact_report(replace(asked, redaction=redaction)))


def test_what_no_rule_made_visible_is_made_so_before_it_is_printed(monkeypatch, capsys):
    """J2."""
    from inspector_app.terminal import rich_report

    monkeypatch.setenv("COLUMNS", "200")
    report = redact_report(build_input(examined(answer_of({"id": "u1"}, TOKEN))))
    said = Text("It says {words}.", (("words", "a\x1b[2J\u202e"),))
    rich_report.prepare_report(replace(report, verdict=replace(report.verdict, detail=said)))()
    assert "It says a\\u001b[2J\\u202e." in capsys.readouterr().out


@pytest.mark.parametrize("scenario", ["valid", "chinese_names", "long_names", "redirected"])
@pytest.mark.parametrize("columns", [20, 40, 60, 80])
def test_a_narrow_terminal_loses_nothing(shown, scenario, columns):
    wide, narrow = (COLOURS.sub("", shown(scenario, width)) for width in (400, columns))
    assert max(cell_len(line) for line in narrow.splitlines()) <= columns
    assert _letters(narrow) == _letters(wide)


def _letters(text):
    """All that is said, without what differs from run to run and without how it is laid out."""
    return re.sub(r"ahead of|behind|[\s\d:]", "", " ".join(text.split()))


def test_a_narrow_terminal_has_each_fact_in_few_lines(shown):
    """Beside their labels its values would be columns of single syllables."""
    lines = COLOURS.sub("", shown("valid", 40)).splitlines()
    assert [one for one in lines if re.match(r"  (Created|Works in): \S+", one)], lines
    assert len(lines) < 60
