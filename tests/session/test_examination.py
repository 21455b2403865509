from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.session.examination import examine
from inspector_app.session.exchange import Failure, FailureKind, Route
from tests.session.answers import NOW, SUCCESS, exchange


def test_a_session_is_read_and_understood():
    found = examine(exchange(SUCCESS))

    assert found.document is not None
    assert found.unreadable is None
    assert found.inspection is not None
    assert found.inspection.session is not None
    assert found.lifetimes is not None
    assert found.clock.skew is not None


def test_a_page_is_unreadable_and_says_where():
    found = examine(exchange(b'{"a": nope}'))

    assert (found.document, found.inspection, found.lifetimes) == (None, None, None)
    assert found.unreadable is not None
    assert found.unreadable.offset == 6


def test_a_failure_is_kept_as_it_is():
    failure = Failure(FailureKind.CANCELLED, Route("x.example.com"), NOW)

    assert examine(failure).answer is failure
    assert not examine(failure).credentials


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80), st.integers(), st.text(), st.text())
def test_no_bytes_status_or_headers_make_it_raise(body, status, name, value):
    """J4."""
    answer = exchange(body, status, headers=((name, value), ("Date", value)))

    assert examine(answer).answer is answer
