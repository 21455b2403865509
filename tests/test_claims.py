"""What README and the guides claim, and the test that holds each claim: both must be there."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/deployment.md", "docs/security.md")

CLAIMS = {
    "README.md": {
        "One key copies a report that is safe to put in a ticket": [
            "report/test_redaction.py::test_no_generated_answer_keeps_a_credential"
        ],
        "glibc 2.35 or newer, such as Debian 12": [
            "frozen/test_contents.py::test_it_runs_on_debian_12_and_later"
        ],
        "a bill of materials for each system": [
            "frozen/test_contents.py::test_the_bill_of_materials_lists_all_that_is_inside",
            "packaging/bundle/test_identity.py::test_a_file_is_named_by_program_version_and_system",
        ],
        "If there are several, you choose": [
            (
                "desktop/main_window/test_token_choice_prompt.py::"
                "test_it_is_asked_in_the_place_of_the_answer_and_nothing_is_sent"
            )
        ],
        "if the text names another host, it asks": [
            (
                "desktop/environments/test_host_mismatch_prompt.py::"
                "test_nothing_is_sent_before_the_person_has_decided"
            )
        ],
        "it tries the other once": [
            "gateway/test_client.py::test_a_token_refused_with_bearer_is_sent_once_more_bare",
            "gateway/test_client.py::test_a_chosen_form_is_the_only_one_sent",
        ],
        "the end is called an estimate": [
            "session/test_lifetimes.py::test_both_ends_are_told_apart"
        ],
        "Proxy scripts are not run": [
            "gateway/test_proxies.py::test_a_proxy_script_is_named_as_what_is_not_run"
        ],
        "no secrets, names or addresses": [
            "terminal/test_diagnose_command.py::test_it_holds_no_secret_no_name_and_no_address"
        ],
        "kept in the system's keyring or in memory, never in a file": [
            "vault/test_backends.py::test_each_system_has_the_one_keyring_of_the_allow_list",
            "test_canary.py::test_no_file_below_home_and_temporary_folders_holds_them",
        ],
        "**Will it open JSON files by default?** No.": [
            (
                "packaging/linux/test_installed_tree.py::"
                "test_the_entry_starts_the_app_and_names_its_window"
            ),
            (
                "packaging/macos/test_app_bundle.py::"
                "test_the_app_is_the_window_and_each_file_has_an_owner"
            ),
        ],
        "installed, used with a real keyring, upgraded and removed": [
            "acceptance/test_installed.py::test_installed_used_upgraded_and_removed"
        ],
    },
    "docs/deployment.md": {
        "with its entries in `HKLM`": [
            (
                "acceptance/test_windows_roll_out.py::"
                "test_for_all_users_it_goes_to_program_files_and_leaves_nothing_behind"
            )
        ],
        "silently it ends with 3": [
            (
                "acceptance/test_windows_roll_out.py::"
                "test_who_is_no_administrator_changes_nothing_of_what_all_users_have"
            )
        ],
        "A later installer run by an administrator stays with all users": [
            (
                "acceptance/test_windows_roll_out.py::"
                "test_an_upgrade_by_an_administrator_stays_for_all_users"
            )
        ],
        "the uninstaller waits until it is done and its exit code is true": [
            (
                "acceptance/test_windows_roll_out.py::"
                "test_while_the_app_runs_nothing_is_changed_and_the_exit_code_says_so"
            ),
            (
                "acceptance/test_windows_roll_out.py::"
                "test_what_could_not_be_removed_is_told_also_by_the_upgrade_and_can_be_tried_again"
            ),
        ],
        "Any other version is replaced, older or newer": [
            (
                "acceptance/test_windows_roll_out.py::"
                "test_the_msi_replaces_any_other_version_and_goes_without_a_trace"
            )
        ],
        "names each policy in force with the place that it comes from": [
            (
                "terminal/test_policy_command.py::"
                "test_each_policy_is_named_with_the_place_that_it_comes_from"
            )
        ],
        "of two places that set the same, the one named first here counts": [
            (
                "settings/test_policy_sources.py::"
                "test_of_two_places_that_set_the_same_the_profile_of_the_computer_counts"
            )
        ],
        "1 and 0 are `true` and `false` and a count of 0 is `null`": [
            "settings/test_policy_sources.py::test_numbers_of_the_registry_are_true_false_and_never"
        ],
        "where `false` is forced, those kept before are deleted": [
            (
                "desktop/test_forced_choices.py::"
                "test_a_history_on_disk_that_is_forbidden_is_not_offered_and_goes"
            )
        ],
        "no environment variable moves it": [
            (
                "settings/test_machine_environments.py::"
                "test_no_variable_moves_the_file_of_the_whole_computer"
            )
        ],
        "nobody else can change it, a folder above it, or a link that leads to it": [
            "system/test_administrator_file.py::test_a_file_that_others_may_write_is_refused",
            (
                "system/test_administrator_file.py::"
                "test_any_folder_above_it_that_others_may_write_is_refused"
            ),
            (
                "system/test_administrator_file.py::"
                "test_a_link_out_of_an_open_folder_is_refused_wherever_it_leads"
            ),
        ],
        "each mistake with its field and line": [
            (
                "terminal/test_check_command.py::"
                "test_each_mistake_is_named_by_field_and_line_and_the_exit_code_is_2"
            )
        ],
        "the control is disabled and says who set it": [
            "desktop/test_forced_choices.py::test_the_safety_dialog_shows_it_greyed_and_says_who_set_it"
        ],
        "What a person had chosen before stays in their settings": [
            (
                "desktop/test_forced_choices.py::"
                "test_what_is_forced_is_in_force_and_the_persons_own_choice_stays_in_the_file"
            )
        ],
        "A file with a mistake is not used at all": [
            "settings/test_policies.py::test_a_file_with_a_mistake_is_told_and_not_used_at_all"
        ],
        "settings.version-N.json": [
            (
                "settings/test_settings_file.py::"
                "test_going_back_to_an_older_version_and_forward_again_loses_nothing_of_either"
            )
        ],
    },
    "docs/security.md": {
        "on Windows when the session is left": [
            (
                "desktop/guards/test_screen_lock_monitor.py::"
                "test_windows_locks_it_when_the_session_is_locked_or_left"
            )
        ],
        "redirects are named, not followed": [
            "gateway/test_transport.py::test_a_redirect_is_named_and_not_followed"
        ],
        "log, redacted, 1 MB at most": [
            "system/test_logs.py::test_all_files_together_stay_below_a_megabyte",
            "system/test_logs.py::test_it_redacts_message_arguments_and_traceback",
        ],
        "the next start offers and deletes it": [
            "desktop/guards/test_crash_reporter.py::test_a_fault_of_the_last_run_is_offered",
            "system/test_fault_reports.py::test_the_next_start_finds_the_stack_once",
        ],
        "the window locks when idle, on Ctrl+L": [
            (
                "desktop/guards/test_window_lock.py::"
                "test_each_event_blanks_the_window_and_drops_the_token_within_a_second"
            )
        ],
        "no code from variables": [
            "frozen/test_hostile_environment.py::test_a_start_with_all_of_it_set_honours_none"
        ],
        "screen-share mode masks personal data": [
            (
                "desktop/guards/test_screen_share_mode.py::"
                "test_nothing_personal_is_left_in_tree_sentence_text_and_request"
            )
        ],
    },
}


@pytest.mark.parametrize("page", PAGES)
def test_each_claim_stands_on_its_page(page):
    text = " ".join((CHECKOUT / page).read_text(encoding="utf-8").split())
    gone = [claim for claim in CLAIMS[page] if claim not in text]
    assert gone == [], f"{page} says this no more: drop it from tests/test_claims.py, or mend it"


@pytest.mark.parametrize("page", PAGES)
def test_each_claim_is_held_by_a_test(page):
    for claim, tests in CLAIMS[page].items():
        for test in tests:
            file, _, function = test.partition("::")
            source = (CHECKOUT / "tests" / file).read_text(encoding="utf-8")
            assert re.search(rf"^def {function}\(", source, re.MULTILINE), (
                f"“{claim}” of {page} rests on {test}, which is not there"
            )
