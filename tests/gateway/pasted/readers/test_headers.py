"""Headers are read line by line, and a wrapped value ends where the next header begins."""

import pytest

from inspector_app.gateway import token_text
from inspector_app.gateway.pasted.candidate import Candidate
from inspector_app.gateway.pasted.readers import headers

TOKEN = "IAM_S_" + "m" * 32


def test_a_wrapped_value_is_joined():
    read = token_text.read(f"Authorization: Bearer {TOKEN[:20]}\n{TOKEN[20:]}")
    assert read.token is not None
    assert read.token.reveal() == TOKEN


def test_a_wrapped_value_ends_before_the_next_header():
    """Trap 20: no line belongs to two headers, so that none is read again for each above it."""
    read = token_text.read(f"global_id={TOKEN}\nhost=gateway.example.com\ncookie=a")
    assert read.token is not None
    assert read.token.reveal() == TOKEN


@pytest.mark.parametrize("prefix", [" << ", " --> ", "  >> ", "[main] << ", "D/OkHttp: ", "> "])
def test_the_prefix_of_a_log_is_left_out(prefix):
    """Trap 20: its blanks belong to one part of the pattern, whichever that is."""
    found = list(headers.find_tokens(f'{prefix}Authorization: "{TOKEN}"'))
    assert [one.value for one in found] == [f'"{TOKEN}"']


@pytest.mark.parametrize("before", [0, 65_500, 65_530, 65_536, 131_060])
@pytest.mark.parametrize("name", ["AUTHORIZATION", "Set-Cookie", "apim-accesstoken", "global_id"])
def test_a_header_is_found_wherever_it_stands_in_a_long_text(name, before):
    """R3: no list of lines is made of a text that has none."""
    words = "a line of words\n" * (before // 16) + "." * (before % 16) + "\n"
    assert list(headers.find_tokens(f"{words}{name}: {'x' * 40}\nHost: gw.example.com\n{words}"))
    assert not list(headers.find_tokens(f"{words}Host: gw.example.com\nAccept: text/html\n{words}"))


@pytest.mark.parametrize("end", ["", "\n", "\nAccept\n*/*"])
def test_a_name_alone_belongs_to_the_next_line_though_that_is_the_last(end):
    """As a browser's table of headers is copied."""
    (found,) = headers.find_tokens(f"Accept\n*/*\nAuthorization\nBearer {TOKEN}{end}")
    assert TOKEN in found.value


@pytest.mark.parametrize(
    ("hosts", "found"),
    [
        (["a.example.com"], "a.example.com"),
        (["", "a.example.com"], "a.example.com"),
        (["not a host", "a.example.com", "b.example.com"], "a.example.com"),
        (["not a host"], None),
        ([], None),
    ],
)
def test_the_host_is_that_of_the_first_header_that_names_one(hosts, found):
    lines = [("host", one) for one in hosts]
    (finding,) = headers.iter_findings([*lines, ("authorization", f"Bearer {TOKEN}")])
    assert isinstance(finding, Candidate)
    assert finding.host == found
    (finding,) = headers.iter_findings([*lines, ("cookie", f"global_id={TOKEN}")], "c.example.com")
    assert isinstance(finding, Candidate)
    assert finding.host == "c.example.com"
