"""Reads a command line without repeating what was mistyped there, which may be a token."""

from __future__ import annotations

import argparse
from typing import NoReturn

from inspector_app.system.known_secrets import KnownSecrets


class DiscreetParser(argparse.ArgumentParser):
    """Does not repeat a credential that was typed where none belongs."""

    def error(self, message: str) -> NoReturn:
        """End the process with what is wrong, and with exit code 2."""
        super().error(KnownSecrets.of_arguments(message.split()).hidden(message))
