"""Renders the software bill of materials (SBOM) of a bundle as CycloneDX 1.6."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Final

from bundle import identity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bundle.inventory import Item

_NAMESPACE: Final = uuid.UUID("6f0f7a52-0f0e-4f53-9f0b-6a4f3c7d2b61")


def render_sbom(items: Sequence[Item], tree_hash: str, built_at: datetime) -> str:
    """Render the SBOM of one bundle; the same for the same bundle.

    Args:
        items: what is inside.
        tree_hash: the hash of the bundle's folder, which identifies the SBOM.
        built_at: the time of the build, in UTC.
    """
    version = identity.read_version()
    app = {
        "type": "application",
        "bom-ref": f"{identity.DESKTOP}@{version}",
        "name": identity.DESKTOP,
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
        "properties": [{"name": "tree:sha256", "value": tree_hash}],
    }
    components = [_build_component(item) for item in items]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, tree_hash)}",
        "version": 1,
        "metadata": {"timestamp": built_at.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": app},
        "components": components,
        "dependencies": [
            {"ref": app["bom-ref"], "dependsOn": [one["bom-ref"] for one in components]}
        ],
    }
    return json.dumps(bill, indent=2) + "\n"


def _build_component(item: Item) -> dict[str, Any]:
    at = f"@{item.version}" if item.version else ""
    kind = "pypi" if item.is_distribution else "generic"
    purl = f"pkg:{kind}/{item.name.lower()}{at}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": purl,
        "name": item.name,
        "description": item.info.why,
        "licenses": [{"expression": item.info.licence}],
        "purl": purl,
    }
    if item.version:
        component["version"] = item.version
    if item.digest:
        component["hashes"] = [{"alg": "SHA-256", "content": item.digest}]
    if item.info.source:
        component["externalReferences"] = [{"type": "source-distribution", "url": item.info.source}]
    return component
