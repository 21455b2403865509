"""Finds and masks the credentials of an answer: the one search of all that shows or hands out.

Screen, redaction, logs and the last look at what leaves the app import from here alone.
"""

from inspector_app.session.credentials.character_codes import (
    find_coded,
    list_leaves,
)
from inspector_app.session.credentials.credential_set import Credentials
from inspector_app.session.credentials.discovery import (
    find_in_address,
    find_in_document,
    find_in_headers,
    find_in_text,
    mask_header,
    mask_written,
)
from inspector_app.session.credentials.masking import (
    CREDENTIAL_PLACEHOLDER,
    PERSONAL_DATA_PLACEHOLDER,
    is_masked,
    mask_credential,
)
from inspector_app.session.credentials.run_masking import RunMasker
from inspector_app.session.credentials.secret_names import is_secret_name, is_secret_path

__all__ = [
    "CREDENTIAL_PLACEHOLDER",
    "PERSONAL_DATA_PLACEHOLDER",
    "Credentials",
    "RunMasker",
    "find_coded",
    "find_in_address",
    "find_in_document",
    "find_in_headers",
    "find_in_text",
    "is_masked",
    "is_secret_name",
    "is_secret_path",
    "list_leaves",
    "mask_credential",
    "mask_header",
    "mask_written",
]
