"""The parts of an export: what each is made of, says and paints, in every state that it has."""

from __future__ import annotations

import gc
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageSize, QTextTable
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector_app import __version__
from inspector_app.desktop.export import file_drag_source, page_view, pdf_renderer, timeline_painter
from inspector_app.desktop.export.export_options_panel import (
    EXPORT_FORMATS,
    ExportOptionsPanel,
    get_format,
)
from inspector_app.desktop.export.export_preview import ExportPreview
from inspector_app.desktop.export.export_renderer import RenderedExport
from inspector_app.desktop.export.export_save_bar import ExportSaveBar
from inspector_app.desktop.export.file_drag_source import FileDragSource
from inspector_app.desktop.export.page_view import PageView
from inspector_app.desktop.export.printable_report import Table, build_printable_report
from inspector_app.desktop.export.report_layout import MARGIN, build_layout
from inspector_app.desktop.theme.spacing import measure_line
from inspector_app.report.formats.report_format import ReportFormat
from inspector_app.report.formats.timeline_layout import MarkerKind, SegmentKind
from inspector_app.report.redaction import RedactionLevel
from inspector_app.session.severity import Severity
from inspector_app.session.translatable_text import tr
from tests.desktop.described_parts import (
    IS_PINNED,
    RecordingPainter,
    check_parts,
    describe_part,
    record_painting,
    recorded_painting,
    write,
)
from tests.desktop.export.test_pdf_renderer import redacted

FILE = Path(__file__).with_name("export.json")
A4 = QPageSize(QPageSize.PageSizeId.A4)
ONE = RenderedExport("a.txt", b"12345", RedactionLevel.PERSONAL, "12345")


def create_images(*heights):
    return tuple(QImage(200, height, QImage.Format.Format_RGB32) for height in heights)


def show_options(qtbot, theme):
    for levels in (tuple(RedactionLevel), (RedactionLevel.PERSONAL,)):
        panel = ExportOptionsPanel(theme, ReportFormat.MARKDOWN, levels)
        qtbot.addWidget(panel)
        yield f"options {levels}", describe_part(theme, panel)
        chosen = [panel.export_format.value, panel.level.value]
        told: list[str] = []
        panel.changed.connect(lambda told=told: told.append("changed"))
        for row, _ in enumerate(EXPORT_FORMATS):
            panel.format_list.setCurrentRow(row)
            chosen.append(panel.export_format.value)
        for button in panel.level_buttons.values():
            button.click()
            chosen.append(panel.level.value)
        yield f"chosen {levels}", [*chosen, *told]


def show_preview(qtbot, theme):
    preview = ExportPreview(theme)
    qtbot.addWidget(preview)
    made: Any = object()
    for name, rendered in {
        "text": ONE,
        "beginning": replace(ONE, is_whole=False, data=b"x" * 12345),
        "page": replace(ONE, page_images=create_images(300), printable=made),
        "pages": replace(ONE, page_images=create_images(300, 100), printable=made),
        "web page": replace(ONE, page_images=create_images(300), plain_text="x"),
    }.items():
        preview.show_export(rendered)
        stack = preview._views.currentWidget()
        seen = (type(stack).__name__, preview.text_view.toPlainText(), preview.size_label.text())
        yield name, [*seen, str(len(preview.page_view.images)), *describe_part(theme, preview)]
    preview.show_placeholder("Wait")
    yield "placeholder", describe_part(theme, preview)


def show_save_bar(qtbot, theme, background):
    bar = ExportSaveBar(theme, background)
    qtbot.addWidget(bar)
    yield "bar", describe_part(theme, bar)
    bar.show_problem(tr("It failed."))
    yield "problem", describe_part(theme, bar)
    bar._show_message("There is one.", "soft")
    yield "question", describe_part(theme, bar)
    bar.discard_export()
    yield "discarded", describe_part(theme, bar)
    bar.open_save_dialog()
    yield "no dialog", [str(len(bar.findChildren(QFileDialog)))]


def show_handle(qtbot, theme, background, monkeypatch):
    owner = QWidget()
    qtbot.addWidget(owner)
    handle = FileDragSource(theme, background, owner)
    qtbot.addWidget(handle)
    for name, width in (("", 270), ("report.txt", 270), ("a long name " * 9, 200)):
        handle.set_file(name, b"x")
        handle.resize(width, 50)
        line = measure_line(handle.font())
        sizes = [write(handle.minimumSizeHint().width()), handle.sizeHint().height() - 2 * line]
        room = handle.sizeHint().width() - handle.fontMetrics().horizontalAdvance(name)
        painted = record_painting(monkeypatch, file_drag_source, handle)
        yield f"file {name}", [*describe_part(theme, handle), f"{sizes} {room}", *painted]
    handle.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield "mirrored file", record_painting(monkeypatch, file_drag_source, handle)


