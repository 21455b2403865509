import pytest

from inspector_app.report.formats import iso_timestamps
from inspector_app.session.parsing.json_document import JsonNumber, JsonObject


def test_an_instant_is_a_number_and_a_date():
    assert iso_timestamps.build_json_instant(1_800_000_000.25) == JsonObject(
        (("epoch", JsonNumber("1800000000.25")), ("iso", "2027-01-15T08:00:00Z"))
    )
    assert iso_timestamps.build_json_instant(None) is None
    assert iso_timestamps.build_json_instant(1e30) is None


def test_times_before_the_epoch_and_fractions_are_written_too():
    assert iso_timestamps.format_utc(-0.5) == "1970-01-01T00:00:00Z"
    assert iso_timestamps.format_utc(1_800_000_000.999) == "2027-01-15T08:00:00Z"
    assert iso_timestamps.format_utc_milliseconds(1_800_000_000.25) == "2027-01-15T08:00:00.250Z"
    assert iso_timestamps.format_utc_milliseconds(0.9996) == "1970-01-01T00:00:01.000Z"


@pytest.mark.parametrize(
    ("value", "written"), [(0.0, "0"), (100.0, "100"), (0.412, "0.412"), (1e15, "1000000000000000")]
)
def test_a_number_has_neither_an_exponent_nor_zeros_at_its_end(value: float, written: str):
    assert iso_timestamps.build_json_number(value).text == written
