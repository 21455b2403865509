import contextlib
import hashlib
import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector_app.vault import chunked_store
from inspector_app.vault.errors import (
    DamagedSecretError,
    NotDeletedError,
    NotErasedError,
    UncertainWriteError,
    WriteMismatchError,
)
from tests.vault.stores import (
    ClingingStore,
    DictStore,
    ForgetfulStore,
    InterruptedStore,
    NullStore,
    PywintypesLikeError,
    RaisingStore,
)

ROOM = 1280
BYTES = 2560


def text_of(length: int) -> str:
    return "".join(random.choices("abcdef0123456789", k=length))


@pytest.mark.parametrize("length", [1, 134, 1279, 1280, 1281, 2560, 8192, 18432])
def test_a_text_of_any_length_goes_into_a_small_store_and_comes_back(length):
    """K4"""
    store = DictStore(BYTES)
    text = text_of(length)
    chunked_store.write_secret(store, "id", text, ROOM)
    assert chunked_store.read_secret(store, "id") == text
    assert len(store.items) == (1 if length <= ROOM else 1 + -(-length // ROOM))


def test_a_text_that_fits_is_one_item():
    store = DictStore(BYTES)
    chunked_store.write_secret(store, "id", "short", ROOM)
    assert store.items == {"id": "short"}


def test_the_store_of_these_tests_refuses_what_windows_refuses():
    """K4"""
    with pytest.raises(PywintypesLikeError):
        chunked_store.write_secret(DictStore(BYTES), "id", text_of(1281), max_length=None)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 9000) | st.none(), max_size=6))
def test_the_last_text_written_is_the_one_there_and_nothing_of_the_others_stays(lengths):
    """K4"""
    store = DictStore(BYTES)
    last = None
    for length in lengths:
        if length is None:
            chunked_store.delete_secret(store, "id", ROOM)
            last = None
        else:
            last = text_of(length)
            chunked_store.write_secret(store, "id", last, ROOM)
    assert chunked_store.read_secret(store, "id") == last
    expected = 0 if last is None else 1 if len(last) <= ROOM else 1 + -(-len(last) // ROOM)
    assert len(store.items) == expected


@pytest.mark.parametrize(("old", "new"), [(300, 4000), (4000, 300), (4000, 7000), (7000, 4000)])
def test_an_interruption_at_any_call_leaves_the_old_text_or_the_new_one_whole(old, new):
    """K4"""
    for calls in range(200):
        store = InterruptedStore(BYTES)
        first, second = text_of(old), text_of(new)
        chunked_store.write_secret(store, "id", first, ROOM)
        store.calls_left = calls
        with contextlib.suppress(ConnectionResetError, NotErasedError):
            chunked_store.write_secret(store, "id", second, ROOM)
        finished = store.calls_left > 0
        store.calls_left = None
        assert chunked_store.read_secret(store, "id") in (first, second)
        chunked_store.delete_secret(store, "id", ROOM)
        assert store.items == {}
        if finished:
            return
    pytest.fail("never finished")


def test_an_interrupted_erasing_is_finished_by_the_next():
    for calls in range(100):
        store = InterruptedStore(BYTES)
        chunked_store.write_secret(store, "id", text_of(4000), ROOM)
        store.calls_left = calls
        try:
            chunked_store.delete_secret(store, "id", ROOM)
        except ConnectionResetError:
            store.calls_left = None
            chunked_store.delete_secret(store, "id", ROOM)
            assert store.items == {}
        else:
            return
    pytest.fail("never finished")


def test_a_missing_part_is_damage():
    store = DictStore(BYTES)
    chunked_store.write_secret(store, "id", text_of(4000), ROOM)
    del store.items["id/a1"]
    with pytest.raises(DamagedSecretError):
        chunked_store.read_secret(store, "id")


def test_a_changed_part_is_damage():
    store = DictStore(BYTES)
    chunked_store.write_secret(store, "id", text_of(4000), ROOM)
    store.items["id/a1"] = store.items["id/a1"][::-1] + "x"
    with pytest.raises(DamagedSecretError):
        chunked_store.read_secret(store, "id")


@pytest.mark.parametrize("count", [0, -1, 33, 10**9, "3", None])
def test_a_head_that_no_write_makes_is_read_as_a_plain_text(count):
    head = json.dumps({"side": "a", "parts": count, "sha256": hashlib.sha256().hexdigest()})
    store = DictStore()
    store.items["id"] = head
    assert chunked_store.read_secret(store, "id") == head


def test_two_names_do_not_touch_each_other():
    store = DictStore(BYTES)
    one, two = text_of(4000), text_of(5000)
    chunked_store.write_secret(store, "one", one, ROOM)
    chunked_store.write_secret(store, "two", two, ROOM)
    chunked_store.delete_secret(store, "one", ROOM)
    assert chunked_store.read_secret(store, "two") == two


@pytest.mark.parametrize("store", [NullStore(), ForgetfulStore()])
@pytest.mark.parametrize("length", [10, 4000])
def test_a_write_that_reads_back_as_something_else_is_noticed(store, length):
    """K3"""
    with pytest.raises(WriteMismatchError):
        chunked_store.write_secret(store, "id", text_of(length), ROOM)


def test_a_deletion_that_does_not_delete_is_noticed():
    """A8"""
    store = ClingingStore()
    store.items["id"] = "x"
    with pytest.raises(NotDeletedError):
        chunked_store.delete_secret(store, "id", None)


def test_erasing_what_is_not_there_is_no_error():
    chunked_store.delete_secret(DictStore(), "id", None)
    chunked_store.delete_secret(DictStore(), "id", ROOM)


def test_what_cannot_be_read_back_is_erased():
    """K3"""
    store = RaisingStore()

    def recover():
        store.raising = {}

    store.raising = {"get": ConnectionResetError()}
    with pytest.raises(ConnectionResetError):
        chunked_store.write_secret(store, "id", text_of(30), None, recover)
    assert store.items == {}


def test_what_can_neither_be_read_back_nor_erased_is_told():
    """K3"""
    store = RaisingStore()
    store.raising = {"get": ConnectionResetError()}
    with pytest.raises(NotErasedError):
        chunked_store.write_secret(store, "id", text_of(30), None)
    assert store.items


def test_the_form_of_a_split_text_is_the_same_in_every_version():
    """K4: the first write goes to slot a, the next one to slot b, and the other is cleared."""
    store, text = DictStore(), "0123456789"
    for slot in ("a", "b", "a"):
        chunked_store.write_secret(store, "id", text, 4)
        checksum = hashlib.sha256(text.encode()).hexdigest()
        assert store.items == {
            "id": f'{{"side": "{slot}", "parts": 3, "sha256": "{checksum}"}}',
            f"id/{slot}0": text[:4],
            f"id/{slot}1": text[4:8],
            f"id/{slot}2": text[8:],
        }
        text = text[::-1]


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("id/a0", "id"),
        ("id/b31", "id"),
        ("x/y/a0", "x/y"),
        ("id/c0", "id/c0"),
        ("id/a", "id/a"),
        ("id/ax", "id/ax"),
        ("id", "id"),
        ("/a0", "/a0"),
        ("a0", "a0"),
        ("", ""),
    ],
)
def test_a_part_is_known_by_its_name(name, whole):
    assert chunked_store.get_whole_name(name) == whole


