"""The card of a comparison gives its width to what differs before it gives it to buttons."""

from datetime import UTC

import pytest

from inspector_app.desktop.comparison import comparison_card
from inspector_app.desktop.comparison.comparison_card import ComparisonCard
from inspector_app.session.time_format import TimeContext
from tests.desktop.comparison.test_pinned_comparison import compare

VIEW = TimeContext(0.0, UTC)


@pytest.mark.parametrize("width", range(600, 1300, 100))
def test_a_headline_takes_no_line_more_for_the_words_of_buttons(qtbot, appearance, width):
    card = ComparisonCard(appearance)
    qtbot.addWidget(card)
    card.resize(width, 200)
    card.show()
    card.show_words(compare("moved").comparison, VIEW)
    label = card.headline_label
    card._card_layout.activate()
    least = label.minimumHeight()
    buttons = (card.copy_button, card.export_button)
    icons = sum(one.compute_width("") for one in buttons)
    words = sum(one.compute_width(one.text()) for one in buttons)
    room = width - 36 - 24 - 3 * 10
    has_words = sum(one.sizeHint().width() for one in buttons) == words
    label.setMinimumHeight(0)  # it would be part of each height below
    assert least == label.heightForWidth(label.width())  # no line is cut
    one_line = label.heightForWidth(10_000)
    assert has_words is (label.heightForWidth(room - words) == one_line)
    assert has_words or sum(one.sizeHint().width() for one in buttons) == icons
    assert all(one.text() in one.toolTip() for one in buttons)


def test_another_comparison_is_folded_and_without_a_link_where_it_has_one_line(qtbot, appearance):
    card = ComparisonCard(appearance)
    qtbot.addWidget(card)
    moved, same = compare("moved").comparison, compare("same").comparison
    card.set_room(has_room=False)
    for _ in range(2):
        card.show_words(moved, VIEW)
        assert [line.isHidden() for line in card._lines] == [
            False,
            *[True] * (len(card._lines) - 1),
        ]
        assert len(card._lines) > 1
        assert card._more_link is not None
        card._more_link.click()
        assert not any(line.isHidden() for line in card._lines)
        card.clear()
    card.show_words(moved, VIEW)
    card.show_words(same, VIEW)
    assert card._more_link is None


@pytest.mark.parametrize(("lines", "has_link"), [(1, False), (2, True)])
def test_one_line_names_no_others(qtbot, appearance, monkeypatch, lines, has_link):
    monkeypatch.setattr(comparison_card, "_MAX_SENTENCES", lines)
    card = ComparisonCard(appearance)
    qtbot.addWidget(card)
    card.show_words(compare("moved").comparison, VIEW)
    assert len(card._lines) == lines
    assert (card._more_link is not None) is has_link
