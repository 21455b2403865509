"""An argparse parser that redacts credentials in its error messages."""

from __future__ import annotations

import argparse
from typing import NoReturn

from inspector_app.system.known_secrets import KnownSecrets


class RedactingArgumentParser(argparse.ArgumentParser):
    """Redacts a credential that was typed in place of an argument."""

    def error(self, message: str) -> NoReturn:
        """Print the redacted error message and exit with code 2."""
        super().error(KnownSecrets.from_arguments(message.split()).redact(message))
