"""Everything of the running window that somebody else could see, hear, paste, catch or read."""

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.canary import hits

SPOKEN = (
    QAccessible.Text.Name,
    QAccessible.Text.Value,
    QAccessible.Text.Description,
    QAccessible.Text.Help,
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class Eyes:
    """Remembers texts and copies; bytes are searched at once, and where they hold a secret named.

    ``searched`` counts what was searched so, by its kind.
    """

    def __init__(self, secrets):
        self.secrets = secrets
        self.texts, self.copies, self.found = [], [], []
        self.searched = {"clipboard": 0, "drag": 0, "file": 0, "picture": 0}

    def look(self):
        """Every text that can be seen or is told to a screen reader, in all windows there are."""
        texts = set()
        for top in QApplication.topLevelWidgets():
            texts.update(_spoken(QAccessible.queryAccessibleInterface(top)))
            for widget in [top, *top.findChildren(QWidget)]:
                texts.update(_texts(widget))
                if isinstance(widget, QAbstractItemView) and widget.model() is not None:
                    texts.update(_cells(widget.model()))
                    self._catch(widget)
            for action in top.findChildren(QAction):
                texts |= {action.text(), action.toolTip(), action.statusTip()}
        self.texts += sorted(text for text in texts if text)

    def paste(self, is_secret=False):
        """The clipboard in every form that it is offered in, and the X11 selection."""
        board = QGuiApplication.clipboard()
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            data = board.mimeData(mode)
            if data is None:
                continue
            for form in data.formats():
                self.search("clipboard", form, b"" if is_secret else data.data(form).data())
        if not is_secret:
            self.copies.append(board.text())
        return board.text()

    def read(self, folder):
        """The files that are there at this moment, and may be gone at the end."""
        for file in sorted(one for one in folder.rglob("*") if one.is_file()):
            self.search("file", str(file), file.read_bytes() + b"\0" + str(file).encode())

    def search(self, kind, name, data):
        """Whether a secret is in there, however written."""
        self.searched[kind] += 1
        if hits(data, self.secrets):
            self.found.append(f"{kind}: {name}")

    def _catch(self, view):
        """What would be dragged out of a list, if it can be."""
        model = view.model()
        rows = [model.index(row, column) for row in range(model.rowCount()) for column in (0, 1)]
        data = (
            model.mimeData([one for one in rows if one.isValid()]) if view.dragEnabled() else None
        )
        # Where another object's place is taken anew, PySide may still hand out that object.
        if isinstance(data, QMimeData):
            for form in data.formats():
                self.search("drag", form, data.data(form).data())


def _spoken(one):
    if one is None or not one.isValid():
        return
    for kind in SPOKEN:
        yield one.text(kind)
    for number in range(one.childCount()):
        yield from _spoken(one.child(number))


def _texts(widget):
    yield from (
        widget.windowTitle(),
        widget.windowIconText(),
        widget.windowFilePath(),
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.toolTip(),
        widget.statusTip(),
        widget.whatsThis(),
        widget.objectName(),
    )
    if isinstance(widget, QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield from (widget.displayText(), widget.placeholderText())
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()


def _cells(model, parent=None):
    parent = QModelIndex() if parent is None else parent
    for row in range(model.rowCount(parent)):
        for column in _columns(model, parent):
            cell = model.index(row, column, parent)
            for role in ROLES:
                data = cell.data(role)
                if isinstance(data, str):
                    yield data
        yield from _cells(model, model.index(row, 0, parent))


def _columns(model, parent):
    return range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent))
