"""What an environment is for and how its calls are made is chosen in its dialog, and kept."""

import pytest

from inspector_app.desktop.actions import ActionId
from inspector_app.desktop.environments.choices_section import ChoicesSection, EnvironmentChoices
from inspector_app.desktop.environments.environment_dialog import EnvironmentDialog
from inspector_app.settings.environment import CompanionMode
from inspector_app.settings.environment_tier import EnvironmentTier
from tests.desktop.at_work import press_save, work_in


def open_dialog(app, action_id):
    app.window.action_collection[action_id].trigger()
    return next(one for one in app.window.findChildren(EnvironmentDialog) if one.isVisible())


def save(dialog, qtbot):
    with qtbot.waitSignal(dialog.submitted):
        press_save(dialog)


def test_the_default_fits_and_says_what_the_name_says(appearance, qtbot):
    section = ChoicesSection(appearance)
    qtbot.addWidget(section)
    assert section.get_choices() == EnvironmentChoices()
    section.show_inferred_tier("EU prod")
    assert section.tier.text() == "As its name says: Production"
    assert "As its name says: Production" in section.tier.accessibleName()
    section.tier.set_current_index(3)
    section.show_inferred_tier("Staging")
    assert section.tier.text() == "Test"  # what was chosen stays


def test_typing_the_name_shows_what_it_says(start, qtbot):
    app = start()
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT)
    qtbot.keyClicks(dialog.name, "Customer A, production")
    assert dialog.choices.tier.text() == "As its name says: Production"
    dialog.reject()


@pytest.mark.parametrize("is_new", [True, False])
def test_what_is_chosen_is_kept_and_shown_again(start, qtbot, is_new):
    app = start()
    if not is_new:
        work_in(app, "Customer", "https://gateway.example.com")
    dialog = open_dialog(app, ActionId.ADD_ENVIRONMENT if is_new else ActionId.EDIT_ENVIRONMENT)
    dialog.name.setText("Customer")
    dialog.address.setText("gateway.example.com")
    dialog.choices.tier.set_current_index(1)
    dialog.choices.companion_mode.set_current_index(1)
    dialog.choices.must_confirm.setChecked(True)
    save(dialog, qtbot)
    made = app.preferences.current
    assert made.tier is EnvironmentTier.PRODUCTION
    assert (made.must_confirm, made.companion_mode) == (True, CompanionMode.ALWAYS)
    assert app.window.production_marks.tag.isVisible()
    again = open_dialog(app, ActionId.EDIT_ENVIRONMENT)
    assert again.choices.get_choices() == EnvironmentChoices(
        EnvironmentTier.PRODUCTION, True, CompanionMode.ALWAYS
    )
    again.reject()
