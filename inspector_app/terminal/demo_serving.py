"""The command ``demo-gateway``: the embedded gateway in the foreground, for trying things out."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from inspector_app.demo.demo_gateway import DemoGateway
from inspector_app.session.wording import tr
from inspector_app.terminal.delivery import print_bytes
from inspector_app.terminal.not_done import NotDone

if TYPE_CHECKING:
    from typing import NoReturn

_LONG: Final = 3600.0
"""Seconds of a sleep, which an interrupt ends on every system."""


def serve(port: int) -> NoReturn:
    """Serve the invented sessions until the person interrupts; tell address and tokens first.

    Raises:
        NotDone: if the port is not free.
        KeyboardInterrupt: when the person interrupts.
    """
    gateway = DemoGateway(port=port)
    try:
        gateway.start()
    except OSError:
        raise NotDone(
            tr("Port {port} of this computer cannot be listened on.", port=port),
            tr("Choose another one, or leave out --port."),
        ) from None
    with gateway:
        print_bytes(_told(gateway).encode())
        while True:
            time.sleep(_LONG)


def _told(gateway: DemoGateway) -> str:
    """One line each, of words between blanks: address, then scenario, token and title."""
    width = max(len(one.id) for one in gateway.scenarios)
    lines = [f"{one.id:{width}}  {one.token}  {one.title}" for one in gateway.scenarios]
    return "\n".join([f"{'gateway':{width}}  {gateway.origin}", *lines, ""])
