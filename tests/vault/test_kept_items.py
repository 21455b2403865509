"""What is kept is listed without its secret, and what cannot be read all the same."""

import pytest

from inspector_app.session.token import Token
from inspector_app.vault import chunked_store
from inspector_app.vault.kept_items import (
    MAX_ITEMS,
    KeptItem,
    StoredName,
    describe_record,
    list_whole,
    read_items,
)
from inspector_app.vault.record import TokenRecord, serialize_record
from tests.vault.stores import DictStore, RaisingStore

TOKEN = Token("IAM_S_" + "Lc5vBn2m" * 4)
RECORD = TokenRecord("gateway.example.com", TOKEN)


def refusing():
    store = RaisingStore()
    store.raising["get"] = RuntimeError("text")
    return store


def test_each_is_listed_once_by_its_name_without_the_secret():
    """A7."""
    store = DictStore()
    for name in ("b", "a"):
        chunked_store.write_secret(store, name, serialize_record(RECORD), 20)
    store.items["c"] = "another program's"
    names = [StoredName(name, 7.0) for name in (*store.items, "gone")]
    listed = [
        KeptItem(
            name,
            is_in_memory=False,
            host=RECORD.host,
            fingerprint=TOKEN.fingerprint,
            changed_at=7.0,
        )
        for name in ("a", "b")
    ]
    assert read_items(store, list_whole(names)) == [
        *listed,
        KeptItem("c", is_in_memory=False, changed_at=7.0),
    ]
    assert TOKEN.reveal() not in repr(read_items(store, list_whole(names)))


def test_a_keyring_that_refuses_lists_the_names():
    names = [StoredName("b"), StoredName("a")]
    items = read_items(refusing(), list_whole(names))
    assert items == [KeptItem("a", is_in_memory=False), KeptItem("b", is_in_memory=False)]


@pytest.mark.parametrize("is_in_memory", [True, False])
def test_a_record_is_described_by_where_it_is(is_in_memory):
    described = describe_record("a", RECORD, 3.0, is_in_memory=is_in_memory)
    assert described == KeptItem("a", is_in_memory, RECORD.host, TOKEN.fingerprint, 3.0)
    assert not describe_record("a", RECORD).is_in_memory


def test_a_part_whose_whole_is_gone_is_listed_and_one_of_a_whole_is_not():
    names = [StoredName("a"), StoredName("a/a0"), StoredName("b/a0")]
    assert [one.name for one in list_whole(names)] == ["a", "b/a0"]


def test_no_more_are_listed_than_a_person_reads():
    """K1: each is a call to the keyring."""
    names = [StoredName(f"{number:05}") for number in range(MAX_ITEMS + 5)]
    assert list_whole(names) == names[: MAX_ITEMS + 1], "by one more it is known that there are"
