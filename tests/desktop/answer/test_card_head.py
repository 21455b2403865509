"""The head of the card gives its width to the sentence and the names before the buttons."""

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.answer.answer_owner import Identity
from inspector_app.desktop.widgets.button import Button
from inspector_app.desktop.widgets.labels import PlainLabel
from tests.desktop.at_work import inspect, lay_out, token_of
from tests.pseudo_language import PseudoTranslator


@pytest.fixture
def long_texts(qapp):
    """A language of long texts, for as long as the test takes."""
    translator = PseudoTranslator(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def app(start, qtbot, long_texts):
    """The demo in that language."""
    made = start("--demo")
    qtbot.waitUntil(lambda: made.preferences.demo is not None)
    return made


def show(app, qtbot, width, scenario="other_organization"):
    app.window.resize(width, 700)
    inspect(app, qtbot, token_of(app, scenario))
    lay_out()
    return app.window.result_view.banner.head


@pytest.mark.parametrize("width", [700, 820, 960, 1124, 1600])
def test_the_sentence_has_one_line_where_the_buttons_can_be_icons(app, qtbot, width):
    head = show(app, qtbot, width)
    words = head.sentence_label.sizeHint()
    icons = sum(button.compute_width("") for button in head._buttons)
    if words.width() + icons + 90 < head.width():
        assert head.sentence_label.height() < 2 * head.sentence_label.fontMetrics().height()
    has_words = [button.width() > button.compute_width("") for button in head._buttons]
    assert all(has_words) if width >= 1600 else has_words[0] is has_words[1]


@pytest.mark.parametrize("width", [760, 960, 1124])
def test_no_name_is_cut_off_for_a_button(app, qtbot, width):
    head = show(app, qtbot, width)
    for label in head.identity_line.labels:
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text()), label.text()


def test_a_button_over_a_stale_answer_says_whose_report_it_copies(app, qtbot):
    head = show(app, qtbot, 960)
    app.window.token_field.set_raw_text("another text")
    lay_out()
    copy = head._buttons[0]
    assert "priya.nair" in copy.text()
    assert copy.width() >= copy.compute_width(copy.text())


def test_a_longer_name_takes_the_words_of_the_button_beside_it(demo, qtbot):
    head = show(demo, qtbot, 1124, "valid")
    words, icon = (head._more_button.compute_width(one) for one in (head._more_button.text(), ""))
    for user, width in (("ann", words), ("a" * 60, icon), ("ann", words)):
        head.show_identity(Identity(user, "Wind North " * 3, "0a1b2c3d"))
        lay_out()
        assert head._more_button.width() == width, user


def test_nobody_unknown_is_asked_about(demo, qtbot):
    head = show(demo, qtbot, 1124, "session_not_found")
    assert not head._more_button.isVisible()
    show(demo, qtbot, 1124, "valid")
    assert head._more_button.isVisible()
    demo.window.token_field.set_raw_text("another text")
    assert not demo.window.action_collection[ActionId.ASK_MORE].isEnabled()
    assert head._more_button.isVisible()  # it was there a moment ago


def test_the_reason_has_all_of_the_width(demo, qtbot):
    head = show(demo, qtbot, 1124, "session_not_found")
    banner = demo.window.result_view.banner
    assert banner.detail_label.width() > 0.85 * head.width()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_link_stands_on_the_line_of_its_words(start, qtbot, language):
    app = start("--demo", languages=(language,))
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    show(app, qtbot, 1124, "other_organization")
    banner = app.window.result_view.banner
    lines = [(banner.detail_label, banner._evidence_button)]
    for row in banner.findings_list.children():
        words = [one for one in row.children() if isinstance(one, PlainLabel)]
        links = [one for one in row.children() if isinstance(one, Button)]
        lines += [(words[0], links[0])] if words and links else []
    assert len(lines) > 1
    for words, link in lines:
        first_line = words.y() + words.fontMetrics().height() / 2
        assert abs(first_line - link.geometry().center().y()) <= 2, words.text()


@pytest.mark.parametrize("width", [900, 1000, 1124, 1250])
def test_another_size_of_text_leaves_the_words_as_much_room(demo, qtbot, width):
    head = show(demo, qtbot, width)
    for action in (ActionId.TEXT_LARGER, ActionId.TEXT_LARGER, ActionId.TEXT_SMALLER):
        demo.window.action_collection[action].trigger()
        lay_out()
        shown = [button.width() for button in (*head._buttons, head._more_button)]
        head._leave_words_room()
        lay_out()
        assert [button.width() for button in (*head._buttons, head._more_button)] == shown


def test_the_buttons_have_words_as_soon_as_the_sentence_fits_beside_them(app, qtbot):
    head = show(app, qtbot, 1600)

    def has_words(width):
        app.window.resize(width, 700)
        lay_out()
        return head._buttons[0].width() > head._buttons[0].compute_width("")

    crowded, roomy = 820, 1600
    while roomy - crowded > 1:
        middle = (crowded + roomy) // 2
        crowded, roomy = (crowded, middle) if has_words(middle) else (middle, roomy)
    assert has_words(roomy)
    label = head.sentence_label
    assert 0 <= label.width() - label.sizeHint().width() <= 2, (roomy, label.width())
    assert crowded > 820
    assert roomy < 1600
