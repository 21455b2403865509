import pytest

from inspector_app.vault.errors import (
    VaultError,
    VaultErrorKind,
    VaultOperation,
    classify_error,
    explain_memory_fallback,
    is_to_be_asked_again,
)

WORDS = {
    "TIMED_OUT": ("is not answering", "is not answering", None),
    "LOCKED": ("is locked", "is locked", "Unlock the keyring"),
    "UNAVAILABLE": ("cannot be reached", "cannot be reached", None),
    "REFUSED": ("refused", "refused the token", None),
    "WRITE_MISMATCH": ("did not give back", "did not keep the token as written", None),
    "DAMAGED": ("is damaged", "did not keep the token as written", None),
    "NOT_DELETED": ("still holds", "did not replace the earlier token", None),
    "TOO_LONG": ("are too long", "are too long", None),
    "DECLINED": ("question was declined", "question was declined", None),
    "WAITING": ("waits for an answer", "waits for an answer", "Answer it"),
    "NOT_ERASED": ("may still hold", "may still be in the keyring", None),
    "ACCESS_DENIED": ("did not let this app", "did not let this app", "Always Allow"),
    "WRONG_PASSWORD": ("not the password", "not the password", "usually the password"),
    "NO_QUESTION_POSSIBLE": ("cannot ask now", "could not ask", "Unlock the screen"),
}
"""By kind: of what happened, of why a token is in memory, of what to do where that is its own."""

NEXT_STEPS = {
    "FETCH": "Paste the token again",
    "STORE": "Go on as usual",
    "DELETE": "The token may still be in it",
    "UNLOCK": "go on without it",
}
TITLES = {
    "FETCH": "could not be read",
    "STORE": "could not be kept",
    "DELETE": "could not be removed",
    "UNLOCK": "was not unlocked",
}
KINDS_BY_CLASS = {
    "KeyringTimeoutError": "TIMED_OUT",
    "DamagedSecretError": "DAMAGED",
    "WriteMismatchError": "WRITE_MISMATCH",
    "NotDeletedError": "NOT_DELETED",
    "NotErasedError": "NOT_ERASED",
    "PromptDeclinedError": "DECLINED",
    "PromptLostError": "UNAVAILABLE",
    "PromptPendingError": "WAITING",
    "TimeoutError": "TIMED_OUT",
    "OSError": "UNAVAILABLE",
    "KeyringLocked": "LOCKED",
    "InitError": "UNAVAILABLE",
    "NoKeyringError": "UNAVAILABLE",
    "LockedException": "LOCKED",
    "PromptDismissedException": "DECLINED",
    "SecretServiceNotAvailableException": "UNAVAILABLE",
    "RuntimeError": "REFUSED",
}


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


@pytest.mark.parametrize("kind", VaultErrorKind)
@pytest.mark.parametrize("operation", VaultOperation)
def test_each_kind_has_its_own_words(kind, operation):
    """K6: what happened and what to do, or a person does the wrong thing about their token."""
    happened, in_memory, step = WORDS[kind.name]
    error = VaultError(kind, operation)
    assert happened in str(error.description)
    assert in_memory in str(explain_memory_fallback(kind))
    assert (step or NEXT_STEPS[operation.name]) in str(error.next_step)
    assert TITLES[operation.name] in str(error.title)
    assert str(error) == f"{operation.name}: {kind.name}"
    wanted = {"ACCESS_DENIED", "WRONG_PASSWORD", "NO_QUESTION_POSSIBLE"}
    assert is_to_be_asked_again(error) is (kind.name in wanted and operation.name == "FETCH")


@pytest.mark.parametrize(("name", "kind"), KINDS_BY_CLASS.items())
def test_an_exception_is_known_by_the_name_of_its_class_or_of_one_it_is_made_of(name, kind):
    """K6."""
    known = type(name, (Exception,), {})
    made_of_it = type("Other", (known,), {})
    for error in (known("text"), made_of_it("text")):
        assert classify_error(error) is VaultErrorKind[kind]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (-128, "ACCESS_DENIED"),
        (-25293, "WRONG_PASSWORD"),
        (-25308, "NO_QUESTION_POSSIBLE"),
        (-25300, "REFUSED"),
    ],
)
def test_the_keychains_status_says_it_best(status, kind):
    """K6: itself, and as the cause of what keyring makes of it; no other module's numbers."""
    own = type("Error", (Exception,), {"__module__": "keyring.backends.macOS.api"})(status, "text")
    wrapped = RuntimeError("text")
    wrapped.__cause__ = own
    assert classify_error(own) is classify_error(wrapped) is VaultErrorKind[kind]
    bare = type("Error", (Exception,), {"__module__": "keyring.backends.macOS.api"})()
    for other in (RuntimeError(status), bare):
        assert classify_error(other) is VaultErrorKind.REFUSED
