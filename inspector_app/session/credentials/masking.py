"""What stands in place of a credential, and of personal data, wherever one is shown."""

from __future__ import annotations

import re
from typing import Final

from inspector_app.session.token import CREDENTIAL_PREFIXES, MASK, Token

CREDENTIAL_PLACEHOLDER: Final = "[credential removed]"
"""Replaces in a report a credential that has no mask."""

PERSONAL_DATA_PLACEHOLDER: Final = "[personal data removed]"
"""Replaces in a report what may name a person and has no label."""

_MASK_PATTERN: Final = re.compile(
    rf"(?:{'|'.join(CREDENTIAL_PREFIXES)})?{MASK}"
    rf"|{re.escape(CREDENTIAL_PLACEHOLDER)}|{re.escape(PERSONAL_DATA_PLACEHOLDER)}"
)


def mask_credential(credential: str) -> str:
    """Its kind and a fixed number of dots: never its length. A mask stays as it is."""
    if is_masked(credential):
        return credential
    try:
        return Token(credential).format_masked()
    except ValueError:  # longer than a token, or not of visible ASCII
        return MASK


def is_masked(text: str) -> bool:
    """Whether a report put this in place of a credential: then there is none to be found in it."""
    return _MASK_PATTERN.fullmatch(text) is not None
