"""The steps for each verdict, each failure and each finding that hinders, in order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.step_model import Actor, Step
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode
from inspector_app.session.exchange import FailureKind
from inspector_app.session.translatable_text import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGN_IN_AGAIN: Final = Step(Actor.USER, tr("Sign in again and send the new token"))
_RESET_PASSWORD: Final = Step(
    Actor.ORGANIZATION_ADMIN, tr("If the user cannot, reset the password")
)
_CHECK_PERMISSIONS: Final = Step(
    Actor.ORGANIZATION_ADMIN, tr("If something is refused, check the user's permissions")
)
_READ_AUDIT_LOG: Final = Step(
    Actor.PLATFORM_ADMIN, tr("Look into the IAM audit log (30 days) for what happened")
)
_INSPECT_AGAIN: Final = Step(Actor.THIS_COMPUTER, tr("Inspect again"))
_LOOK_UP_CALL: Final = Step(
    Actor.GATEWAY_OR_NETWORK, tr("If it stays so, look up the call by its time and request id")
)
_CHECK_TOKEN: Final = Step(
    Actor.THIS_COMPUTER, tr("Check that the whole token was pasted, and not another one")
)
_CHECK_ENVIRONMENT: Final = Step(
    Actor.THIS_COMPUTER, tr("Check that this is the environment where the user signs in")
)
_CHECK_ADDRESS: Final = Step(
    Actor.THIS_COMPUTER,
    tr("Check the gateway's address: in the console under Help, Environment Information"),
)
_CHECK_NETWORK: Final = Step(Actor.THIS_COMPUTER, tr("Check the network and the VPN"))
_CHECK_GATEWAY: Final = Step(
    Actor.GATEWAY_OR_NETWORK, tr("Check that the gateway runs and can be reached from here")
)
_CHECK_WAY: Final = Step(
    Actor.GATEWAY_OR_NETWORK, tr("Check whether a proxy or a login page stands between")
)
_CHECK_DATE: Final = Step(Actor.THIS_COMPUTER, tr("Check this computer's date and time"))
_CHECK_KEYS: Final = Step(
    Actor.THIS_COMPUTER, tr("Check AccessKey and SecretKey in the environment's settings")
)
_REPLACE_CERTIFICATE: Final = Step(
    Actor.GATEWAY_OR_NETWORK, tr("Give the gateway a certificate that is valid for it")
)
_MEND_ENCRYPTION: Final = Step(
    Actor.GATEWAY_OR_NETWORK, tr("Let the gateway speak a version of TLS that is still safe")
)
_ADD_ROOT: Final = Step(
    Actor.THIS_COMPUTER,
    tr("If the gateway is private, add its root certificate to the environment"),
)
_CHECK_PROXY: Final = Step(Actor.THIS_COMPUTER, tr("Check the proxy in the environment's settings"))
_ADD_PROXY_LOGIN: Final = Step(
    Actor.THIS_COMPUTER, tr("Add the proxy's user and password to the environment")
)
_ASK_PROXY: Final = Step(
    Actor.GATEWAY_OR_NETWORK, tr("Say how the gateway is reached through the proxy")
)
_CHANGE_PASSWORD: Final = (
    Step(Actor.USER, tr("Change the password, then sign in again")),
    _RESET_PASSWORD,
)
_ENABLE_ACCOUNT: Final = (
    Step(Actor.ORGANIZATION_ADMIN, tr("Enable the account, if it is to be used")),
    Step(Actor.USER, tr("Sign in again once it is enabled")),
)
_FINISH_SIGN_IN: Final = (
    Step(Actor.USER, tr("Finish signing in, or sign out and sign in again")),
    Step(
        Actor.ORGANIZATION_ADMIN,
        tr("If it stays limited, check how the account has to sign in (MFA, SSO)"),
    ),
)
_CORRECT_CLOCKS: Final = (
    _CHECK_DATE,
    Step(Actor.GATEWAY_OR_NETWORK, tr("If this computer is right, check the gateway's clock")),
)
_ENABLE_ORGANIZATION: Final = (
    Step(Actor.PLATFORM_ADMIN, tr("Enable the organization, if it is to be used")),
    Step(Actor.USER, tr("Meanwhile, switch to another organization in the organization menu")),
)
_ADD_MEMBER: Final = (
    Step(Actor.ORGANIZATION_ADMIN, tr("Check whether the user belongs to the organization")),
    Step(Actor.USER, tr("Sign in again, and choose an organization from the menu")),
)
_APPROVE_ORGANIZATION: Final = (
    Step(Actor.PLATFORM_ADMIN, tr("Approve the organization, or say why it is not approved")),
)
_CHOOSE_ORGANIZATION: Final = (
    Step(Actor.USER, tr("Choose an organization in the portal")),
    Step(Actor.ORGANIZATION_ADMIN, tr("If there is none to choose, add the user to one")),
)
_SIGN_IN_AFRESH: Final = Step(Actor.USER, tr("Sign out of the portal and sign in again"))
_READ_PORTAL_RECORDS: Final = Step(
    Actor.PLATFORM_ADMIN, tr("If it stays so, look in the portal's audit records")
)
_SWITCH_TO_EXPECTED: Final = Step(
    Actor.USER, tr("Switch to the expected organization in the organization menu")
)
_ADD_TO_EXPECTED: Final = Step(
    Actor.ORGANIZATION_ADMIN, tr("Add the user to the expected organization")
)
_REPEAT: Final = (_INSPECT_AGAIN, _LOOK_UP_CALL)
_FIND_ADDRESS: Final = (_CHECK_ADDRESS, _CHECK_WAY)
_REACH: Final = (_CHECK_ADDRESS, _CHECK_NETWORK, _CHECK_GATEWAY)
_DATE_OF_CERTIFICATE: Final = (_CHECK_DATE, _REPLACE_CERTIFICATE)
_TRUST: Final = (_ADD_ROOT, _REPLACE_CERTIFICATE)

VERDICT_STEPS: Final[Mapping[VerdictCode, tuple[Step, ...]]] = MappingProxyType(
    {
        VerdictCode.VALID: (_CHECK_PERMISSIONS,),
        VerdictCode.VALID_LIMITED: _FINISH_SIGN_IN,
        VerdictCode.ACCOUNT_DISABLED: _ENABLE_ACCOUNT,
        VerdictCode.PASSWORD_CHANGE_REQUIRED: _CHANGE_PASSWORD,
        VerdictCode.PASSWORD_EXPIRED: (
            Step(Actor.USER, tr("Set a new password, then sign in again")),
            _RESET_PASSWORD,
        ),
        VerdictCode.ORGANIZATION_DISABLED: _ENABLE_ORGANIZATION,
        VerdictCode.NOT_A_MEMBER: _ADD_MEMBER,
        VerdictCode.ORGANIZATION_NOT_APPROVED: _APPROVE_ORGANIZATION,
        VerdictCode.CLOCKS_DISAGREE: _CORRECT_CLOCKS,
        VerdictCode.CONTRADICTORY: _REPEAT,
        VerdictCode.UNPROVEN: _REPEAT,
        VerdictCode.TOKEN_NOT_VALID: (_CHECK_TOKEN, _CHECK_ENVIRONMENT, _SIGN_IN_AGAIN),
        VerdictCode.SESSION_NOT_FOUND: (_SIGN_IN_AGAIN, _CHECK_ENVIRONMENT, _READ_AUDIT_LOG),
        VerdictCode.ORGANIZATION_NOT_FOUND: (
            Step(Actor.USER, tr("Tell in which organization the work is to be done")),
            Step(Actor.PLATFORM_ADMIN, tr("Check whether that organization still exists")),
        ),
        VerdictCode.ORGANIZATION_NOT_CHOSEN: _CHOOSE_ORGANIZATION,
        VerdictCode.SIGNED_IN_ELSEWHERE: (
            Step(Actor.USER, tr("Tell whether the account is in use on another device")),
            _SIGN_IN_AGAIN,
            _READ_PORTAL_RECORDS,
        ),
        VerdictCode.APPLICATION_NOT_LISTED: (
            Step(Actor.THIS_COMPUTER, tr("Check the application's name, or ask by its AccessKey")),
            Step(Actor.USER, tr("If it belongs to another organization, switch to that one")),
            Step(
                Actor.ORGANIZATION_ADMIN,
                tr("If it is to be used here, add the application to the organization"),
            ),
        ),
        VerdictCode.APPLICATION_SWITCHED_OFF: (
            Step(
                Actor.ORGANIZATION_ADMIN,
                tr("Switch the application on in the organization, if it is to be used"),
            ),
            _SIGN_IN_AFRESH,
        ),
        VerdictCode.APPLICATION_NOT_PURCHASED: (
            Step(Actor.THIS_COMPUTER, tr("Check the application's name, or ask by its AccessKey")),
            Step(
                Actor.ORGANIZATION_ADMIN,
                tr("If it is to be used here, have the organization purchase the application"),
            ),
        ),
        VerdictCode.NO_ACCESS_TO_APPLICATION: (
            Step(
                Actor.ORGANIZATION_ADMIN,
                tr("Give the user access to the application in the portal"),
            ),
            _SIGN_IN_AFRESH,
            _READ_PORTAL_RECORDS,
        ),
        VerdictCode.GATEWAY_REFUSED_APPLICATION: (
            _CHECK_KEYS,
            _CHECK_DATE,
            Step(Actor.GATEWAY_OR_NETWORK, tr("Check that the application may use this API")),
        ),
        VerdictCode.GATEWAY_REFUSED_ADDRESS: (
            Step(Actor.THIS_COMPUTER, tr("Use the network or VPN that is allowed")),
            Step(Actor.GATEWAY_OR_NETWORK, tr("Allow the IP address of this computer")),
        ),
        VerdictCode.NO_PERMISSION: (
            Step(Actor.ORGANIZATION_ADMIN, tr("Check which permission is missing for this call")),
            Step(Actor.PLATFORM_ADMIN, tr("If none is, check whether the call is open to users")),
        ),
        VerdictCode.RATE_LIMITED: (
            Step(Actor.THIS_COMPUTER, tr("Wait as long as the gateway asks, then inspect again")),
            Step(Actor.GATEWAY_OR_NETWORK, tr("If it happens often, raise the limit of calls")),
        ),
        VerdictCode.GATEWAY_ERROR: (
            Step(Actor.THIS_COMPUTER, tr("Inspect again in a few minutes")),
            _LOOK_UP_CALL,
        ),
        VerdictCode.WRONG_PATH: _FIND_ADDRESS,
        VerdictCode.OTHER_CALL: (
            Step(Actor.THIS_COMPUTER, tr("Inspect the user's token, or open its session's answer")),
        ),
        VerdictCode.NOT_ENOS: _FIND_ADDRESS,
        VerdictCode.UNREADABLE: _REPEAT,
        VerdictCode.REDIRECTED: _FIND_ADDRESS,
        VerdictCode.TOO_LARGE: _FIND_ADDRESS,
        VerdictCode.TLS_REFUSED: (_CHECK_DATE, _ADD_ROOT, _REPLACE_CERTIFICATE),
        VerdictCode.UNREACHABLE: _REACH,
        VerdictCode.TIMED_OUT: (_INSPECT_AGAIN, _CHECK_NETWORK, _CHECK_GATEWAY),
        VerdictCode.CANCELLED: (_INSPECT_AGAIN,),
        VerdictCode.UNKNOWN_REFUSAL: (
            _INSPECT_AGAIN,
            Step(
                Actor.PLATFORM_ADMIN, tr("Look up the code, the message and the time of the call")
            ),
        ),
    }
)
PORTAL_STEPS: Final[Mapping[VerdictCode, tuple[Step, ...]]] = MappingProxyType(
    {
        VerdictCode.SESSION_NOT_FOUND: (_SIGN_IN_AGAIN, _CHECK_ENVIRONMENT, _READ_PORTAL_RECORDS),
    }
)
"""Where the Application Portal answered, and not the session service."""

FAILURE_STEPS: Final[Mapping[FailureKind, tuple[Step, ...]]] = MappingProxyType(
    {
        FailureKind.PROXY_FAILED: (_CHECK_PROXY, _ASK_PROXY),
        FailureKind.PROXY_AUTHENTICATION_REQUIRED: (_ADD_PROXY_LOGIN, _ASK_PROXY),
        FailureKind.PROXY_LOGIN_UNSUPPORTED: (
            Step(
                Actor.THIS_COMPUTER,
                tr("Enter a local relay that signs in for you, such as Px or Cntlm, as the proxy"),
            ),
            _ASK_PROXY,
        ),
        FailureKind.PROXY_SETTING_UNUSABLE: (_CHECK_PROXY, _ASK_PROXY),
        FailureKind.CLIENT_CERTIFICATE_REQUIRED: (
            Step(
                Actor.THIS_COMPUTER,
                tr("Choose the client certificate in the environment’s settings"),
            ),
            Step(
                Actor.GATEWAY_OR_NETWORK,
                tr("Issue a client certificate, or name an address that wants none"),
            ),
        ),
        FailureKind.CLIENT_CERTIFICATE_REFUSED: (
            Step(
                Actor.GATEWAY_OR_NETWORK,
                tr("Say why the client certificate is refused, or issue another"),
            ),
        ),
        FailureKind.CLIENT_CERTIFICATE_UNUSABLE: (
            Step(
                Actor.THIS_COMPUTER,
                tr("Choose the client certificate again, and enter its password"),
            ),
        ),
        FailureKind.CA_FILE_UNUSABLE: (
            Step(Actor.THIS_COMPUTER, tr("Choose another certificate file, or none")),
        ),
        FailureKind.CERTIFICATE_EXPIRED: _DATE_OF_CERTIFICATE,
        FailureKind.CERTIFICATE_NOT_YET_VALID: _DATE_OF_CERTIFICATE,
        FailureKind.CERTIFICATE_OUT_OF_DATE: _DATE_OF_CERTIFICATE,
        FailureKind.CERTIFICATE_HOSTNAME_MISMATCH: (_CHECK_ADDRESS, _REPLACE_CERTIFICATE),
        FailureKind.CERTIFICATE_SELF_SIGNED: _TRUST,
        FailureKind.CERTIFICATE_NOT_TRUSTED: _TRUST,
        FailureKind.CERTIFICATE_WRONG_PURPOSE: (_REPLACE_CERTIFICATE,),
        FailureKind.CERTIFICATE_TOO_WEAK: (_REPLACE_CERTIFICATE,),
        FailureKind.TLS_VERSION_TOO_OLD: (_MEND_ENCRYPTION,),
        FailureKind.TLS_FAILED: (_MEND_ENCRYPTION,),
        FailureKind.NOT_TLS: (_CHECK_ADDRESS, _MEND_ENCRYPTION),
        FailureKind.NETWORK_UNREACHABLE: (_CHECK_NETWORK, _CHECK_GATEWAY),
        FailureKind.CONNECTION_RESET: (_INSPECT_AGAIN, _CHECK_NETWORK, _CHECK_GATEWAY),
        FailureKind.NO_ANSWER: (_INSPECT_AGAIN, _CHECK_GATEWAY),
        FailureKind.ANSWER_TRUNCATED: (_INSPECT_AGAIN, _LOOK_UP_CALL),
        FailureKind.UNEXPECTED: (
            _INSPECT_AGAIN,
            Step(Actor.THIS_COMPUTER, tr("If it stays, report it to the makers of this app")),
        ),
    }
)
"""Where they tell more than those of the failure's verdict."""

