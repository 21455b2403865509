"""What programs do to a text on its way, as functions: each wraps a text once more."""

import base64
import html
import json
import quopri
import random
import re
import textwrap
from urllib.parse import quote

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789"


def make_session(chance: random.Random, length: int = 128) -> str:
    return "IAM_S_" + "".join(chance.choices(LETTERS, k=length))


def make_portal_token(chance: random.Random) -> str:
    return "APP_PORTAL_S_" + "".join(chance.choices(LETTERS, k=32))


def make_jwt(chance: random.Random) -> str:
    parts = (b'{"alg":"HS256","typ":"JWT"}', chance.randbytes(chance.randint(40, 90)))
    encoded = [base64.urlsafe_b64encode(one) for one in (*parts, chance.randbytes(32))]
    return b".".join(one.rstrip(b"=") for one in encoded).decode()


def _wrap_lines(text: str, width: int, end: str = "\n") -> str:
    """Breaks long lines hard, as old mail programs do."""
    return "\n".join(
        end.join(line[at : at + width] for at in range(0, max(1, len(line)), width))
        for line in text.split("\n")
    )


def _hide_marks(text: str, chance: random.Random) -> str:
    places = sorted(chance.sample(range(len(text) + 1), min(3, len(text) + 1)), reverse=True)
    for place in places:
        text = text[:place] + chance.choice("\u200b\u2060\ufeff\u200e\u00ad") + text[place:]
    return text


def trace_ascii(text: str, width: int = 64) -> str:
    """As ``curl --trace-ascii`` numbers the lines of a head."""
    lines = ["=> Send header"]
    offset = 0
    for line in text.split("\n"):
        shown = line.rstrip("\r")
        for at in range(0, max(1, len(shown)), width):
            piece = shown[at : at + width]
            lines.append(f"{offset:04x}: {piece}")
            offset += len(piece)
        offset += 2
    return "\n".join(lines)


def dump_hex(text: str) -> str:
    """As ``hexdump -C`` writes bytes."""
    data = text.encode()
    lines = []
    for at in range(0, len(data), 16):
        row = data[at : at + 16]
        shown = "".join(chr(one) if 32 <= one < 127 else "." for one in row)
        lines.append(f"{at:08x}  {' '.join(f'{one:02x}' for one in row):48}  |{shown}|")
    return "\n".join(lines)


def _escape_markdown(text: str) -> str:
    return "".join(f"\\{one}" if one in "_*[]`~#" else one for one in text)


def _cut_string(text: str, chance: random.Random) -> str:
    """As programs write a long string in pieces."""
    joint = chance.choice(['" + "', '"\n    + "', '" .. "', '" . "', '"\n  "', '" & _\n  "'])
    at = chance.randint(len(text) // 3, len(text) * 2 // 3)
    return f'token = "{text[:at]}{joint}{text[at:]}"'


def _allow_breaks(text: str) -> str:
    """As pages let a browser break a long word."""
    return re.sub(r"[\w.-]{40}(?=[\w.-])", r"\g<0><wbr>", text)


WRAPPERS = {
    "bearer": lambda text, _: f"Bearer {text}",
    "header": lambda text, _: f"Authorization: Bearer {text}",
    "head": lambda text, _: f"GET /a HTTP/1.1\nHost: apim.example.com\nAuthorization: {text}\nA: b",
    "cookie": lambda text, _: f"Cookie: lang=en; global_id={text}; theme=dark",
    "quotes": lambda text, _: f'"{text}"',
    "apostrophes": lambda text, _: f"'{text}'",
    "curly": lambda text, _: f"\u201c{text}\u201d",
    "angle": lambda text, _: f"<{text}>",
    "braces": lambda text, _: "{" + text + "}",
    "square": lambda text, _: f"[{text}]",
    "bold": lambda text, _: f"**{text}**",
    "italic": lambda text, _: f"_{text}_",
    "stars": lambda text, _: f"*{text}*",
    "strike": lambda text, _: f"~~{text}~~",
    "code": lambda text, _: f"`{text}`",
    "fence": lambda text, _: f"```\n{text}\n```",
    "jira": lambda text, _: "{code:bash}\n" + text + "\n{code}",
    "escaped": lambda text, _: _escape_markdown(text),
    "quoted": lambda text, _: textwrap.indent(text, "> ", lambda _line: True),
    "mail": lambda text, _: f"Hello,\n\n{text}\n\nKind regards\nMara\nhttps://www.example.org",
    "sentence": lambda text, _: f"it stopped working with {text}, can you look?",
    "log": lambda text, _: f"08:12:44 INFO [http-1] user=mara session={text} took 12 ms",
    "json": lambda text, _: json.dumps({"level": "DEBUG", "message": text}),
    "json header": lambda text, _: json.dumps({"headers": {"authorization": text}}, indent=1),
    "string": lambda text, _: json.dumps(text),
    "written end": lambda text, _: f"{text}\\r\\n",
    "python": lambda text, _: f"headers = {{'Authorization': {text!r}}}",
    "fetch": lambda text, _: f'fetch("https://a.example.com/b", {{headers: {{token: "{text}"}}}})',
    "curl": lambda text, _: f"curl 'https://a.example.com/b' \\\n  -H 'Authorization: {text}'",
    "html": lambda text, _: html.escape(text),
    "page": lambda text, _: f"<p>see <code>{html.escape(text)}</code></p>",
    "entities": lambda text, _: text.replace("_", "&#95;").replace("'", "&#39;"),
    "printable": lambda text, _: quopri.encodestring(text.encode()).decode(),
    "percent": lambda text, _: quote(text, safe=""),
    "colour": lambda text, _: f"\x1b[01;31m\x1b[K{text}\x1b[m\x1b[K",
    "hidden": _hide_marks,
    "wrapped": lambda text, chance: _wrap_lines(text, chance.randint(40, 78)),
    "wrapped quote": lambda text, chance: _wrap_lines(text, chance.randint(60, 78), "\n> "),
    "crlf": lambda text, _: text.replace("\r\n", "\n").replace("\n", "\r\n"),
    "trace": lambda text, _: trace_ascii(text),
    "pieces": _cut_string,
    "breaks": lambda text, _: _allow_breaks(text),
    "hexdump": lambda text, _: dump_hex(text),
}
"""By name; the second argument is where chance comes from."""
