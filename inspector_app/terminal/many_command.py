"""``inspect --many``: a row for each token of a file, as each answer comes."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.inspection.many import InspectionQueue, QueueOptions
from inspector_app.inspection.many_entries import read_entries, read_text_file
from inspector_app.inspection.many_events import (
    EntryEnded,
    EntryStarted,
    GatewayPause,
    QueueEvent,
    QueueHeld,
)
from inspector_app.inspection.many_summary import summarize
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.time_format import format_duration
from inspector_app.session.translatable_text import Text, tr
from inspector_app.system.standard_streams import print_line
from inspector_app.terminal import interruptible, token_input
from inspector_app.terminal.exit_codes import CommandError, ExitCode
from inspector_app.terminal.given_texts import remember_read
from inspector_app.terminal.inspect_command import InspectOptions, resolve_environment
from inspector_app.terminal.many_screen import ManyScreen, create_screen
from inspector_app.terminal.read_command import STANDARD_INPUT
from inspector_app.terminal.resume_file import ResumeFile, get_row_code

if TYPE_CHECKING:
    from inspector_app.inspection.many_entries import QueueEntry
    from inspector_app.terminal.many_options import ManyOptions
    from inspector_app.terminal.stored_config import StoredConfig


def inspect_many(
    options: InspectOptions, many: ManyOptions, result: dict[str, Any], config: StoredConfig
) -> ExitCode:
    """Inspect every token of a file, print the rows, and return the highest of their exit codes.

    Args:
        options: those of ``inspect``, for each token.
        many: which tokens, and how.
        result: the options of the result: ``form``, ``level`` and ``expect_organization``.
        config: the stored configuration of the app.

    Raises:
        CommandError: if there is no token, the file to go on with cannot be used, or the gateway
            did not let the queue go on.
        KeyboardInterrupt: at once on Ctrl+C; what is printed by then are whole rows.
    """
    environment = resolve_environment(options, config)
    entries = _read_entries(many.file)
    resumed = None if many.resume is None else ResumeFile(many.resume)
    try:
        pending = entries if resumed is None else resumed.select_pending(entries)
        screen = create_screen(
            result["form"], len(entries), len(entries) - len(pending), config.zone
        )
        rows = _RowWriter(screen, resumed, result, config)
        queue = InspectionQueue(
            environment,
            pending,
            config.open_vault,
            AccessTokenCache(),
            rows.handle,
            QueueOptions(options.deadline, many.at_once),
            rows.fail,
        )
        rows.cancel = queue.cancel
        _run(queue, rows, is_resumable=resumed is not None)
        return max(rows.worst, ExitCode.VALID if resumed is None else resumed.get_worst_code())
    finally:
        if resumed is not None:
            resumed.close()


def _run(queue: InspectionQueue, rows: _RowWriter, *, is_resumable: bool) -> None:
    left_over = tr("Tokens that were not asked about: {count}.")
    how = tr("The same command goes on there.") if is_resumable else tr("--resume would go on.")

    def describe_rest() -> tuple[Text, ...]:
        count = len(queue.pending)
        return (Text(left_over.template, (("count", count),)), how) if count else ()

    try:
        with rows.screen:
            interruptible.run_interruptible(queue.run, queue.cancellation)
    except KeyboardInterrupt:
        rows.stop()
        for words in describe_rest():
            print_line(sys.stderr, str(words))
        raise
    if rows.error is not None:
        raise rows.error
    if rows.held is not None:
        raise CommandError(rows.held, *describe_rest())


class _RowWriter:
    """Makes a row of each answer and lets go of the answer; knows the highest exit code so far.

    ``error`` is what kept it from writing; ``held`` why the queue asks no more.
    """

    def __init__(
        self,
        screen: ManyScreen,
        resumed: ResumeFile | None,
        result: dict[str, Any],
        config: StoredConfig,
    ) -> None:
        self.screen = screen
        self.worst = ExitCode.VALID
        self.error: BaseException | None = None
        self.held: Text | None = None
        self.cancel = _do_nothing
        self._resumed = resumed
        self._level = RedactionLevel(result["level"])
        self._expected = result["expect_organization"]
        self._label_key, self._zone = config.label_key, config.zone
        self._lock = threading.Lock()
        self._is_stopped = False

    def handle(self, event: QueueEvent) -> None:
        """Print what an event says; called on threads of the queue."""
        try:
            match event:
                case EntryEnded():
                    self._write(event)
                case EntryStarted():
                    self.screen.show_asking(event.entry.number)
                case GatewayPause():
                    span = format_duration(max(1.0, event.seconds))
                    self.screen.show_pause(tr("The gateway asks for a pause: {span}.", span=span))
                case QueueHeld():
                    self.held = event.reason
                    self.cancel()
        except BaseException as error:  # noqa: BLE001  # raised again on the command's own thread
            self.fail(error)

    def fail(self, error: BaseException) -> None:
        """End the queue because of an error, which the command raises."""
        if self.error is None:
            self.error = error
        self.cancel()

    def stop(self) -> None:
        """Write no more: the command ends, and a row is written whole or not at all."""
        with self._lock:
            self._is_stopped = True

    def _write(self, event: EntryEnded) -> None:
        row = summarize(
            event.entry,
            event.outcome,
            self._label_key,
            self._level,
            self._zone,
            self._expected,
        )
        with self._lock:
            if self._is_stopped or self.error is not None:
                return
            if self._resumed is not None:
                self._resumed.append(row)  # first: what is printed is not asked about again
            self.worst = max(self.worst, get_row_code(row.code))
            self.screen.show_row(row)


def _do_nothing() -> None:
    """There is no queue yet."""


def _read_entries(file: str) -> tuple[QueueEntry, ...]:
    if file == STANDARD_INPUT and sys.stdin is not None and sys.stdin.isatty():
        raise CommandError(
            tr("Standard input is the terminal, where the tokens could be seen."),
            tr("Name a file, or send it through a pipe."),
        )
    if file == STANDARD_INPUT:
        text: str | Text = token_input.read_from_stdin()
    else:
        # On a thread: reading a file of an unreachable network drive may block for ever.
        text = interruptible.run_interruptible(lambda: read_text_file(Path(file)), Cancellation())
    if isinstance(text, Text):
        raise CommandError(text)
    remember_read(text)
    entries = interruptible.run_interruptible(lambda: read_entries(text), Cancellation())
    if isinstance(entries, Text):
        raise CommandError(entries)
    return entries
