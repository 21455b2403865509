"""In a low window the sentence scrolls; it is never pressed together."""

from inspector_app.desktop.actions import ActionId
from tests.desktop.at_work import inspect, token_of


def test_all_of_the_sentence_is_there_in_the_smallest_window(demo, qtbot):
    """R10."""
    window = demo.window
    window.resize(window.minimumSize())
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    banner = window.result_view.banner
    area = window.result_view._banner_area
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert banner.height() >= banner.layout().totalHeightForWidth(banner.width())
    assert banner.timeline.height() == banner.timeline.sizeHint().height()
    assert area.height() >= 90
    assert window.result_view.tree_view.height() >= 100


def test_where_there_is_room_nothing_scrolls(demo, qtbot):
    demo.window.resize(1080, 900)
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    area = demo.window.result_view._banner_area
    qtbot.waitUntil(lambda: area.height() == demo.window.result_view.banner.height())
    assert area.verticalScrollBar().maximum() == 0


def test_it_shrinks_again_with_a_shorter_sentence(demo, qtbot):
    demo.window.resize(1080, 900)
    area = demo.window.result_view._banner_area
    inspect(demo, qtbot, token_of(demo, "other_organization"))
    qtbot.waitUntil(lambda: area.height() == demo.window.result_view.banner.height())
    high = area.height()
    inspect(demo, qtbot, token_of(demo, "session_not_found"))
    qtbot.waitUntil(lambda: area.height() < high)
    demo.window.action_collection[ActionId.FORGET_TOKEN].trigger()
    assert not area.isVisible()
