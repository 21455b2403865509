"""Every action stands once in the table, with a key of its own."""

from collections import Counter

from inspector_app.desktop.actions import TABLE, Do


def test_each_action_has_an_entry():
    assert set(TABLE) == set(Do)


def test_no_key_does_two_things():
    keys = Counter(key for entry in TABLE.values() for key in entry.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_each_action_is_in_the_window_under_its_words(demo):
    for do, entry in TABLE.items():
        assert demo.window.actions_table[do].text() == str(entry.words)
