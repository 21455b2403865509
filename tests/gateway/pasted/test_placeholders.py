"""What stands in a token's place is named as what it is, and no token is taken for it."""

import pytest

from inspector_app.gateway.pasted.placeholders import find_placeholder

SAID = {
    "placeholder": """
        ${TOKEN} $TOKEN ${env.token:-x} %TOKEN% %(token)s %s {{token}} {} {token}
        <token> <%=token%> $(token) XXX
        <your-token> [token] #{token} @token :token (token) your-token your_token
        yourtoken insert-token paste_token_here my-token the_token some-token token-here tokenhere
        access_token_value xxxxxxxx 00000000 - ___ process.env.TOKEN os.environ['T'] os.getenv('T')
        ... example string test dummy changeme tbd todo token id key access-token access_id
        accesskey bearer-key bearer_token bearerid session-id session_token sessionkey auth-token
        auth_key authid api-key api_token apiid id-token id_key idid jwt-token jwt_id jwtkey
        IAM_S_xxxxxxxx IAM_S_00000000 IAM_S_99999999 IAM_S_yourtoken IAM_S_token1 IAM_S_sessionid2
        APP_PORTAL_S_example IAM_S_<token> IAM_S_{token}
    """,
    "no value": """
        undefined null none nil nan void empty false true (null) <nil> <null> <none> nullptr n/a na
        NULL None promise{1} <promise{} function(a) IAM_S_undefined
    """,
    "removed": """
        hidden masked filtered removed secret sensitive private protected sanitized sanitised
        censored obfuscated scrubbed stripped omitted confidential suppressed elided snip snipped
        concealed redacted REDACTED token_redacted redacted_token [hidden] <<<masked>>> {removed}
        **hidden** IAM_S_redacted [REDACTED]
    """,
    "sign-out": "deleted delete expired logout cleared loggedout Deleted IAM_S_deleted",
}
SAID_OF_WORDS = [
    ("value removed", "removed"),
    ("not shown", "removed"),
    ("[object Object]", "no value"),
    ("[object Promise]", "no value"),
    ("<class 'str'>", "no value"),
    ("function (a) {", "no value"),
    ("Promise { <pending> }", "no value"),
    ("paste your token", "placeholder"),
    ("logged out", "sign-out"),
    ("[redacted token]", "removed"),
]


def test_each_word_in_a_tokens_place_is_told_as_what_it_is():
    single = [(value, said) for said, values in SAID.items() for value in values.split()]
    for value, said in (*single, *SAID_OF_WORDS):
        assert said in str(find_placeholder(value)), value


@pytest.mark.parametrize(
    "value",
    [
        "IAM_S_" + "Hb5tKq9w" * 4,
        "IAM_S_0000000",
        "xxxxxxxy",
        "xx",
        "eyJhbGciOi.eyJzdWIi.c2ln",
        "Hb5tKq9wZx2nVc7m",
        "hidden-or-not-9",
        "nullable",
        "undefinedx",
        "",
        "{" + "a" * 200 + "}",
        "dXNlcjpwYXNz",
    ],
)
def test_no_token_is_taken_for_a_placeholder(value):
    assert find_placeholder(value) is None
