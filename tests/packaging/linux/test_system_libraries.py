"""Each library that the bundle expects of a desktop has a Debian package that brings it."""

import pytest
from linux import system_libraries


def test_libraries_are_told_by_their_packages():
    libraries = frozenset({"libxcb-cursor.so.0", "libgthread-2.0.so.0", "libglib-2.0.so.0"})
    assert system_libraries.find_packages(libraries) == ("libglib2.0-0", "libxcb-cursor0")


def test_a_library_that_nobody_has_thought_of_stops_the_build():
    with pytest.raises(KeyError, match="libsurprise"):
        system_libraries.find_packages(frozenset({"libsurprise.so.1"}))


@pytest.mark.parametrize("name", ["libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "libdl.so.2"])
def test_the_c_library_is_asked_for_by_version_and_not_by_name(name):
    assert system_libraries.LIBC_LIBRARY.fullmatch(name)


@pytest.mark.parametrize("name", ["libcups.so.2", "libcrypto.so.3", "libmagic.so.1"])
def test_what_only_sounds_like_it_is_no_part_of_it(name):
    assert not system_libraries.LIBC_LIBRARY.fullmatch(name)