def show_pages(qtbot, theme, monkeypatch):
    view = PageView(theme)
    qtbot.addWidget(view)
    canvas: Any = view._canvas
    yield "no pages", [*describe_part(theme, view), write(canvas.sizeHint())]
    view.resize(500, 300)
    view.show_pages(create_images(300, 100, 50))
    heights = [canvas.heightForWidth(width) for width in (28, 428, 828)]
    yield (
        "pages",
        [
            str(heights),
            str(canvas.minimumHeight() == canvas.heightForWidth(view.viewport().width())),
        ],
    )
    canvas.setMinimumHeight(0)
    canvas.resize(428, 1200)
    with monkeypatch.context() as patched:
        patched.setattr(page_view, "QPainter", RecordingPainter)
        RecordingPainter.lines = []
        canvas.render(QImage(428, 1200, QImage.Format.Format_RGB32))
        yield "painted pages", RecordingPainter.lines
    view.verticalScrollBar().setValue(50)
    view.show_pages(())
    yield "gone", [str(len(view.images)), str(view.verticalScrollBar().value())]


def describe_document(document):
    """Each block of a document with its form, and each table."""
    size = document.pageSize()
    yield f"{size.width():g}x{size.height():g} {write(document.defaultFont())}"
    yield f"{document.rootFrame().frameFormat().margin():g}"
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            widths = [round(one.rawValue()) for one in form.columnWidthConstraints()]
            yield f"table {frame.rows()} {widths} {form.border()} {form.cellPadding()}"
            yield f" {form.cellSpacing()} {form.width().rawValue()} {form.headerRowCount()}"
            for column in range(frame.columns()):
                dress = frame.cellAt(0, column).format().toTableCellFormat()
                padding = (dress.leftPadding(), dress.rightPadding(), dress.bottomPadding())
                line = (dress.bottomBorder(), dress.bottomBorderStyle().name)
                yield f" {padding} {line} {write(dress.bottomBorderBrush().color())}"
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        yield f"{form.topMargin():g} {form.bottomMargin():g} {form.lineHeight():g} {block.text()}"
        pieces = block.begin()
        while not pieces.atEnd():
            letters = pieces.fragment().charFormat()
            colour = write(letters.foreground().color())
            yield f" {letters.fontPointSize():g} {letters.fontWeight()} {colour}"
            pieces += 1
        block = block.next()


def list_reports():
    made = build_printable_report(redacted())
    yield "whole", made
    bare = replace(made, timeline=None, tables=(), steps=(), noticed=(), detail="", next_step="")
    yield "bare", replace(bare, severity=Severity.BAD, state="Bad", sentence="It is bad.")
    cells = (("a", "b", "c"), ("d", "e", "f"))
    yield "full", replace(
        bare, head="INC-1", detail="Detail.", next_step="Do it.", steps=("One.", "Two."),
        noticed=("Seen.",),
        tables=(Table("Three", cells, ("x", "y", "z")), Table("Two", (("l", "v"),))),
    )  # fmt: skip
    yield (
        "four",
        replace(bare, tables=(Table("Four", (("a", "b", "c", "d"),), ("w", "x", "y", "z")),)),
    )


def show_layouts():
    for name, made in list_reports():
        layout = build_layout(made, A4)
        gc.collect()
        assert layout.document.documentLayout().paintDevice().logicalDpiX() == 96
        lines = describe_document(layout.document)
        yield f"layout {name}", [one.replace(__version__, "…") for one in lines]
        placed = layout.timeline
        if placed is not None:
            rect = placed.rect
            room = layout.document.pageSize().width() - 2 * MARGIN
            share = rect.height() * placed.picture.width / placed.picture.height
            yield (
                "timeline",
                [placed.colour, f"{rect.x():g} {rect.width() - room:.0f} {share - room:.0f}"],
            )


