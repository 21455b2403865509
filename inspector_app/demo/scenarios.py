"""The catalog of demo scenarios, in display order."""

from __future__ import annotations

from inspector_app.demo.scenario import Scenario, ScenarioGroup
from inspector_app.session.token import TokenKind
from inspector_app.session.translatable_text import tr


def list_scenarios() -> tuple[Scenario, ...]:
    """All scenarios in display order, those of one group together."""
    return (
        *_list_session_scenarios(),
        *_list_refusal_scenarios(),
        *_list_portal_scenarios(),
        *_list_gateway_scenarios(),
        *_list_size_scenarios(),
    )


def _list_session_scenarios() -> tuple[Scenario, ...]:
    return (
        Scenario(
            "valid",
            ScenarioGroup.SESSION_VALID,
            tr("Valid session"),
            tr("A user who signed in a while ago."),
        ),
        Scenario(
            "newer_valid",
            ScenarioGroup.SESSION_VALID,
            tr("Valid session, release 2.3 or later"),
            tr("The newer form: status, single sign-on and domains are in the answer."),
        ),
        Scenario(
            "about_to_expire",
            ScenarioGroup.SESSION_VALID,
            tr("About to expire"),
            tr("Less than three minutes are left of the session."),
        ),
        Scenario(
            "other_organization",
            ScenarioGroup.SESSION_VALID,
            tr("Working in another organization"),
            tr("An external user: the working organization is not the home organization."),
        ),
        Scenario(
            "sign_in_half_done",
            ScenarioGroup.SESSION_VALID,
            tr("Sign-in half done"),
            tr("The second step of the sign-in is missing: access is limited (status 0)."),
        ),
        Scenario(
            "account_disabled",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Account disabled"),
            tr("The session is alive, the account behind it is disabled."),
        ),
        Scenario(
            "password_change_required",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Password must be changed"),
            tr("The account is marked: the user has to set a new password."),
        ),
        Scenario(
            "password_expired",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Password expired"),
            tr("The password ran out nine days ago."),
        ),
        Scenario(
            "organization_disabled",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Organization disabled"),
            tr("Valid by itself: only asking for more shows that the organization is disabled."),
        ),
        Scenario(
            "organization_quit",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Organization has quit"),
            tr("Valid by itself: only asking for more shows that the organization has quit."),
        ),
        Scenario(
            "not_a_member",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Not a member any more"),
            tr("Valid by itself: the user's list of organizations lacks the working one."),
        ),
        Scenario(
            "organization_not_approved",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Organization not approved"),
            tr("Valid by itself: the working organization waits for its approval."),
        ),
        Scenario(
            "organization_disapproved",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Organization disapproved"),
            tr("Valid by itself: the approval of the working organization was refused."),
        ),
        Scenario(
            "organization_gone",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Organizations not found"),
            tr("Valid; one of its organizations is not found, of the other it cannot be told."),
        ),
        Scenario(
            "companions_refused",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Nothing more may be asked"),
            tr("Valid, but the calls about its organizations are not permitted (99403)."),
        ),
        Scenario(
            "clocks_disagree",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Clocks disagree"),
            tr("Accepted, but over by its times: the gateway’s clock is hours ahead."),
        ),
        Scenario(
            "contradictory",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Flags that contradict each other"),
            tr("The answer says success and failure at once."),
        ),
        Scenario(
            "unproven",
            ScenarioGroup.ACCOUNT_PROBLEM,
            tr("Not proven valid"),
            tr("Accepted, but the account's state is a code that no documentation explains."),
        ),
    )


def _list_refusal_scenarios() -> tuple[Scenario, ...]:
    return (
        Scenario(
            "token_not_valid",
            ScenarioGroup.SESSION_REFUSED,
            tr("Token not valid (30401)"),
            tr("The code of the documentation 2.1 and 2.2: met in later releases too."),
        ),
        Scenario(
            "session_not_found",
            ScenarioGroup.SESSION_REFUSED,
            tr("Session not found (30404)"),
            tr("A session that is gone, by the code of the documentation 2.1 and 2.2."),
        ),
        Scenario(
            "newer_token_not_valid",
            ScenarioGroup.SESSION_REFUSED,
            tr("Token not valid (401)"),
            tr("The code of the documentation 2.3 and later: met in earlier releases too."),
        ),
        Scenario(
            "unauthenticated",
            ScenarioGroup.SESSION_REFUSED,
            tr("Refused with a slip (401)"),
            tr("The documented message “Authenticated.” is a refusal, not a success."),
        ),
        Scenario(
            "newer_session_not_found",
            ScenarioGroup.SESSION_REFUSED,
            tr("Session not found (404)"),
            tr("A session that is gone, by the code of the documentation 2.3 and later."),
        ),
        Scenario(
            "organization_not_found",
            ScenarioGroup.SESSION_REFUSED,
            tr("Organization not found (404)"),
            tr("The refusal names the organization, not the session."),
        ),
        Scenario(
            "no_permission",
            ScenarioGroup.SESSION_REFUSED,
            tr("Call not permitted (99403)"),
            tr("The user may not make this call; the session may be fine."),
        ),
        Scenario(
            "unknown_refusal",
            ScenarioGroup.SESSION_REFUSED,
            tr("A refusal nobody documented"),
            tr("A code that no documentation names, with its message."),
        ),
    )


