from dataclasses import replace

import pytest

from inspector_app.report.redaction import Redaction, RedactionLevel, redact_analyzed_answer
from inspector_app.session.analyzed_answer import analyze_answer
from inspector_app.session.exchange import Exchange, Failure, FailureKind, Route, TlsInfo
from tests.report.answers import KEY, NOW, answer_of, exchange

TOKEN = "IAM_S_" + "q7" * 64
USER = {"id": "u1", "name": "mara.lindqvist"}


def around(level: RedactionLevel, *headers: tuple[str, str]) -> Exchange:
    import json

    plain = exchange(json.dumps(answer_of(USER, TOKEN)).encode())
    route = Route(f"{TOKEN}.example.com", f"{TOKEN}:3128", TOKEN)
    sent = replace(plain, headers=headers, route=route, tls=TlsInfo(*[f"x {TOKEN}"] * 6))
    answer = redact_analyzed_answer(analyze_answer(sent), Redaction(KEY, level)).call_result
    assert isinstance(answer, Exchange)
    return answer


@pytest.mark.parametrize("level", RedactionLevel)
def test_a_token_in_a_header_a_certificate_or_the_way_is_masked(level):
    """E1."""
    answer = around(level, ("Location", f"https://x.example.com/?id={TOKEN}"), ("Age", TOKEN))
    assert TOKEN not in repr(answer)
    assert answer.tls is not None
    assert answer.tls.issuer == "x IAM_S_••••••••••••"


def test_only_five_headers_ever_leave():
    """E1."""
    names = ("date", "Age", "Content-Type", "Retry-After", "Location", "Set-Cookie", "X-User")
    kept = around(RedactionLevel.SECRETS, *((name, "1") for name in names)).headers
    assert [name for name, _ in kept] == list(names[:5])


@pytest.mark.parametrize(
    ("value", "personal"),
    [
        ("Fri, 15 Jan 2027 08:00:00 GMT", "Fri, 15 Jan 2027 08:00:00 GMT"),
        ("86400", "86400"),
        ("application/json; charset=utf-8", "application/json; charset=utf-8"),
        ("", ""),
        ("ask mara.lindqvist", "[personal data removed]"),
        ("text/html; user=mara", "[personal data removed]"),
        ("https://mara:pw@login.example.com/mara?u=mara#m", "https://login.example.com/…"),
        ("//login.example.com", "//login.example.com"),
        ("/login?user=mara", "[personal data removed]"),
    ],
)
def test_by_default_a_header_keeps_what_cannot_name_a_person(value, personal):
    """E1."""
    assert around(RedactionLevel.PERSONAL, ("Location", value)).headers == (("Location", personal),)


def test_where_personal_data_may_leave_an_address_still_loses_its_login():
    """E1: a password is a secret."""
    kept = around(
        RedactionLevel.SECRETS, ("Location", "https://mara:pw@login.example.com/mara?u=1")
    ).headers
    assert kept == (("Location", "https://login.example.com/mara?u=1"),)


def test_the_detail_of_a_failure_keeps_figures_and_hosts():
    for detail in ("15.2", "407", "login.example.com", None):
        failure = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW, detail=detail)
        kept = redact_analyzed_answer(analyze_answer(failure), Redaction(KEY)).call_result
        assert isinstance(kept, Failure)
        assert kept.detail == detail


@pytest.mark.parametrize("level", RedactionLevel)
def test_a_token_in_what_is_told_of_a_failure_is_masked(level):
    """E1."""
    route = Route(f"{TOKEN}.example.com", f"{TOKEN}:3128", TOKEN, TOKEN)
    failure = Failure(FailureKind.TIMED_OUT, route, NOW, detail=f"of {TOKEN}")
    kept = redact_analyzed_answer(analyze_answer(failure), Redaction(KEY, level)).call_result
    assert isinstance(kept, Failure)
    assert TOKEN not in repr(kept)
    assert all((kept.route.proxy, kept.route.trust_store, kept.route.ignored_proxy_script))
    bare = Failure(FailureKind.TIMED_OUT, Route("apim.example.com"), NOW)
    kept = redact_analyzed_answer(analyze_answer(bare), Redaction(KEY, level)).call_result
    assert kept.route == bare.route


