"""Whichever of KDE's programs is installed, it is started by its own name, the newest first."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("KWallet and the bus are Linux's", allow_module_level=True)

from inspector_app.vault import kwallet

NAMES = ("org.kde.secretservicecompat", "org.kde.kwalletd6", "org.kde.kwalletd5")


class Bus:
    """A message bus that can start some programs, of which some offer the Secret Service."""

    def __init__(self, activatable, offering):
        self._activatable = activatable
        self._offering = offering
        self.started = []

    def ListActivatableNames(self):  # noqa: N802  # D-Bus's name
        return (["org.freedesktop.DBus", *self._activatable],)

    def StartServiceByName(self, name):  # noqa: N802  # idem
        self.started.append(name)

    def find_owner(self):
        return ":1.7" if self.started and self.started[-1] in self._offering else None


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    monkeypatch.setattr(kwallet, "Proxy", lambda _generator, bus: bus)
    monkeypatch.setattr(kwallet, "_KWALLET_TIMEOUT", 0.01)


@pytest.mark.parametrize("name", NAMES)
def test_each_of_them_is_known(name):
    bus: Any = Bus([name], [name])
    assert kwallet.start_kwallet(bus)
    assert bus.started == [name]


def test_the_newest_is_started_first_and_an_older_one_if_it_offers_nothing():
    bus: Any = Bus(reversed(NAMES), NAMES[2:])
    assert kwallet.start_kwallet(bus)
    assert bus.started == list(NAMES)


def test_it_is_looked_for_in_short_steps(monkeypatch):
    paused: list[float] = []
    clock = SimpleNamespace(monotonic=lambda: sum(paused), sleep=paused.append)
    monkeypatch.setattr(kwallet, "time", clock)
    monkeypatch.setattr(kwallet, "_KWALLET_TIMEOUT", 1.0)
    assert not kwallet.start_kwallet(Bus(NAMES[:1], []))  # type: ignore[arg-type]
    assert max(paused) <= 0.1
    assert 1.0 <= sum(paused) <= 1.2


def test_without_any_of_them_nothing_is_started():
    bus: Any = Bus([], NAMES)
    assert not kwallet.start_kwallet(bus)
    assert bus.started == []
