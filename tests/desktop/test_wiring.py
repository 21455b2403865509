"""What the whole window is made of, and how many hear of each signal in it and in its dialogs.

A connection, a widget or a setting cannot be lost unseen.

After a change that was meant, ``PARTS_ARE_WRITTEN=1 pytest FILE`` writes ``wiring.json`` anew.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog

from inspector_app.desktop.actions import ActionId
from inspector_app.settings.user_settings import ThemeMode
from tests.desktop.at_work import inspect, token_of
from tests.desktop.described_parts import IS_PINNED, check_parts
from tests.desktop.test_every_control import DIALOGS, modal
from tests.desktop.widget_description import list_signals
from tests.desktop.widget_tree import describe_tree

FILE = Path(__file__).with_name("wiring.json")

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


def list_receivers(*roots: QObject) -> list[str]:
    """A line for each kind of object that somebody hears, and for each timer."""
    counts: Counter[str] = Counter()
    for root in roots:
        for one in (root, *root.findChildren(QObject)):
            kind: Any = type(one)
            heard = [
                f"{name}={count}"
                for name, signature in list_signals(kind)
                if (count := one.receivers(f"2{signature}"))
            ]
            if isinstance(one, QTimer):
                heard.append(f"after {one.interval()} {one.isSingleShot()}")
            above = QObject.parent(one)
            place = type(above).__name__ if above is not None else ""
            if heard:
                counts[f"{place}/{type(one).__name__} {' '.join(heard)}"] += 1
    return [f"{line} x{count}" for line, count in sorted(counts.items())]


@IS_PINNED
def test_the_window_is_what_it_was_and_each_signal_is_heard_by_as_many(demo, qtbot):
    demo.theme.set_mode(ThemeMode.LIGHT)  # as where an appearance was chosen
    demo.window.resize(1500, 1000)  # room for all that narrow windows fold
    for count, scenario in enumerate(("valid", "account_disabled"), 1):
        inspect(demo, qtbot, token_of(demo, scenario))
        qtbot.waitUntil(lambda count=count: len(demo.history.store.history.entries) == count)
    demo.many._get_controller()
    qtbot.waitUntil(demo.background.is_idle)
    ticking = demo.window.result_view._timer
    ticking.setInterval(1000)  # whether it has ticked by now or not
    parts = {"the answer": describe_tree(demo.window)}
    demo.window.action_collection[ActionId.COMPARE].trigger()
    page = demo.comparison.page
    qtbot.waitUntil(lambda: bool(page.card.headline_label.text()))
    qtbot.waitUntil(demo.background.is_idle)
    ticking.setInterval(1000)
    parts["the comparison"] = describe_tree(demo.window)
    parts["heard in the window"] = list_receivers(demo, demo.window, demo.theme, demo.background)
    demo.comparison.close()
    for action_id in DIALOGS:
        demo.window.action_collection[action_id].trigger()
        qtbot.waitUntil(lambda: isinstance(modal(), QDialog))
        dialog = modal()
        parts[f"heard in {action_id.name}"] = list_receivers(dialog)
        dialog.reject()
    qtbot.waitUntil(demo.background.is_idle)
    check_parts(parts, FILE)
