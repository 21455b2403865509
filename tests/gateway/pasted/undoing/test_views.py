"""Each undoing alone, and the order in which they are gone through."""

import quopri

import pytest

from inspector_app.gateway.pasted.undoing import (
    dumps,
    html_text,
    invisible,
    mail,
    markdown,
    percent,
    string_escapes,
    typography,
    wrapped_lines,
)
from inspector_app.gateway.pasted.undoing.views import iter_views
from tests.gateway.pasted.wrappers import dump_hex, trace_ascii

TOKEN = "IAM_S_" + "Zt5wFm8k" * 16
HEAD = f"POST /a HTTP/1.1\nHost: a.example.com\nAuthorization: Bearer {TOKEN}\nAccept: */*"


@pytest.mark.parametrize(
    ("undo", "text", "expected"),
    [
        (invisible.strip_terminal_codes, "\x1b[01;31m\x1b[Ka\x1b[m\x1b[Kb", "ab"),
        (invisible.strip_terminal_codes, "\\x1b[31ma\\033[0m", "a"),
        (invisible.strip_invisible, "a\u200bb\u00adc\u202e", "abc"),
        (dumps.join_dump, "no dump: 0000", "no dump: 0000"),
        (mail.undo_mail, "lang=3Den; x=\n=3D1", "lang=en; x=1"),
        (mail.undo_mail, "name=\nvalue", "name=\nvalue"),
        (mail.undo_mail, "a=b=20c", "a=b=20c"),
        (mail.undo_mail, f"> {TOKEN[:40]}=\n> {TOKEN[40:]}", f"> {TOKEN}"),
        (html_text.undo_html, "<p>a <b>b</b>&#39;&quot;&amp;</p>", "\na b'\"&\n"),
        (html_text.undo_html, "&#99999999999;&nothing", "&#99999999999;&nothing"),
        (string_escapes.undo_string_escapes, '{\\"a\\": \\"\\u0041\\\\n\\"}', '{"a": "A\\n"}'),
        (string_escapes.undo_string_escapes, "a\\r\\nb", "a\nb"),
        (markdown.undo_markdown, "IAM\\_S\\_a", "IAM_S_a"),
        (markdown.undo_markdown, "**a b** ~~c~~ `d`", "a b c d"),
        (markdown.undo_markdown, "> > a\n> b", "a\nb"),
        (markdown.undo_markdown, "<https://a.example.com/x|a>", "https://a.example.com/x"),
        (markdown.undo_markdown, "[a](https://a.example.com)", "https://a.example.com"),
        (markdown.undo_markdown, "```bash\na\n```", "\na\n"),
        (
            typography.undo_typography,
            "curl \u2013X \u201ca\u201d \u2014header",
            'curl -X "a" --header',
        ),
        (typography.undo_typography, "a \u2014 b", "a \u2014 b"),
        (percent.undo_percent, "a%3Db%252Fc%0A%E9", "a=b/c%0A%E9"),
        (
            wrapped_lines.join_wrapped_tokens,
            f"> {TOKEN[:70]}\n> {TOKEN[70:]}\n> b",
            f"> {TOKEN}\n> b",
        ),
        (wrapped_lines.join_wrapped_tokens, f"{TOKEN}\nThanks", f"{TOKEN}\nThanks"),
        (wrapped_lines.join_wrapped_tokens, "IAM_S_abc\nThanks", "IAM_S_abc\nThanks"),
    ],
)
def test_one_step_is_undone(undo, text, expected):
    assert undo(text) == expected


@pytest.mark.parametrize("write", [trace_ascii, dump_hex])
def test_a_dump_is_put_together(write):
    joined = dumps.join_dump(write(HEAD))
    assert f"Authorization: Bearer {TOKEN}\n" in joined
    assert "Host: a.example.com\n" in joined


def test_a_mail_with_its_head_is_read_by_its_parts():
    body = quopri.encodestring(f"see {TOKEN} and a=b".encode()).decode()
    text = f"From: a@example.com\nContent-Transfer-Encoding: quoted-printable\n\n{body}"
    assert mail.undo_mail(text) == f"see {TOKEN} and a=b"


@pytest.mark.parametrize("padding", [0, 30_000])
@pytest.mark.parametrize("text", ["plain", "a%3Db", "a\u200b &quot;b&quot;", f"> {TOKEN}"])
def test_nothing_is_looked_at_twice(text, padding):
    views = [one.text for one in iter_views(text + " b" * padding)]
    assert len(views) == len(set(views))


def test_the_first_view_is_what_is_seen():
    first, *_ = iter_views("a\u200b &quot;b&quot;")
    assert first.text == "a &quot;b&quot;"
    assert [str(note) for note in first.undone] == ["Left out invisible characters."]


def test_what_programs_passed_on_to_each_other_is_undone_round_by_round():
    views = list(iter_views("&lt;code&gt;IAM\\_S\\_a&lt;/code&gt;"))
    assert views[-1].text.strip() == "IAM_S_a"
    assert len(views) > 2


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (TOKEN, []),
        (f"\x1b[31m{TOKEN}\x1b[0m", ["Left out the colours of a terminal."]),
        (f"{TOKEN[:40]}\u200b{TOKEN[40:]}", ["Left out invisible characters."]),
        (f"{TOKEN[:70]}\n{TOKEN[70:]}", ["Joined the lines."]),
        (f"a%3D{TOKEN}", ["Undid the percent-encoding."]),
        (f"&quot;{TOKEN}&quot;", ["Undid HTML."]),
        (f"**{TOKEN}** a\\_b", ["Left out the marks of Markdown."]),
        (f"\u201c{TOKEN}\u201d", ["Undid curly quotation marks and dashes."]),
        (f'{{\\"a\\": \\"{TOKEN}\\"}}', ["Undid the escapes of a string."]),
        (
            f'{{\\"a\\": \\"{TOKEN[:40]}\\n{TOKEN[40:]}\\"}}',
            ["Undid the escapes of a string.", "Joined the lines."],
        ),
        (f"x=3D{TOKEN[:40]}=\n{TOKEN[40:]}", ["Undid the encoding of a mail."]),
    ],
)
def test_what_was_undone_is_said_and_nothing_else(text, notes):
    """What a person is told of their paste is what was done to it."""
    *_, last = iter_views(text)
    assert [str(note) for note in last.undone] == notes
    assert TOKEN in last.text
