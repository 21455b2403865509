"""In a language of long texts buttons have room for their words, and labels for their lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.main_window.token_choice_row import TokenChoiceRow
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.plain_text import from_tooltip_text
from tests.desktop.at_work import inspect, lay_out, token_of
from tests.pseudo_language import PseudoTranslator, lengthen

DIALOGS = (
    ActionId.WATCH,
    ActionId.SAFETY,
    ActionId.ADD_ENVIRONMENT,
    ActionId.LIST_ENVIRONMENTS,
    ActionId.KEPT_TOKENS,
    ActionId.HELP,
    ActionId.EXPORT,
)


@pytest.fixture
def app(start, qapp, qtbot):
    """The demo in that language, in a small window."""
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    made = start("--demo")
    qtbot.waitUntil(lambda: made.preferences.demo is not None)
    made.window.resize(960, 560)
    yield made
    qapp.removeTranslator(translator)


def list_cut(window):
    """The texts that have no room, in all that a window shows; what can be scrolled to has it."""
    lay_out()
    cut = []
    for button in [*window.findChildren(QPushButton), *window.findChildren(QCheckBox)]:
        is_elided = isinstance(button, Button) and button._variant.value.endswith("choice")
        if (
            not button.isVisible()
            or not button.text()
            or isinstance(button, TokenChoiceRow)
            or is_elided
        ):
            continue
        is_told = from_tooltip_text(button.toolTip()) == button.text().replace("&&", "&")
        may_shrink = is_told and 0 < button.minimumWidth() <= button.width()  # it ends in "…"
        if button.width() < button.minimumSizeHint().width() and not may_shrink:
            cut.append(button.text())
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.height()
        words = QFontMetrics(label.font()).horizontalAdvance(label.text().replace("&", ""))
        seen = label.visibleRegion().boundingRect().width()
        is_beside = 0 < seen < label.width()  # nothing is scrolled sideways to
        if label.height() < needed or is_beside or (not label.wordWrap() and label.width() < words):
            cut.append(label.text())
    headers = [one for one in window.findChildren(QHeaderView) if one.isVisible()]
    cut += [str(one) for one in headers if one.textElideMode() is Qt.TextElideMode.ElideNone]
    return cut


def test_the_texts_are_the_longer_ones():
    assert lengthen("Sign in {name}, 50 %").startswith("Šîĝñ îñ {name}, 50 %")
    assert len(lengthen("Inspect again")) > 1.3 * len("Inspect again")
    assert lengthen("…") == "…"


def test_nothing_of_an_answer_is_cut(app, qtbot):
    for scenario in ("valid", "session_not_found"):
        inspect(app, qtbot, token_of(app, scenario))
        assert "ļöñĝ" in app.window.result_view.banner.sentence_label.text()
        qtbot.waitUntil(lambda: list_cut(app.window) == [])  # the history moves it aside at first
    app.window.resize(1124, 770)
    app.window.action_collection[ActionId.HISTORY].trigger()
    assert app.history.pane.is_open
    assert list_cut(app.window) == []


def test_the_heads_of_the_applications_are_whole(app, qtbot):
    inspect(app, qtbot, token_of(app, "portal_valid"))
    app.window.action_collection[ActionId.SHOW_APPLICATIONS].trigger()
    header = app.window.result_view.current_tree_view.header()
    lay_out()
    assert header.isVisible()
    for section in range(header.count() - 1):
        assert header.sectionSize(section) >= header.sectionSizeHint(section)


def test_nothing_of_a_comparison_is_cut(app, qtbot):
    for count, scenario in enumerate(("valid", "account_disabled"), 1):
        inspect(app, qtbot, token_of(app, scenario))
        qtbot.waitUntil(lambda count=count: len(app.history.store.history.entries) == count)
    app.window.action_collection[ActionId.COMPARE].trigger()
    qtbot.waitUntil(lambda: bool(app.comparison.page.card.headline_label.text()))
    assert list_cut(app.window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_nothing_of_a_dialog_is_cut(app, qtbot, action):
    inspect(app, qtbot, token_of(app, "valid"))
    app.window.action_collection[action].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert list_cut(dialog) == []
    bars = [one.horizontalScrollBar() for one in dialog.findChildren(QAbstractScrollArea)]
    assert not any(bar.isVisible() for bar in bars)
    dialog.reject()


def test_the_button_that_counts_the_seconds_keeps_its_size_and_its_words(app):
    window = app.window
    width = window.inspect_button.width()
    window.show_running(88.8)
    lay_out()
    button = window.inspect_button
    assert button.width() == width
    assert button.compute_width(button.text()) <= width


def list_items(layout):
    """The places of the widgets that are shown in a layout and in those within it."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget.isVisible() and not item.isEmpty():
            yield widget, item.geometry()
        elif inner is not None:
            yield from list_items(inner)


def list_overlaps(window):
    """The pairs of widgets of one layout that cover each other, or reach beyond their parent."""
    found = []
    for parent in [window, *window.findChildren(QWidget)]:
        layout = parent.layout()
        if layout is None or not parent.isVisible() or isinstance(layout, QStackedLayout):
            continue
        items = list(list_items(layout))
        for number, (widget, place) in enumerate(items):
            if not parent.rect().contains(place):
                found.append((widget, parent))
            found += [(widget, other) for other, there in items[:number] if there.intersects(place)]
    return found


@pytest.mark.parametrize("size", [(680, 453), (960, 560), (1124, 770)])
def test_nothing_covers_anything(app, qtbot, size):
    window = app.window
    window.resize(*size)
    inspect(app, qtbot, token_of(app, "other_organization"))
    view = window.result_view
    view.tree_view.select_row((0, 0))
    steps = (
        view.banner.reply_panel._fold_button.click,
        window.action_collection[ActionId.SHOW_DETAILS].trigger,
        lambda: window.show_exported("Exported to report.html.", lambda: None),
        lambda: window.token_field.set_raw_text("another text"),
    )
    for step in steps if size[1] > 500 else (steps[0], steps[3]):  # the smallest has less room
        step()
        for _ in range(4):
            QApplication.processEvents()
        assert list_overlaps(window) == []
