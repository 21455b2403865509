"""What counts as a secret and is masked: names, values, patterns and texts around them, in a table.

After a change that was meant, ``python -m tests.session.credentials.test_pinned_secrets`` writes
``secrets.json`` anew; what then differs is what the change has done: read it line by line.
"""

from __future__ import annotations

import base64
import html
import json
import quopri
import random
import string
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from inspector_app.session.credentials import (
    Credentials,
    RunMasker,
    find_in_address,
    find_in_document,
    find_in_headers,
    find_in_text,
    is_masked,
    is_secret_path,
    mask_credential,
    mask_header,
    secret_names,
    secret_values,
)
from inspector_app.session.credentials.normalization import locate_spans, normalize
from inspector_app.session.credentials.patterns import find_pattern_spans, has_pattern_match
from inspector_app.session.credentials.secret_names import is_secret_name, split_name
from inspector_app.session.parsing.strict_json import parse_document
from tests.pinned_lines import assert_pinned, pin_lines, write_pinned

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = Path(__file__).parent / "secrets.json"
CHANCE = random.Random(20260101)


def make(length, letters=string.ascii_letters + string.digits):
    return "".join(CHANCE.choices(letters, k=length))


SESSION, SHORT, BARE = f"IAM_S_{make(32)}", make(11), make(40)
TINY = make(6)
PORTAL = f"APP_PORTAL_S_{make(32)}"
KNOWN = Credentials((SESSION, SHORT, TINY))
WORDS = sorted(
    {
        *secret_names._SECRET_WORDS,
        *secret_names._SECRET_NAMES,
        *secret_names._SECRET_LAST_WORDS,
        *secret_names._ABOUT_A_SECRET,
        *secret_names._AMOUNTS,
        *secret_values._IDENTIFYING_WORDS,
        *(" ".join(pair) for pair in secret_names._SECRET_PAIRS),
    }
)
FORMS = (
    *("{0}", "{0}s", "user {0}", "{0} expire time", "max {0}", "{0} id", "old {0} key id"),
    *("https://x.example.com/{0}", "is {0}", "{0} key", "x{0}x"),
)
NAMES = (
    *(
        "密码",
        "登录密码",
        "密码状态",
        "令牌",
        "访问令牌过期",
        "\uff54\uff4f\uff4b\uff45\uff4e",
        "clientsecret",
        "apikeys",
    ),
    *(
        "sessionid",
        "mysessionids",
        "PASSWORDHASH",
        "passwordhashed",
        "JSESSIONID",
        "x" * 96 + "token",
    ),
    *("x" * 95 + "token", "", "_", "session", "id", "API-KEY", "api.key", "APIKey", "aPiKeY"),
)


def list_names():
    joiners = ("camel", "_", "-")
    for word, form, joiner in product(WORDS, FORMS, joiners):
        if joiner != "camel" and " " not in form and " " not in word:
            continue
        parts = form.format(word).split()
        name = joiner.join(parts)
        if joiner == "camel":
            name = parts[0] + "".join(one[:1].upper() + one[1:] for one in parts[1:])
        if is_secret_name(name):
            yield name
    for name in NAMES:
        yield f"{name[-12:]} {len(name)} {is_secret_name(name)} {split_name(name)[-3:]}"
        yield f"{secret_values.is_identifying_name(name)}"
    for path in (
        *((), ("session", "id"), ("session", 0, "id"), ("session", 0), ("x", "session", "id")),
        *(("session", "user", "id"), ("token", 1), ("a", "token"), ("session", "x", "id"), ("id",)),
    ):
        yield f"{path} {is_secret_path(path)}"


def list_values():
    letters = string.ascii_letters + string.digits
    made = [
        *(make(length, letters) for length in (15, 16, 31, 32, 33, 64)),
        *(
            make(40, one)
            for one in ("0123456789", "abcdef0123456789", "ABCDEF0123456789", "ab", "a1")
        ),
        *(
            make(40, string.ascii_lowercase),
            f"{make(15)}-{make(15)}-{make(15)}",
            "-".join(["ab1"] * 12),
        ),
        *(f"{make(15)}/{make(20)}", f"iVBOR{make(40)}", f"/9j/{make(40)}", "a" * 31 + "1"),
        *("2019-07-11T12:55:46.000000+08:00", "c9bf9e57-1685-4c89-bafb-ff5af830be8a"),
        *("wind.park.north.turbine.7.example.com", "Wind-Park-North_Turbine-7_Sub-Station-9"),
        *(make(8192, letters), make(8193, letters), f".{make(39)}", f"{make(39)}="),
        *("AbC1-" * 8, "Ab1.Cd2.Ef3.Gh4.Ij5.Kl6.Mn7.Op8.Qr9", "aB3/dE5/gH7/jK9/mN1/pQ3/sT5/vW7"),
    ]
    for number, value in enumerate(made):
        found = list(secret_values.find_secret_looking(f"at {value}, x/{value}"))
        yield f"{number} {secret_values.is_secret_looking(value)} {len(found)}"
    for text in (
        *("Bearer ", "bearer  ", "BASIC\t", "xbearer ", "Bearer" + " " * 9, "Bearer: ", "basic "),
    ):
        yield f"{text!r} {[len(one) for one in secret_values.find_bearers(text + BARE)]}"
        yield f"{[len(one) for one in secret_values.find_bearers(text + 'abcdefghijklmnopq')]}"


