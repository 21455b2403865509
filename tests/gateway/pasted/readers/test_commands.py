"""What a command sends and where to, however its options are written."""

import pytest

from inspector_app.gateway.pasted.candidate import Candidate, Complaint
from inspector_app.gateway.pasted.readers.commands import find_commands

TOKEN = "IAM_S_" + "Mf4jRb9s" * 16
HOST = "gateway.example.com"
URL = f"https://{HOST}/x"


def find(text):
    """The host of each command, and the tokens in it, the scheme of which is left out later."""
    return [
        (one.host, {found.value.removeprefix("Bearer ") for found in one.findings})
        for one in find_commands(text)
    ]


@pytest.mark.parametrize(
    "command",
    [
        f"curl {URL} -H 'Authorization: Bearer {TOKEN}'",
        f"curl -H 'Authorization: {TOKEN}' {URL}",
        f"curl {URL} -H'Authorization: Bearer {TOKEN}'",
        f"curl {URL} --header 'authorization:{TOKEN}'",
        f"curl {URL} --header='Authorization: {TOKEN}'",
        f"curl --url {URL} --oauth2-bearer {TOKEN}",
        f"curl --url={URL} -b 'a=1; global_id={TOKEN}'",
        f"curl -X POST {URL} --cookie global_id={TOKEN}",
        f"curl -sSLk {URL} -bglobal_id={TOKEN}",
        f"curl -XPOST -o /dev/null {URL} -H 'Authorization: Bearer {TOKEN}'",
        f"curl {HOST} -#H 'Authorization: Bearer {TOKEN}'",
        f"curl.exe {URL} -H 'Authorization: Bearer {TOKEN}'",
        f"wget --header='Authorization: Bearer {TOKEN}' {URL}",
        f"wget -O - --header 'Authorization: {TOKEN}' {URL}",
        f"http POST {URL} 'Authorization: Bearer {TOKEN}'",
        f"http -A bearer -a {TOKEN} {URL}",
        f"http --auth {TOKEN} {URL} x=1 y:=2",
        f"curl {URL} -d 'token={TOKEN}'",
    ],
)
def test_a_token_and_its_host_are_found_in_every_form_of_the_options(command):
    """N3: the host is the command's own."""
    ((host, values),) = find(command)
    assert host == HOST
    assert values == {TOKEN}
    ((_, found),) = [(one.host, one.findings) for one in find_commands(command)]
    assert all(isinstance(one, Candidate) and one.host == HOST for one in found)


@pytest.mark.parametrize(
    "command",
    [
        f"curl --proxy https://other.example.com {URL} -H 'Authorization: {TOKEN}'",
        f"curl -x https://other.example.com {URL} -H 'Authorization: {TOKEN}'",
        f"curl -e https://other.example.com {URL} -H 'Authorization: {TOKEN}'",
        f"curl --referer https://other.example.com {URL} -H 'Authorization: {TOKEN}'",
        f"wget --referer https://other.example.com {URL} --header 'Authorization: {TOKEN}'",
        f"http --proxy https:https://other.example.com {URL} Authorization:{TOKEN}",
    ],
)
def test_the_argument_of_another_option_is_not_the_address(command):
    """N3."""
    ((host, values),) = find(command)
    assert (host, values) == (HOST, {TOKEN})


@pytest.mark.parametrize("option", ["--next", "-:"])
def test_each_request_of_one_command_has_its_own_host(option):
    """N3."""
    other = TOKEN[:-1] + "q"
    command = (
        f"curl {URL} -H 'Authorization: {TOKEN}' {option} "
        f"https://b.example.com -H 'Authorization: {other}'"
    )
    assert find(command) == [(HOST, {TOKEN}), ("b.example.com", {other})]


def test_a_command_without_a_token_says_so():
    for command in (f"curl {URL}", f"wget {URL}", "curl", "$ curl "):
        ((start, end, findings),) = [
            (one.start, one.end, one.findings) for one in find_commands(command)
        ]
        assert (start, end) == (0, len(command))
        (found,) = findings
        assert isinstance(found, Complaint)
        assert "no token in this command" in str(found.problem)
    assert list(find_commands("no command")) == []