def test_a_page_leaves_only_where_personal_data_may_and_without_a_token():
    """E1: also where its bytes are no text."""
    page = analyze_answer(exchange(b"\xff mara " + TOKEN.encode()))
    for level, body in (
        (RedactionLevel.PERSONAL, b""),
        (RedactionLevel.SECRETS, "\ufffd mara IAM_S_••••••••••••".encode()),
    ):
        kept = redact_analyzed_answer(page, Redaction(KEY, level)).call_result
        assert isinstance(kept, Exchange)
        assert kept.body == body


def test_what_stands_in_the_place_of_a_host_names_nobody_by_default():
    """E1: a host has no blanks, a person's name may."""
    sent = ("Location", "https://Mara Lindqvist of the north#x")
    assert "Mara" not in repr(around(RedactionLevel.PERSONAL, sent).headers)


@pytest.mark.parametrize(
    ("name", "leaves"),
    [
        ("Via", True),
        ("X-Kong-Upstream-Latency", True),
        ("x-kong-proxy-latency", True),
        ("X-RateLimit-Remaining-Minute", True),
        ("RateLimit-Reset", True),
        ("X-RateLimit-Limit-mara2", False),
        ("X-Kong-Request-Id", False),
        ("Server", False),
    ],
)
def test_who_answered_and_how_much_is_left_may_leave(name, leaves):
    """E1: a name with figures in it may be a person's number."""
    for level in RedactionLevel:
        assert around(level, (name, "7")).headers == (((name, "7"),) if leaves else ())


@pytest.mark.parametrize(
    ("value", "stays"),
    [
        ("1234567890", True),
        ("12345678901", False),
        ("kong/3.4", True),
        ("1.1 kong/3.4.1.1", True),
        ("KONG/2", True),
        ("1.1 mara/3", False),
        ("mara kong/3", False),
        ("text/html", True),
        ('text/html ; charset="utf-8"', True),
        ("text/html; charset=utf-8; a", False),
        ("x text/html", False),
        ("text2/html", False),
    ],
)
def test_figures_software_and_media_types_name_nobody(value, stays):
    """E1."""
    shown = value if stays else "[personal data removed]"
    assert around(RedactionLevel.PERSONAL, ("Via", value)).headers == (("Via", shown),)
    assert around(RedactionLevel.SECRETS, ("Via", value)).headers == (("Via", value),)


def test_the_way_and_the_certificate_are_masked_place_by_place():
    """A1: each of them, and nothing else of them."""
    route = Route(
        f"{TOKEN}.example.com", f"p {TOKEN}", f"s {TOKEN}", ignored_proxy_script=f"i {TOKEN}"
    )
    failure = Failure(FailureKind.TIMED_OUT, route, NOW, detail=f"d {TOKEN}")
    mask = "IAM_S_••••••••••••"
    for level in RedactionLevel:
        kept = redact_analyzed_answer(analyze_answer(failure), Redaction(KEY, level)).call_result
        assert isinstance(kept, Failure)
        assert kept.detail == f"d {mask}"
        assert kept.route == replace(
            route,
            host=f"{mask}.example.com",
            proxy=f"p {mask}",
            trust_store=f"s {mask}",
            ignored_proxy_script=f"i {mask}",
        )


@pytest.mark.parametrize("level", RedactionLevel)
def test_a_page_is_kept_only_where_personal_data_may_leave(level):
    """E1: a page may greet a person by name."""
    sent = replace(exchange(f"<p>Mara {TOKEN}</p>".encode()), headers=())
    kept = redact_analyzed_answer(analyze_answer(sent), Redaction(KEY, level)).call_result
    page = b"" if level is RedactionLevel.PERSONAL else "<p>Mara IAM_S_••••••••••••</p>".encode()
    assert isinstance(kept, Exchange)
    assert kept.body == page
