"""No disguise brings a credential into a report or onto the screen, and nothing else is masked."""

import base64
import html
import json
import re
from urllib.parse import quote

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from inspector_app.report.credential_scan import has_credential
from inspector_app.report.formats.report_format import ReportFormat, render_report
from inspector_app.report.json_page import build_json_page
from inspector_app.report.redaction import RedactionLevel
from inspector_app.report.report_input import redact_report
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.credentials import CREDENTIAL_PLACEHOLDER, Credentials
from inspector_app.session.diagnosis.judge_input import JudgeInput
from inspector_app.session.diagnosis.verdict import judge
from inspector_app.session.parsing.json_document import dump_json
from inspector_app.session.presentation import outline_builder
from inspector_app.session.presentation.request_facts import build_request_facts
from inspector_app.session.token import Token
from tests.report.answers import NOW, answer_of, build_input, exchange, render

FORMS = [one for one in ReportFormat if one is not ReportFormat.HTML]  # all but the slowest
LETTERS = st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


def words(size):
    return st.text(LETTERS, min_size=size, max_size=size)


CREDENTIALS = st.one_of(
    words(32).map(lambda text: f"IAM_S_{text}"),
    words(128).map(lambda text: f"IAM_S_{text}"),
    words(32).map(lambda text: f"APP_PORTAL_S_{text}"),
    st.tuples(words(30), words(60), words(43)).map(lambda parts: "eyJ" + ".".join(parts)),
    words(40).map(lambda text: f"{text[:9]}-{text[9:]}"),
)


AROUND = st.sampled_from(
    [
        "",
        "No session",
        "Вход: нет",
        "2027-01-15 08:00",
        "o15578227985571",
        "“会话”",
        "🔑\u200b",
        "<b>",
    ]
)


def full_width(text):
    return "".join(chr(ord(one) + 0xFEE0) for one in text)


DISGUISES = {
    "as it is": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "other case": str.swapcase,
    "without its prefix": lambda text: re.sub(r"^(IAM_S_|APP_PORTAL_S_|eyJ)", "", text),
    "without its first part": lambda text: text.partition(".")[2] or text,
    "its beginning": lambda text: text[:24],
    "its end": lambda text: text[-16:],
    "its middle": lambda text: text[6:24],
    "in groups": lambda text: " ".join(text[i : i + 4] for i in range(0, len(text), 4)),
    "by dashes": "-".join,
    "by words of another script": "и".join,
    "by zero-width spaces": "\u200b".join,
    "by soft hyphens": "\xad".join,
    "by combining marks": "\u0301".join,
    "full width": full_width,
    "over lines": "\r\n".join,
}


def write_json(data):
    return "".join(f"\\u{byte:04x}" for byte in data).encode()


ENCODINGS = {
    "quoted": lambda data: "".join(f"%{byte:02x}" for byte in data).encode(),
    "quoted where needed": lambda data: quote(data, safe="").encode(),
    "base64": base64.b64encode,
    "base64 behind": lambda data: base64.b64encode(b"x" + data),
    "base64 for addresses": base64.urlsafe_b64encode,
    "hex": lambda data: data.hex().encode(),
    "JSON": write_json,
    "UTF-16": lambda data: data.decode("latin-1").encode("utf-16-le"),
    "HTML": lambda data: "".join(f"&#x{byte:x};" for byte in data).encode(),
    "quoted-printable": lambda data: "".join(f"={byte:02X}" for byte in data).encode(),
    "HTML where needed": lambda data: html.escape(data.decode("latin-1")).encode("latin-1"),
}


def reduce(text):
    return re.sub(r"[^a-z0-9]", "", text.lower())


def find_leak(text, credential):
    """A run of 16 letters and digits of the credential in the text; None where there is none."""
    shown, whole = reduce(text), reduce(credential)
    return next(
        (whole[i : i + 16] for i in range(len(whole) - 15) if whole[i : i + 16] in shown), None
    )


def iter_rows(node):
    for child in node.list_children():
        yield child
        yield from iter_rows(child)


def iter_shown(analyzed, token):
    for outline in (
        outline_builder.build_outline(analyzed),
        build_request_facts(analyzed, "https://apim.example.com", token).outline,
    ):
        for row in iter_rows(outline):
            yield from (str(row.label), row.value, row.raw, str(row.path))
    verdict = judge(JudgeInput(analyzed, NOW, token=token))
    yield from (str(verdict.sentence), str(verdict.detail), str(verdict.next_step))
    yield from (str(one.sentence) for one in verdict.findings)
    yield build_json_page(analyzed).text


