"""macOS' frameworks are called as Apple documents them; where they are not, that is told."""

import sys

import pytest

from inspector_app.system import macos_frameworks
from tests.system.mac import mac

SECRET = "IAM_S_" + "pB4n" * 9


@pytest.fixture
def machine():
    with mac() as made:
        yield made


def test_a_secret_is_copied_and_marked_as_concealed(machine):
    """A3."""
    changes = macos_frameworks.copy_concealed(SECRET)
    assert machine.board == {"public.utf8-plain-text": SECRET, "org.nspasteboard.ConcealedType": ""}
    assert machine.live_strings == {}, "no copy of the secret stays behind"
    assert macos_frameworks.count_pasteboard_changes() == changes
    machine.change()
    assert macos_frameworks.count_pasteboard_changes() != changes


def test_a_refused_copy_is_told_and_leaves_no_string_behind(machine):
    machine.takes_strings = False
    with pytest.raises(macos_frameworks.MacosCallError):
        macos_frameworks.copy_concealed(SECRET)
    assert machine.live_strings == {}


def test_a_locked_screen_is_heard_each_time(machine):
    heard = []
    macos_frameworks.observe_screen_lock(lambda: heard.append(True))
    machine.lock_screen()
    machine.lock_screen()
    assert len(heard) == 2


def test_secure_input_is_switched_on_and_off(machine):
    macos_frameworks.set_secure_input(is_on=True)
    assert machine.secure_inputs == 1
    macos_frameworks.set_secure_input(is_on=False)
    assert machine.secure_inputs == 0


@pytest.mark.parametrize("name", ["objc_msgSend", "CFStringCreateWithCString", "objc_getClass"])
def test_a_function_that_is_not_there_is_told(machine, name):
    machine.missing.add(name)
    with pytest.raises(macos_frameworks.MacosCallError):
        macos_frameworks.copy_concealed(SECRET)


@pytest.mark.skipif(sys.platform == "darwin", reason="there they are")
def test_without_the_frameworks_nothing_else_is_raised():
    for call in (
        lambda: macos_frameworks.copy_concealed(SECRET),
        macos_frameworks.count_pasteboard_changes,
        lambda: macos_frameworks.observe_screen_lock(list),
        lambda: macos_frameworks.set_secure_input(is_on=True),
    ):
        with pytest.raises(macos_frameworks.MacosCallError):
            call()
