"""Builds the MSI for all users of a computer with wixl, on Linux.

``python packaging/windows/msi.py ARCHIVE FOLDER``: ARCHIVE is the portable ZIP that the build on
Windows has made; the MSI and its checksum go to FOLDER. wixl is msitools' compiler for a part of
WiX 3, and has nothing to sign with.

The product's code is that of its version, so that two builds of one version are one product; any
other version is removed first, older or newer.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import uuid
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bundle import identity, tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAMESPACE: Final = "http://schemas.microsoft.com/wix/2006/wi"
_CODES: Final = uuid.uuid5(uuid.NAMESPACE_DNS, "enossessioninspector.github.io")
_APPLICATION_KEY: Final = rf"Software\Classes\Applications\{identity.DESKTOP}.exe"


def make(bundle: Path, out: Path) -> list[Path]:
    """Write the MSI of ``bundle`` into the folder ``out``.

    Raises:
        CalledProcessError: if wixl failed; its output is printed.
    """
    out.mkdir(parents=True, exist_ok=True)
    package = out.absolute() / f"{identity.DESKTOP}-{identity.read_version()}-windows-x64.msi"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "package.wxs")
        source.write_bytes(render_source(bundle))
        # It looks for each file from the folder that it runs in.
        command = ["wixl", "--arch", "x64", "--output", str(package), str(source)]
        subprocess.run(command, cwd=bundle, check=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
    return [package]


def render_source(bundle: Path) -> bytes:
    """Render WiX' source: every file of the bundle in a component of its own."""
    version = identity.read_version()
    wix = ET.Element("Wix", xmlns=_NAMESPACE)
    product = ET.SubElement(
        wix, "Product", Id=_compute_code(f"product {version}"), Version=version, Language="1033",
        Name=identity.NAME, Manufacturer=f"The {identity.NAME} authors",
        UpgradeCode=_compute_code("upgrade"),
    )  # fmt: skip
    ET.SubElement(
        product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine"
    )
    ET.SubElement(product, "Media", Id="1", Cabinet="app.cab", EmbedCab="yes")
    upgrade = ET.SubElement(product, "Upgrade", Id=_compute_code("upgrade"))
    ET.SubElement(
        upgrade, "UpgradeVersion", Minimum="0.0.0", IncludeMinimum="yes", Property="OTHER"
    )
    sequence = ET.SubElement(product, "InstallExecuteSequence")
    ET.SubElement(sequence, "RemoveExistingProducts", After="InstallValidate")
    ET.SubElement(product, "Property", Id="ARPNOMODIFY", Value="1")
    target = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    ET.SubElement(target, "Directory", Id="ProgramMenuFolder")
    programs = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder")
    folder = ET.SubElement(programs, "Directory", Id="INSTALLDIR", Name=identity.NAME)
    components = [*_add_files(folder, bundle, bundle), _add_open_with(folder)]
    feature = ET.SubElement(product, "Feature", Id="App", Level="1")
    for name in components:
        ET.SubElement(feature, "ComponentRef", Id=name)
    return bytes(ET.tostring(wix, encoding="utf-8", xml_declaration=True))


def _add_files(parent: ET.Element, folder: Path, bundle: Path) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(bundle).as_posix()
        key = uuid.uuid5(_CODES, inside).hex
        if path.is_dir():
            deeper = ET.SubElement(parent, "Directory", Id=f"d{key}", Name=_quote(path.name))
            yield from _add_files(deeper, path, bundle)
            continue
        component = _add_component(parent, f"c{key}", inside)
        ET.SubElement(component, "File", Id=f"f{key}", Source=_quote(inside), KeyPath="yes")
        if inside == f"{identity.DESKTOP}.exe":
            ET.SubElement(
                component, "Shortcut", Id="Menu", Directory="ProgramMenuFolder",
                Name=identity.NAME, Target=f"[INSTALLDIR]{inside}",
            )  # fmt: skip
        yield f"c{key}"


def _add_open_with(parent: ET.Element) -> str:
    """Offer it under “Open with” for saved answers; never as the default."""
    component = _add_component(parent, "OpenWith", "open with")
    command = f'"[INSTALLDIR]{identity.DESKTOP}.exe" "%1"'
    for key, name, value in (
        (_APPLICATION_KEY, "FriendlyAppName", identity.NAME),
        (rf"{_APPLICATION_KEY}\SupportedTypes", ".json", ""),
        (rf"{_APPLICATION_KEY}\shell\open\command", "", command),
    ):
        entry = ET.SubElement(
            component, "RegistryValue", Root="HKLM", Key=key, Type="string", Value=value
        )
        if name:
            entry.set("Name", name)
        if name == "FriendlyAppName":
            entry.set("KeyPath", "yes")
    return "OpenWith"


def _add_component(parent: ET.Element, name: str, what: str) -> ET.Element:
    code = _compute_code(f"component {what}")
    return ET.SubElement(parent, "Component", Id=name, Guid=code, Win64="yes")


def _quote(path: str) -> str:
    """Quote what would begin a variable of WiX'."""
    return path.replace("$", "$$")


def _compute_code(what: str) -> str:
    return f"{{{uuid.uuid5(_CODES, what)}}}".upper()


def main(arguments: Sequence[str]) -> int:
    """Build it from the portable archive, with the checksum that the release asks for."""
    archive, out = map(Path, arguments)
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(archive) as entries:
            entries.extractall(folder)
        made = make(next(Path(folder).iterdir()), out)
    (out / "SHA256SUMS").write_text(tree.format_checksums(made, out), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