@pytest.mark.parametrize(("count", "is_manifest"), [(0, False), (1, True), (32, True), (33, False)])
def test_a_manifest_of_no_parts_or_too_many_is_a_text(count, is_manifest):
    """K4: bounded, whatever another program wrote there."""
    store = DictStore()
    store.items["id"] = json.dumps({"side": "a", "parts": count, "sha256": "0"})
    if is_manifest:
        with pytest.raises(DamagedSecretError):
            chunked_store.read_secret(store, "id")
    else:
        assert chunked_store.read_secret(store, "id") == store.items["id"]


@pytest.mark.parametrize("odd", ["[" * 100_000, '{"side":' * 100_000, "null", "7", "[]", "{}", "x"])
def test_what_is_no_manifest_is_a_text(odd):
    """K4: whatever another program wrote there."""
    store = DictStore()
    store.items["id"] = odd
    assert chunked_store.read_secret(store, "id") == odd


class UncertainStore(DictStore):
    """Takes a text, and cannot say whether it did."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        if username == "id":
            raise UncertainWriteError


@pytest.mark.parametrize("text", ["whole", "in parts"])
def test_what_may_have_been_written_is_erased(text):
    """K3, A8: it is kept in memory then, and nobody would look for it in the keyring."""
    store, prepared = UncertainStore(), []
    with pytest.raises(UncertainWriteError):
        chunked_store.write_secret(store, "id", text, 5, lambda: prepared.append(1))
    assert store.items == {}
    assert prepared


def test_parts_that_an_interruption_left_go_with_the_next_write():
    """A8: also those that lie beyond the new ones."""
    store = DictStore()
    store.items.update({f"id/a{number}": "left" for number in range(6)})
    chunked_store.write_secret(store, "id", "0123456789", 4)
    assert sorted(store.items) == ["id", "id/a0", "id/a1", "id/a2"]
    assert "left" not in store.items.values()


def test_why_a_write_failed_is_told_though_nothing_can_be_deleted_either():
    """K3."""
    store = FailingStore(1)
    store.raising = {"delete": ConnectionResetError()}
    with pytest.raises(RuntimeError):
        chunked_store.write_secret(store, "id", "0123456789", 4)


class FailingStore(RaisingStore):
    """Takes so many writes, and refuses each after them."""

    def __init__(self, writes: int) -> None:
        super().__init__()
        self.writes = writes

    def set_password(self, service: str, username: str, password: str) -> None:
        self.writes -= 1
        if self.writes < 0:
            raise RuntimeError("text")
        super().set_password(service, username, password)


@pytest.mark.parametrize("writes", [0, 1, 2, 3])
def test_no_part_of_a_failed_write_stays(writes):
    """K4, A8: nobody would find it to forget it."""
    store = FailingStore(writes)
    with pytest.raises(RuntimeError):
        chunked_store.write_secret(store, "id", "0123456789", 4)
    assert store.items == {}
    store.writes = 4
    chunked_store.write_secret(store, "id", "0123456789", 4)
    before = dict(store.items)
    store.writes = writes
    with pytest.raises(RuntimeError):
        chunked_store.write_secret(store, "id", "9876543210", 4)
    assert store.items == before
