"""The window speaks Chinese where that is wanted: in everything that is its own."""

import re
import time
from datetime import UTC
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.comparison import comparison_delivery
from inspector_app.desktop.export.export_renderer import RenderedExport
from inspector_app.desktop.export.report_builder import render_format
from inspector_app.desktop.history.entry_texts import describe_entry, describe_entry_at_length
from inspector_app.desktop.main_window.time_zone_dialog import TimeZoneDialog
from inspector_app.desktop.many.many_files import render_copy, render_file
from inspector_app.desktop.theme import language
from inspector_app.desktop.theme.language import (
    NATIVE_NAMES,
    CatalogueTranslator,
    _get_qt_translations_path,
    has_font,
    install_translators,
    load_qt_translator,
    resolve_language,
)
from inspector_app.desktop.theme.qt_paths import get_bundled_path
from inspector_app.desktop.theme.translation import TRANSLATION_CONTEXT, translate
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.many_rows import QueueRow, RowPlace
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.severity import Severity
from inspector_app.settings.user_settings import Language
from inspector_app.system import resources
from inspector_app.system.resources import ResourceNotFoundError
from tests.desktop.at_work import clipboard, inspect, look_at_each_page, rows, token_of, work_in
from tests.desktop.comparison.test_comparison_controller import answered, settle

CHINESE = ("zh-Hans-CN", "zh-CN", "zh-Hans", "zh")
QUOTED = re.compile(r"“[^”]*”|<[^>]*>|指纹 [0-9a-f]{8}")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = re.compile(
    # What is called so in every language: products, standards, units, keys, languages.
    r"EN$|EnOS( Session Inspector)?|Markdown( \(GitHub\))?|Jira|cURL|bash|Windows( cmd)?|PowerShell"
    r"|PDF|JSON( Pointer|Path)?|HTML|CSV|XML|HTTP|TLS|IAM|LDAP|SSO|MFA|DNS|UTC|IPv?6?|VPN|API"
    r"|IDs?|Unix|ms|MB|MiB|Secret Service|KWallet|Keychain|English|Language|Shanghai"
    r"|apim.example.com|Ctrl|Shift|Alt|Enter|Esc|F[0-9]+|status|state|type|apim-|ag-|Date|session|null"
    # And the words of the API, of the console's own, and of an example.
    r"|Authorization|Bearer|Access&?Key|Secre&?tKey|https?://\S*|user#19c2|\*\.\w+"
)
"""What may stand in Latin letters in a sentence of ours."""

SCENARIOS = ("other_organization", "password_expired", "session_not_found", "rate_limited")


