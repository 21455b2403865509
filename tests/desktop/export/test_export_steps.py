"""What each step of an export leaves: what is offered, what is said, and what is dropped."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.export.export_controller import ShownAnswer, get_report_format
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS, PrintFormat
from inspector_app.desktop.export.report_builder import render_format
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.translatable_text import Text, tr
from tests.desktop.at_work import clipboard, inspect, token_of

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.mark.parametrize("name", [*(one.value for one in ReportFormat), "", "pdf"])
def test_a_report_is_copied_in_a_form_for_tickets(name):
    known = {
        "text": ReportFormat.TEXT,
        "markdown": ReportFormat.MARKDOWN,
        "jira": ReportFormat.JIRA,
    }
    assert get_report_format(name) is known.get(name, ReportFormat.TEXT)


def test_each_copy_has_its_form_and_says_whose_it_is(demo, qtbot):
    controller = demo.export_controller
    told: list[str] = []
    controller.status_message.connect(told.append)
    for copy in (controller.copy_report, controller.copy_markdown, controller.copy_jira):
        copy()  # nothing is shown
    assert controller._job is None
    result = inspect(demo, qtbot, token_of(demo, "valid"))
    builder = demo.report_builder
    subject = builder.create_subject(result)
    forms = {
        controller.copy_report: ReportFormat.TEXT,
        controller.copy_markdown: ReportFormat.MARKDOWN,
        controller.copy_jira: ReportFormat.JIRA,
    }
    for copy, form in forms.items():
        expected: Any = render_format(builder.redact(subject), form)
        copy()
        qtbot.waitUntil(lambda: controller._job is None)
        assert clipboard().splitlines()[0] == expected.decode().splitlines()[0]
        assert told.pop() == "Copied the report, without secrets and personal data."
    settings = demo.preferences.settings
    for name in ("markdown", "jira"):
        demo.preferences.update_settings(replace(settings, report_format=name))
        before = clipboard()
        controller.copy_report()
        qtbot.waitUntil(lambda before=before: clipboard() != before or controller._job is None)
        expected = render_format(builder.redact(subject), ReportFormat(name))
        assert clipboard().splitlines()[0] == expected.decode().splitlines()[0]
    told.clear()
    controller._get_shown = lambda: ShownAnswer(result, "somebody")
    controller.copy_markdown()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Copied the report of somebody, without secrets and personal data."]
    controller._on_report_rendered("", tr("It is refused."))
    assert told[-1] == "It is refused."
    controller.copy_report()
    controller.discard_pending()
    assert controller._job is None
    qtbot.waitUntil(demo.background.is_idle)


def test_the_dialog_from_its_opening_to_its_end(demo, qtbot):
    controller = demo.export_controller
    controller.open_export_dialog()
    assert controller._dialog is None
    inspect(demo, qtbot, token_of(demo, "valid"))
    demo.window.action_collection[ActionId.EXPORT].trigger()
    dialog: Any = controller._dialog
    assert dialog.windowTitle() == "Export"
    forms = dialog.options.format_list
    forms.resize(forms.sizeHint())
    assert forms.viewport().height() == forms.sizeHintForRow(0) * len(EXPORT_FORMATS)
    controller.open_export_dialog()
    assert len(demo.window.findChildren(ExportDialog)) == 1
    assert_forms_are_made_one_by_one(dialog, qtbot)
    assert_what_is_done_is_said(demo, controller, dialog)
    problem = tr("It cannot be made.")
    dialog._job, dialog._rendered = object(), None  # as while it is made
    dialog.preview.show_placeholder("It is being made…")
    dialog._on_rendered(problem)
    assert dialog.preview.size_label.text() == ""
    assert dialog.save_bar.label.text() == "It cannot be made."
    assert not dialog.save_bar.isHidden()
    dialog._start_rendering()
    assert dialog.save_bar.isHidden()
    qtbot.waitUntil(lambda: dialog.rendered is not None)
    dialog._job = object()
    dialog._on_render_failed()
    assert "could not be made" in dialog.preview.size_label.text()
    assert dialog._job is None
    controller.discard_pending()
    assert controller._dialog is None
    assert (dialog._rendered, dialog._job, dialog.drag_source._data) == (None, None, b"")
    assert dialog.preview.text_view.toPlainText() == ""
    qtbot.waitUntil(demo.background.is_idle)


def assert_forms_are_made_one_by_one(dialog, qtbot):
    """While one is made nothing is offered; of paper nothing is copied."""
    buttons = (dialog.save_button, dialog.copy_button, dialog.print_button)
    for form in (ReportFormat.JSON, PrintFormat.PDF, ReportFormat.TEXT):
        dialog.options.format_list.setCurrentRow(EXPORT_FORMATS.index(form))
        assert [one.isEnabled() for one in buttons] == [False] * 3
        assert dialog.preview.size_label.text() == "It is being made…"
        assert dialog.drag_source._data == b""
        qtbot.waitUntil(lambda: dialog.rendered is not None)
        is_paper = form is PrintFormat.PDF
        assert [one.isEnabled() for one in buttons] == [True, not is_paper, True]
        assert dialog.print_button.isVisibleTo(dialog) is is_paper
        assert dialog.drag_source._data == dialog.rendered.data
        assert dialog.save_bar._name_filter.startswith(str(form.label))
        assert dialog._job is None


def assert_what_is_done_is_said(demo, controller, dialog):
    told: list[str] = []
    controller.status_message.connect(told.append)
    rendered = dialog.rendered
    used: list[Any] = []
    dialog.format_used.connect(used.append)
    icons = [one.icon() for one in (dialog.copy_button, dialog.print_button, dialog.save_button)]
    assert not any(one.isNull() for one in icons)
    dialog.print_button.click()
    dialog.copy_button.click()
    assert used == [dialog.options.export_format] * 2
    controller._on_copy_requested(replace(rendered, level=RedactionLevel.SECRETS))
    controller._on_copy_requested(replace(rendered, data=b"<p>x</p>", plain_text="plain"))
    assert clipboard() == "plain"
    assert told == [
        "Copied, without secrets and personal data.",
        "Copied, without secrets.",
        "Copied, without secrets and personal data.",
    ]
    assert demo.preferences.settings.export_format == "text"
    exported: list[Any] = []
    controller.exported.connect(lambda words, _show: exported.append(words))
    ended: list[int] = []
    dialog.finished.disconnect(controller._on_dialog_finished)
    dialog.accept = lambda: ended.append(1)
    for level in (RedactionLevel.PERSONAL, RedactionLevel.SECRETS):
        dialog.options.level_buttons[level].setChecked(True)
        dialog._on_saved(Path("/tmp/a.txt"))
    del dialog.accept
    dialog.finished.connect(controller._on_dialog_finished)
    assert exported == [
        "Exported to a.txt, without secrets and personal data.",
        "Exported to a.txt, without secrets.",
    ]
    assert ended == [1, 1]
    assert len(used) == 4
    controller._on_folder_shown(True)
    assert len(told) == 3
    controller._on_folder_shown(False)
    assert told[-1] == "No file manager could be started."
    assert not isinstance(rendered, Text)
