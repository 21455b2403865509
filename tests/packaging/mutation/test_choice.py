"""The tests that are run for a fault are those that execute its line."""

import pytest
from mutation import line_recording
from mutation.choice import (
    COMMANDS_TEST,
    INTERRUPTION,
    INTERRUPTION_TESTS,
    choose_tests,
    find_function_lines,
    find_importers,
    find_lines,
    is_in_function,
    makes_table,
    map_lines,
    measure_distance,
    order_tests,
)
from mutation.workspace import CHECKOUT


@pytest.fixture(autouse=True)
def nothing_recorded(monkeypatch, tmp_path):
    """Whatever a developer has recorded in this checkout, or has not."""
    monkeypatch.setattr(line_recording, "RECORDINGS", tmp_path)
    line_recording.load_recordings.cache_clear()
    yield
    line_recording.load_recordings.cache_clear()


SOURCE = """\
TABLE = {
    1: 2,
}


def first(value=1):
    if value:
        return call(
            value,
        )
    return None


def second():
    pass
"""


def test_a_line_counts_with_its_statement():
    assert find_lines(SOURCE, 9) == {8, 9, 10}
    assert find_lines(SOURCE, 7) == {7}
    assert find_lines(SOURCE, 11) == {11}


def test_the_head_of_a_function_counts_as_the_function():
    assert find_lines(SOURCE, 6) == {7, 8, 9, 10, 11}


def test_what_is_executed_at_the_import_counts_as_all_functions():
    assert find_lines(SOURCE, 2) == {7, 8, 9, 10, 11, 15}
    assert not is_in_function(SOURCE, 2)
    assert is_in_function(SOURCE, 15)


def test_a_function_that_the_module_calls_makes_a_table_of_its_own():
    assert makes_table(f"{SOURCE}\nOTHER = [second() for _ in TABLE]\n", 15)
    assert not makes_table(f"{SOURCE}\ndef third():\n    second()\n", 15)
    assert not makes_table(SOURCE, 2)


def test_lines_are_found_again_when_others_came_before_them():
    moved = map_lines(SOURCE, "import other\n" + SOURCE)
    assert (moved[7], moved[8]) == (6, 7)
    assert map_lines(SOURCE, SOURCE)[9] == 9


def test_a_line_that_has_changed_or_is_new_is_noticed_by_those_who_executed_what_stood_there():
    """Who was recorded since is often none of them."""
    moved = map_lines(SOURCE, SOURCE.replace("call(\n            value,", "ask(\n value,\n more,"))
    assert [moved[line] for line in (7, 8, 9, 10, 11)] == [7, 8, 9, 9, 10]
    moved = map_lines(SOURCE, SOURCE.replace("    return None", "    ask()\n    return None"))
    assert [moved[line] for line in (10, 11, 12)] == [10, 10, 11]


def test_the_tests_of_a_module_come_before_those_of_its_package_and_of_others():
    tests = ["tests/vault/test_token.py::a", "tests/session/test_path.py::b",
             "tests/session/parsing/test_x.py::c", "tests/vault/test_vault.py::d"]  # fmt: skip
    around = "tests/gateway/pasted/test_search.py::e"
    assert measure_distance("inspector_app/gateway/pasted/readers/har.py", around) == 2
    distances = [measure_distance("inspector_app/session/token.py", test) for test in tests]
    assert distances == [0, 1, 3, 4]


def test_elsewhere_every_test_has_its_turn_before_any_has_its_second():
    own = ["tests/session/test_token.py::a[1]", "tests/session/test_token.py::a[2]"]
    others = [f"tests/vault/test_vault.py::b[{number}]" for number in range(3)]
    others.append("tests/report/test_x.py::c")
    seconds = {test: float(number) for number, test in enumerate([*own, *others])}
    ordered = order_tests("inspector_app/session/token.py", reversed([*own, *others]), seconds)
    assert ordered == [*own, others[0], others[3], others[1], others[2]]


def test_what_pins_all_widgets_of_a_package_comes_right_after_a_modules_own_tests():
    own = "tests/desktop/guards/test_window_lock.py::a"
    beside = "tests/desktop/guards/test_idle_timer.py::b"
    pin = "tests/desktop/test_widget_trees.py::c"
    above = "tests/desktop/test_keyboard.py::d"
    seconds = {own: 3.0, beside: 1.0, pin: 2.0, above: 0.1}
    ordered = order_tests("inspector_app/desktop/guards/window_lock.py", seconds, seconds)
    assert ordered == [own, pin, beside, above]
    elsewhere = order_tests("inspector_app/session/token.py", [above, pin], seconds)
    assert elsewhere == [above, pin]


