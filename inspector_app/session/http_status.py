"""The HTTP status codes that decide something; ``http`` of the standard library is no pure module.

The codes of RFC 9110 by its names, without those that nothing asks for.
"""

from __future__ import annotations

from typing import Final

OK: Final = 200
VALID_STATUSES: Final = range(100, 1000)
REDIRECT_STATUSES: Final = frozenset({300, 301, 302, 303, 305, 307, 308})
FIRST_ERROR_STATUS: Final = 400
UNAUTHORIZED: Final = 401
FORBIDDEN: Final = 403
NOT_FOUND: Final = 404
PROXY_AUTHENTICATION_REQUIRED: Final = 407
TOO_MANY_REQUESTS: Final = 429
SERVER_ERROR_STATUSES: Final = range(500, 600)
