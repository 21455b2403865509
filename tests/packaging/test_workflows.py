"""The workflows: linted, and made of nothing that can change behind their backs."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bundle import identity

WORKFLOWS = sorted((identity.CHECKOUT / ".github" / "workflows").glob("*.yml"))


def test_there_is_one_for_tests_packages_and_releases():
    assert [path.stem for path in WORKFLOWS] == ["packages", "release", "tests"], (
        ".github/workflows has another file than tests/packaging/test_workflows.py names"
    )


def test_the_linter_finds_nothing():
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent)
    assert zizmor, "zizmor is in the develop lock: `python3 dev.py tests` installs it"
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--quiet", "--color=never", *WORKFLOWS],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (
        f"{done.stdout}{done.stderr}mend it, or write there why # zizmor: ignore[rule]"
    )


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_to_a_commit_and_says_which_release_that_is(path):
    uses = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    foreign = [one for one in uses if not one.startswith("$/")]
    loose = [one for one in foreign if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", one)]
    assert loose == [], f"{path}: write ACTION@COMMIT # vRELEASE"


def test_each_action_is_of_one_release_everywhere():
    text = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pinned = set(re.findall(r"uses: ([\w/-]+)@([0-9a-f]{40})", text))
    assert len(pinned) == len({action for action, _ in pinned}), (
        f"pin each action to one commit in all of .github/workflows: {sorted(pinned)}"
    )


def test_the_app_for_macos_is_started_as_a_double_click_does_and_has_to_say_that_it_is_whole():
    text = next(path for path in WORKFLOWS if path.stem == "packages").read_text(encoding="utf-8")
    assert re.search(rf'open -W -n .*"build/package/bundle/{identity.NAME}\.app"', text)
    # tests/frozen/test_self_test.py holds the bundle to the same words.
    assert 'grep -q "self-test passed" "$said"' in text
