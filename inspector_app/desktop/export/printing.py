"""Prints a report: opens the print dialog, then paints the pages on a worker thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from inspector_app.desktop.background import Background, Lane
from inspector_app.desktop.export import paper
from inspector_app.desktop.look.words import say
from inspector_app.session.wording import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from inspector_app.desktop.export.sheet import Sheet


class Printing(QObject):
    """``status_message`` carries a line about whether the report was printed.

    ``failed`` carries the reason why no printing is possible.
    """

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background

    def ask(self, sheet: Sheet, title: str, parent: QWidget) -> None:
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
        printer.setPageSize(paper.page_size())
        dialog = QPrintDialog(printer, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(say("Print the report"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.accepted.connect(partial(self._print, printer, sheet))
        QDialog.open(dialog)  # QPrintDialog.open() requires a slot

    def _print(self, printer: QPrinter, sheet: Sheet, _same: QPrinter) -> None:
        """Print; the dialog passes its printer again, which nothing else keeps alive."""
        self._background.submit(
            Lane.FILES,
            partial(paper.print_on, printer, sheet),
            self._printed,
            partial(self.said.emit, say("The report could not be printed.")),
        )

    def _printed(self, _answer: None) -> None:
        self.said.emit(say("The report was sent to the printer."))