def test_of_a_constant_the_tests_that_read_it_are_run_too():
    readers = set(find_importers("inspector_app/settings/environment_mistakes.py", "tests"))
    assert "tests/settings/test_file_schemas.py" in readers
    assert not readers & {"tests/settings/test_merge.py", "tests/settings/test_safety.py"}
    seconds = {
        "tests/settings/test_file_schemas.py::a": 1.0,
        "tests/settings/test_merge.py::b": 1.0,
    }
    chosen = choose_tests("inspector_app/settings/environment_mistakes.py", 42, seconds)
    assert "tests/settings/test_file_schemas.py::a" in chosen
    assert "tests/settings/test_merge.py::b" not in chosen


def test_of_what_is_no_functions_body_the_test_of_all_tables_is_run_first():
    table = "tests/test_tables.py::test_no_figure_and_no_table_changes_unseen[session]"
    own = "tests/session/test_path.py::a"
    file = "inspector_app/session/path.py"
    lines = (CHECKOUT / file).read_text(encoding="utf-8").splitlines()
    body = lines.index("    return _NEEDS_ESCAPE.sub(_escape_match, name)") + 1
    assert choose_tests(file, 1, {own: 1.0}) == [table, own]
    assert choose_tests(file, body, {own: 1.0}) == [own]
    assert table not in choose_tests("inspector_app/__main__.py", 1, {})


def test_of_what_commands_are_put_together_of_the_test_of_all_commands_is_run():
    (told,) = COMMANDS_TEST.split("::")[1:]
    text = (CHECKOUT / COMMANDS_TEST.split("::", maxsplit=1)[0]).read_text(encoding="utf-8")
    assert f"def {told}(" in text
    file = "inspector_app/terminal/watch_options.py"
    lines = (CHECKOUT / file).read_text(encoding="utf-8").splitlines()
    option = next(row for row, line in enumerate(lines, 1) if "metavar=" in line)
    assert COMMANDS_TEST in choose_tests(file, option, {})
    assert COMMANDS_TEST not in choose_tests("inspector_app/session/path.py", 1, {})


@pytest.mark.parametrize("file", ["session/contrary_fields.py", "gateway/pasted/selection.py"])
def test_where_a_loop_asks_whether_the_work_is_over_that_is_looked_at(file):
    file = f"inspector_app/{file}"
    lines = (CHECKOUT / file).read_text(encoding="utf-8").splitlines()
    asking = next(number for number, line in enumerate(lines, 1) if INTERRUPTION in line)
    told = INTERRUPTION_TESTS[file.split("/")[1]]
    assert told in choose_tests(file, asking, {})
    assert told not in choose_tests(file, asking - 1, {})


def test_a_modules_own_tests_are_run_whatever_was_recorded():
    own, other = "tests/terminal/test_runner.py::a", "tests/terminal/test_main.py::b"
    chosen = choose_tests("inspector_app/terminal/runner.py", 50, {own: 1.0, other: 1.0})
    assert own in chosen


def test_a_modules_own_tests_are_run_whole_where_there_is_no_recording_of_them():
    """They were changed since, or stand in another folder than what was recorded."""
    own, other = "tests/system/test_logs.py", "tests/system/test_paths.py::a"
    file = "inspector_app/system/logs.py"
    assert own in choose_tests(file, 61, {other: 1.0})
    assert own not in choose_tests(file, 61, {f"{own}::b": 1.0, other: 1.0})
    own, file = "tests/terminal/test_many_command.py", "inspector_app/terminal/many_command.py"
    assert own in choose_tests(file, 60, {})


def test_tests_that_take_too_long_are_left_out_unless_all_are_wanted():
    file = "inspector_app/session/path.py"
    seconds = {f"tests/session/test_path.py::a[{number}]": 40.0 for number in range(4)}
    body = next(iter(find_function_lines((CHECKOUT / file).read_text(encoding="utf-8"))))
    assert len(choose_tests(file, body, seconds)) == 2
    assert len(choose_tests(file, body, seconds, are_all=True)) == 4
    many = {f"tests/session/test_path.py::a[{number}]": 0.001 for number in range(1502)}
    assert len(choose_tests(file, body, many)) == 1500
    assert len(choose_tests(file, body, many, are_all=True)) == 1502


def test_where_no_test_executes_a_line_those_of_its_folder_are_run():
    """A program that they start may execute it."""
    beside, away = "tests/demo/test_b.py::c", "tests/vault/test_b.py::c"
    chosen = choose_tests("inspector_app/demo/__init__.py", 1, {beside: 1.0, away: 1.0})
    assert chosen[1:] == [beside]  # after the test of all tables
