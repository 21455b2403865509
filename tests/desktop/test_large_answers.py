"""The largest answers never hold up the window.

Measured in a process of its own: a test process holds so many objects that a search for garbage
among them would be measured instead.
"""

import pytest

from tests.desktop.demo_process import run_demo

GAPS = """
longest, last = [0.0, 0.0], [0.0, 0.0]

def read_clocks():
    return [time.perf_counter(), time.thread_time()]

def beat():
    global longest, last
    now = read_clocks()
    longest = [max(most, after - before) for most, after, before in zip(longest, now, last)]
    last = now

def restart():
    global longest, last
    longest, last = [0.0, 0.0], read_clocks()

def begin(_):
    many = next(one for one in app.demo.scenarios if one.id == "many_organizations")
    app.window.token_field.set_raw_text(many.token)
    restart()
    app.presenter.inspect()

def end(words):
    beat()
    print(f"{longest[0] * 1000:.0f} {longest[1] * 1000:.0f} ms, {words}")
    app.window.close()
    application.exit(0)
"""

WALK = """
keys = [Qt.Key.Key_Asterisk, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down]

def press():
    tree = app.window.result_view.tree_view
    if len(keys) == 4:
        tree.select_path(("session", "user", "guestOrganizations"))
    if keys:
        QTest.keyClick(tree, keys.pop(0))
        QTimer.singleShot(0, press)
        return
    current = tree.outline_model.rowCount(tree.currentIndex().parent())
    end(f"among {current} rows")
"""

EXPORT = """
from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.export.export_dialog import ExportDialog
from inspector_app.desktop.export.export_options_panel import EXPORT_FORMATS
from inspector_app.report.formats.report_format import ReportFormat

file = Path(sys.argv[1], "large.json")

def press():
    app.window.action_collection[ActionId.EXPORT].trigger()
    dialog = app.window.findChild(ExportDialog)
    dialog.options.format_list.setCurrentRow(EXPORT_FORMATS.index(ReportFormat.JSON))
    settle()

def settle():
    dialog = app.window.findChild(ExportDialog)
    if dialog.rendered is None or not dialog.preview.text_view.is_complete:
        QTimer.singleShot(10, settle)
        return
    assert "beginning is shown" in dialog.preview.size_label.text()
    dialog.save_bar.save_to(file)
    finish()

def finish():
    if app.window.findChild(ExportDialog) is not None:
        QTimer.singleShot(10, finish)
    else:
        end(f"{file.stat().st_size // 1_000_000} MB saved")
"""

MORE = """
from inspector_app.desktop.actions import ActionId

def press():
    app.runner.companions.ended.connect(lambda: QTimer.singleShot(1500, look))
    restart()
    app.window.action_collection[ActionId.ASK_MORE].trigger()

def look():
    app.window.result_view.answer_pages.organization_field.setText("Site 099999")
    QTimer.singleShot(1500, show)

def show():
    view = app.window.result_view
    view.tree_view.select_path(("companions", "organization_list", "organizations", 99_998))
    QTimer.singleShot(1500, tell)

def tell():
    view = app.window.result_view
    said = [str(one.sentence) for one in view.result.judge(time.time(), "Site 099999").findings]
    shown = view.tree_view.currentIndex().data()
    end(f"{shown}, {sum('can be switched to' in one for one in said)} listed")
"""

ALONE = """
file = Path(sys.argv[1], "list.json")
rows = ",".join(f'{{"id":"o{n}","name":"Site {n}","state":{n % 3}}}' for n in range(100_000))
file.write_text(f'{{"organizations":[{rows}],"status":0}}')

def press():
    app.file_opener.ended.connect(lambda: QTimer.singleShot(1500, look))
    restart()
    app.file_opener.open(file)

def look():
    view = app.window.result_view
    view.tree_view.select_path(("organizations", 99_999, "state"))
    QTimer.singleShot(1500, tell)

def tell():
    view = app.window.result_view
    end(f"{view.tree_view.currentIndex().data()}, {view.banner.sentence_label.text()}")
"""

START = """
timer = QTimer()
timer.setInterval(2)
timer.timeout.connect(beat)
timer.start()
app.demo.ready.connect(begin)
app.runner.ended.connect(lambda: QTimer.singleShot(1500, press))
app.window.show()
sys.exit(application.exec())
"""


def measure_gaps(folder, walk, told):
    """Milliseconds for which the window could not have answered a key, at the most.

    And the most that its own thread worked in one such time: what other programs, and the app's
    workers, take of the processor meanwhile is not in it.
    """
    printed = run_demo(GAPS + walk + START, folder)
    assert told in printed, printed
    gap, work = printed.split()[:2]
    return int(gap), int(work)


@pytest.mark.timeout(300)
@pytest.mark.timing
@pytest.mark.parametrize(
    ("walk", "told", "longest", "most_work"),
    [
        (WALK, "among 1000 rows", 100, 50),
        (EXPORT, "10 MB saved", 100, 50),
        # Beside the workers that read a second answer, the window's own work is measured alone.
        (MORE, "99998, 1 listed", None, 60),
        (ALONE, "state, This seems to be the answer", 100, 50),
    ],
    ids=["shown and walked", "exported", "asked for beside", "opened alone"],
)
def test_a_hundred_thousand_organizations_never_hold_up_the_window(
    tmp_path, walk, told, longest, most_work
):
    """R3, J5: 100 ms at the most, half of it the window's own work; in the quietest of three."""
    measured: list[tuple[int, int]] = []

    def is_quick(gap, work):
        return work < most_work and (longest is None or gap < longest)

    while len(measured) < 3 and not any(is_quick(*one) for one in measured):
        place = tmp_path / str(len(measured))
        place.mkdir()
        measured.append(measure_gaps(place, walk, told))
    assert any(is_quick(*one) for one in measured), measured
