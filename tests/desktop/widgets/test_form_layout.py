"""The fields of a dialog begin in one line, in whichever of its forms they are."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.desktop.theme.spacing import Spacing
from inspector_app.desktop.widgets.form_layout import (
    align_field_labels,
    create_field_label,
    create_form_layout,
)
from tests.desktop.at_work import lay_out


def test_the_fields_of_two_forms_are_in_line(qtbot):
    window, spacing = QWidget(), Spacing(1.0)
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    fields = [QLineEdit(), QLineEdit()]
    for field, words in zip(fields, ("&Name", "The &certificate of this client"), strict=True):
        form = create_form_layout(spacing)
        form.addRow(create_field_label(words, field, spacing), field)
        layout.addLayout(form)
    align_field_labels(window)
    window.show()
    lay_out()
    assert len({field.x() for field in fields}) == 1
