"""The rows of a comparison's tree, as what is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.answer.find_target import FindTarget
from inspector_app.desktop.theme.translation import render_text
from inspector_app.session.comparison.compared_search import search_compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inspector_app.desktop.answer.find_target import Match
    from inspector_app.desktop.comparison.compared_model import ComparedModel
    from inspector_app.desktop.comparison.comparison_tree import ComparisonTree


class ComparedTarget(FindTarget):
    """The rows that the tree has: those that changed, or all."""

    def __init__(self, tree: ComparisonTree, model: ComparedModel) -> None:
        super().__init__(tree)
        self._tree = tree
        self._model = model
        model.modelReset.connect(self.changed)

    def iter_matches(self, text: str) -> Iterator[Match | None]:
        view = self._model.time_context
        if view is None:
            return iter(())
        return search_compared(self._model.root, text, view, render_text)

    def select(self, match: Match) -> None:
        index = self._model.get_index_at(match)
        if index.isValid():
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index)
