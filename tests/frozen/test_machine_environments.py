"""What an administrator set for a whole computer is there, for it decides where tokens go."""

import json
import os
import sys

import pytest

from tests.frozen.conftest import run

pytestmark = [
    pytest.mark.frozen,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places of XDG"),
]
ADDRESS = "https://apim.example.com"


@pytest.mark.parametrize(("mode", "is_used"), [(0o644, True), (0o666, False)])
def test_it_is_used_unless_other_users_may_change_it(bundle, tmp_path, mode, is_used):
    folder = tmp_path / "enos-session-inspector"
    folder.mkdir()
    entries = [{"name": "Production", "address": ADDRESS}]
    file = folder / "environments.json"
    file.write_text(json.dumps({"version": 1, "environments": entries}), encoding="utf-8")
    file.chmod(mode)
    ran = run(bundle.console, "environments", "check", str(file))
    is_administrator = os.geteuid() == 0  # the file is the tester's own
    assert ("is used as it is" in ran.out) == (is_used and is_administrator)
    assert ("is not used" in ran.out) != (is_used and is_administrator)
