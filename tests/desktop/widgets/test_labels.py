"""A label of one line says to those who listen what it is told to, each time it changes."""

from inspector_app.desktop.widgets.labels import ElidedLabel


def test_what_is_heard_changes_without_what_is_seen(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    for spoken, heard in (
        ("", "3 h"),
        ("three hours", "three hours"),
        ("3 hrs", "3 hrs"),
        ("", "3 h"),
    ):
        label.set_text("3 h", spoken)
        assert (label.text(), label.accessibleName()) == ("3 h", heard)
