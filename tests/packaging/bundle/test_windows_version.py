"""The version that Windows shows is the app's, in a form that is read without running anything."""

import ast

from bundle import identity, windows_version


def test_the_resource_names_program_and_version():
    text = windows_version.render_version_info("enos-session", "1.20.3")
    ast.parse(text, mode="eval")
    assert "filevers=(1, 20, 3, 0)" in text
    assert 'StringStruct("ProductVersion", "1.20.3")' in text
    assert 'StringStruct("OriginalFilename", "enos-session.exe")' in text
    assert identity.NAME in text


def test_the_version_is_the_apps_own():
    import inspector_app

    assert identity.read_version() == inspector_app.__version__, (
        "packaging/bundle/identity.py reads __version__ of inspector_app/__init__.py"
    )
