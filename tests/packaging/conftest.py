"""What tests of packages share: the one moment that a build has decided on."""

import pytest

from tests.packaging.small_bundle import MOMENT


@pytest.fixture(autouse=True)
def decided_moment(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
