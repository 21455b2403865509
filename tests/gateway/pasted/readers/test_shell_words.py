"""Command lines are taken apart as their shells would."""

import shlex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.gateway.pasted.readers.shell_words import (
    Shell,
    detect_shell,
    split_command,
    split_first_command,
)


@pytest.mark.parametrize(
    ("shell", "command", "expected"),
    [
        (Shell.BASH, "a  'b c' \"d e\"", ["a", "b c", "d e"]),
        (Shell.BASH, "a \\\n b", ["a", "b"]),
        (Shell.BASH, "a\\ b 'c'\"d\"e", ["a b", "cde"]),
        (Shell.BASH, r'"a \"b\" \\c"', ['a "b" \\c']),
        (Shell.BASH, r"$'it\'s\u0021\n\x41'", ["it's!\nA"]),
        (Shell.BASH, "'' \"\"", ["", ""]),
        (Shell.BASH, "a 'open", ["a", "open"]),
        (Shell.CMD, 'a ^\r\n ^"b c^"', ["a", "b c"]),
        (Shell.CMD, '^"a ^\\^"b^\\^" ^%^3D^"', ['a "b" %3D']),
        (Shell.CMD, 'it\'s ^\n"x y"', ["it's", "x y"]),
        (Shell.POWERSHELL, 'a `\n \'b\'\'s\' "c `"d`" ""e"""', ["a", "b's", 'c "d" "e"']),
        (Shell.POWERSHELL, '"a \\" b"', ['a " b']),
    ],
)
def test_quoting_is_undone(shell, command, expected):
    assert list(split_command(command, shell)) == expected


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1)))
def test_bash_is_read_as_the_standard_library_reads_it(arguments):
    assert list(split_command(shlex.join(arguments), Shell.BASH)) == arguments


@settings(deadline=None)
@given(st.text(alphabet="ab '\"\\^`$\n\r"), st.sampled_from(Shell))
def test_any_command_line_comes_apart_without_an_error(command, shell):
    assert all(isinstance(word, str) for word in split_command(command, shell))


@pytest.mark.parametrize(
    ("command", "shell"),
    [
        ("curl 'x' \\\n -H 'y'", Shell.BASH),
        ('curl ^"x^"', Shell.CMD),
        ('curl "x" ^\r\n -H "y"', Shell.CMD),
        ('curl "x" `\n -H "y"', Shell.POWERSHELL),
        ("curl 'x' `\n -H 'y'", Shell.POWERSHELL),
        ("curl x ^\n -H y", Shell.CMD),
        ("curl x `\n -H y", Shell.POWERSHELL),
        ("curl 'x' ^\n -H 'y'", Shell.BASH),
        ("curl ^'x'", Shell.BASH),
        ("curl x", Shell.BASH),
    ],
)
def test_the_shell_shows_itself_by_its_escapes(command, shell):
    assert detect_shell(command) is shell


@pytest.mark.parametrize(
    "operator", [";", "|", "||", "&", "&&", ";;", ")", "}", "2>&1", "<", ">", ">>"]
)
def test_a_command_ends_at_each_operator_of_the_shell_that_no_quote_protects(operator):
    """N3: what follows belongs to another command, and so does a host in it."""
    command = f"see curl -H a {operator} curl https://other.example.com"
    arguments, end = split_first_command(command, 4)
    assert [one for one in arguments if one] == ["curl", "-H", "a"]
    assert command[:end].rstrip() in {"see curl -H a", f"see curl -H a {operator}"}
    quoted, _ = split_first_command(command.replace(operator, f"'{operator}'", 1), 4)
    assert quoted == ["curl", "-H", "a", operator, "curl", "https://other.example.com"]
    assert list(split_command(f"a {operator} b", Shell.BASH)) == ["a", operator, "b"]


def test_a_command_ends_with_its_line_and_at_a_semicolon_on_a_word():
    assert split_first_command("curl -H a; b", 0)[0] == ["curl", "-H", "a"]
    assert split_first_command("curl -H 'a;' b", 0)[0] == ["curl", "-H", "a;", "b"]
    assert split_first_command("curl a\nb c", 0) == (["curl", "a"], 6)
    assert split_first_command("curl a \\\n -H b\nc", 0)[0] == ["curl", "a", "-H", "b"]
    assert split_first_command('curl "a" ^\r\n -H "b"\r\nc', 0)[0] == ["curl", "a", "-H", "b"]
