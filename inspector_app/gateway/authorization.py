"""The ``Authorization`` header: the one place of this room where a token is unmasked."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from inspector_app.session.exchange import AuthorizationForm

if TYPE_CHECKING:
    from inspector_app.session.token import Token


def authorization(token: Token, form: AuthorizationForm) -> str:
    """The header's value.

    EnOS documentation 2.1-2.4: the header holds "the session ID (or bearer token)"; the vendor's
    samples show both forms.
    """
    match form:
        case AuthorizationForm.BEARER:
            return f"Bearer {token.reveal()}"
        case AuthorizationForm.BARE:
            return token.reveal()
        case _:
            assert_never(form)
