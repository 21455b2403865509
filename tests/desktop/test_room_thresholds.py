"""From which height on what is shown: to the pixel, on both sides of it."""

import pytest
from PySide6.QtGui import QAction

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
