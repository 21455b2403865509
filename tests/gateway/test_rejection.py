"""Whether an answer refuses the token, the application's token, or has no such path."""

import json

import pytest

from inspector_app.gateway.rejection import (
    get_identity_status,
    has_no_route,
    is_access_token_expired,
    is_token_rejected,
    parse_envelope,
)
from inspector_app.session.exchange import ApiCall, Exchange, Route


def answer(body, status=200, call=ApiCall.SESSION):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Exchange(status, (), data, 0.0, 0.0, Route("apim.example.com"), call=call)


@pytest.mark.parametrize(
    ("status", "told", "is_rejected"),
    [
        (30401, "30401", True),
        (401, "401", True),
        (0, "0", False),
        (30404, "30404", False),
        (4011, "4011", False),
        ("30401", None, False),
        (None, None, False),
        (True, None, False),
    ],
)
def test_the_identity_service_says_by_its_status_whether_it_takes_the_token(
    status, told, is_rejected
):
    """N1: of a status that is a number, and from nobody else."""
    said = answer({"status": status, "success": False})
    assert get_identity_status(said) == told
    assert is_token_rejected(said) is is_rejected
    for other in (answer([status]), answer(b"<html>"), answer({"code": status})):
        assert get_identity_status(other) is None
        assert not is_token_rejected(other)
    service = answer({"status": status}, call=ApiCall.APPLICATION)
    assert get_identity_status(service) is None


@pytest.mark.parametrize(
    ("body", "is_expired"),
    [
        ({"apim_status": 4011}, True),
        ({"status": 4011}, True),
        ({"code": 4011}, True),
        ({"apim_status": "4011"}, True),
        ({"apim_status": 4012}, False),
        ({"status": 0, "code": 4011}, True),
        ({"status": 1203}, True),
        ({"status": 401}, False),
        ({"other": 4011}, False),
        ({}, False),
        ([], False),
    ],
)
def test_the_gateway_says_by_a_code_that_an_access_token_is_over(body, is_expired):
    assert is_access_token_expired(answer(body)) is is_expired


@pytest.mark.parametrize(
    ("status", "body", "call", "is_gone"),
    [
        (404, b"", ApiCall.PORTAL_SESSION, True),
        (404, b"<html>no</html>", ApiCall.PORTAL_SESSION, True),
        (404, {"message": "no Route matched with those values"}, ApiCall.PORTAL_SESSION, True),
        (404, {"anything": "else"}, ApiCall.PORTAL_SESSION, True),
        (404, {"status": 404, "success": False, "session": None}, ApiCall.SESSION, False),
        (404, {"code": 99404, "msg": "x", "data": None}, ApiCall.PORTAL_SESSION, False),
        (404, b"", ApiCall.APPLICATION, False),
        (403, b"", ApiCall.PORTAL_SESSION, False),
        (200, b"", ApiCall.PORTAL_SESSION, False),
    ],
)
def test_there_is_no_route_where_nobody_behind_the_gateway_answers_404(status, body, call, is_gone):
    assert has_no_route(answer(body, status, call)) is is_gone


@pytest.mark.parametrize(("size", "is_read"), [(64 * 1024, True), (64 * 1024 + 1, False)])
def test_a_refusal_is_short(size, is_read):
    """J5."""
    body = b'{"status": 30401}'
    long = answer(body + b" " * (size - len(body)))
    assert (parse_envelope(long) is not None) is is_read
    assert is_token_rejected(long) is is_read
