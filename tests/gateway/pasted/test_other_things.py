"""What is pasted in a token's place is named: nobody reads of a session that it is not valid."""

import random

import pytest

from inspector_app.gateway.pasted.other_things import has_one_case
from inspector_app.gateway.token_text import read
from tests.gateway.pasted.wrappers import make_jwt, make_session

CHANCE = random.Random("other things")
SESSION = make_session(CHANCE)
SHORT = make_session(CHANCE, 32)
JWT = make_jwt(CHANCE)
REST = SESSION.removeprefix("IAM_S_")

OTHER_THINGS = {
    "https://apim.example.com/enos-iam-service/v2.0/session/info": "an address",
    "<https://portal.example.com/>": "an address",
    "apim-cn.example.com": "an address",
    "gateway.example.com:8443/api": "an address",
    "mara.lin@example.com": "an address",
    "u15578227990211": "the ID of a user",
    "o15578227985571": "the ID of a user or an organization",
    "C:\\Users\\mara\\Desktop\\token.txt": "name of a file",
    "file:///home/mara/session.json": "name of a file",
    "\\\\server\\share\\answer.har": "name of a file",
    "Screenshot 2026-11-20.png": "name of a file",
    "[image: Screenshot 2026-11-20.png]": "name of a file",
    "password: Winter-2031!": "a password",
    "user: mara\nPasswort = Winter-2031!": "a password",
    "\u8d26\u53f7\uff1amara\n\u5bc6\u7801\uff1aWinter-2031!": "a password",
    '{"userName": "mara", "password": "Winter-2031!"}': "a password",
    "AccessKey: 8f2b1c9e-4a77\nSecretKey: 0a1b2c3d-4e5f": "keys of an application",
    '{"appKey": "8f2b1c9e", "appSecret": "0a1b2c3d"}': "keys of an application",
    "AWS_ACCESS_KEY_ID=AKIA9Q8UAT9V\nAWS_SECRET_ACCESS_KEY=4ebd6znPu5eD7Htr": "keys of an appl",
    "requestId: 8f2b1c9e-4a77-4d0e-9c3a-0a1b2c3d4e5f": "No token was found",
    "HOST_NAME=a1\nPORT_NUMBER=b2": "No token was found",
    "mara / Winter-2031!": "No token was found",
    "VAULT_TOKEN=hvs.CAESIJ8f2b1c9e4a774d0e": "No token was found",
    "token=8f2b1c9e4a774d0e9c3a0a1b2c3d4e5f": "No token was found",
    "Protocol=https;AccountName=x;AccountPart=8f2b1c9e4a77==;Suffix=a": "No token was found",
    "my user id is 8f2b1c9e-4a77-4d0e-9c3a-0a1b2c3d4e5f today": "No token was found",
    "IAM_S_Hb8y6\u2588\u2588\u2588\u2588": "covered",
    "token IAM_S_Hb8y6\u25a0\u25a0\u25a0 of mara": "covered",
    "\u767b\u5f55\u5df2\u8fc7\u671f\uff0c\u8bf7\u91cd\u65b0\u767b\u5f55 \u8c22\u8c22": "No token",
    "Authorization: token ghp_a1B2c3D4e5F6g7H8": "another system",
    "Authorization: Digest username=mara": "another system",
    JWT.rsplit(".", 1)[0]: "part of this JWT is missing",
    JWT.rsplit(".", 1)[0] + ".": "part of this JWT is missing",
    f"Authorization: Bearer {JWT.split('.', maxsplit=1)[0]}": "part of this JWT is missing",
    "session.id: IAM_S_\u2022\u2022\u2022\u2022\u2022 \u00b7 user mara": "covered",
    "he sent IAM_S_... yesterday": "ellipsis",
    f"Authorization Bearer IAM_S_ {REST}": "torn",
    "IAM_S_": "only the beginning",
    f"Bearer {SESSION[:40]} [truncated]": "mark such as",
    f"{SESSION[:60]}(cut)": "mark such as",
    "reset the password: see there": "No token was found",
    "the app key: is wrong": "No token was found",
    SESSION.lower(): "Capital and small letters were changed",
    f"authorization: bearer {SESSION.lower()}": "Capital and small letters were changed",
    f"the session is {SESSION.lower()}, ok?": "Capital and small letters were changed",
    f"https://guard.example.com/v2/url?u=https-3A__a.example.com_x-3Ft-3DIAM-5FS-5F{REST}&d=Dw": (
        "signs in the token"
    ),
    f"lAM_S_{REST}": "was misread",
    f"Authorization: Bearer 1AM_S_{REST[:40]}": "was misread",
    f"the session is |AM_5_{REST}, ok?": "was misread",
    f"Authorization: Bearer IAM_S{REST}": "was misread",
    f"token=IAMS{REST[:32]}": "was misread",
    f"APP_P0RTAl_S_{REST[:32]}": "was misread",
    f"Authorization: Bearer APPPORTALS{REST[:32]}": "was misread",
}


@pytest.mark.parametrize(
    ("letters", "is_one"),
    [
        ("abcdefgh" * 2, True),
        ("ABCDEFGH" * 2, True),
        ("abcdefgh" * 2 + "1" * 60, True),
        (("abcdefgh" * 2)[1:], False),
        ("abcdefg" * 3, False),
        ("abcdefgh" * 2 + "A", False),
    ],
)
@pytest.mark.parametrize("prefix", ["IAM_S_", "APP_PORTAL_S_"])
def test_letters_of_one_case_are_many_and_of_many_kinds(prefix, letters, is_one):
    assert has_one_case(prefix + letters) is is_one
    assert not has_one_case(letters)  # of what is none of EnOS' nothing is known


@pytest.mark.parametrize("text", OTHER_THINGS, ids=ascii)
def test_it_is_refused_in_words_that_name_it(text):
    """N2."""
    reading = read(text)
    assert reading.token is None
    assert OTHER_THINGS[text] in str(reading.problem)
    assert REST[:20] not in str(reading.problem)


@pytest.mark.parametrize(
    "around", ["{}", "see {}", "https://a.example.com/ {}\npassword: x", "{} [...]", "{} (cut)"]
)
def test_it_is_named_only_where_no_token_is(around):
    reading = read(around.format(SESSION))
    assert reading.token is not None
    assert reading.token.reveal() == SESSION


@pytest.mark.parametrize(
    "text",
    [
        "9c1f-7b21.e84d~5a60Qm3x==",
        "8f2b1c9e-4a77-4d0e-9c3a-0a1b2c3d4e5f",
        "abc.def.ghi",
        f"IAMS{REST[:33]}",
        f"XIAMS{REST[:32]}",
    ],
)
def test_a_token_of_a_form_that_nobody_knows_is_taken_with_a_word(text):
    """N2: its form is a hint, never a reason to refuse."""
    reading = read(text)
    assert reading.token is not None
    assert reading.token.reveal() == text
    assert "none of the forms" in " ".join(map(str, reading.notes))


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        (SHORT.upper(), True),
        (f"TOKEN {SHORT.upper()}", True),
        (f"IAM_S_{REST.lower()}", True),
        (SHORT, False),
        ("IAM_S_" + "m" * 32, False),
        ("IAM_S_" + "2357946823579468AbCd", False),
    ],
)
def test_letters_of_one_case_are_told_and_no_reason_to_refuse(text, is_told):
    reading = read(text)
    assert reading.token is not None
    assert ("all capital or all small" in " ".join(map(str, reading.notes))) == is_told
