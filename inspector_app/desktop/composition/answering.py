"""The place of the answer in the window, and what asks for a choice or a menu in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector_app.desktop.answer.result_view import ResultView

if TYPE_CHECKING:
    from inspector_app.desktop.composition.app_parts import AppParts


def create_answer(app: AppParts) -> None:
    """Create what shows an answer, hidden behind the empty page that is painted already."""
    window, preferences = app.window, app.preferences
    window.add_answer(
        ResultView(
            app.theme,
            window.action_collection,
            app.background,
            lambda: preferences.zone,
            lambda: preferences.current,
            window.empty_page,
            window,
        ),
        app.background,
    )