def ensure_unseen(answer, credential):
    token = Token(credential)
    body = json.dumps(answer).encode()
    for analyzed in (analyze_answer(exchange(body), token), analyze_answer(exchange(body, 401))):
        if analyzed.credentials.has_match(credential):
            for text in iter_shown(analyzed, token):
                folded = text.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
                assert find_leak(folded, credential) is None, text
        for level in RedactionLevel:
            report = redact_report(build_input(analyzed, level, (credential,)))
            for form in FORMS:
                written = render_report(report, form).decode("latin-1")
                assert find_leak(written, credential) is None


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@settings(deadline=None, max_examples=4)
@given(CREDENTIALS)
def test_no_disguise_brings_a_credential_out(disguise, credential):
    """A1, E1: in other case, cut, split by marks, without its first part."""
    hidden = disguise(credential)
    answer = answer_of({"id": "u1", "note": hidden, hidden[:60]: 1}, credential)
    ensure_unseen({**answer, "message": f"no session {hidden} here"}, credential)


@pytest.mark.parametrize("outer", ENCODINGS)
@pytest.mark.parametrize("inner", ENCODINGS)
@settings(deadline=None, max_examples=3)
@given(credential=CREDENTIALS, cut=st.booleans())
def test_a_credential_is_found_in_every_encoding_inside_of_every_other(
    outer, inner, credential, cut
):
    """A1, E1: whole or cut to a half."""
    part = credential[len(credential) // 2 - 10 :] if cut else credential
    written = ENCODINGS[outer](ENCODINGS[inner](part.encode()))
    assert has_credential(b"before " + written + b" behind", Credentials((credential,)))
    text = f"before {written.decode('latin-1')} behind"
    masked = Credentials((credential,)).mask_text(text)
    assert not has_credential(masked.encode(), Credentials((credential,)))
    assert masked != text


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@settings(deadline=None, max_examples=20)
@given(CREDENTIALS)
def test_a_disguised_credential_is_found_in_what_is_to_leave(disguise, credential):
    """E1: by the last look, too."""
    data = f"before {disguise(credential)} behind".encode()
    assert has_credential(data, Credentials((credential,)))


def is_continued(credential, before, behind):
    """Whether a letter beside a credential goes on as it does elsewhere: it belongs to it then."""
    whole, first, last = reduce(credential), reduce(behind)[:1], reduce(before)[-1:]
    return (first and whole[-7:] + first in whole) or (last and last + whole[:7] in whole)


@settings(deadline=None, max_examples=100)
@given(CREDENTIALS, AROUND, AROUND)
def test_what_stands_around_a_credential_stays(credential, before, behind):
    assume(not is_continued(credential, before, behind))
    letters = "".join(character for character in credential.lower() if character.isalnum())
    # Of one that repeats itself, the next letter may be a part of it too: 0000| No is 0000N.
    assume(letters[:15] not in letters[1:] and letters[-15:] not in letters[:-1])
    known = Credentials((credential,))
    before, behind = f"{before} |", f"| {behind}"
    masked = known.mask_text(before + credential + behind)
    assert masked.startswith(before)
    assert masked.endswith(behind)
    assert find_leak(masked, credential) is None


def test_a_token_without_its_prefix_in_a_message_of_the_gateway_is_masked_in_place():
    """A1: what issue trackers got to see."""
    credential = "IAM_S_" + "kJ7q" * 8
    known = Credentials((credential,))
    assert known.mask_text(f"No session {credential[6:].lower()}.") == "No session ••••••••••••."
    assert known.mask_text(f"No session {credential}.") == "No session IAM_S_••••••••••••."


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize("level", RedactionLevel)
def test_no_disguise_brings_a_credential_into_a_page(disguise, level):
    """E1: as HTML, which is what is printed, too."""
    credential = "IAM_S_" + "Vb8nQ2xZ5tRkW7mD" * 2
    hidden = disguise(credential)
    answer = answer_of({"id": "u1", "note": hidden, "more": [f"see {hidden}."]}, credential)
    analyzed = analyze_answer(exchange(json.dumps({**answer, "message": hidden}).encode()))
    page = render(build_input(analyzed, level, (credential,)), ReportFormat.HTML).decode()
    folded = html.unescape(page)
    folded = folded.translate({code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)})
    assert find_leak(folded, credential) is None


