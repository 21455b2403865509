"""Packages bear the moment that the build has decided on, never the one they are made in."""

from datetime import UTC, datetime, timedelta

import pytest
import source_date

from tests.packaging.small_bundle import MOMENT


def test_the_moment_is_the_decided_one():
    assert source_date.get_epoch() == MOMENT
    assert source_date.get_utc() == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=MOMENT)


def test_without_a_decision_nothing_is_packed(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    with pytest.raises(KeyError):
        source_date.get_epoch()
