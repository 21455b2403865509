"""One inspection as a plain function for a worker thread: from what was given to what is shown."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from inspector_app.gateway import address, token_text
from inspector_app.session import outline
from inspector_app.session.examination import examine
from inspector_app.session.exchange import Failure
from inspector_app.session.verdict import judge
from inspector_app.session.wording import tr
from inspector_app.vault.problem import VaultProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inspector_app.gateway.cancellation import Cancellation
    from inspector_app.session.examination import Examination
    from inspector_app.session.outline import Node
    from inspector_app.session.token import Token
    from inspector_app.session.verdict import Verdict
    from inspector_app.session.wording import Text
    from inspector_app.system.settings import Environment
    from inspector_app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Order:
    """What a person asked for: this text, or where it is None the kept token, at this gateway.

    ``before`` is the inspection before this one: of the same session, it tells what inspecting
    does to it.
    """

    environment: Environment
    pasted: str | None
    before: Inspected | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """Nothing left this computer: what was given cannot be used, and why."""

    problem: Text
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspected:
    """An answer or a failure, with all that is shown of it."""

    environment: Environment
    host: str
    token: Token
    came_from_vault: bool
    notes: tuple[Text, ...]
    examination: Examination
    earlier: Examination | None
    outline: Node

    @property
    def has_answer(self) -> bool:
        """Whether the gateway answered at all."""
        return not isinstance(self.examination.answer, Failure)

    def judged(self, now: float, expected_organization: str = "") -> Verdict:
        """The verdict as of this computer's time ``now``, in epoch seconds."""
        return judge(
            self.examination, now, expected_organization, token=self.token, earlier=self.earlier
        )


Result: TypeAlias = NotSent | Inspected


def carry_out(order: Order, vault: Callable[[], Vault], cancellation: Cancellation) -> Result:
    """Read, send, understand and judge; blocks for as long as the gateway takes."""
    try:
        gateway = address.parse(order.environment.address)
    except address.AddressProblem as problem:
        return NotSent(problem.words)

    token: Token | None
    notes: tuple[Text, ...] = ()
    if order.pasted is None:
        try:
            token = vault().recall(order.environment.id, gateway.host)
        except VaultProblem as problem:
            return NotSent(problem.happened, (problem.next_step,))
        if token is None:
            return NotSent(tr("No token is kept for this environment. Paste one."))
    else:
        reading = token_text.read(order.pasted)
        if reading.token is None:
            return NotSent(reading.problem or tr("No token was found in this text."), reading.notes)
        token, notes = reading.token, reading.notes

    from inspector_app.gateway import client  # brings requests: not before the first frame

    answer = client.inspect(gateway, token, cancellation=cancellation)
    with _left_alone():
        examination = examine(answer, token)
        return Inspected(
            environment=order.environment,
            host=gateway.host,
            token=token,
            came_from_vault=order.pasted is None,
            notes=notes,
            examination=examination,
            earlier=_of_same_session(order.before, order.environment, token),
            outline=outline.build(examination),
        )


def _of_same_session(
    before: Inspected | None, environment: Environment, token: Token
) -> Examination | None:
    is_same = before is not None and before.environment.id == environment.id
    return before.examination if before and is_same and before.token == token else None


@contextmanager
def _left_alone() -> Iterator[None]:
    """Keep the collector away from what is made here, until the next inspection.

    An answer of megabytes becomes hundreds of thousands of objects without a single cycle. Each
    search for cycles among them would stop every thread, the window's too, for a tenth of a
    second and more. They are freed all the same when nothing refers to them.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
