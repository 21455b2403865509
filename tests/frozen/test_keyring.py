"""K5 on the frozen app: it keeps a token in a real Secret Service, reads it, and forgets it."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial

import pytest

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.settings import settings_file
from inspector_app.settings.environment import create_environment
from inspector_app.settings.user_settings import Settings
from inspector_app.system.paths import get_directories
from tests.secret_service import secret_service
from tests.virtual_screen import focus, hand

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a Secret Service is Linux's"),
]

PATIENCE = 120.0
FROM_TOKEN_TO_FORGET = ["Tab"] * 4
"""The way of a person without a mouse: Inspect, More, Remember, Forget the token."""


@pytest.fixture
def service():
    with secret_service() as running:
        yield running


@pytest.fixture
def gateway():
    with DemoGateway() as running:
        environment = create_environment("Loopback", running.origin)
        settings_file.save(
            get_directories().settings_file,
            Settings(environments=(environment,), current_id=environment.id),
        )
        yield running


@contextmanager
def at_the_window(bundle, screen):
    """Start the app and give a function that presses keys in its window; quit in the end."""
    environment = screen | {
        "DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"],
    }
    app = subprocess.Popen(
        [bundle.desktop], env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    focus(screen, "EnOS Session Inspector", app)
    yield partial(hand, screen)
    hand(screen, "key", "ctrl+q")
    said, _ = app.communicate(timeout=20)
    assert (app.returncode, said) == (0, "")


def until(is_so, act=lambda: None):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        act()


@pytest.mark.timeout(300)
def test_a_token_is_kept_read_and_forgotten(bundle, screen, service, gateway):
    """K5."""
    valid = next(one for one in gateway.scenarios if one.id == "valid")
    with at_the_window(bundle, screen) as press:
        press("type", "--delay", "2", valid.token)
        press("key", "Return")
        until(lambda: len(service.items()) == 1)
    bus = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    # No token is given here: what is inspected is the one that the keyring holds.
    ran = bundle.run("--screenshot", str(service.home / "window.png"), DBUS_SESSION_BUS_ADDRESS=bus)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Session valid, about ")
    assert valid.token not in ran.out
    made_by_reports = get_directories().state / "report-labels.key"
    made_by_reports.unlink()
    with at_the_window(bundle, screen) as press:
        # A report there is once the kept token was found; Forget is offered from then on.
        until(made_by_reports.exists, lambda: press("key", "ctrl+t", "Return", "ctrl+shift+r"))
        until(
            lambda: service.items() == (),
            lambda: press("key", "Escape", "ctrl+t", *FROM_TOKEN_TO_FORGET, "space"),
        )
    ran = bundle.run("--screenshot", str(service.home / "window.png"), DBUS_SESSION_BUS_ADDRESS=bus)
    assert ran.code == 1


def test_nothing_is_kept_where_there_is_no_keyring(bundle, screen, gateway):
    ran = bundle.run("--screenshot", "/dev/null")
    assert ran.code == 1
    assert ran.err == ""
