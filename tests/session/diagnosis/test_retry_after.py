"""What a gateway asks to wait, in seconds."""

import pytest

from inspector_app.session.diagnosis.retry_after import parse_retry_after


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
        ("Sun, 06 Nov 1994 08:49:00 GMT", 0),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("soon", None),
        ("٣", None),
        ("1" * 10, None),
    ],
)
def test_seconds_or_a_date_are_read_and_nothing_else(header, seconds):
    """N10."""
    assert parse_retry_after(header, 784111777.0) == seconds
