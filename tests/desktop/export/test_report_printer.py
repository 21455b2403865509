"""What is printed is what the pages show; there is no other way to a file than the private one."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

from inspector_app.desktop.export import pdf_renderer
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS, PrintFormat
from inspector_app.desktop.export.printable_report import build_printable_report
from inspector_app.inspection import report_making
from tests.desktop.at_work import inspect
from tests.desktop.export.test_pdf_renderer import redacted


@pytest.fixture
def on_paper(demo, qtbot):
    """The export, with the pages of a report in it."""
    inspect(demo, qtbot)
    demo.export_controller.open_export_dialog()
    dialog = demo.window.findChild(ExportDialog)
    dialog.options.format_list.setCurrentRow(EXPORT_FORMATS.index(PrintFormat.PDF))
    qtbot.waitUntil(lambda: dialog.rendered is not None and bool(dialog.preview.page_view.images))
    yield dialog
    dialog.reject()
    qtbot.waitUntil(demo.background.is_idle)


def printers(monkeypatch, *names):
    """Let the system have these printers."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: [*names]))


def test_without_a_printer_the_dialog_says_what_to_do(on_paper, qtbot, monkeypatch):
    printers(monkeypatch)
    qtbot.mouseClick(on_paper.print_button, Qt.MouseButton.LeftButton)
    assert "Save the PDF instead" in on_paper.save_bar.label.text()
    assert on_paper.findChild(QPrintDialog) is None
    assert on_paper.rendered is not None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others ask by a dialog of theirs")
def test_the_pages_go_to_the_printer_that_is_chosen(demo, on_paper, qtbot, monkeypatch, tmp_path):
    printers(monkeypatch, "the one downstairs")
    qtbot.mouseClick(on_paper.print_button, Qt.MouseButton.LeftButton)
    asking = on_paper.findChild(QPrintDialog)
    assert not asking.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
    assert asking.printer().docName() == on_paper.rendered.name
    to_paper(asking.printer(), tmp_path / "printed")
    asking.hide()
    with qtbot.waitSignal(demo.export_controller.status_message) as said:
        asking.accepted.emit(asking.printer())
    assert "sent to the printer" in said.args[0]
    assert (tmp_path / "printed").read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others ask by a dialog of theirs")
def test_printing_that_takes_too_long_says_so(demo, on_paper, qtbot, monkeypatch, tmp_path):
    """N4."""
    printers(monkeypatch, "the one downstairs")
    qtbot.mouseClick(on_paper.print_button, Qt.MouseButton.LeftButton)
    asking = on_paper.findChild(QPrintDialog)
    to_paper(asking.printer(), tmp_path / "printed")
    asking.hide()
    monkeypatch.setattr(report_making, "REPORT_DEADLINE", -1)
    with qtbot.waitSignal(demo.export_controller.status_message) as said:
        asking.accepted.emit(asking.printer())
    assert "too long" in said.args[0]


def to_paper(printer, path):
    """Stand in for a printer, which no test has."""
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))


def test_a_printer_gets_as_many_pages_as_there_are(qapp, tmp_path):
    made = build_printable_report(redacted())
    printer = QPrinter()
    to_paper(printer, tmp_path / "printed")
    printer.setFullPage(True)
    printer.setPageSize(pdf_renderer.get_page_size())
    pdf_renderer.print_report(printer, made)
    _, pages = pdf_renderer.render_pdf(made, "")
    assert (tmp_path / "printed").read_bytes().count(b"/Type /Page\n") == len(pages)