@settings(deadline=None, max_examples=60)
@given(
    CREDENTIALS,
    st.lists(st.text(max_size=60), max_size=20),
    st.sampled_from([*DISGUISES.values()]),
    st.integers(1, 50),
)
def test_texts_that_are_searched_together_are_found_as_each_alone(
    credential, texts, disguise, times
):
    """A1: what halves the work loses none."""
    known = Credentials((credential, "short-one"))
    hidden = [disguise(credential), base64.b64encode(credential.encode()).decode(), "a short-one"]
    many = [*(texts * times), *hidden, credential, *(f"{one} {times}" for one in texts)]
    assert known.find_matches(many) == {one for one in many if known.has_match(one)}
    assert {*hidden, credential} <= known.find_matches(many)


WORDS = st.sampled_from(
    (
        *("session", "user", "organization", "EnOS", "gateway", "portal", "password", "expired"),
        *("2027-01-15T08:00:00Z", "会话", "Mara", "o15578227985571", "u15440200922941"),
        *("mara.lindqvist@example.com", "https://portal.example.com/a?b=c", "%20", "&amp;"),
        *("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "\\u00e9", "100%", "a=b", "AES256", "TLSv1.3"),
    )
)


@settings(deadline=None, max_examples=200)
@given(CREDENTIALS, st.lists(WORDS, max_size=60).map(" ".join))
def test_ordinary_text_stays_as_it_is(credential, text):
    """E1: no false masking."""
    known = Credentials((credential,))
    assert known.mask_text(text) == text
    assert not has_credential(text.encode(), known)


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
def test_a_long_text_is_masked_as_a_short_one(disguise):
    """A1, J5: the result of the worker's search stands for the window's."""
    credential = "IAM_S_" + "Yc3fQm9LxT6wKz1H" * 2
    long = "Lorem ipsum dolor sit amet. " * 2000 + disguise(credential) + " tail" * 50
    analyzed = analyze_answer(
        exchange(json.dumps({"note": long, "plain": "x " * 20_000}).encode()), Token(credential)
    )
    rows = {row.path: row for row in iter_rows(outline_builder.build_outline(analyzed))}
    assert rows["note",].is_secret
    assert find_leak(rows["note",].value, credential) is None
    assert not rows["plain",].is_secret


def test_a_credential_in_pieces_is_shown_on_no_page_and_leaves_in_no_report():
    """A1, E1: no piece is one, but together they are."""
    credential = "IAM_S_" + "Gs4jBn8vRx1pEw6u" * 2
    pieces = [credential[at : at + 7] for at in range(0, len(credential), 7)]
    body = json.dumps({"code": 0, "parts": pieces}).encode()
    analyzed = analyze_answer(exchange(body), Token(credential))
    assert find_leak(build_json_page(analyzed).text, credential) is None
    rows = [row.value for row in iter_rows(outline_builder.build_outline(analyzed))]
    report_input = build_input(analyzed, RedactionLevel.SECRETS, (credential,))
    written = render(report_input, ReportFormat.JSON).decode()
    assert not [piece for piece in pieces if piece in rows or piece in written]


@pytest.mark.parametrize("report_format", [ReportFormat.JSON, ReportFormat.CSV])
def test_characters_as_numbers_are_in_no_report(report_format):
    """A1, E1: neither in a list nor each in a member of its own; and the report is made."""
    secret = "IAM_S_" + "Ng4xKs7dLp2v" * 3
    codes = {f"k{place}": ord(one) for place, one in enumerate(secret)}
    session = {"id": secret, "expires": 7200, "list": list(codes.values()), **codes}
    answer = {"status": 0, "success": True, "session": session}
    report_input = build_input(
        analyze_answer(exchange(json.dumps(answer).encode())), RedactionLevel.SECRETS
    )
    numbers = re.findall(rb"(?<![\w.])[0-9]{2,3}(?![\w.])", render(report_input, report_format))
    assert secret[6:22] not in "".join(chr(int(one)) for one in numbers)


def test_of_a_row_of_numbers_just_those_are_masked_that_are_characters():
    """A1, E1."""
    secret = "IAM_S_" + "Ng4xKs7dLp2v" * 3
    answer = answer_of({"id": "u1"}, secret, extra=[5, *map(ord, secret), 6])
    analyzed = analyze_answer(exchange(json.dumps(answer).encode()), Token(secret))
    report_input = build_input(analyzed, RedactionLevel.SECRETS)
    document = redact_report(report_input).analyzed.document
    assert document is not None
    rows = json.loads(dump_json(document.root, None))["session"]["extra"]
    assert rows[0] == 5
    assert rows[-1] == 6
    assert set(rows[1:-1]) == {CREDENTIAL_PLACEHOLDER}
