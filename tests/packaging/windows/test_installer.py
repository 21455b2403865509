"""The installer for Windows takes away what it brought, and nothing else."""

import re

from bundle import identity
from windows import installer, signing

from inspector_app.vault import chunked_store
from tests.packaging.small_bundle import small_bundle

SCRIPT = installer.SCRIPT.read_text(encoding="utf-8")


def test_every_file_and_folder_of_the_bundle_is_taken_away_by_name(tmp_path):
    lines = installer.render_removal_script(small_bundle(tmp_path, ".exe")).splitlines()
    assert lines == [
        r'Delete "$INSTDIR\_internal\deep folder\$$ Übersicht.txt"',
        r'Delete "$INSTDIR\_internal\library.so.6"',
        r'Delete "$INSTDIR\enos-session-inspector.exe"',
        r'Delete "$INSTDIR\enos-session.exe"',
        r'RMDir "$INSTDIR\_internal\deep folder"',
        r'RMDir "$INSTDIR\_internal"',
    ]


def test_no_folder_is_ever_deleted_with_whatever_is_in_it():
    """A person may have chosen a folder that holds files of their own."""
    assert not re.search(r"RMDir\s+/r", SCRIPT, re.IGNORECASE), (
        "packaging/windows/installer.nsi deletes by name what installer.py lists"
    )


def test_it_asks_for_no_administrator():
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT


def test_the_tokens_it_offers_to_forget_are_those_that_the_vault_keeps():
    assert '!define KEYRING_SERVICE "${NAME}"' in SCRIPT
    assert identity.NAME == chunked_store.SERVICE_NAME, (
        "packaging/bundle/identity.py repeats the service of inspector_app/vault/chunked_store.py"
    )


def test_without_a_certificate_nothing_is_signed(monkeypatch, tmp_path):
    monkeypatch.delenv(signing.CERTIFICATE, raising=False)
    signing.sign_programs(small_bundle(tmp_path, ".exe"))
    assert signing.build_defines() == {}


def test_with_a_certificate_makensis_is_told_how_to_sign(monkeypatch):
    monkeypatch.setenv(signing.CERTIFICATE, r"C:\some folder\certificate.pfx")
    monkeypatch.setenv(signing.TIMESTAMP_SERVER, "http://time.example.com")
    monkeypatch.delenv("WINDOWS_CERTIFICATE_PASSWORD", raising=False)
    monkeypatch.delenv("SIGNTOOL", raising=False)
    assert signing.build_defines() == {
        "SIGN": r'signtool sign /fd sha256 /f "C:\some folder\certificate.pfx" '
        "/tr http://time.example.com /td sha256"
    }
