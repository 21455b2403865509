"""Name and version of the JSON export's schema, for the module that writes it and the parser."""

from __future__ import annotations

from typing import Final

SCHEMA: Final = "enos-session-inspector/answer"
VERSION: Final = 3
