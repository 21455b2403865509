import pytest

from inspector_app.vault.problem import Difficulty, Task, VaultProblem, kept_for_this_run


@pytest.mark.parametrize("task", Task)
@pytest.mark.parametrize("difficulty", Difficulty)
def test_every_problem_has_a_title_what_happened_and_a_next_step(difficulty, task):
    """K6"""
    problem = VaultProblem(difficulty, task)
    assert not str(problem.title).endswith(".")
    assert str(problem.happened).endswith(".")
    assert str(problem.next_step).endswith(".")


@pytest.mark.parametrize("difficulty", Difficulty)
def test_every_difficulty_says_that_the_token_is_kept_for_this_run_only(difficulty):
    """K1"""
    assert str(kept_for_this_run(difficulty)).endswith("kept for this run only.")


def test_a_locked_keyring_is_to_be_unlocked():
    assert "Unlock" in str(VaultProblem(Difficulty.LOCKED, Task.READING).next_step)