FINDING_STEPS: Final[Mapping[FindingCode, tuple[Step, ...]]] = MappingProxyType(
    {
        FindingCode.ACCOUNT_DISABLED: _ENABLE_ACCOUNT,
        FindingCode.PASSWORD_EXPIRED: VERDICT_STEPS[VerdictCode.PASSWORD_EXPIRED],
        FindingCode.PASSWORD_CHANGE_REQUIRED: _CHANGE_PASSWORD,
        FindingCode.VALID_LIMITED: _FINISH_SIGN_IN,
        FindingCode.ORGANIZATION_DISABLED: _ENABLE_ORGANIZATION,
        FindingCode.NOT_A_MEMBER: _ADD_MEMBER,
        FindingCode.ORGANIZATION_NOT_APPROVED: _APPROVE_ORGANIZATION,
        FindingCode.EXPECTED_ORGANIZATION_NOT_LISTED: (_ADD_TO_EXPECTED,),
        FindingCode.ORGANIZATION_NOT_FOUND: (
            Step(Actor.PLATFORM_ADMIN, tr("Check whether that organization still exists")),
        ),
        FindingCode.ORGANIZATION_NOT_CHOSEN: _CHOOSE_ORGANIZATION,
        FindingCode.APPLICATION_UNCLEAR: (
            Step(Actor.THIS_COMPUTER, tr("Ask for the application again, by its AccessKey")),
        ),
        FindingCode.CLOCKS_DISAGREE: _CORRECT_CLOCKS,
        FindingCode.GATEWAY_CLOCK_DIFFERS: _CORRECT_CLOCKS,
        FindingCode.TIMES_CONTRADICT: _CORRECT_CLOCKS,
        FindingCode.OTHER_SESSION: _REPEAT,
        FindingCode.SEVERAL_SESSIONS: _REPEAT,
        FindingCode.FIELDS_DISAGREE: _REPEAT,
        FindingCode.CONTRARY_WORDS: _REPEAT,
        FindingCode.FROM_CACHE: (
            _INSPECT_AGAIN,
            Step(Actor.GATEWAY_OR_NETWORK, tr("Keep answers about sessions out of caches")),
        ),
        FindingCode.UNUSUAL_STATUS: _REPEAT,
        FindingCode.SUCCESS_UNCLEAR: _REPEAT,
        FindingCode.SESSION_INCOMPLETE: _REPEAT,
        FindingCode.UNKNOWN_STATE: (
            Step(Actor.PLATFORM_ADMIN, tr("Look up what the unknown state means")),
        ),
        FindingCode.OTHER_THAN_EXPECTED: (
            _SWITCH_TO_EXPECTED,
            Step(
                Actor.ORGANIZATION_ADMIN,
                tr("If it is not in that menu, add the user to the organization"),
            ),
        ),
        FindingCode.WORKS_ELSEWHERE: (
            Step(
                Actor.USER,
                tr("If that is not intended, switch back in the organization menu"),
            ),
        ),
        FindingCode.SESSION_ENDS_SOON: (
            Step(Actor.USER, tr("Save the work, and sign in again when it ends")),
        ),
        FindingCode.PASSWORD_EXPIRES_SOON: (
            Step(Actor.USER, tr("Change the password before it expires")),
        ),
        FindingCode.TOKEN_OF_OTHER_KIND: (
            Step(Actor.USER, tr("Send the session ID instead of that token")),
        ),
        FindingCode.TOKEN_LOOKS_CUT: (_CHECK_TOKEN, _SIGN_IN_AGAIN),
        FindingCode.PERHAPS_SIGNED_IN_ELSEWHERE: (
            Step(Actor.USER, tr("Tell whether the account is in use on another device")),
            _READ_AUDIT_LOG,
        ),
        FindingCode.PERHAPS_SIGNED_OUT: (_SIGN_IN_AGAIN, _READ_AUDIT_LOG),
        FindingCode.PERHAPS_OWNERSHIP_TRANSFERRED: (_SIGN_IN_AGAIN, _READ_AUDIT_LOG),
        FindingCode.PERHAPS_ACCOUNT_CHANGED: (_READ_AUDIT_LOG,),
    }
)
"""Of every finding that may keep a user from working."""

SETTLED_STEPS: Final[Mapping[FindingCode, tuple[Step, ...]]] = MappingProxyType(
    {
        FindingCode.EXPECTED_ORGANIZATION_LISTED: (_SWITCH_TO_EXPECTED,),
        FindingCode.EXPECTED_ORGANIZATION_NOT_LISTED: (_ADD_TO_EXPECTED,),
    }
)
"""Of ``OTHER_THAN_EXPECTED``, where the list of organizations tells which of its steps helps."""
