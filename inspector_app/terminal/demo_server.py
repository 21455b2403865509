"""The command ``demo-gateway``: runs the embedded gateway in the foreground."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.session.translatable_text import tr
from inspector_app.terminal.exit_codes import CommandError
from inspector_app.terminal.result_output import print_bytes

if TYPE_CHECKING:
    from typing import NoReturn

_SLEEP_SECONDS: Final = 3600.0
"""Seconds of a sleep, which an interrupt ends on every system."""


def serve(port: int) -> NoReturn:
    """Serve the demo sessions until Ctrl+C; print address and tokens first.

    Raises:
        CommandError: if the port is not free.
        KeyboardInterrupt: on Ctrl+C.
    """
    gateway = DemoGateway(port=port)
    try:
        gateway.start()
    except OSError:
        raise CommandError(
            tr("Port {port} of this computer cannot be listened on.", port=port),
            tr("Choose another one, or leave out --port."),
        ) from None
    with gateway:
        print_bytes(_format_scenarios(gateway).encode())
        while True:
            time.sleep(_SLEEP_SECONDS)


def _format_scenarios(gateway: DemoGateway) -> str:
    """Format columns between blanks: a line with the address, then scenario, token and title."""
    width = max(len(one.id) for one in gateway.scenarios)
    lines = [f"{one.id:{width}}  {one.token}  {one.title}" for one in gateway.scenarios]
    return "\n".join([f"{'gateway':{width}}  {gateway.origin}", *lines, ""])
