"""A screen reader's ear: an accessibility bus of a test's own, and all that is said on it.

``with accessibility_bus() as bus:`` starts a session bus with at-spi2-core on it. A program that
gets ``bus.environment`` speaks to it, and ``bus.listen`` gives every event as AT-SPI has it.
"""

import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass, field

from jeepney import (  # type: ignore[import-untyped]  # ships no types
    DBusAddress,
    MatchRule,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]  # idem
from jeepney.io.blocking import (  # type: ignore[import-untyped]  # idem
    DBusConnection,
    open_dbus_connection,
)

EVENTS = ("object:", "window:", "focus:")


@dataclass
class AccessibilityBus:
    """The bus, what programs need to find it, and all that was heard so far."""

    connection: DBusConnection
    environment: dict[str, str]
    heard: list[tuple[object, ...]] = field(default_factory=list)

    def listen(self, until, seconds=30.0):
        """Take in what is said until that is true of an event, given as member and body."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                message = self.connection.receive(timeout=1.0)
            except TimeoutError:
                continue
            if message.header.message_type is not MessageType.signal:
                continue
            fields = {key.name: value for key, value in message.header.fields.items()}
            event = (fields["sender"], fields["path"], fields["member"], message.body)
            self.heard.append(event)
            if until(*event):
                return event
        raise AssertionError(f"not heard within {seconds} s among {len(self.heard)} events")

    def get(self, name, path, interface, member):
        """A property of an accessible object."""
        where = DBusAddress(path, name, interface)
        return self._ask(Properties(where).get(member))[0][1]

    def call(self, name, path, interface, method, signature="", body=()):
        """Call a method of an accessible object."""
        where = DBusAddress(path, name, interface)
        return self._ask(new_method_call(where, method, signature, body))

    def _ask(self, message):
        reply = self.connection.send_and_get_reply(message, timeout=20)
        if reply.header.message_type is MessageType.error:
            raise AssertionError(reply.body)
        return reply.body


@contextmanager
def accessibility_bus(environment):
    """An AT-SPI bus for programs that are started with its environment, while the block lasts."""
    session = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert session.stdout is not None
        address = session.stdout.readline().strip()
        made = dict(environment) | {
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        with open_dbus_connection(bus=address) as caller:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            asked = new_method_call(where, "GetAddress")
            (accessible,) = caller.send_and_get_reply(asked, timeout=20).body
            with open_dbus_connection(bus=accessible) as connection:
                connection.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal")))
                bus = AccessibilityBus(connection, made)
                for kind in EVENTS:
                    bus.call(
                        "org.a11y.atspi.Registry",
                        "/org/a11y/atspi/registry",
                        "org.a11y.atspi.Registry",
                        "RegisterEvent",
                        "sass",
                        (kind, [], ""),
                    )
                yield bus
    finally:
        session.terminate()
        session.wait(10)
        if session.stdout is not None:
            session.stdout.close()
