"""A D-Bus connection whose waits for a prompt of the Secret Service can be seen and cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jeepney import HeaderFields, new_method_call  # type: ignore[import-untyped]  # ships no types
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]  # idem
from jeepney.io.blocking import Proxy  # type: ignore[import-untyped]  # idem
from secretstorage.defines import SS_PREFIX
from secretstorage.util import BUS_NAME, DBusAddressWrapper

from inspector_app.vault.prompts import PromptDeclinedError, PromptLostError

if TYPE_CHECKING:
    from collections import deque

    from jeepney import MatchRule, Message
    from jeepney.io.blocking import DBusConnection

    from inspector_app.vault.prompts import Prompts

_PROMPT: Final = f"{SS_PREFIX}Prompt"
_INTERVAL: Final = 0.1
"""Seconds between two looks at whether the prompt is still wanted, and still there."""
_SILENCE: Final = 0.2
"""Seconds after which a prompt counts as one that a person has to answer. KeePassXC makes one for
each write, most of which end at once."""
_DISMISSAL_TIMEOUT: Final = 1.0
"""Seconds that a service has to take a dismissed prompt away."""


class PromptingConnection:
    """What secretstorage uses of a connection.

    It waits for prompts, and for nothing else, in ``recv_until_filtered``.
    """

    def __init__(self, bus: DBusConnection, prompts: Prompts) -> None:
        self._bus = bus
        self._prompts = prompts
        self._prompt_path: str  # of the last prompt that was asked for
        self.sock = bus.sock

    def send_and_get_reply(self, message: Message, *, timeout: float | None = None) -> Message:
        """Send a message and wait for its reply.

        Raises:
            PromptDeclinedError: if it would show a prompt that nobody waits for.
        """
        fields = message.header.fields
        if fields.get(HeaderFields.interface) == _PROMPT:
            if not self._prompts.is_wanted:
                raise PromptDeclinedError
            self._prompt_path = fields[HeaderFields.path]
        return self._bus.send_and_get_reply(message, timeout=timeout)

    def filter(self, rule: MatchRule) -> Any:  # noqa: ANN401  # jeepney's own, without types
        """As jeepney's."""
        return self._bus.filter(rule)

    def recv_until_filtered(
        self,
        signals: deque[Message],
        *,
        timeout: float | None = None,  # noqa: ARG002  # a person has all the time
    ) -> Message:
        """Wait for the prompt to be answered.

        Raises:
            PromptDeclinedError: when it was cancelled.
            PromptLostError: when the program that shows it has ended.
        """
        owner = self.find_owner()
        try:
            return self._bus.recv_until_filtered(signals, timeout=_SILENCE)
        except TimeoutError:
            pass
        with self._prompts.asking():
            while self._prompts.is_wanted:
                try:
                    return self._bus.recv_until_filtered(signals, timeout=_INTERVAL)
                except TimeoutError:
                    if self.find_owner() != owner:
                        raise PromptLostError from None
            self._dismiss(signals)
        raise PromptDeclinedError

    def find_owner(self) -> str:
        """The unique name of the program that is the Secret Service; empty where none is."""
        proxy = Proxy(message_bus, self._bus)
        return str(proxy.GetNameOwner(BUS_NAME)[0]) if proxy.NameHasOwner(BUS_NAME)[0] else ""

    def close(self) -> None:
        """Close the connection."""
        self._bus.close()

    def _dismiss(self, signals: deque[Message]) -> None:
        """Take the prompt away, without waiting for long; a closed connection does it as well."""
        prompt = DBusAddressWrapper(self._prompt_path, _PROMPT, self._bus)
        self._bus.send(new_method_call(prompt, "Dismiss"))
        try:
            self._bus.recv_until_filtered(signals, timeout=_DISMISSAL_TIMEOUT)
        except TimeoutError:
            self._bus.close()