def _list_portal_scenarios() -> tuple[Scenario, ...]:
    said = (
        (
            "portal_valid",
            tr("Valid portal token"),
            tr("Applications of every kind: ask why one of them does not open."),
        ),
        (
            "portal_older",
            tr("Portal of an older release"),
            tr("The gateway has no route of the newer release: the older one is asked."),
        ),
        (
            "portal_not_signed_in",
            tr("Not signed in (31401)"),
            tr("The portal does not take the token: please log in first."),
        ),
        (
            "portal_signed_in_elsewhere",
            tr("Signed in elsewhere (31409)"),
            tr("Inferred from the common list: the account was signed in elsewhere."),
        ),
        (
            "portal_expired",
            tr("Portal token expired (31410)"),
            tr("Inferred from the common list: the token is over."),
        ),
        (
            "portal_no_organization",
            tr("No organization chosen (31512)"),
            tr("The user is signed in and has not chosen an organization yet."),
        ),
        (
            "portal_over",
            tr("Portal token over (88201)"),
            tr("A code that public clients of the portal meet inside of HTTP 200."),
        ),
        (
            "portal_denied",
            tr("Denied by the portal (88203)"),
            tr("A code that public clients of the portal take for a denial."),
        ),
    )
    return tuple(
        Scenario(name, ScenarioGroup.PORTAL, title, description, TokenKind.PORTAL)
        for name, title, description in said
    )


def _list_gateway_scenarios() -> tuple[Scenario, ...]:
    return (
        Scenario(
            "gateway_refuses",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("Refused by the gateway (403)"),
            tr("The gateway does not let this computer's IP address through."),
        ),
        Scenario(
            "gateway_refuses_application",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("Application refused (401)"),
            tr("The gateway itself wants credentials of an application."),
        ),
        Scenario(
            "signature_refused",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("Signature refused (497)"),
            tr("The application’s timestamp or signature is not taken."),
        ),
        Scenario(
            "api_not_allowed",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("API not allowed (498)"),
            tr("The application may not use this API."),
        ),
        Scenario(
            "rate_limited",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("Too many calls (429)"),
            tr("The gateway asks to wait for half a minute."),
        ),
        Scenario(
            "gateway_error",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("Gateway error (503)"),
            tr("The gateway is there, the service behind it is not."),
        ),
        Scenario(
            "slow",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("Slow gateway"),
            tr("The answer takes six seconds: time enough to cancel."),
        ),
        Scenario(
            "silent",
            ScenarioGroup.GATEWAY_PROBLEM,
            tr("No answer in time"),
            tr("The gateway stays silent until the app gives up."),
        ),
        Scenario(
            "proxy_page",
            ScenarioGroup.NOT_ENOS,
            tr("A proxy's page"),
            tr("A web page with HTTP 200 in place of an answer from EnOS."),
        ),
        Scenario(
            "proxy_login",
            ScenarioGroup.NOT_ENOS,
            tr("A proxy wants a login (407)"),
            tr("The call does not reach the gateway: the proxy on the way refuses it."),
        ),
        Scenario(
            "other_call",
            ScenarioGroup.NOT_ENOS,
            tr("Answer of another call"),
            tr("What EnOS says of an organization, where its session was asked for."),
        ),
        Scenario(
            "wrong_path",
            ScenarioGroup.NOT_ENOS,
            tr("Wrong address (404)"),
            tr("A web server that knows nothing of EnOS."),
        ),
        Scenario(
            "redirected",
            ScenarioGroup.NOT_ENOS,
            tr("Sent elsewhere (302)"),
            tr("The answer is a redirect to a sign-in page."),
        ),
        Scenario(
            "cut_short",
            ScenarioGroup.NOT_ENOS,
            tr("Answer cut short"),
            tr("JSON that ends in the middle."),
        ),
        Scenario(
            "too_large",
            ScenarioGroup.NOT_ENOS,
            tr("Answer too large"),
            tr("More than eight megabytes: reading stops there."),
        ),
    )


def _list_size_scenarios() -> tuple[Scenario, ...]:
    return (
        Scenario(
            "long_names",
            ScenarioGroup.UNUSUAL_SIZE,
            tr("Long names"),
            tr("Names and descriptions longer than any column is wide."),
        ),
        Scenario(
            "chinese_names",
            ScenarioGroup.UNUSUAL_SIZE,
            tr("Chinese names"),
            tr("User and organizations with Chinese names."),
        ),
        Scenario(
            "many_organizations",
            ScenarioGroup.UNUSUAL_SIZE,
            tr("100,000 organizations"),
            tr("An external user in one hundred thousand organizations."),
        ),
    )
