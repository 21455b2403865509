"""The README's pictures are those that docs/make_screenshots.py takes."""

import re
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PICTURES = CHECKOUT / "docs" / "screenshots"


@pytest.fixture
def make_screenshots(monkeypatch):
    """The script, which puts the checkout on the path."""
    monkeypatch.setattr(sys, "path", list(sys.path))
    from docs import make_screenshots

    return make_screenshots


def test_every_stage_has_its_pictures_and_no_other_is_there(make_screenshots):
    stages = [stage.__name__ for stage in make_screenshots.STAGES]
    expected = {f"{stage}-{variant}.png" for stage in stages for variant in ("light", "dark")}
    assert {path.name for path in PICTURES.iterdir()} == expected, (
        "`python3 dev.py screenshots` takes them; delete by hand those without a stage"
    )


def test_every_picture_of_the_readme_is_there():
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[.+?\]\((.+?)\)", readme)
    assert shown
    for place in shown:
        assert (CHECKOUT / place).is_file(), (
            f"README.md shows {place}: `python3 dev.py screenshots` takes those of "
            "docs/make_screenshots.py"
        )