def list_patterns():
    parts = (make(5), make(4), make(6))
    for text in (
        *(SESSION, f"x{SESSION}y", "IAM_S_" + make(7), "IAM_S_" + make(8), f"{SESSION}_{SESSION}"),
        *(f"APP_PORTAL_S_{make(8)}", f"eyJ{parts[0]}.{parts[0]}.{parts[2]}", f"eyJ{parts[1]}.a.b"),
        *(
            f"eyJ{parts[0]}.{parts[1]}.{parts[2]}",
            f"eyJ{parts[0]}.{parts[0]}.",
            "eyJ" * 9,
            "IAM_S_",
        ),
        *(f"eyJ{parts[0]}.{parts[0]}", f"IAM_S_{make(9)}-{make(9)}", f"eyJ{SESSION}"),
    ):
        yield f"{find_pattern_spans(text)} {has_pattern_match(text)} {len(text)}"


def hide(text):
    """A line of what came of a text, without the secrets themselves."""
    for name, secret in (
        ("SESSION", SESSION),
        ("SHORT", SHORT),
        ("BARE", BARE),
        ("TINY", TINY),
        ("PORTAL", PORTAL),
    ):
        text = text.replace(secret, name).replace(secret[-11:], f"end of {name}")
        if len(secret) > len(SESSION):
            text = text.replace(secret[:-6], f"start of {name}")
    return text


ENCODINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "upper": str.upper,
    "spaced": " ".join,
    "marked": lambda text: "-".join(text[at : at + 4] for at in range(0, len(text), 4)),
    "quoted": lambda text: json.dumps({"x": text}),
    "json escapes": lambda text: "".join(f"\\u{ord(one):04x}" for one in text),
    "hex escapes": lambda text: "".join(f"\\x{ord(one):02x}" for one in text),
    "percent": lambda text: "".join(f"%{ord(one):02X}" for one in text),
    "url": lambda text: f"?token={quote(text)}&a=b",
    "html": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "html hex": lambda text: "".join(f"&#x{ord(one):x}" for one in text),
    "escaped": html.escape,
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 within": lambda text: base64.b64encode(f"ab {text} c".encode()).decode(),
    "url safe": lambda text: base64.urlsafe_b64encode(f"??>{text}".encode()).decode(),
    "hex": lambda text: text.encode().hex(),
    "hex upper": lambda text: f"0x{text.encode().hex().upper()}",
    "quoted-printable": lambda text: quopri.encodestring(text.encode(), quotetabs=True).decode(),
    "wrapped": lambda text: f"{text[:9]}=\n{text[9:]}",
    "full width": lambda text: "".join(chr(ord(one) + 0xFEE0) for one in text),
    "accented": "\u0301".join,
    "part": lambda text: text[-17:],
    "small part": lambda text: text[-14:],
    "with others": lambda text: f"zz{text[4:]}zz and {text}",
}


def list_texts():
    masker = RunMasker()
    masker.add_text(SESSION)
    for (title, encode), secret in product(ENCODINGS.items(), (SESSION, SHORT, TINY)):
        once = encode(secret)
        for text in (once, f"it was {once} before", base64.b64encode(once.encode()).decode()):
            found: tuple[bool, ...] = (
                KNOWN.has_match(text),
                KNOWN.has_match_in_bytes(text.encode()),
            )
            found += (
                KNOWN.has_match_in_bytes(text.encode("utf-16")),
                bool(KNOWN.find_matches([text])),
            )
            masked = KNOWN.mask_text(text)
            yield f"{title} {found} {len(masked)} {hide(masked) if len(masked) < 60 else ''}"
            lines = masker.mask(f"one\n{text}\ntwo")
            yield f"{masker.mask(text) == text} {len(lines)}"
    for text in ("Wind\u2074 \uff41\u338f", "a\u0301b", "", "-", "A1-ß2"):
        spans = [(0, 1), (2, 3)] if len(normalize(text)) > 2 else []
        yield f"{text} {normalize(text)!r} {list(locate_spans(text, spans))}"


