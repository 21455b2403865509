"""Knows which text of the token field the shown answer belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from inspector_app.desktop.answer.stale_strip import LIVE, Staleness

if TYPE_CHECKING:
    from inspector_app.desktop.inspection_runner import InspectionRunner
    from inspector_app.desktop.main_window.main_window import MainWindow
    from inspector_app.desktop.token_store import TokenLocation, TokenStore
    from inspector_app.inspection.run_inspection import InspectionResult

_MAX_REMEMBERED: Final = 16
"""Answers whose text is remembered; the window holds two."""

_NO_TEXT: Final = hash("")

_PATIENCE_MS: Final = 150
"""Milliseconds after which an answer to the same text is dimmed while it is inspected again.

Most are replaced by then: to draw the window twice more would cost as much as the new answer does.
"""


class StaleTracker(QObject):
    """Tells the view of the answer, at each change of the text, whether it is still its answer.

    No text is stored: only Python's hash of it, with which nothing can be done outside of this
    process. Create it before whatever shows an answer, so that its text is known by then.
    """

    def __init__(
        self, window: MainWindow, runner: InspectionRunner, token_store: TokenStore
    ) -> None:
        super().__init__(window)
        self._window = window
        self._is_waiting = False
        self._kept: tuple[str, str] | None = None
        """The environment asked about last, by its id, and the fingerprint of what is kept."""
        self._asked = _NO_TEXT
        self._in_question: int | None = None
        """The text that a question stands about: where it is to be sent."""
        self._wait_timer = QTimer(self)
        self._wait_timer.setSingleShot(True)
        self._wait_timer.setInterval(_PATIENCE_MS)
        self._wait_timer.timeout.connect(self._on_waited)
        self._texts: dict[str, int] = {}
        self._is_opening = False
        window.token_field.edited.connect(self._update)
        window.result_view.refreshed.connect(self._update)
        window.result_view.stale_strip.put_away.connect(self._put_away)
        runner.started.connect(self._on_started)
        runner.answered.connect(self._on_answered)
        runner.ended.connect(self._on_ended)
        runner.host_mismatch.connect(self._on_host_mismatch)
        token_store.location_changed.connect(self._on_token_location_changed)
        window.result_view.assess_staleness = self._assess

    def on_opening(self, result: InspectionResult) -> None:
        """Take the empty field for the text of an answer that takes the place of the shown one now.

        That one is not marked any more: it would be shown anew, for nobody to see. Whatever stands
        there after this turn of the event loop is.
        """
        self._remember(result, _NO_TEXT)
        self._is_opening = True
        QTimer.singleShot(0, self, self._end_opening)

    def on_opened(self, result: InspectionResult) -> None:
        """Take the text that is in the field now for the one of an answer opened from a file."""
        self._is_opening = False
        self._remember(result, self._hash_text())
        self._update()

    @Slot()
    def _end_opening(self) -> None:
        self._is_opening = False
        self._update()

    def _on_token_location_changed(self, environment_id: str, location: TokenLocation) -> None:
        """Take note of which token Enter would mean while the field is empty."""
        self._kept = (environment_id, location.fingerprint)
        self._update()

    def _on_started(self) -> None:
        self._asked = self._hash_text()
        self._in_question = None
        self._wait_timer.start()

    def _on_host_mismatch(self) -> None:
        self._in_question = self._asked
        self._update()

    def _on_waited(self) -> None:
        self._is_waiting = True
        self._update()

    def _on_ended(self) -> None:
        self._stop_waiting()
        self._update()

    def _stop_waiting(self) -> None:
        self._wait_timer.stop()
        self._is_waiting = False

    def _on_answered(self, result: InspectionResult) -> None:
        self._stop_waiting()  # before the answer is shown, which nothing will replace
        if self._asked == _NO_TEXT:
            # The stored token may be another by now than that of an earlier answer.
            self._texts = {key: text for key, text in self._texts.items() if text != _NO_TEXT}
        self._remember(result, self._asked)

    def _remember(self, result: InspectionResult, text: int) -> None:
        key = _get_key(result)
        self._texts.pop(key, None)
        self._texts[key] = text
        if len(self._texts) > _MAX_REMEMBERED:
            del self._texts[next(iter(self._texts))]

    def _hash_text(self) -> int:
        return hash(self._window.token_field.get_raw_text())

    def _update(self) -> None:
        if self._is_opening:
            return
        view = self._window.result_view
        view.show_staleness(LIVE if view.result is None else self._assess(view.result))

    def _assess(self, result: InspectionResult) -> Staleness:
        from inspector_app.inspection.locked_result import get_fingerprint

        text = self._hash_text()
        asked = (result.environment.id, get_fingerprint(result))
        return Staleness(
            has_other_text=self._texts.get(_get_key(result)) != text,
            is_field_empty=text == _NO_TEXT,
            is_replacing=self._is_waiting,
            is_in_question=text == self._in_question,
            is_token_kept=bool(asked[1]) and asked == self._kept,
        )

    def _put_away(self) -> None:
        self._window.result_view.show_empty_page()
        self._window.token_field.setFocus()


def _get_key(result: InspectionResult) -> str:
    """What tells an answer apart: its token's fingerprint, or when a saved one was taken."""
    return str(result.analyzed.taken_at) if result.token is None else result.token.fingerprint
