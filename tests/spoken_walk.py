"""A screen reader's client: prints what is shown of an app, in order, as it would be spoken.

Run by the system's own Python, which has libatspi; its argument is the application's name.
"""

import sys
import time

import gi  # type: ignore[import-not-found]  # of the system's Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402  # after its version

SECONDS = 20
SILENT = {"filler", "panel", "scroll bar", "application", "redundant object", "viewport"}


def speak(thing, lines):
    """Collect role, name, description and states of what can be seen, depth first."""
    if thing is None:
        return
    states = thing.get_state_set()
    role, name = thing.get_role_name(), thing.get_name()
    if role != "application" and not states.contains(Atspi.StateType.VISIBLE):
        return
    if role not in SILENT and name:
        marks = [
            word
            for word, state in (
                ("focused", Atspi.StateType.FOCUSED),
                ("selected", Atspi.StateType.SELECTED),
                ("opens a menu", Atspi.StateType.HAS_POPUP),
            )
            if states.contains(state)
        ]
        lines.append(" | ".join((role, name, *marks)))
    for number in range(min(thing.get_child_count(), 200)):
        speak(thing.get_child_at_index(number), lines)


def find(name):
    """The application of that name, once it is on the bus."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(number)
            if child is not None and child.get_name() == name:
                return child
        time.sleep(0.1)
    raise SystemExit(f"there is no application {name}")


lines: list[str] = []
speak(find(sys.argv[1]), lines)
print("\n".join(lines))  # noqa: T201  # for the test that runs this
