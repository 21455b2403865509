"""The order of a build: one moment for everything, and a bundle that proves itself first."""

import os
import subprocess
import sys
import zipfile

import build
import pytest
from bundle import identity
from windows import signing

from tests.packaging.small_bundle import MOMENT, small_bundle


def executable(folder, script):
    """A bundle whose window is a line of shell."""
    made = build.BuiltBundle(folder, ())
    made.executable.parent.mkdir(parents=True, exist_ok=True)
    made.executable.write_text(f"#!/bin/sh\n{script}\n")
    made.executable.chmod(0o755)
    return made


def test_a_moment_that_was_given_is_kept(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    build.set_source_date_epoch()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"


def test_without_one_it_is_the_commits(monkeypatch, tmp_path):
    git = ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(
        [*git, "commit", "--quiet", "--allow-empty", "--message=first"],
        cwd=tmp_path, check=True, env=os.environ | {"GIT_COMMITTER_DATE": "@1500000000 +0000"},
    )  # fmt: skip
    monkeypatch.setattr(identity, "CHECKOUT", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # so that it is taken back afterwards
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    build.set_source_date_epoch()
    assert os.environ["SOURCE_DATE_EPOCH"] == "1500000000"


def test_outside_of_git_it_is_a_fixed_one(monkeypatch, tmp_path):
    monkeypatch.setattr(identity, "CHECKOUT", tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    build.set_source_date_epoch()
    assert os.environ["SOURCE_DATE_EPOCH"] == str(build.FALLBACK_EPOCH)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a line of shell")
def test_a_bundle_that_fails_its_own_test_stops_the_build(tmp_path):
    build.run_self_test(executable(tmp_path / "well", 'test "$1" = --self-test'))
    with pytest.raises(subprocess.CalledProcessError):
        build.run_self_test(executable(tmp_path / "ill", "exit 1"))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a line of shell")
def test_a_bundle_that_complains_stops_the_build(tmp_path):
    with pytest.raises(build.UnexpectedOutputError, match="a plugin is missing"):
        build.run_self_test(executable(tmp_path, "echo a plugin is missing >&2"))


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a line of shell")
def test_programs_for_windows_are_signed_before_anything_is_packed(tmp_path, monkeypatch):
    """Installer and archive are packed side by side: one could have taken them unsigned."""
    signtool = tmp_path / "signtool"
    signtool.write_text(
        '#!/bin/sh\nfor file; do\n  case $file in *.exe) echo signed > "$file";; esac\ndone\n'
    )
    signtool.chmod(0o755)
    monkeypatch.setenv("SIGNTOOL", str(signtool))
    monkeypatch.setenv(signing.CERTIFICATE, "certificate.pfx")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(MOMENT))
    bundle = small_bundle(tmp_path, ".exe")
    monkeypatch.setitem(build.INSTALLERS, "win32", ("windows.portable",))
    monkeypatch.setattr(sys, "platform", "win32")
    archive, *_ = build.publish_files(build.BuiltBundle(bundle, ()), tmp_path / "dist")
    with zipfile.ZipFile(archive) as packed:
        programs = [name for name in packed.namelist() if name.endswith(".exe")]
        assert {packed.read(name) for name in programs} == {b"signed\n"}
    assert len(programs) == 2
