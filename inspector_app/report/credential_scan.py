"""Scans output for credentials, plain or encoded, as the last check before it is handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from inspector_app.session.credentials import Credentials


class CredentialLeakError(Exception):
    """Output still contains a credential and must not be handed out.

    Attributes:
        message: what happened and what to do next, for the user.
    """

    def __init__(self) -> None:
        self.message = tr(
            "A credential was still in what was to leave the app, so nothing was handed out. "
            "Copy single values instead."
        )
        super().__init__(self.message)


def ensure_no_credentials(data: bytes, credentials: Credentials) -> bytes:
    """The same bytes, if they contain no credential.

    Raises:
        CredentialLeakError: if they contain one.
    """
    if has_credential(data, credentials):
        raise CredentialLeakError
    return data


def has_credential(data: bytes, credentials: Credentials) -> bool:
    """Whether the bytes contain one of these, or anything that looks like an EnOS credential.

    Found in every encoding that ``Credentials.has_match_in_bytes`` knows. Credentials of fewer than
    eight characters are not searched for: those occur everywhere.
    """
    return credentials.has_match_in_bytes(data)
