"""Which settings name the address of a gateway, and how an address may be written."""

import pytest

from inspector_app.gateway.pasted.hosts import is_gateway_name
from inspector_app.gateway.token_text import read

TOKEN = f"IAM_S_{'Xk4wQd8e' * 4}"
ADDRESSES = {
    "a command": "curl @/x -H 'Authorization: ~'",
    "of several lines": "curl -X POST\n@/x\n-H 'Authorization: ~'",
    "a request": "POST @/x\nAuthorization: ~",
    "a pool": '@:443 "POST /x Authorization: ~',
    "a service": "~ @/enos-iam-service/v2.0/session/info",
    "a setting": '{"ENOS_GATEWAY": "@", "token": "~"}',
    "a variable": '{"values": [{"key": "baseUrl", "value": "@"}, {"key": "token", "value": "~"}]}',
    "a chat": "POST <@/x|it>\nAuthorization: ~",
    "Markdown": "POST [it](@/x)\nAuthorization: ~",
    "a wiki": "POST [it|@/x]\nAuthorization: ~",
}


def test_a_name_is_read_up_to_the_length_that_names_have():
    longest = f"{'a' * 21}_{'b' * 21}_gateway_api_base_uri"
    assert len(longest) == 64
    assert is_gateway_name(longest)
    assert not is_gateway_name(longest.replace("_api_", "_base_"))


@pytest.mark.parametrize("scheme", ["https://", "Https://", "HTTPS://"])
@pytest.mark.parametrize("text", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_may_begin_with_a_capital_letter_as_telephones_write_it(text, scheme):
    """N3."""
    host = "apim.example.com"
    reading = read(text.replace("@", scheme + host).replace("~", TOKEN))
    assert reading.token is not None
    assert (reading.host or "").removesuffix(":443") == host


@pytest.mark.parametrize(
    "text",
    [
        "POST @/x\n\nAuthorization: ~",
        "POST @/x\n\nCookie: lang=en; global_id=~",
        'url = "@/x"\n\nsessionId = "~"',
        'fetch("@/x")\n\nheaders = {"Authorization": "~"}',
    ],
)
@pytest.mark.parametrize("token", [TOKEN, "opaque-" + "h4Tk9wQz" * 4])
def test_what_has_a_name_belongs_to_the_request_beyond_a_blank_line(text, token):
    """N3: of whatever form the token is."""
    reading = read(text.replace("@", "https://apim.example.com").replace("~", token))
    assert reading.token is not None
    assert reading.host == "apim.example.com"
