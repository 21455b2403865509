"""Tried inside Windows: calls over TLS with certificates of each kind, and calls that end."""

from __future__ import annotations

import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from inspector_app.gateway import address, client
from inspector_app.gateway.cancellation import Cancellation
from inspector_app.gateway.connection import ConnectionOptions, NoProxy
from inspector_app.session.exchange import Exchange, Failure, FailureKind
from inspector_app.session.token import Token
from tests.gateway.certificates import DAY, NOW, RSA, Authority, Flaws, server_context
from tests.gateway.faulty_gateway import FaultyGateway, answer, replies
from tests.gateway.stalls import half_a_body, handshake, no_headers, scripted
from windows.trial.report import NotToldError, Trial, expect

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN: Final = Token("inside-windows-" + "t" * 20)
_LONG: Final = 60.0
_AT_ONCE: Final = 1.0
"""Seconds in which the thread of a call that was cancelled has to end: N5."""


def try_calls(trial: Trial) -> None:
    """Try all of this module."""
    with tempfile.TemporaryDirectory() as name:
        authority = Authority(Path(name), "test-root", flaws=RSA)
        bad: dict[FailureKind, Callable[[], tuple[str, str]]] = {
            FailureKind.CERTIFICATE_EXPIRED: lambda: authority.issue(
                Flaws(not_after=NOW - DAY / 2)
            ),
            FailureKind.CERTIFICATE_NOT_YET_VALID: lambda: authority.issue(
                Flaws(not_before=NOW + DAY)
            ),
            FailureKind.CERTIFICATE_SELF_SIGNED: authority.self_signed,
            FailureKind.CERTIFICATE_NOT_TRUSTED: Authority(Path(name), "stranger").issue,
            FailureKind.CERTIFICATE_HOSTNAME_MISMATCH: lambda: authority.issue(
                Flaws(names=("other.example.com",))
            ),
        }
        weak = {
            "1,024 bits": lambda: authority.issue(Flaws(key_bits=1024)),
            "SHA-1": authority.issue_with_sha1,
        }
        trial.run("a good certificate is taken", lambda: take_good(authority))
        for text, issue in weak.items():
            trial.run(
                f"a certificate with {text} is refused",
                partial(refuse_weak, authority, issue),
            )
        for kind, issue in bad.items():
            trial.run(
                f"said of a certificate: {kind.value}",
                partial(refuse, authority, issue, kind),
            )
    for text, stall in {
        "no handshake": handshake,
        "no headers": lambda: scripted(no_headers),
        "half a body": lambda: scripted(half_a_body),
    }.items():
        trial.run(f"a cancelled call ends at once: {text}", partial(cancel, stall))


def ask(authority: Authority, files: tuple[str, str]) -> Exchange | Failure:
    """Call a gateway that has this certificate."""
    with FaultyGateway(replies(answer(b'{"status":0}')), server_context(files)) as gateway:
        where = address.parse_address(f"https://localhost:{gateway.port}")
        options = ConnectionOptions(_LONG, authority.file, proxy=NoProxy())
        return client.fetch_session_info(where, _TOKEN, connection=options)


def take_good(authority: Authority) -> str:
    """Take the certificate of an authority that is in the environment's file."""
    got = ask(authority, authority.issue())
    expect(isinstance(got, Exchange), got)
    return got.tls.version if isinstance(got, Exchange) and got.tls else ""


def refuse_weak(authority: Authority, issue: Callable[[], tuple[str, str]]) -> str:
    """Refuse what Windows itself takes."""
    got = ask(authority, issue())
    expect(getattr(got, "kind", None) is FailureKind.CERTIFICATE_TOO_WEAK, got)
    return ""


def refuse(authority: Authority, issue: Callable[[], tuple[str, str]], kind: FailureKind) -> str:
    """Refuse a certificate in the right words, as far as Wine refuses it."""
    got = ask(authority, issue())
    if isinstance(got, Exchange):
        raise NotToldError("it takes it")
    expect(got.kind is kind, got)
    return ""


def find_worker(caller: threading.Thread, before: set[threading.Thread]) -> threading.Thread:
    """Find the thread of the call that is begun, however long it takes to begin."""
    found: list[threading.Thread] = []
    while not found and caller.is_alive():
        caller.join(0.02)
        new = set(threading.enumerate()) - before
        found = [one for one in new if one.name == "gateway attempt"]
    expect(len(found) == 1, found)
    return found[0]


def cancel(stall: Any) -> str:  # noqa: ANN401  # a gateway that keeps its callers waiting
    """Cancel a call that waits, and wait for its thread."""
    cancellation = Cancellation()
    with stall() as stalled:
        where = address.parse_address(f"{stalled.scheme}://127.0.0.1:{stalled.port}")
        options = ConnectionOptions(_LONG, proxy=NoProxy())
        before = set(threading.enumerate())
        caller = threading.Thread(
            target=lambda: client.fetch_session_info(
                where, _TOKEN, connection=options, cancellation=cancellation
            )
        )
        caller.start()
        worker = find_worker(caller, before)
        caller.join(0.5)  # until it waits
        started = time.monotonic()
        cancellation.cancel()
        worker.join(_LONG)
        seconds = time.monotonic() - started
        caller.join(_LONG)
    expect(seconds < _AT_ONCE, seconds)
    return f"{seconds:.2f} s"