HEADERS = (
    *(("Set-Cookie", f"sid={SHORT}; Path=/; Max-Age=60"), ("Cookie", f"a={BARE}, b=1; Domain=x")),
    *(("Authorization", f"Bearer {SHORT}"), ("X-Auth-Token", SHORT), ("X-Token", "%TOKEN%")),
    *(("Location", f"https://x.example.com/cb?code={SHORT}&state={BARE}"), ("Link", f"</{BARE}>")),
    *(("X-Api-Key", "12345"), ("X-Api-Key", "12345678"), ("X-Api-Key", "1234567"), ("ETag", BARE)),
    *(("X-Custom", f"token={SHORT}"), ("X-Custom", f'{{"password": "{SHORT}"}}'), ("Password", "")),
    *(
        ("X-Token", "${A} <b>"),
        ("X-Token", "abcde"),
        ("X-Token", "abcdef"),
        ("token", "Digest ab12"),
    ),
)
DOCUMENTS = (
    *(
        {"session": SHORT},
        {"session": {"id": 12345678}},
        {"session": [{"id": SHORT}, {"id": BARE}]},
    ),
    *({"session": {"id": {"a": [SHORT, True, None, 7.5]}}}, {"token": {"a": SHORT, "b": "x"}}),
    *({"name": "X-Auth-Token", "value": SHORT}, {"key": "password", "value": [SHORT]}),
    *({"name": "color", "value": SHORT}, {"a": BARE}, {"requestId": BARE}, {"name": BARE}),
    *({"note": f"see token={SHORT} there"}, {"note": f"Bearer {BARE}"}, {BARE: 1}, [BARE, SHORT]),
    *({"note": json.dumps({"password": SHORT})}, {"pin": 1234}, {"pin": 12345678}, {"pin": "x"}),
    *({"password": ""}, {"password": "%PASSWORD%"}, {"password": "[credential removed]"}),
    {"data": {"id": PORTAL, "user": {"id": "u1"}, "expires": 6}, "code": 0},
    {"data": {"id": 123456789, "isSsoLogin": True, "user": {}}, "code": 0},
)


def list_found():
    for name, value in HEADERS:
        found = find_in_headers(((name, value),))
        yield f"{name}: {hide(' | '.join(sorted(found._values)))}"
        yield hide(mask_header(name, value, found))
        yield hide(mask_header(name, value, Credentials()))
    for document in DOCUMENTS:
        body = json.dumps(document)
        for text in (
            body,
            body.replace("token", "t\\u006fken").replace(SHORT[0], f"\\u{ord(SHORT[0]):04x}"),
        ):
            found = find_in_document(parse_document(text.encode()).root, text)
            yield hide(" | ".join(sorted(found._values)))
    for text in (
        *(f"?token={SHORT}&a={BARE}", f"#access_token={SHORT};x", f"https://{BARE}.example.com/x"),
        *(
            f"x token={SHORT}",
            f"token={SHORT} ",
            f"'password' : '{SHORT}'",
            f'"password" : "{SHORT}"',
        ),
        *(f"a.token={SHORT}", f"/{BARE}/x", f"id={SESSION}"),
    ):
        yield hide(f"{sorted(find_in_text(text)._values)} {sorted(find_in_address(text)._values)}")
    for text in (
        *(
            "IAM_S_" + "•" * 12,
            "•" * 12,
            "•" * 11,
            "[personal data removed]",
            "x" + "•" * 12,
            SESSION,
        ),
        *(
            BARE,
            "APP_PORTAL_S_" + make(32),
            f"eyJ{make(9)}.{make(9)}.{make(9)}",
            "ä" * 30,
            "a" * 9000,
        ),
    ):
        yield f"{is_masked(text)} {hide(mask_credential(text))}"


def pin_all():
    return pin_lines(
        [
            ("names", list_names()),
            ("values", list_values()),
            ("patterns", list_patterns()),
            ("texts", list_texts()),
            ("found", list_found()),
        ]
    )


def test_what_counts_as_a_secret_still_does():
    """A1."""
    pinned = pin_all()
    found = json.dumps(pinned)
    assert not any(one in found for one in (SESSION, SHORT, BARE, SESSION[-20:]))
    assert_pinned(pinned, FILE)


if __name__ == "__main__":
    write_pinned(pin_all(), FILE)