def words_of(root):
    """Everything in a window that somebody reads or hears, but for what the other side sent."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(number) for number in range(widget.count()))
        if widget.isWindow():
            yield widget.windowTitle()
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def english(words, *names):
    """Those that have something in Latin letters which is neither a name nor quoted."""
    found = set(words)
    for name in names:
        found = {one.replace(name, "") for one in found}
    return {one for one in found if LATIN.search(NAMES.sub("", QUOTED.sub("", one)))}


@pytest.fixture
def chinese(start, qtbot):
    """The app on its embedded gateway, for a person whose system is Chinese."""
    app = start("--demo", languages=CHINESE)
    qtbot.waitUntil(lambda: app.preferences.demo is not None)
    return app


@pytest.mark.parametrize(
    ("preferred", "spoken"),
    [
        (CHINESE, Language.CHINESE),
        (("zh",), Language.CHINESE),
        (("zh_CN",), Language.CHINESE),
        (("zh-Hans-HK",), Language.CHINESE),
        (("zh-SG",), Language.CHINESE),
        (("zh-TW",), Language.ENGLISH),
        (("zh-Hant", "zh-CN"), Language.ENGLISH),
        (("de-DE", "zh-CN"), Language.CHINESE),
        (("en-GB", "zh-CN"), Language.ENGLISH),
        (("fr",), Language.ENGLISH),
        (("C",), Language.ENGLISH),
        ((), Language.ENGLISH),
    ],
)
def test_the_system_says_what_is_spoken(preferred, spoken):
    assert resolve_language(Language.SYSTEM, preferred) is spoken


def test_a_choice_goes_before_the_system():
    assert resolve_language(Language.ENGLISH, CHINESE) is Language.ENGLISH
    assert resolve_language(Language.CHINESE, ("fr",)) is Language.CHINESE


def test_a_window_in_chinese_has_no_english_of_its_own(chinese):
    assert chinese.window.inspect_button.text() == "检查"
    assert english(words_of(chinese.window), chinese.window.address_label.text()) == set()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_an_answer_is_told_in_chinese(chinese, qtbot, scenario):
    inspect(chinese, qtbot, token_of(chinese, scenario))
    window = chinese.window
    sent = (
        window.address_label.text(),
        window.status_bar.selection_label.text(),
        "TLSv1.3",
        "127.0.0.1",
        "EnOS Session Inspector",  # of the title, after the user's name
        *(label.text() for label in window.result_view.banner.head.identity_line.labels),
    )
    assert english(words_of(window), *sent) == set()
    told = [row for row in rows(window.result_view.tree_view.model()) if row[2]]
    assert told
    assert english(meaning for _, _, meaning in told) == set()
    look_at_each_page(chinese)
    page = list(rows(window.result_view.answer_pages.request_view.model()))
    assert page
    assert english(meaning for _, _, meaning in page) == set()


def test_a_gateway_that_is_not_there_is_told_in_chinese(start, qtbot):
    app = start(languages=CHINESE)
    work_in(app, "Production", "http://127.0.0.1:9")
    inspect(app, qtbot, "IAM_S_" + "a" * 128)
    assert "网关拒绝连接" in set(words_of(app.window))
    assert english(words_of(app.window), "Production") == set()


def test_a_locked_window_is_chinese(chinese, qtbot):
    inspect(chinese, qtbot)
    chinese.secret_guards.window_lock.lock()
    assert "已锁定" in set(words_of(chinese.window))
    assert english(words_of(chinese.window), chinese.window.address_label.text()) == set()


HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?](?![0-9])|[,;:] ?[\u4e00-\u9fff]")
"""Punctuation of Latin texts beside a Chinese character."""


def test_facts_are_joined_with_chinese_commas(chinese, qtbot):
    inspect(chinese, qtbot, token_of(chinese, "other_organization"))
    qtbot.waitUntil(chinese.window.forget_button.isVisible)
    chinese.window.token_field.set_raw_text("另一段文本")
    store = chinese.history.store
    qtbot.waitUntil(lambda: bool(store.history.entries))
    entry = store.history.entries[0]
    spoken = [describe_entry(entry, is_shared=False)]
    spoken += [describe_entry_at_length(entry, UTC, is_shared=False)]
    tree = chinese.window.result_view.tree_view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken += [tree.data(tree.index(row, 0), role) for row in range(tree.rowCount())]
    assert any("，" in one for one in spoken)
    assert {one for one in {*words_of(chinese.window), *spoken} if HALF_WIDTH.search(one)} == set()


@pytest.mark.parametrize(
    "do", [ActionId.SAFETY, ActionId.HELP, ActionId.EXPORT, ActionId.ADD_ENVIRONMENT]
)
def test_its_dialogs_are_chinese(chinese, qtbot, do):
    inspect(chinese, qtbot)
    chinese.window.action_collection[do].trigger()
    (dialog,) = (one for one in chinese.window.findChildren(QDialog) if one.isVisible())
    qtbot.waitUntil(chinese.background.is_idle)
    found = {one for one in english(words_of(dialog)) if not one.endswith(".txt")}
    dialog.reject()
    assert found == set(), "words, apart from the name of a file"


def test_the_dialog_of_time_zones_is_chinese(chinese, qtbot):
    chinese.window.menu._other_zone_action.trigger()
    (dialog,) = chinese.window.findChildren(TimeZoneDialog)
    qtbot.waitUntil(chinese.background.is_idle)
    found = english(words_of(dialog))
    dialog.reject()
    assert found == set()


def test_qt_speaks_it_as_well_and_both_stop_with_their_owner(qapp):
    owner = QObject()
    install_translators(Language.CHINESE, qapp, owner)
    assert translate("Inspect") == "检查"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "复制(&C)"
    shiboken6.delete(owner)
    assert translate("Inspect") == "Inspect"
    assert QCoreApplication.translate("QWidgetTextControl", "&Copy") == "&Copy"


def test_qts_own_file_dialog_is_chinese_throughout(qapp, qtbot):
    owner = QObject()
    install_translators(Language.CHINESE, qapp, owner)
    dialog = QFileDialog(None, "名称")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    try:
        labels = [one.text() for one in dialog.findChildren(QLabel) if one.text()]
        assert len(labels) >= 3
        assert english(re.sub(r"[(]&.[)]", "", one) for one in labels) == set()
        assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "文件夹"
    finally:
        shiboken6.delete(owner)


def test_each_language_stands_in_the_menu_as_its_speakers_write_it(chinese):
    entries = {action.text() for action in chinese.window.menu.findChildren(QAction)}
    assert {*NATIVE_NAMES.values(), "跟随系统"} <= entries
    assert set(NATIVE_NAMES) == set(Language) - {Language.SYSTEM}


def test_another_language_is_chosen_for_the_next_start_and_a_note_says_so(demo, start, qtbot):
    entries = {action.text(): action for action in demo.window.menu.findChildren(QAction)}
    assert entries["As the system"].isChecked()
    entries["简体中文"].trigger()
    assert demo.window.note_label.text() == "From the next start on, this app speaks 简体中文."
    assert demo.window.inspect_button.text() == "Inspect"
    qtbot.waitUntil(demo.background.is_idle)
    again = start()
    assert again.preferences.settings.language is Language.CHINESE
    assert again.window.inspect_button.text() == "检查"


def test_reports_for_people_are_chinese_and_those_for_programs_are_not(chinese, qtbot):
    result = inspect(chinese, qtbot, token_of(chinese, "other_organization"))
    reporter = chinese.report_builder
    report = reporter.redact(reporter.create_subject(result))

    def written(form):
        data = render_format(report, form)
        assert isinstance(data, bytes)
        return data.decode()

    for form in (ReportFormat.TEXT, ReportFormat.MARKDOWN, ReportFormat.JIRA, ReportFormat.HTML):
        assert "会话有效" in written(form)
        assert "凭据和个人信息已去除" in written(form)
    assert '<html lang="zh-CN"' in written(ReportFormat.HTML)
    assert '"report.verdict","valid","会话有效' in written(ReportFormat.CSV)
    assert '"sentence": "Session valid' in written(ReportFormat.JSON)
    for form in (
        ReportFormat.JSON,
        ReportFormat.CURL_BASH,
        ReportFormat.CURL_CMD,
        ReportFormat.CURL_POWERSHELL,
    ):
        of_the_app = written(form).replace(r"\u6f14\u793a", "")  # what the demo is called
        assert not re.search(r"[\u4e00-\u9fff]|\\u[4-9]", of_the_app)


def test_what_is_sought_is_sought_in_the_words_that_are_shown(chinese, qtbot):
    answered(chinese, qtbot, "valid", "account_disabled")
    pane = chinese.history.pane
    for words, count in (("有效", 1), ("valid", 0), ("", 2)):
        pane.filter_field.setText(words)
        assert pane.model.rowCount() == count

    def is_found(finder, words):
        finder.search(words)
        qtbot.waitUntil(lambda: not finder.is_running)
        return bool(finder.matches)

    of_answer = chinese.window.result_view.answer_pages.finder
    assert (is_found(of_answer, "账号"), is_found(of_answer, "EnOS account")) == (True, False)
    chinese.comparison.compare(2, 1)
    settle(chinese, qtbot)
    compared = chinese.comparison.page.fields.finder
    assert (is_found(compared, "已禁用"), is_found(compared, "disabled")) == (True, False)
    chinese.comparison.close()
    qtbot.waitUntil(chinese.background.is_idle)


def test_what_is_copied_and_exported_for_people_is_in_their_language(chinese, qtbot, tmp_path):
    answered(chinese, qtbot, "account_disabled", "valid")
    view = chinese.window.result_view
    copier = chinese.window.action_collection[ActionId.COPY_ROW]
    view.answer_pages.finder.search("账号")
    qtbot.waitUntil(lambda: bool(view.answer_pages.finder.matches))
    copier.trigger()
    assert "账号" in clipboard()

    sentence = view.result.judge(time.time()).sentence
    row = QueueRow(RowPlace(1, 1, "0" * 8), "valid", Severity.GOOD, sentence, "", "", 1.0)
    assert "会话有效" in str(render_copy([row]))
    level = RedactionLevel.PERSONAL
    table = render_file([row], ReportFormat.CSV, level, "rows")
    entries = tuple(chinese.history.store.history.entries)
    compared = comparison_delivery._render(entries, tmp_path, ReportFormat.TEXT, level, UTC)
    for made, words in ((table, "会话有效"), (compared, "两者的不同之处")):
        assert isinstance(made, RenderedExport)
        assert words in made.data.decode()


def test_without_a_font_for_it_the_window_speaks_english_and_says_what_to_install(
    start, monkeypatch
):
    monkeypatch.setattr(QFontDatabase, "families", lambda kind: [])
    app = start(languages=CHINESE)
    assert app.window.inspect_button.text() == "Inspect"
    assert "fonts-noto-cjk" in app.window.note_label.text()


@pytest.mark.parametrize("broken", [None, b"", b"<TS>", b"no catalogue"])
def test_without_a_usable_catalogue_the_window_is_there_in_english(
    start, monkeypatch, caplog, broken
):
    read = resources.read

    def damaged(name):
        if not name.startswith("translations/"):
            return read(name)
        if broken is None:
            raise ResourceNotFoundError(name)
        return broken

    monkeypatch.setattr(resources, "read", damaged)
    app = start(languages=CHINESE)
    assert app.window.inspect_button.text() == "Inspect"
    assert "no usable catalogue zh_CN" in caplog.text
    caplog.clear()


def test_without_words_of_qts_own_ours_are_chinese(start, monkeypatch, caplog):
    monkeypatch.setattr(language, "load_qt_translator", lambda name, owner: None)
    app = start(languages=CHINESE)
    assert app.window.inspect_button.text() == "检查"
    assert "zh_CN" in caplog.text
    caplog.clear()


@pytest.mark.timing
def test_it_costs_a_start_less_than_20_milliseconds(qapp):
    took = []
    for _ in range(5):
        owner = QObject()
        before = time.perf_counter()
        install_translators(Language.CHINESE, qapp, owner)
        took.append(time.perf_counter() - before)
        assert translate("Inspect") == "检查"
        shiboken6.delete(owner)
    assert min(took) < 0.02


def test_a_catalogue_speaks_for_the_apps_texts_and_a_few_of_qts_own(qapp):
    owner = QObject()
    words = CatalogueTranslator({"Save": "保存", "Folder": "文件夹"}, owner)
    assert not words.isEmpty()
    assert CatalogueTranslator({}, owner).isEmpty()
    assert words.parent() is owner
    for context, text, told in (
        (TRANSLATION_CONTEXT, "Save", "保存"),
        ("QPlatformTheme", "Save", None),
        ("QFileDialog", "Folder", "文件夹"),
        (TRANSLATION_CONTEXT, "Unknown", None),
        ("QFileDialog", "Drive", None),
    ):
        assert words.translate(context, text) == told


@pytest.mark.parametrize(
    ("language", "families", "is_there"),
    [
        (Language.ENGLISH, [], True),
        (Language.SYSTEM, [], True),
        (Language.CHINESE, [], False),
        (Language.CHINESE, ["A font"], True),
    ],
)
def test_chinese_needs_a_font_that_has_its_signs(monkeypatch, language, families, is_there):
    asked = []

    def list_families(kind):
        asked.append(kind)
        return families

    monkeypatch.setattr(QFontDatabase, "families", list_families)
    assert has_font(language) is is_there
    expected = [QFontDatabase.WritingSystem.SimplifiedChinese]
    assert asked == (expected if language is Language.CHINESE else [])


def test_the_words_of_qt_are_where_its_files_are(monkeypatch):
    assert Path(_get_qt_translations_path(), "qtbase_zh_CN.qm").is_file()
    monkeypatch.setattr(resources, "is_bundled", lambda: True)
    assert _get_qt_translations_path() == str(get_bundled_path("translations"))
    assert get_bundled_path("plugins").parts[-3:] == ("PySide6", "Qt", "plugins")
    assert load_qt_translator("xx_YY") is None
