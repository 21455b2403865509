"""Screen-share mode: the window shows results whose personal data is masked."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from inspector_app.desktop.background import Background, Job, Lane
from inspector_app.desktop.look.words import one_after_another, say
from inspector_app.inspecting.order import InspectionResult
from inspector_app.report.redaction import (
    Redaction,
    RedactionLevel,
    get_organization_label,
    redact_analyzed_answer,
    redact_earlier_answer,
)
from inspector_app.session.telling import outline_building
from inspector_app.system.installation_key import load_installation_key

if TYPE_CHECKING:
    from pathlib import Path

    from inspector_app.desktop.look.notice_bar import NoticeBar
    from inspector_app.desktop.window import Window
    from inspector_app.session.judging.verdict import Verdict

_MOST: Final = 2
"""Results that the window holds: the one shown, and the one before."""

_WDA_NONE: Final = 0x00
_WDA_EXCLUDE_FROM_CAPTURE: Final = 0x11


@dataclass(frozen=True, slots=True)
class Masked(InspectionResult):
    """A result without names, addresses, phone numbers and IDs, and its unmasked original."""

    original: InspectionResult
    redaction: Redaction

    def judge(self, now: float, expected_organization: str = "") -> Verdict:
        """Judge with the expected organization replaced by its label, as all others are."""
        expected = self.normalize_organization(expected_organization)
        label = get_organization_label(expected, self.redaction) if expected else ""
        return InspectionResult.judge(self, now, label)


def unmasked(outcome: InspectionResult) -> InspectionResult:
    """Get the result as the gateway sent it."""
    return outcome.original if isinstance(outcome, Masked) else outcome


def masked(outcome: InspectionResult, key: bytes) -> Masked:
    """Replace all personal data in a result by labels; slow for large answers."""
    redaction = Redaction(key, RedactionLevel.PERSONAL, outcome.analyzed.credentials)
    examination = redact_analyzed_answer(outcome.analyzed, redaction)
    earlier = redact_earlier_answer(outcome.earlier, outcome.analyzed, redaction)
    same = {one.name: getattr(outcome, one.name) for one in fields(InspectionResult)}
    changed = {
        "analyzed": examination,
        "earlier": earlier,
        "outline": outline_building.build_outline(examination),
    }
    return Masked(**(same | changed), original=outcome, redaction=redaction)


class ScreenShare(QObject):
    """Shows every result masked while it is on, and unmasked again afterwards."""

    def __init__(self, window: Window, bar: NoticeBar, state: Path, background: Background) -> None:
        super().__init__(window)
        self.is_on = False
        self._window = window
        self._bar = bar
        self._state = state
        self._background = background
        self._job: Job[tuple[InspectionResult, ...]] | None = None
        self._waiting: tuple[InspectionResult, ...] = ()
        self._is_changing = False
        window.result.shown_anew.connect(self._veil)

    def toggle(self) -> None:
        """Turn the mode on or off."""
        self.is_on = not self.is_on
        expected = self._window.result.answer.expected
        if self.is_on:
            expected.setEchoMode(QLineEdit.EchoMode.Password)  # a customer's ID
            self._bar.offer(self._words(), say("Show everything again"), self.toggle)
            self._veil()
        else:
            expected.setEchoMode(QLineEdit.EchoMode.Normal)
            self._bar.hide()
            _left_out_of_captures(int(self._window.winId()), _WDA_NONE)
            self._unveil()

    def forget(self) -> None:
        """Drop the results that are being masked."""
        if self._job is not None:
            self._job.drop()
        self._job, self._waiting = None, ()

    def _words(self) -> str:
        what = say("Screen-share mode: names, e-mail addresses, phone numbers and IDs are masked.")
        if sys.platform != "win32":
            captures = say("This system cannot keep a window out of screen captures.")
        elif _left_out_of_captures(int(self._window.winId()), _WDA_EXCLUDE_FROM_CAPTURE):
            captures = say("Windows leaves this window out of screen captures.")
        else:
            captures = say("Windows did not agree to leave this window out of captures.")
        return one_after_another((what, captures))

    def _veil(self) -> None:
        """Remove unmasked results from the window at once, and show them again masked."""
        shown = self._window.result.answers
        if self._is_changing or not self.is_on or all(isinstance(one, Masked) for one in shown):
            return
        answers = (*self._waiting, *shown)[-_MOST:]
        self.forget()
        self._waiting = answers
        self._change_to(())
        self._job = self._background.submit(
            Lane.FILES, partial(_all_masked, answers, self._state), self._show
        )

    def _unveil(self) -> None:
        answers = self._waiting or self._window.result.answers
        self.forget()
        self._show(tuple(unmasked(one) for one in answers))

    def _show(self, answers: tuple[InspectionResult, ...]) -> None:
        self.forget()
        self._change_to(answers)

    def _change_to(self, answers: tuple[InspectionResult, ...]) -> None:
        self._is_changing = True
        self._window.result.forget()
        for one in answers:  # in their order: the last answer first
            self._window.result.show_outcome(one)
        self._is_changing = False


def _all_masked(answers: tuple[InspectionResult, ...], state: Path) -> tuple[InspectionResult, ...]:
    key = load_installation_key(state)
    return tuple(one if isinstance(one, Masked) else masked(one, key) for one in answers)


def _left_out_of_captures(window_id: int, affinity: int) -> bool:
    """Call SetWindowDisplayAffinity; True if Windows accepted, False on other systems."""
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.user32.SetWindowDisplayAffinity(window_id, affinity))
