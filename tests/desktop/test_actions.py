"""Every action stands once in the table, with a key of its own."""

from collections import Counter

from inspector_app.desktop.actions import ACTION_SPECS, ActionId


def test_each_action_has_an_entry():
    assert set(ACTION_SPECS) == set(ActionId)


def test_no_key_does_two_things():
    keys = Counter(key for entry in ACTION_SPECS.values() for key in entry.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []


def test_each_action_is_in_the_window_under_its_words(demo):
    for do, entry in ACTION_SPECS.items():
        assert demo.window.action_collection[do].text() == str(entry.text)
