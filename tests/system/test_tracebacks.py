"""A traceback tells where, and quotes no one who quotes credentials."""

from pathlib import Path

import pytest

from inspector_app.system.tracebacks import format_exception, mask_home

SECRET = "s" * 30


def raised(error):
    with pytest.raises(BaseException) as caught:  # noqa: PT011  # any of them
        fail_with(error)
    return caught.value


def fail_with(error):
    raise error


def test_it_tells_the_place_and_the_words():
    text = format_exception(raised(ValueError("no such row")))
    assert text.startswith("Traceback (most recent call last):\n")
    assert "in fail_with\n    raise error" in text
    assert text.endswith("builtins.ValueError: no such row")


def test_the_first_cause_comes_first():
    error = ValueError("second")
    error.__cause__ = raised(KeyError("first"))
    text = format_exception(raised(error))
    assert text.index("first") < text.index("second")


def test_a_suppressed_context_stays_suppressed():
    error = ValueError("second")
    error.__context__ = raised(KeyError("first"))
    assert "first" in format_exception(error)
    error.__suppress_context__ = True
    assert "first" not in format_exception(error)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("requests.exceptions", "InvalidHeader"),
        ("urllib3.exceptions", "LocationParseError"),
        ("http.client", "BadStatusLine"),
        ("ssl", "SSLError"),
        ("keyring.errors", "KeyringError"),
        ("secretstorage.exceptions", "LockedException"),
        ("jeepney.wrappers", "DBusErrorResponse"),
        ("pywintypes", "error"),
    ],
)
def test_libraries_that_quote_headers_are_not_quoted(module, name):
    """Trap 11 of the measurements: their words hold the whole token."""
    made = type(name, (ValueError,), {"__module__": module})
    text = format_exception(raised(made(f"Invalid header value: 'Bearer {SECRET}'")))
    assert SECRET not in text
    assert text.endswith(f"{module}.{name} (its words are left out)")


def test_an_encoding_error_is_not_quoted():
    with pytest.raises(UnicodeEncodeError) as error:
        f"{SECRET}é".encode("ascii")
    assert SECRET not in format_exception(error.value)


def test_the_home_folder_is_not_named(monkeypatch):
    monkeypatch.setenv("HOME", str(Path(__file__).parent))
    monkeypatch.setenv("USERPROFILE", str(Path(__file__).parent))
    told = format_exception(raised(ValueError(str(Path.home() / "x"))))
    assert str(Path(__file__).parent) not in told
    assert told.endswith(f"builtins.ValueError: {Path('~', 'x')}")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see /home/mara.lindqvist/x.json", "see /home/[user]/x.json"),
        ("/Users/mara lindqvist/x", "/Users/[user]/x"),
        ("'C:\\Users\\Mara Lindqvist\\x'", "'C:\\Users\\[user]\\x'"),
        ("'C:\\\\Users\\\\Mara\\\\x'", "'C:\\\\Users\\\\[user]\\\\x'"),
        ('"d:/Users/mara"', '"d:/Users/[user]"'),
        ("/home/mara", "/home/[user]"),
        ("file:///home/mara/x", "file:///home/[user]/x"),
        ("/var/home/mara/x", "/var/home/[user]/x"),
        ("in /export/home/mara/x", "in /export/home/[user]/x"),
        ("/run/media/mara/USB/x", "/run/media/[user]/USB/x"),
        ("/media/mara/USB/x", "/media/[user]/USB/x"),
        ("\\\\server\\Users\\mara\\x", "\\\\server\\Users\\[user]\\x"),
        ("'\\\\\\\\a.example.com\\\\Users\\\\mara'", "'\\\\\\\\a.example.com\\\\Users\\\\[user]'"),
        ("/srv/home/mara", "/srv/home/mara"),
        ("at home/x", "at home/x"),
    ],
)
def test_the_home_folder_of_nobody_is_named(monkeypatch, text, shown):
    monkeypatch.setenv("HOME", "/root")
    monkeypatch.setenv("USERPROFILE", "/root")
    assert mask_home(text) == shown


