"""Screen-share mode: the window shows results whose personal data is masked."""

from __future__ import annotations

import ctypes
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from inspector_app.desktop.background import BackgroundExecutor, Job, Lane
from inspector_app.desktop.theme.translation import join_sentences, translate
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.widgets.notice_bar import NoticeBar
    from inspector_app.inspection.run_inspection import InspectionResult

_MAX_RESULTS: Final = 2
"""Results that the window holds: the one shown, and the one before."""

_WDA_NONE: Final = 0x00
_WDA_EXCLUDE_FROM_CAPTURE: Final = 0x11


class ScreenShareMode(QObject):
    """Shows every result masked while it is on, and unmasked again afterwards.

    ``toggled`` carries whether it is on.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        bar: NoticeBar,
        state_directory: Path,
        background: BackgroundExecutor,
    ) -> None:
        super().__init__(window)
        self.is_on = False
        self._window = window
        self._bar = bar
        self._state_directory = state_directory
        self._background = background
        self._job: Job[tuple[InspectionResult, ...]] | None = None
        self._pending: tuple[InspectionResult, ...] = ()
        self._is_replacing = False
        self._is_page_empty = True
        window.result_view.refreshed.connect(self._mask_shown_results)

    def toggle(self) -> None:
        """Turn the mode on or off."""
        self.is_on = not self.is_on
        self.toggled.emit(self.is_on)
        expected = self._window.result_view.answer_pages.organization_field
        if self.is_on:
            expected.setEchoMode(QLineEdit.EchoMode.Password)  # a customer's ID
            self._bar.show_notice(
                self._build_message(), translate("Show everything again"), self.toggle
            )
            self._mask_shown_results()
        else:
            expected.setEchoMode(QLineEdit.EchoMode.Normal)
            self._bar.hide()
            _set_display_affinity(int(self._window.winId()), _WDA_NONE)
            self._show_unmasked_results()

    def discard_pending(self) -> None:
        """Drop the results that are being masked."""
        if self._job is not None:
            self._job.discard()
        self._job, self._pending = None, ()

    def _build_message(self) -> str:
        what = translate(
            "Screen-share mode: names, e-mail addresses, phone numbers and IDs are masked."
        )
        if sys.platform != "win32":
            captures = translate("This system cannot keep a window out of screen captures.")
        elif _set_display_affinity(int(self._window.winId()), _WDA_EXCLUDE_FROM_CAPTURE):
            captures = translate("Windows leaves this window out of screen captures.")
        else:
            captures = translate("Windows did not agree to leave this window out of captures.")
        return join_sentences((what, captures))

    def _mask_shown_results(self) -> None:
        """Remove unmasked results from the window at once, and show them again masked."""
        from inspector_app.inspection.masked_result import MaskedResult

        shown = self._window.result_view.results
        if self._is_replacing:
            return
        self._is_page_empty = self._window.result_view.result is None
        if not self.is_on or all(isinstance(one, MaskedResult) for one in shown):
            return
        answers = (*self._pending, *shown)[-_MAX_RESULTS:]
        self._replace_results(())
        self._mask(answers)

    def replace_pending(self, before: InspectionResult, result: InspectionResult) -> None:
        """Mask the result in place of the one before, of which it knows more.

        Does nothing unless that one is being masked: the window then shows neither.
        """
        from inspector_app.inspection.masked_result import unmask_result

        if any(unmask_result(one) is before for one in self._pending):
            self._mask(
                tuple(result if unmask_result(one) is before else one for one in self._pending)
            )

    def _mask(self, answers: tuple[InspectionResult, ...]) -> None:
        self.discard_pending()
        self._pending = answers
        self._job = self._background.submit(
            Lane.FILES, partial(_mask_results, answers, self._state_directory), self._show_results
        )

    def _show_unmasked_results(self) -> None:
        from inspector_app.inspection.masked_result import unmask_result

        answers = self._pending or self._window.result_view.results
        self._show_results(tuple(unmask_result(one) for one in answers))

    def _show_results(self, results: tuple[InspectionResult, ...]) -> None:
        self.discard_pending()
        self._replace_results(results)

    def _replace_results(self, results: tuple[InspectionResult, ...]) -> None:
        self._is_replacing = True
        self._window.result_view.replace_results(results)
        if self._is_page_empty:
            self._window.result_view.show_empty_page()  # it can be shown again, as before
        self._is_replacing = False


def _mask_results(
    results: tuple[InspectionResult, ...], state_directory: Path
) -> tuple[InspectionResult, ...]:
    from inspector_app.inspection.masked_result import MaskedResult, mask_result

    key = load_installation_key(state_directory)
    return tuple(one if isinstance(one, MaskedResult) else mask_result(one, key) for one in results)


def _set_display_affinity(window_id: int, affinity: int) -> bool:
    """Call SetWindowDisplayAffinity; True if Windows accepted, False on other systems."""
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.user32.SetWindowDisplayAffinity(window_id, affinity))
