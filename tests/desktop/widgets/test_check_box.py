"""A check box says what of its words there is no room for."""

from inspector_app.desktop.widgets.check_box import CheckBox
from tests.desktop.drawing import describe_drawing


def test_words_that_have_no_room_end_in_an_ellipsis(appearance, qtbot):
    box = CheckBox(appearance, "Remember for this run")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    assert "…" not in "".join(describe_drawing(box))
    box.resize(box.width() - 30, box.height())
    assert "…" in "".join(describe_drawing(box))