def test_what_is_invisible_in_a_name_or_a_message_is_escaped():
    """J2: a log is read in a terminal, which takes signs for commands."""
    made = type("A\x1b[31m\nTraceback\u202e", (Exception,), {"__module__": "m"})
    told = format_exception(made("one\x1b[2J\ntwo"))
    assert told == "m.A\\u001b[31m\\nTraceback\\u202e: one\\u001b[2J\ntwo"


@pytest.mark.parametrize(
    "message",
    [
        "the token was cut.",
        "no password, no session",
        "a secret",
        "token expired",
        "password missing",
        "the token's end is cut.",
        "two token(s) were cut.",
        "Token.__init__() missing 1 argument",
    ],
)
def test_a_sentence_about_a_secret_stays(message):
    assert format_exception(ValueError(message)) == f"builtins.ValueError: {message}"


class UnspeakableError(Exception):
    def __str__(self):
        raise KeyboardInterrupt


def test_an_exception_that_cannot_speak_and_a_chain_in_a_circle_are_told():
    first, second = UnspeakableError(), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    assert "Unspeakable" in format_exception(first)


def test_a_home_that_is_the_root_hides_no_slashes(monkeypatch):
    monkeypatch.setenv("HOME", "/")
    monkeypatch.setenv("USERPROFILE", "C:\\")
    assert mask_home("/usr/lib/x.py") == "/usr/lib/x.py"


def test_words_without_end_and_causes_without_end_are_cut():
    """J5: 500 characters, and ten exceptions."""
    text = format_exception(ValueError("x" * 600))
    assert text == f"builtins.ValueError: {'x' * 500}"
    assert format_exception(ValueError()) == "builtins.ValueError"
    first = error = ValueError("0")
    for number in range(1, 20):
        error.__cause__ = ValueError(str(number))
        error = error.__cause__
    told = [line.rpartition(" ")[2] for line in format_exception(first).split("\n\n")]
    assert told == [str(number) for number in range(9, -1, -1)]


@pytest.mark.parametrize(
    "message",
    [
        "password=hunter",
        "{'password': 'hunter'}",
        'no field "clientSecret" : hunter',
        "https://alice:hunter@a.example.com/",
        "https://a.example.com/callback?code=hunter",
        "https://a.example.com/#hunter",
        f"{'x' * 480} password=hunter",
        "proxy password Hunter",
        "no login with the token 'hunter2'",
        "secret (Hunter) refused",
        "proxy password hunter",
        "password hunter\nfor the proxy",
        "the password 'hunter' was refused",
        "token `hunter` in use",
        "Password(value='hunter')",
        "Secret('hunter')",
        "('password', 'hunter')",
        "{'name': 'password', 'value': 'hunter'}",
        '{\\"password\\":\\"hunter\\"}',
        "<password>hunter</password>",
        "user%3Dme%26password%3Dhunter refused",
        "env.password.hunter",
        "密码：hunter2 被拒绝",
        "password is hunter2-Xy",
        "password; Hunter refused",
        "password|hunter refused",
        "unknown option --passwordhunter2",
        "no option --api-key-A1b2c3d4",
        "SECRET_h4nter refused",
    ],
)
def test_words_that_name_a_secret_with_its_value_are_not_quoted(message):
    """A1: a password of plain words is known by its name alone."""
    for kind in (ValueError, KeyError):
        text = format_exception(raised(kind(message)))
        assert text.endswith(f"builtins.{kind.__name__} (its words are left out)")


@pytest.mark.parametrize(
    "message",
    [
        "'TokenField' object has no attribute 'x'",
        "https://a.example.com/x",
        "status: 401, line=3",
        "no token_utf8",
        "tokens2 and 200000 words",
        "name 'password2' is not defined",
    ],
)
def test_words_that_tell_of_the_program_are_quoted(message):
    assert format_exception(raised(ValueError(message))).endswith(message)
