"""What is for macOS alone is listed with what it rests on, since it was never run there."""

import re
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
SOURCES = CHECKOUT / "inspector_app"
LIST = CHECKOUT / "docs" / "macos.md"


def test_every_module_with_a_line_for_macos_is_listed():
    of_macos = {
        path.relative_to(SOURCES).as_posix()
        for path in SOURCES.rglob("*.py")
        if path.stem.startswith("macos")
        or re.search(r"[\"\']darwin[\"\']|\bdef \w*macos", path.read_text(encoding="utf-8"))
    }
    listed = set(
        re.findall(r"^\| `([\w/]+\.py)` \|", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == of_macos, "docs/macos.md says what each rests on"
