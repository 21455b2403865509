"""keyring's Windows Credential Manager backend without roaming and leftover secrets.

Imports keyring, so it is itself imported only when a keyring is opened.
"""

from __future__ import annotations

from typing import Final

from keyring.backends.Windows import WinVaultKeyring

MAX_SECRET_LENGTH: Final = 1280
"""UTF-16 units of one secret: CRED_MAX_CREDENTIAL_BLOB_SIZE is 2560 bytes."""


class WindowsCredentials(WinVaultKeyring):
    """The Credential Manager of this computer and this user."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring has few types
        self.persist = "local machine"  # keyring's default roams to the user's other computers

    def set_properties_from_env(self) -> None:
        """Leave ``KEYRING_PROPERTY_*`` alone: ``PERSIST`` would make secrets roam."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write the secret, twice.

        keyring moves the secret it finds under the service's name aside, to a second name, even
        when that is an earlier one of the same user name. Only another write overwrites it.
        """
        for _ in range(2):
            super().set_password(service, username, password)  # type: ignore[no-untyped-call]  # idem
