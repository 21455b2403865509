"""Runs inspector.spec as on a Mac, up to the finished ``.app``, and takes its inventory.

python simulated_build.py PACKAGES INTO

PACKAGES is a folder into which the locked packages were installed for macOS: PySide6 with its
frameworks, PyInstaller with its starters. Prints what was built as JSON.

Real are the spec file, PyInstaller's EXE, COLLECT and BUNDLE, its reading of what a Mach-O file
loads, its rules for Qt's plugins and frameworks, the wheels and the inventory. Stand-ins are
Apple's three programs; Python itself, which is laid out as python.org's framework is; and the list
of Python modules: all that the bundled distributions have, of which a build takes a part.
"""

import ctypes.util
import fnmatch
import json
import multiprocessing
import platform
import plistlib
import shutil
import struct
import subprocess
import sys
import sysconfig
import types
import urllib.request
import zipfile
from importlib.metadata import distributions
from pathlib import Path, PurePath

from PySide6 import QtSvg  # draws the icon: that of the wheel for macOS cannot be imported here

LOADED_BEFORE = (ctypes.util, multiprocessing, shutil, subprocess, urllib.request, QtSvg)
"""Modules that ask at their first import whether this is a Mac, and then want one."""

PACKAGES, INTO = (Path(argument).resolve() for argument in sys.argv[1:])
CHECKOUT = Path(__file__).resolve().parents[3]
SPEC = CHECKOUT / "packaging" / "inspector.spec"
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtDBus", "QtPrintSupport")
ARM64 = 0x0100000C  # CPU_TYPE_ARM64 of mach/machine.h
LIBRARIES = {".so": "EXTENSION", ".dylib": "BINARY"}
BUILDERS = {"pyinstaller", "pyinstaller-hooks-contrib"}


def pretend_to_be_a_mac():
    sysconfig.get_config_vars()  # are read once, from a file that is named after the system
    sys.platform = "darwin"
    platform.system = lambda: "Darwin"
    platform.machine = lambda: "arm64"
    platform.mac_ver = lambda *_: ("14.0", ("", "", ""), "arm64")
    any_binary = str(PACKAGES / "shiboken6" / "Shiboken.abi3.so")  # it is asked what it loads
    for name in ("executable", "_base_executable"):
        setattr(sys, name, any_binary)
    own = [entry for entry in sys.path if "site-packages" not in entry]
    sys.path[:] = [str(PACKAGES), str(CHECKOUT / "packaging"), str(CHECKOUT), *own]


def stand_in_for_apples_programs(osxutils):
    def run(command, **_options):
        if "-thin" in command:
            _, _, _, source, _, target = command
            Path(target).write_bytes(take_arm64_part(Path(source).read_bytes()))
        return types.SimpleNamespace(returncode=0, stdout="")

    osxutils.fix_exe_for_code_signing = lambda _executable: None  # whose signature is still there
    osxutils.subprocess = types.SimpleNamespace(run=run, PIPE=-1, STDOUT=-2)


def take_arm64_part(content):
    """Take the part for Apple's processors out of a library for several, as lipo does."""
    _, count = struct.unpack_from(">II", content)
    for number in range(count):
        processor, _, offset, size, _ = struct.unpack_from(">5I", content, 8 + 20 * number)
        if processor == ARM64:
            return content[offset : offset + size]
    raise ValueError("nothing for arm64 inside")


def lay_out_python_framework():
    """Lay out what python.org installs: its library, an Info.plist, and OpenSSL."""
    inside = INTO / "Library" / "Frameworks" / "Python.framework" / "Versions" / "3.13"
    (inside / "lib").mkdir(parents=True)
    (inside / "Resources").mkdir()
    (inside / "Resources" / "Info.plist").write_bytes(plistlib.dumps({"CFBundleName": "Python"}))
    some_library = PACKAGES / "shiboken6" / "Shiboken.abi3.so"
    for place in ("Python", "lib/libssl.3.dylib", "lib/libcrypto.3.dylib"):
        shutil.copyfile(some_library, inside / place)
    return inside


def describe_qt():
    """Tell PyInstaller what it asks an imported PySide6 for, and what QLibraryInfo says of it."""
    from PyInstaller.utils import hooks
    from PyInstaller.utils.hooks.qt import pyside6_library_info as info

    home = PACKAGES / "PySide6"
    folders = {"Libraries": "lib", "Plugins": "plugins", "Translations": "translations"}
    info.location = {f"{name}Path": str(home / "Qt" / place) for name, place in folders.items()}
    info.location["PrefixPath"] = str(home / "Qt")
    info.package_location = home
    info.qt_lib_dir = home / "Qt" / "lib"
    info.qt_inside_package = True
    info.is_debug_build = False
    info.version = [6, 0, 0]
    hooks.get_module_file_attribute = lambda name: str(
        PACKAGES / f"{name.replace('.', '/')}.abi3.so"
    )
    return info


