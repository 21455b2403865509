"""Ways of writing a credential that are rarer than an encoding, and as easy to undo."""

import base64
from typing import TYPE_CHECKING

import pytest

from inspector_app.report.credential_scan import has_credential
from inspector_app.session.credentials import Credentials

if TYPE_CHECKING:
    from inspector_app.session.path import Path

CREDENTIAL = "IAM_S_Hq7mTz4WcKx9RbVn2LfYs8PdGj3EuAoi"
KNOWN = Credentials((CREDENTIAL,))


def join(pattern: str) -> str:
    return "".join(pattern.format(ord(one)) for one in CREDENTIAL)


def shift(capitals: int, small: int, digits: int) -> str:
    """The letters and digits of another block of Unicode."""
    return "".join(
        chr(capitals + ord(one) - ord("A"))
        if one.isupper()
        else chr(small + ord(one) - ord("a"))
        if one.islower()
        else chr(digits + int(one))
        if one.isdigit()
        else one
        for one in CREDENTIAL
    )


def cut(size: int, joint: str) -> str:
    return joint.join(CREDENTIAL[at : at + size] for at in range(0, len(CREDENTIAL), size))


CYRILLIC = str.maketrans(
    "aeopcyxABEKMHOPCTYX",
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425",
)
SMALL_CAPITALS = str.maketrans("abcdegiklmnoptuvz", "ᴀʙᴄᴅᴇɢɪᴋʟᴍɴᴏᴘᴛᴜᴠᴢ")
DISGUISES = {
    "octal": join("\\{:03o}"),
    "octal with a zero": join("\\0{:03o}"),
    "escaped NULs": "\\0".join(CREDENTIAL),
    "numbers": join("{}, "),
    "numbers in lines": join("{},\n            "),
    "backwards": CREDENTIAL[::-1],
    "backwards in base64": base64.b64encode(CREDENTIAL[::-1].encode()).decode(),
    "base32": base64.b32encode(CREDENTIAL.encode()).decode(),
    "small base32 behind": base64.b32encode(b"x" + CREDENTIAL.encode()).decode().lower(),
    "tags": "".join(f"<b>{one}</b>" for one in CREDENTIAL),
    "chances to break": cut(5, "<wbr>"),
    "comments": cut(7, "<!-- -->"),
    "escaped tags": cut(7, "&lt;br&gt;"),
    "colours": cut(4, "\x1b[31m"),
    "escaped colours": cut(4, "\\x1b[1;31m"),
    "invisible tags": "".join(chr(0xE0000 + ord(one)) for one in CREDENTIAL),
    "regional letters": shift(0x1F1E6, 0x1F1E6, ord("0")),
    "negative circles": shift(0x1F150, 0x1F150, ord("0")),
    "Arabic digits": shift(ord("A"), ord("a"), 0x660),
    "Cyrillic": CREDENTIAL.translate(CYRILLIC),
    "small capitals": CREDENTIAL.translate(SMALL_CAPITALS),
}


@pytest.mark.parametrize("written", DISGUISES.values(), ids=DISGUISES)
def test_a_rare_disguise_is_seen_through(written):
    """A1, E1."""
    text = f"before | {written} | behind"

    assert KNOWN.has_match(text)
    assert written not in KNOWN.mask_text(text)
    assert has_credential(text.encode(), KNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Вход: нет, Система",
        "<b>Wind North</b> \\012 \\0",
        ", ".join(map(str, range(40, 100))),
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        "\u0661\u0662\u0663 \U0001f1e9\U0001f1ea",
    ],
)
def test_what_only_looks_alike_stays(text):
    assert KNOWN.mask_text(text) == text


def test_a_credential_that_is_cut_into_the_names_of_a_path_is_found():
    path: Path = ("a", CREDENTIAL[:10], CREDENTIAL[10:20], CREDENTIAL[20:30], 3)

    assert KNOWN.has_match_in_path(path)
    assert not KNOWN.has_match_in_path(("session", "user", 0, "name"))
