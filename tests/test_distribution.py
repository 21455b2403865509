"""What people install: the wheel with its resources inside, and the locks it is installed with."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parent.parent
LOCKS = ("runtime", "develop", "package", "nox")
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout, built from a copy with the locked setuptools, unpacked."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CHECKOUT / name, source)
    for name in ("inspector_app", "resources", "tests", "packaging"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(CHECKOUT / name, source / name, ignore=ignored)
    build = "from setuptools.build_meta import build_wheel; build_wheel('dist')"
    subprocess.run([sys.executable, "-c", build], cwd=source, check=True)
    (built,) = (source / "dist").glob("*.whl")
    unpacked = tmp_path_factory.mktemp("installed")
    zipfile.ZipFile(built).extractall(unpacked)
    return unpacked


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run_installed(wheel: Path, elsewhere: Path, code: str) -> str:
    """Run code with the unpacked wheel on the path, far from the checkout, and give its output."""
    command = [sys.executable, "-I", "-c", f"import sys; sys.path[:0] = [{str(wheel)!r}]; {code}"]
    ran = subprocess.run(command, cwd=elsewhere, check=True, stdout=subprocess.PIPE, text=True)
    return ran.stdout.strip()


def test_the_wheel_holds_every_resource_byte_for_byte(wheel):
    resources = contents(CHECKOUT / "resources")
    assert resources
    assert contents(wheel / "inspector_app" / "resources") == resources, (
        "pyproject.toml, [tool.setuptools.package-data] says which files go along"
    )


def test_the_wheel_holds_every_module_and_nothing_of_the_workshop(wheel):
    package = {name for name in contents(wheel) if not name.startswith("inspector_app/resources/")}
    shipped = {name for name in package if ".dist-info/" not in name}
    assert shipped == {f"inspector_app/{name}" for name in contents(CHECKOUT / "inspector_app")}, (
        "pyproject.toml, [tool.setuptools] names each package, and package-data the other files"
    )


def test_an_installed_app_finds_its_resources(wheel, tmp_path):
    code = (
        "from inspector_app.system import resources; "
        "print(resources.__file__, len(resources.read('application.svg')))"
    )
    file, size = run_installed(wheel, tmp_path, code).rsplit(maxsplit=1)
    assert Path(file).is_relative_to(wheel)
    assert int(size) == (CHECKOUT / "resources" / "application.svg").stat().st_size


def test_the_installed_commands_start_the_app_and_its_console_twin(wheel, tmp_path):
    code = (
        "from importlib.metadata import distribution; "
        "found = distribution('enos-session-inspector').entry_points; "
        "print(sorted((one.name, one.group, callable(one.load())) for one in found))"
    )
    assert run_installed(wheel, tmp_path, code) == str(
        [
            ("enos-session", "console_scripts", True),
            ("enos-session-inspector", "gui_scripts", True),
        ]
    ), "pyproject.toml names both under [project.scripts] and [project.gui-scripts]"


LOCKED_ANEW = "`python3 dev.py lock` writes packaging/locks/ from pyproject.toml"


def pins(lock: str) -> dict[str, str]:
    """Each requirement of a lock by its name, with its hashes."""
    text = (CHECKOUT / "packaging" / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n", " ", re.sub(r"(?m)^\s*#.*\n", "", text)).splitlines()
    return {canonicalize_name(re.split(r"==|\[", line)[0]): line for line in lines}


def wanted_by(lock: str) -> list[Requirement]:
    """What pyproject.toml asks of a lock, the groups it includes resolved."""
    groups = PROJECT["dependency-groups"]
    asked = list(groups.get(lock, []))
    if lock != "nox":
        asked += PROJECT["project"]["dependencies"]
    for entry in [entry for entry in asked if isinstance(entry, dict)]:
        asked += groups[entry["include-group"]]
    return [Requirement(entry) for entry in asked if isinstance(entry, str)]


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_is_pinned_with_its_hashes(lock):
    """P1: every package is pinned with its sha256."""
    locked = pins(lock)
    assert locked
    pinned = r"[a-z0-9.-]+(\[[a-z,]+\])?==[^ ]+( ; .+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*"
    loose = [line for line in locked.values() if not re.fullmatch(pinned, line)]
    assert loose == [], LOCKED_ANEW


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder_of_a_machine(lock):
    """P1: no index address in the lock."""
    text = (CHECKOUT / "packaging" / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    assert re.findall(r"://|@|--(?!hash=)[a-z-]+|(?<!\w)/[a-z]+/", text) == [], LOCKED_ANEW


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_what_a_package_wants_with_the_extras_that_it_names(lock):
    """P1: pip 23, as Debian 12 has it, counts a package without them as not pinned."""
    locked = {name: Requirement(line.split("--")[0]) for name, line in pins(lock).items()}
    for distribution in metadata.distributions():
        if canonicalize_name(distribution.name) not in locked:
            continue
        for wanted in map(Requirement, distribution.requires or ()):
            if wanted.extras and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
                pinned = locked[canonicalize_name(wanted.name)]
                assert wanted.extras <= pinned.extras, f"{distribution.name}: {LOCKED_ANEW}"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_fits_pyproject(lock):
    locked = pins(lock)
    for requirement in wanted_by(lock):
        name = canonicalize_name(requirement.name)
        assert name in locked, f"{lock}.txt lacks {name}: {LOCKED_ANEW}"
        version = locked[name].split("==")[1].split()[0]
        assert requirement.specifier.contains(version), f"{requirement}: {LOCKED_ANEW}"


def test_the_tests_run_with_the_very_versions_that_people_get():
    runtime, develop = pins("runtime"), pins("develop")
    for name, line in runtime.items():
        # The develop lock may need a package on more systems, so the markers may differ.
        assert develop[name].split()[0] == line.split()[0], LOCKED_ANEW


def test_the_build_backend_is_the_locked_one():
    (backend,) = PROJECT["build-system"]["requires"]
    assert pins("develop")["setuptools"].startswith(backend), (
        f"pyproject.toml names one setuptools in [build-system] and in develop; {LOCKED_ANEW}"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a script of sh")
def test_ci_runs_the_test_command_of_the_readme_and_builds_the_bundle(tmp_path):
    script = shutil.copytree(CHECKOUT / ".ci", tmp_path / ".ci") / "run"
    (tmp_path / "dev.py").write_text("import sys\nprint(*sys.argv, sys.version_info >= (3, 11))\n")
    said = subprocess.run([script], cwd="/", capture_output=True, text=True, check=True).stdout
    assert said == "dev.py tests package windows True\n", ".ci/run is what CI starts"
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert "\npython3 dev.py tests\n" in readme, "README.md shows the command that .ci/run runs"


@pytest.mark.parametrize(
    ("workflow", "command"),
    [("tests.yml", "python dev.py tests"), ("release.yml", "python dev.py check")],
)
def test_no_release_is_built_before_its_static_checks(workflow, command):
    """`tests` begins with what `check` runs."""
    path = CHECKOUT / ".github" / "workflows" / workflow
    runs = re.findall(r"run: (.+)", path.read_text(encoding="utf-8"))
    assert command in runs, f".github/workflows/{workflow} lacks its step `{command}`"
    noxfile = (CHECKOUT / "noxfile.py").read_text(encoding="utf-8")
    calls = noxfile.count("\n    run_checks(session)\n")
    assert calls == 2, "noxfile.py: the sessions check and tests call run_checks"
