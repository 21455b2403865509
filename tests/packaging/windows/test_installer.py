"""The installer for Windows takes away what it brought, and nothing else."""

import re

from bundle import identity
from windows import installer, signing
from windows.exit_codes import ExitCode

from inspector_app.vault import chunked_store
from tests.packaging.small_bundle import small_bundle

SCRIPT = installer.SCRIPT.read_text(encoding="utf-8")


def test_every_file_and_folder_of_the_bundle_is_taken_away_by_name(tmp_path):
    lines = installer.render_removal_script(small_bundle(tmp_path, ".exe")).splitlines()
    assert lines == [
        "!macro DeleteFiles",
        r'Delete "$INSTDIR\_internal\deep folder\$$ Übersicht.txt"',
        r'Delete "$INSTDIR\_internal\library.so.6"',
        r'Delete "$INSTDIR\enos-session-inspector.exe"',
        r'Delete "$INSTDIR\enos-session.exe"',
        "!macroend",
        "!macro RemoveFolders",
        r'RMDir "$INSTDIR\_internal\deep folder"',
        r'RMDir "$INSTDIR\_internal"',
        "!macroend",
    ]


def test_no_folder_is_ever_deleted_with_whatever_is_in_it():
    """A person may have chosen a folder that holds files of their own."""
    assert not re.search(r"RMDir\s+/r", SCRIPT, re.IGNORECASE), (
        "packaging/windows/installer.nsi deletes by name what installer.py lists"
    )


def test_nobody_is_asked_to_be_an_administrator_before_they_chose_all_users():
    assert "!define MULTIUSER_EXECUTIONLEVEL Standard" in SCRIPT, "NSIS asks at the start else"
    assert "RequestExecutionLevel" not in SCRIPT


def test_no_entry_is_written_for_one_kind_of_installation_alone():
    """What writes and removes goes to the user or the computer, whichever it is installed for."""
    changes = re.findall(r"(?:WriteReg|DeleteReg)\w+ (\w+)", SCRIPT)
    assert set(changes) == {"SHCTX"}


def test_no_question_waits_for_an_answer_in_a_silent_run():
    """NSIS shows a message also with /S, unless it is told what nobody would have answered."""
    questions = [line for line in SCRIPT.splitlines() if "MessageBox MB" in line]
    assert questions
    assert [line for line in questions if "/SD ID" not in line] == []


def test_each_exit_code_of_the_script_is_defined_and_explained():
    named = set(re.findall(r"\$\{ENDED_(\w+)\}", SCRIPT))
    assert named == {code.name for code in ExitCode} - {"DONE", "CANCELLED"}
    guide = (identity.CHECKOUT / "docs" / "deployment.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| (\d) \|", guide)
    assert rows == [str(code.value) for code in ExitCode]


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
