"""From which height on what is shown: to the pixel, on both sides of it."""

import pytest
from PySide6.QtGui import QAction

from inspector_app.desktop.comparison.comparison_card import ComparisonCard
from inspector_app.desktop.widgets.empty_state import EmptyState
from tests.desktop.at_work import inspect, token_of


@pytest.mark.parametrize(
    ("height", "below", "has_room", "has_picture_room", "spacing"),
    [
        (590, 0, True, True, 12),
        (590, 1, False, True, 12),
        (510, 0, False, True, 12),
        (510, 1, False, False, 8),
    ],
)
def test_what_the_answer_leaves_out_in_a_lower_window(
    demo, qtbot, height, below, has_room, has_picture_room, spacing
):
    inspect(demo, qtbot, token_of(demo, "valid"))
    view, px = demo.window.result_view, demo.theme.spacing.to_pixels
    view.resize(900, 1200)
    assert view.banner._has_room
    view.resize(900, px(height) - below)
    assert view.banner._has_room is has_room
    assert view.banner.steps_view._has_room is has_room
    assert view.banner.findings_list._has_room is has_room
    assert view.banner.conditions_list._has_room is has_room
    assert view.banner.timeline._has_room is has_picture_room
    assert view.content_layout.spacing() == px(spacing)
    low = "" if has_room else "low"
    for tree in (view.tree_view, view.answer_pages.request_view):
        assert (tree.header().property("room") or "") == low
    assert (view.banner.reply_panel.copy_button.property("room") or "") == low
    assert view.banner.head._layout.spacing() == px(6 if has_room else 4)


@pytest.mark.parametrize(("below", "top", "gap"), [(0, 14, 12), (1, 8, 8)])
def test_the_window_keeps_its_distances_from_a_height_on(demo, below, top, gap):
    window, px = demo.window, demo.theme.spacing.to_pixels
    window.resize(1200, px(640) - below)
    margins = window._layout.contentsMargins()
    sides = margins.left(), margins.top(), margins.right(), margins.bottom()
    assert sides == (px(16), px(top), px(16), px(8))
    assert window._layout.spacing() == px(gap)


@pytest.mark.parametrize(("below", "is_shown"), [(0, True), (1, False)])
def test_an_empty_page_has_its_picture_from_a_height_on(appearance, qtbot, below, is_shown):
    page = EmptyState(appearance, "lock", (QAction("Unlock"),))
    qtbot.addWidget(page)
    page.show()
    page.resize(400, 400)
    page.resize(400, appearance.spacing.to_pixels(200) - below)
    assert page._icon_label.isHidden() is not is_shown
    side = appearance.spacing.to_pixels(48)
    assert page._icon_label.pixmap().deviceIndependentSize().width() == side


def fit(widget, width, buttons):
    """Which of the buttons are icons alone at this width, and which a pixel below it."""
    seen = []
    for below in (0, 1):
        widget.resize(width - below, widget.height())
        seen.append([one._is_compact for one in buttons])
    return seen


def test_the_buttons_of_the_card_are_icons_alone_where_a_pixel_is_missing(demo, qtbot):
    inspect(demo, qtbot, token_of(demo, "valid"))
    head, px = demo.window.result_view.banner.head, demo.theme.spacing.to_pixels
    head.sentence_label.setText("So")
    assert fit(head, px(664), head._buttons) == [[False] * 2, [True] * 2]
    head.sentence_label.setText("So it is with the session, and so it was " * 4)
    words = sum(one.compute_width(one.text()) for one in head._buttons)
    sides = head._icon_label.width() + head.sentence_label.sizeHint().width()
    needed = sides + words + 3 * head._sentence_row.spacing()
    assert fit(head, needed, head._buttons) == [[False] * 2, [True] * 2]
    more = head._more_button
    sides = head.identity_line.compute_width() + head.note_field.sizeHint().width()
    needed = sides + more.compute_width(more.text()) + 3 * head._identity_row.spacing()
    assert fit(head, needed, [more]) == [[False], [True]]


def test_those_of_a_comparison_too(appearance, qtbot):
    card = ComparisonCard(appearance)
    qtbot.addWidget(card)
    card.headline_label.setText("They differ in something")
    card.show()
    buttons = card.copy_button, card.export_button
    words = sum(one.compute_width(one.text()) for one in buttons)
    sides = card._icon_label.width() + card.headline_label.sizeHint().width()
    edges = card._card_layout.contentsMargins().left() + card._card_layout.contentsMargins().right()
    needed = edges + sides + words + 3 * card._head.spacing()
    assert fit(card, needed, buttons) == [[False] * 2, [True] * 2]
