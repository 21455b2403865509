import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.session.parsing import timestamps
from inspector_app.session.parsing.json_document import JsonArray, JsonNumber, JsonObject
from inspector_app.session.parsing.timestamps import TimestampUnit

NOON = 1562846400.0  # 2019-07-11 12:00:00 UTC


def seconds(value):
    found = timestamps.parse_instant(value)
    return None if found is None else found.seconds


@pytest.mark.parametrize(
    ("sent", "epoch", "unit"),
    [
        (JsonNumber("1562849746"), 1562849746, TimestampUnit.SECONDS),
        (JsonNumber("1562849746000"), 1562849746, TimestampUnit.MILLISECONDS),
        (JsonNumber("1.601192046E12"), 1601192046, TimestampUnit.MILLISECONDS),
        (JsonNumber("99999999999"), 99999999999, TimestampUnit.SECONDS),
        (JsonNumber("100000000000"), 100000000, TimestampUnit.MILLISECONDS),
        ("1562849746", 1562849746, TimestampUnit.SECONDS),
        ("2019-05-14 08:33:19.0", 1557822799, TimestampUnit.DATE),
        ("2019-05-14T08:33:19Z", 1557822799, TimestampUnit.DATE),
        ("2019-05-14T16:33:19+08:00", 1557822799, TimestampUnit.DATE),
        ("2019-05-14T16:33:19.5+0800", 1557822799.5, TimestampUnit.DATE),
    ],
)
def test_the_unit_is_told_by_magnitude(sent, epoch, unit):
    assert timestamps.parse_instant(sent) == timestamps.Instant(epoch, unit)


NO_DATES = [
    *(None, True, False, "", "nan", "NaN", "inf", "-inf", "Infinity", "soon", "never", "0", "-1"),
    *("2019-02-30 00:00:00", "2019-13-01 00:00:00", "2019-05-14 25:00:00", "2019-05-14"),
    *("2019-05-14 08:33:60", "0000-01-01 00:00:00", "0001-01-01 00:00:00", "1969-12-31 23:59:59"),
    *("9999-12-31 23:59:59", "2019-05-14 08:33:19+99:00", "\uff12019-05-14 08:33:19", "1e400"),
    JsonNumber("0"),
    JsonNumber("-0.0"),
    JsonNumber("-1"),
    JsonNumber("-1562849746000"),
    JsonNumber("9223372036854775807"),
    JsonNumber("9223372036854775808"),
    JsonNumber("1E400"),
    JsonNumber("-1E400"),
    JsonNumber("1e18"),
    JsonNumber("253402300799999"),
    JsonNumber("1" * 300),
    JsonNumber("1e999999999"),
    JsonArray(),
    JsonArray((JsonNumber("1562849746"),)),
    JsonObject(),
]


def test_what_is_no_date_is_not_taken_for_one():
    """J6: 40 values, each of them no instant between 1970 and 9999."""
    assert len(NO_DATES) >= 40
    assert [value for value in NO_DATES if timestamps.parse_instant(value) is not None] == []


@given(st.text())
def test_no_text_at_all_raises(text):
    """J6."""
    timestamps.parse_instant(text)
    timestamps.parse_id_timestamp(text)
    timestamps.parse_http_date(text)


@pytest.mark.parametrize(
    ("identifier", "epoch"),
    [
        ("u15578227990211", 1557822799.021),
        ("o155782279855712345678", 1557822798.557),
        *(("u1557822799021", None), ("15578227990211", None), ("u00000000000001", None)),
        *(("", None), ("u1557822799021x", None)),
    ],
)
def test_an_id_embeds_when_it_was_made(identifier, epoch):
    assert timestamps.parse_id_timestamp(identifier) == epoch


@pytest.mark.parametrize(
    ("header", "epoch"),
    [
        ("Thu, 11 Jul 2019 12:00:00 GMT", NOON),
        (" Thu, 11 Jul 2019 12:00:00 GMT ", NOON),
        ("Thursday, 11-Jul-19 12:00:00 GMT", None),
        ("Thu, 11 Jux 2019 12:00:00 GMT", None),
        ("Thu, 31 Feb 2019 12:00:00 GMT", None),
        *(("Thu, 11 Jul 2019 12:00:00 +0200", None), ("", None)),
    ],
)
def test_the_http_date(header, epoch):
    assert timestamps.parse_http_date(header) == epoch
