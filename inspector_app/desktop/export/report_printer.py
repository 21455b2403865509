"""Prints a report: opens the print dialog, then paints the pages on a worker thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from inspector_app.desktop.background import BackgroundExecutor, Lane
from inspector_app.desktop.export import pdf_renderer
from inspector_app.desktop.theme.translation import render_text, translate
from inspector_app.inspection.report_making import make_in_time
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.export.printable_report import PrintableReport
    from inspector_app.session.translatable_text import Text


class ReportPrinter(QObject):
    """``status_message`` carries a line about whether the report was printed.

    ``failed`` carries the reason why no printing is possible.
    """

    status_message = Signal(str)
    failed = Signal(object)

    def __init__(self, background: BackgroundExecutor, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background

    def open_print_dialog(self, printable: PrintableReport, title: str, parent: QWidget) -> None:
        """Open the print dialog; ``title`` is the name of the print job.

        Printing to a file is disabled: Qt would write it world-readable, and not atomically. The
        export saves the same PDF.
        """
        # Imports QtPrintSupport, which the first paint does not need.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self.failed.emit(tr("No printer is set up on this computer. Save the PDF instead."))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setFullPage(True)
        printer.setPageSize(pdf_renderer.get_page_size())
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("Print the report"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(partial(self._start_printing, printer, printable))
        QDialog.open(dialog)  # QPrintDialog.open() requires a slot

    def _start_printing(
        self, printer: QPrinter, printable: PrintableReport, _same: QPrinter
    ) -> None:
        """Print; the dialog passes its printer again, which nothing else keeps alive."""
        self._background.submit(
            Lane.FILES,
            partial(make_in_time, partial(pdf_renderer.print_report, printer, printable)),
            self._on_printed,
            partial(self.status_message.emit, translate("The report could not be printed.")),
        )

    def _on_printed(self, problem: Text | None) -> None:
        if problem is not None:
            self.status_message.emit(render_text(problem))
            return
        self.status_message.emit(translate("The report was sent to the printer."))