class StandInAnalysis:
    """Lists what PyInstaller's Analysis would, without importing anything that is for a Mac."""

    def __init__(self, scripts, *, pathex, datas, hiddenimports, excludes, runtime_hooks):
        from PyInstaller.depend import bindepend
        from PyInstaller.utils import osx

        del pathex, hiddenimports
        self.scripts = [(Path(one).stem, one, "PYSOURCE") for one in (*runtime_hooks, *scripts)]
        self.pure = [
            ("json", str(Path(sysconfig.get_path("stdlib"), "json/__init__.py")), "PYMODULE")
        ]
        self.datas = [to_row(file, folder, "DATA") for file, folder in datas]
        self.datas.append(("base_library.zip", str(write_base_library()), "DATA"))
        python = Path(bindepend.get_python_library_path()).parent
        binaries = [
            ("Python.framework/Versions/3.13/Python", str(python / "Python"), "BINARY"),
            *(to_row(library, ".", "BINARY") for library in (python / "lib").iterdir()),
        ]
        for module, place, source in list_bundled_files():
            if any(fnmatch.fnmatchcase(f"{module}.", f"{one}.*") for one in excludes):
                continue
            if place.suffix == ".py":
                self.pure.append((module, source, "PYMODULE"))
            elif place.suffix in LIBRARIES:
                binaries.append((str(place), source, LIBRARIES[place.suffix]))
            else:
                self.datas.append((str(place), source, "DATA"))
        if "PySide6" not in excludes:
            qt = describe_qt()
            for name in QT_MODULES:
                _, more_binaries, more_datas = qt.collect_module(f"PySide6.{name}")
                binaries += [to_row(file, folder, "BINARY") for file, folder in more_binaries]
                self.datas += [to_row(file, folder, "DATA") for file, folder in more_datas]
        binaries = bindepend.binary_dependency_analysis(binaries, [str(PACKAGES)], set())
        self.binaries = osx.collect_files_from_framework_bundles(binaries)


def list_bundled_files():
    """List the files of the distributions that contents.toml allows: module, place, source."""
    from bundle import content_policy

    allowed = content_policy.read().distributions.keys() - BUILDERS
    for one in distributions(path=[str(PACKAGES)]):
        if content_policy.normalize_name(one.name) not in allowed:
            continue
        for file in one.files or ():
            place = PurePath(file)
            module = str(place).partition(".")[0].removesuffix("/__init__").replace("/", ".")
            of_qt = place.parts[0] == "PySide6"  # of this, what its modules need is asked for
            if of_qt and module not in {"PySide6", *(f"PySide6.{name}" for name in QT_MODULES)}:
                continue
            if place.parts[0] not in {"..", "bin"}:
                yield module, place, str(Path(str(file.locate())).resolve())


def write_base_library():
    archive = INTO / "work" / "base_library.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr("os.pyc", b"")
    return archive


def to_row(source, folder, kind):
    return str(PurePath(folder, Path(source).name)), str(source), kind


def configure_pyinstaller():
    from PyInstaller.config import CONF

    folders = {name: INTO / name for name in ("work", "bundle", "cache")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    CONF.update(
        spec=str(SPEC),
        specpath=str(SPEC.parent),
        specnm="inspector",
        workpath=str(folders["work"]),
        distpath=str(folders["bundle"]),
        cachedir=str(folders["cache"]),
        code_cache={},
        noconfirm=True,
        upx_available=False,
    )
    return folders


def main():
    pretend_to_be_a_mac()
    folders = configure_pyinstaller()
    from PyInstaller.building.api import COLLECT, EXE, PYZ
    from PyInstaller.building.osx import BUNDLE
    from PyInstaller.depend import bindepend
    from PyInstaller.utils import osx

    library = lay_out_python_framework() / "Python"
    bindepend.get_python_library_path = lambda: str(library)
    stand_in_for_apples_programs(osx)
    names = {"PYZ": PYZ, "EXE": EXE, "COLLECT": COLLECT, "BUNDLE": BUNDLE}
    names |= {"Analysis": StandInAnalysis, "SPECPATH": SPEC.parent, "workpath": folders["work"]}
    exec(compile(SPEC.read_text(encoding="utf-8"), str(SPEC), "exec"), names)  # as PyInstaller does

    import build
    from bundle import content_policy, inventory, origins
    from macos import signing

    tables = content_policy.read()
    collected = origins.read(folders["work"] / "origins.json")
    items = inventory.list_items(origins.find_owners(collected, tables), tables, collected)
    built = build.BuiltBundle(folders["bundle"] / build.get_bundle_name(), items)
    build.write_notices(built)
    qt = [path for path in signing.find_binaries(built.path) if path.name.startswith("Qt")]
    found = {
        "app": str(built.path),
        "executable": built.executable.name,
        "items": {item.name: item.version for item in items},
        "oldest_system": max(
            osx.macosx_version_min(str(path)) for path in qt if path.suffix != ".so"
        ),
    }
    sys.stdout.write(json.dumps(found))


main()
