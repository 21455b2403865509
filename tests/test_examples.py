"""The examples in docs/ are what the app writes."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS
from inspector_app.report.credential_scan import has_credential

DOCS = Path(__file__).parent.parent / "docs"


@pytest.fixture(scope="module")
def make_examples():
    """The script, which is no part of a package."""
    before = list(sys.path)
    spec = importlib.util.spec_from_file_location("make_examples", DOCS / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


def test_every_form_has_its_example(make_examples):
    names = {path.name for path in (DOCS / "examples").iterdir()}
    assert names == {f"session{form.suffix}" for form in EXPORT_FORMATS}, (
        "`python3 dev.py examples` writes one of each; delete by hand what no format writes"
    )


def test_every_example_is_what_the_app_writes_now(make_examples):
    """E7."""
    for name, content in make_examples.iter_examples():
        assert (DOCS / "examples" / name).read_bytes() == content, (
            f"docs/examples/{name} differs: if that is meant, `python3 dev.py examples` writes it"
        )


def test_no_example_holds_a_credential(make_examples):
    """E1."""
    credentials = make_examples.build_report_input().credentials
    for path in (DOCS / "examples").iterdir():
        assert not has_credential(path.read_bytes(), credentials), (
            f"{path} holds the credential: mend the report that wrote it, in inspector_app/report"
        )