def paint_pages(monkeypatch):
    """What is painted on the pages and on a printer, but for the letters of Qt's own layout."""
    made = build_printable_report(redacted())
    longer = replace(made, timeline=None, noticed=tuple(f"Notice {n}" for n in range(120)))
    with monkeypatch.context() as patched:
        patched.setattr(pdf_renderer, "QPainter", RecordingPainter)
        for name, report in (("short", made), ("long", longer)):
            RecordingPainter.lines = []
            images = pdf_renderer.render_page_images(report)
            sizes = {f"{write(one.size())} {one.devicePixelRatio():g}" for one in images}
            yield f"images {name}", [*sizes, *cut(RecordingPainter.lines, len(images))]
            RecordingPainter.lines = []
            data, _ = pdf_renderer.render_pdf(report, "a title")
            assert data.count(b"/Type /Page\n") == len(images)
            for name_of, words in ((b"Title", "a title"), (b"Creator", "EnOS Session Inspector")):
                said = re.search(rb"/%s \(\xfe\xff(.*?)\)\n" % name_of, data, re.DOTALL)
                assert said is not None
                assert said[1].decode("utf-16-be") == words
            yield f"paper {name}", cut(RecordingPainter.lines, len(images))


def cut(lines, pages):
    """What is painted on the first two pages: how many there are is a matter of the letters."""
    seen = [re.sub(r"^translate \((\S+) \S+\)", r"translate (\1 …)", one) for one in lines]
    ends = [number for number, one in enumerate(seen, 1) if one.endswith(f" of {pages}'")]
    assert len(ends) in {pages, 2 * pages}  # a PDF has its images beside it
    return [one.replace(f" of {pages}'", " of …'") for one in seen[: ends[min(2, pages) - 1]]]


def paint_times():
    made = build_printable_report(redacted()).timeline
    assert made is not None
    every = replace(made, markers=tuple(replace(made.markers[0], kind=one) for one in MarkerKind))
    every = replace(
        every,
        segments=tuple(
            replace(made.segments[0], kind=kind, x=5.0, width=30.0) for kind in SegmentKind
        ),
    )
    with recorded_painting() as (painter, lines):
        timeline_painter.paint_timeline(painter, every, "#112233")
        yield "times", lines


@IS_PINNED
def test_each_part_is_what_it_was(qtbot, known_theme, background, monkeypatch):
    parts: dict[str, list[str]] = {}
    for shown in (
        show_options(qtbot, known_theme),
        show_preview(qtbot, known_theme),
        show_save_bar(qtbot, known_theme, background),
        show_handle(qtbot, known_theme, background, monkeypatch),
        show_pages(qtbot, known_theme, monkeypatch),
    ):
        parts |= dict(shown)
    check_parts(parts, FILE)


@IS_PINNED
@pytest.mark.usefixtures("known_theme")  # by which the font is as large as ever
def test_each_page_is_what_it_was(monkeypatch):
    parts = dict(show_layouts()) | dict(paint_pages(monkeypatch)) | dict(paint_times())
    check_parts(parts, FILE.with_name("pages.json"))


@pytest.mark.parametrize("name", ["", "xlsx", "TEXT", *(one.value for one in EXPORT_FORMATS)])
def test_a_form_of_another_release_is_plain_text(name):
    known = {one.value: one for one in EXPORT_FORMATS}
    assert get_format(name) is known.get(name, ReportFormat.TEXT)


def test_a_file_is_asked_for_as_one_that_is_saved(qtbot, known_theme, background):
    window = QWidget()
    qtbot.addWidget(window)
    bar = ExportSaveBar(known_theme, background)
    bar.setParent(window)
    bar.set_export(ONE, "Plain text")
    bar.open_save_dialog()
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Save the export"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.nameFilters() == ["Plain text (*.txt)"]
    is_asked_by_system = sys.platform == "darwin"
    assert dialog.testOption(QFileDialog.Option.DontConfirmOverwrite) is not is_asked_by_system
    assert [Path(one).name for one in dialog.selectedFiles()] == ["a.txt"]
    assert dialog.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.reject()


def test_the_dates_of_a_file_are_those_of_its_report():
    data = b"""x /CreationDate (D:20261126221152+08'00') /ModDate (D:20261126221152Z)
    <xmp:CreateDate="2026-11-26T22:11:52-05:00"> Date 2026"""
    made = pdf_renderer._set_pdf_dates(data, 1_800_000_000.0)
    assert (
        made
        == b"""x /CreationDate (D:20270115080000+00'00') /ModDate (D:20270115080000Z)
    <xmp:CreateDate="2027-01-15T08:00:00+00:00"> Date 2026"""
    )
    assert pdf_renderer._set_pdf_dates(data, 1e300) == data
