import pytest

from inspector_app.vault.errors import (
    VaultError,
    VaultErrorKind,
    VaultOperation,
    explain_memory_fallback,
)


@pytest.mark.parametrize("task", VaultOperation)
@pytest.mark.parametrize("difficulty", VaultErrorKind)
def test_every_problem_has_a_title_what_happened_and_a_next_step(difficulty, task):
    """K6"""
    problem = VaultError(difficulty, task)
    assert not str(problem.title).endswith(".")
    assert str(problem.description).endswith(".")
    assert str(problem.next_step).endswith(".")


@pytest.mark.parametrize("difficulty", VaultErrorKind)
def test_every_difficulty_says_that_the_token_is_kept_for_this_run_only(difficulty):
    """K1"""
    assert str(explain_memory_fallback(difficulty)).endswith("kept for this run only.")


def test_a_locked_keyring_is_to_be_unlocked():
    assert "Unlock" in str(VaultError(VaultErrorKind.LOCKED, VaultOperation.FETCH).next_step)
