"""Each verdict of a TLS library on a handshake has its own kind of failure."""

import ssl

import pytest

from inspector_app.gateway.handshake_observer import Handshake
from inspector_app.gateway.tls_errors import classify_tls_error, explain_broken_connection
from inspector_app.session.exchange import FailureKind, Phase

KINDS_BY_CODE = {
    "CERTIFICATE_NOT_YET_VALID": (9, -67819),
    "CERTIFICATE_EXPIRED": (10, -67818),
    "CERTIFICATE_SELF_SIGNED": (18,),
    "CERTIFICATE_HOSTNAME_MISMATCH": (62, 64, 0x800B010F, -67602),
    "CERTIFICATE_TOO_WEAK": (66, 67, 68),
    "CERTIFICATE_WRONG_PURPOSE": (26, 0x800B0110),
    "CERTIFICATE_OUT_OF_DATE": (0x800B0101,),
    "CERTIFICATE_NOT_TRUSTED": (0, 1, 19, 20, 21, -1, 0x800B0109),
}
KINDS_BY_REASON = {
    "NOT_TLS": (
        "WRONG_VERSION_NUMBER",
        "RECORD_LAYER_FAILURE",
        "HTTP_REQUEST",
        "PACKET_LENGTH_TOO_LONG",
    ),
    "TLS_VERSION_TOO_OLD": ("UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION"),
    "CERTIFICATE_TOO_WEAK": (
        "EE_KEY_TOO_SMALL",
        "CA_KEY_TOO_SMALL",
        "CA_MD_TOO_WEAK",
        "DH_KEY_TOO_SMALL",
    ),
    "TLS_FAILED": ("SSLV3_ALERT_HANDSHAKE_FAILURE", "TLSV1_ALERT_UNKNOWN_CA", "", None),
}
REFUSALS = (
    "TLSV1_ALERT_UNKNOWN_CA",
    "TLSV1_ALERT_ACCESS_DENIED",
    "SSLV3_ALERT_BAD_CERTIFICATE",
    "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
    "SSLV3_ALERT_CERTIFICATE_REVOKED",
    "SSLV3_ALERT_CERTIFICATE_EXPIRED",
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
)
NOTHING = Handshake()
UNANSWERED = Handshake(is_client_certificate_requested=True)
SHOWN = Handshake(is_client_certificate_requested=True, has_client_certificate=True)


def fail(reason, kind=ssl.SSLError):
    error = kind(1, "text")
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("kind", "code"), [(kind, code) for kind, codes in KINDS_BY_CODE.items() for code in codes]
)
def test_a_verdict_on_the_certificate_has_its_kind(kind, code):
    """N8: as OpenSSL, Windows and macOS number them, in whatever phase."""
    error = ssl.SSLCertVerificationError("text")
    error.verify_code = code
    for phase in (None, Phase.TLS, Phase.READ):
        assert classify_tls_error(error, phase, NOTHING) == (FailureKind[kind], None)


def test_a_verdict_without_a_number_is_that_nobody_vouches():
    assert classify_tls_error(ssl.SSLCertVerificationError("text"), Phase.TLS, NOTHING) == (
        FailureKind.CERTIFICATE_NOT_TRUSTED,
        None,
    )


@pytest.mark.parametrize(
    ("kind", "reason"),
    [(kind, reason) for kind, reasons in KINDS_BY_REASON.items() for reason in reasons],
)
def test_a_reason_has_its_kind_and_is_said_in_small_letters(kind, reason):
    """N8."""
    words = reason.replace("_", " ").lower() if reason else None
    for handshake in (NOTHING, SHOWN):
        is_refusal = handshake is SHOWN and reason in REFUSALS
        expected = (FailureKind[kind], words)
        if is_refusal:
            expected = (FailureKind.CLIENT_CERTIFICATE_REFUSED, None)
        assert classify_tls_error(fail(reason), Phase.TLS, handshake) == expected


@pytest.mark.parametrize("reason", REFUSALS)
@pytest.mark.parametrize("phase", [Phase.TLS, Phase.WAIT])
def test_what_is_said_of_a_certificate_that_was_shown_is_that_it_is_refused(reason, phase):
    """N8: and where none was, that one is wanted; nobody asked for one, neither."""
    refused = (FailureKind.CLIENT_CERTIFICATE_REFUSED, None)
    assert classify_tls_error(fail(reason), phase, SHOWN) == refused
    wanted = (FailureKind.CLIENT_CERTIFICATE_REQUIRED, None)
    assert classify_tls_error(fail(reason), phase, UNANSWERED) == wanted
    assert classify_tls_error(fail(reason), phase, NOTHING)[0] in {
        FailureKind.TLS_FAILED,
        FailureKind.CONNECTION_RESET,
    }


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (fail("", ssl.SSLEOFError), "NO_ANSWER"),
        (fail("", ssl.SSLZeroReturnError), "NO_ANSWER"),
        (fail("BAD_RECORD"), "CONNECTION_RESET"),
        (fail("TLSV13_ALERT_CERTIFICATE_REQUIRED"), "CLIENT_CERTIFICATE_REQUIRED"),
    ],
)
def test_what_ends_before_the_answer_does_not_say_that_nothing_was_sent(error, kind):
    """N8, trap 30."""
    assert classify_tls_error(error, Phase.WAIT, NOTHING) == (FailureKind[kind], None)
    wanted = (FailureKind.CLIENT_CERTIFICATE_REQUIRED, None)
    assert classify_tls_error(error, Phase.WAIT, UNANSWERED) == wanted
    assert classify_tls_error(error, Phase.READ, UNANSWERED) == (
        FailureKind.ANSWER_TRUNCATED,
        None,
    )


@pytest.mark.parametrize("kind", [ssl.SSLEOFError, ssl.SSLZeroReturnError])
def test_an_end_in_the_handshake_is_for_want_of_a_certificate_only_where_one_was_wanted(kind):
    """N8."""
    error = fail("", kind)
    assert classify_tls_error(error, Phase.TLS, UNANSWERED)[0] is (
        FailureKind.CLIENT_CERTIFICATE_REQUIRED
    )
    for handshake in (NOTHING, SHOWN):
        assert classify_tls_error(error, Phase.TLS, handshake) == (FailureKind.TLS_FAILED, None)
    assert classify_tls_error(fail("BAD_RECORD"), Phase.TLS, UNANSWERED)[0] is (
        FailureKind.TLS_FAILED
    )
    reset = FailureKind.CONNECTION_RESET
    assert explain_broken_connection(reset, NOTHING) is reset
    assert explain_broken_connection(reset, SHOWN) is reset
    assert explain_broken_connection(reset, UNANSWERED) is FailureKind.CLIENT_CERTIFICATE_REQUIRED
