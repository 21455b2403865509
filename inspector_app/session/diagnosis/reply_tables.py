"""The reply to the user for each verdict, in both languages, side by side.

They are sentences for people who know a sign-in page and a password, and nothing behind them: no
word of them needs explaining, and none is about a person. A test holds them to a list of words.
"""

# Chinese has full-width signs of its own.

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from inspector_app.session.diagnosis.step_model import Reply
from inspector_app.session.diagnosis.verdict_model import FindingCode, VerdictCode

if TYPE_CHECKING:
    from collections.abc import Mapping

_TECHNICAL_PROBLEM: Final = Reply(
    "We could not check your sign-in yet because of a technical problem. You do not need to do "
    "anything. We will look into it and get back to you.",
    "由于技术问题，我们暂时无法检查您的登录情况。您不需要做任何操作。我们会处理并尽快回复您。",
)
_UNCLEAR: Final = Reply(
    "We checked your sign-in, but the result was not clear. You do not need to do anything. We "
    "will look into it and get back to you.",
    "我们检查了您的登录情况，但结果还不明确。您不需要做任何操作。我们会进一步核实并尽快回复您。",
)
_NOT_ALLOWED_TO_CHECK: Final = Reply(
    "We are not able to check your sign-in from here yet. You do not need to do anything. We will "
    "ask the people in charge and get back to you.",
    "我们目前还无法在这里检查您的登录情况。您不需要做任何操作。我们会联系负责人员并尽快回复您。",
)

VERDICT_REPLIES: Final[Mapping[VerdictCode, Reply]] = MappingProxyType(
    {
        VerdictCode.VALID: Reply(
            "Your sign-in works when we check it. Perhaps your account is not allowed to do "
            "something that you need. Please tell us what you tried to open and what you saw.",
            "经检查，您的登录正常。可能是您的账号缺少所需的权限。"
            "请告诉我们您想打开什么，以及看到了什么提示。",
        ),
        VerdictCode.VALID_LIMITED: Reply(
            "It looks as if your sign-in is not finished yet. Please complete all steps of the "
            "sign-in page. If no step is left, sign out and sign in again.",
            "您的登录似乎还没有完成。请完成登录页面上的所有步骤。"
            "如果没有其他步骤，请先退出，然后重新登录。",
        ),
        VerdictCode.ACCOUNT_DISABLED: Reply(
            "Your account is switched off at the moment. Please ask the person who looks after the "
            "accounts in your organization to switch it on. After that, sign in again.",
            "您的账号目前已被禁用。请联系贵组织负责账号的人员启用该账号。启用后请重新登录。",
        ),
        VerdictCode.PASSWORD_CHANGE_REQUIRED: Reply(
            "You need to change your password before you can go on. Please change it and sign in "
            "again. If that does not work, tell us, and we will help you to get a new one.",
            "您需要先修改密码才能继续使用。请修改密码，然后重新登录。如果无法修改，请告诉我们，我们会协助您。",
        ),
        VerdictCode.PASSWORD_EXPIRED: Reply(
            "Your password has run out. Please set a new one on the sign-in page and sign in "
            "again. If that does not work, tell us, and we will help you to get a new one.",
            "您的密码已过期。请在登录页面设置新密码，然后重新登录。如果无法设置，请告诉我们，我们会协助您。",
        ),
        VerdictCode.ORGANIZATION_DISABLED: Reply(
            "You are signed in, but the organization you have chosen is switched off at the "
            "moment. Please open the organization menu and choose another one. If you need this "
            "one, tell us, and we will ask the people in charge.",
            "您已登录，但您选择的组织目前已被禁用。请打开组织菜单，选择其他组织。"
            "如果您需要使用该组织，请告诉我们，我们会联系负责人员。",
        ),
        VerdictCode.NOT_A_MEMBER: Reply(
            "You are signed in, but perhaps you do not belong to the chosen organization any more. "
            "Please sign in again and choose an organization from the menu. If the one you need is "
            "not there, tell us, and we will ask for you to be added.",
            "您已登录，但您可能已不再属于所选的组织。请重新登录，并在菜单中选择组织。"
            "如果没有您需要的组织，请告诉我们，我们会请人把您加入。",
        ),
        VerdictCode.ORGANIZATION_NOT_APPROVED: Reply(
            "You are signed in, but the organization you have chosen has not been approved. You do "
            "not need to do anything. We will ask the people in charge and get back to you.",
            "您已登录，但您选择的组织尚未获得批准。您不需要做任何操作。我们会联系负责人员并尽快回复您。",
        ),
        VerdictCode.CLOCKS_DISAGREE: _UNCLEAR,
        VerdictCode.CONTRADICTORY: _UNCLEAR,
        VerdictCode.UNPROVEN: _UNCLEAR,
        VerdictCode.TOKEN_NOT_VALID: Reply(
            "What you sent us does not work for the check; perhaps a part of it is missing. Please "
            "sign in again, copy it once more, and send us all of it.",
            "您发来的内容无法用于检查，可能不完整。请重新登录，再次复制，并把全部内容发给我们。",
        ),
        VerdictCode.SESSION_NOT_FOUND: Reply(
            "We cannot find your sign-in; it may have ended. Please sign in again and send us the "
            "same details once more. Please also tell us the address of the page you sign in on.",
            "我们没有找到您的登录记录，它可能已经结束。请重新登录，并再次把相同的内容发给我们。"
            "另外请告诉我们您登录的网页地址。",
        ),
        VerdictCode.ORGANIZATION_NOT_FOUND: Reply(
            "We cannot find the organization that you are signed in to. Please tell us its name, "
            "and whether it was renamed or closed lately.",
            "我们没有找到您所登录的组织。请告诉我们该组织的名称，以及它最近是否更名或关闭。",
        ),
        VerdictCode.ORGANIZATION_NOT_CHOSEN: Reply(
            "You are signed in, but you may not have chosen an organization yet. Please open the "
            "organization menu and choose the one you need. If it is not there, tell us, and we "
            "will ask for you to be added.",
            "您已登录，但您可能还没有选择组织。请打开组织菜单，选择您需要的组织。"
            "如果菜单中没有，请告诉我们，我们会请人把您加入。",
        ),
        VerdictCode.SIGNED_IN_ELSEWHERE: Reply(
            "Perhaps you were signed out because your account was used in another place. If that "
            "was you, please sign in again and send us the same details once more. If not, tell "
            "us at once.",
            "您可能因为账号在其他地方登录而退出。如果是您本人操作，请重新登录，并再次把相同的内容发给我们。"
            "如果不是，请立即告诉我们。",
        ),
        VerdictCode.APPLICATION_NOT_LISTED: Reply(
            "You are signed in correctly, but the application is not among those of your "
            "organization. Please tell us its name as you know it, and in which organization you "
            "need it.",
            "您已正常登录，但该应用不在您组织的应用列表中。请告诉我们您所知道的应用名称，以及您需要在哪个组织中使用它。",
        ),
        VerdictCode.APPLICATION_SWITCHED_OFF: Reply(
            "You are signed in correctly, but the application may be switched off in your "
            "organization. Please ask the person who looks after the applications there to switch "
            "it on.",
            "您已正常登录，但该应用在您的组织中可能已停用。请联系贵组织负责应用的人员启用它。",
        ),
        VerdictCode.APPLICATION_NOT_PURCHASED: Reply(
            "You are signed in correctly, but your organization may not have bought this "
            "application. Please ask the person who looks after the applications there whether it "
            "is meant to have it.",
            "您已正常登录，但您的组织可能没有购买该应用。请向贵组织负责应用的人员确认是否需要它。",
        ),
        VerdictCode.NO_ACCESS_TO_APPLICATION: Reply(
            "You are signed in correctly, but your account has no access to this application. "
            "Please ask the person who looks after the accounts in your organization to give you "
            "access. After that, sign out and sign in again.",
            "您已正常登录，但您的账号没有使用该应用的权限。请联系贵组织负责账号的人员为您开通。"
            "开通后请退出并重新登录。",
        ),
        VerdictCode.GATEWAY_REFUSED_APPLICATION: _NOT_ALLOWED_TO_CHECK,
        VerdictCode.GATEWAY_REFUSED_ADDRESS: _NOT_ALLOWED_TO_CHECK,
        VerdictCode.NO_PERMISSION: _NOT_ALLOWED_TO_CHECK,
        VerdictCode.RATE_LIMITED: Reply(
            "There are too many requests at the moment, so we could not check your sign-in yet. "
            "You do not need to do anything. We will try again and get back to you.",
            "目前请求过多，我们暂时无法检查您的登录情况。您不需要做任何操作。我们会稍后重试并回复您。",
        ),
        VerdictCode.GATEWAY_ERROR: _TECHNICAL_PROBLEM,
        VerdictCode.WRONG_PATH: _TECHNICAL_PROBLEM,
        VerdictCode.OTHER_CALL: _TECHNICAL_PROBLEM,
        VerdictCode.NOT_ENOS: _TECHNICAL_PROBLEM,
        VerdictCode.UNREADABLE: _TECHNICAL_PROBLEM,
        VerdictCode.REDIRECTED: _TECHNICAL_PROBLEM,
        VerdictCode.TOO_LARGE: _TECHNICAL_PROBLEM,
        VerdictCode.TLS_REFUSED: _TECHNICAL_PROBLEM,
        VerdictCode.UNREACHABLE: _TECHNICAL_PROBLEM,
        VerdictCode.TIMED_OUT: _TECHNICAL_PROBLEM,
        VerdictCode.CANCELLED: Reply(
            "We have not finished checking your sign-in yet. You do not need to do anything. We "
            "will get back to you.",
            "我们还没有完成对您登录情况的检查。您不需要做任何操作。我们会尽快回复您。",
        ),
        VerdictCode.UNKNOWN_REFUSAL: _UNCLEAR,
    }
)
FINDING_REPLIES: Final[Mapping[FindingCode, Reply]] = MappingProxyType(
    {
        FindingCode.OTHER_THAN_EXPECTED: Reply(
            "You are signed in, but in another organization than expected. Please open the "
            "organization menu and choose the one you need. If it is not there, tell us, and we "
            "will ask for you to be added.",
            "您已登录，但当前所在的组织不是预期的组织。请打开组织菜单，选择您需要的组织。"
            "如果菜单中没有，请告诉我们，我们会请人把您加入。",
        ),
        FindingCode.WORKS_ELSEWHERE: Reply(
            "You are signed in, but in another organization than your own. If that is not what you "
            "want, please open the organization menu and choose your own. If it is, tell us what "
            "you cannot open.",
            "您已登录，但当前所在的组织不是您自己的组织。如果这不是您想要的，请打开组织菜单，"
            "选择您自己的组织。如果是，请告诉我们您打不开什么。",
        ),
        FindingCode.PASSWORD_EXPIRES_SOON: Reply(
            "Your sign-in works when we check it. Your password runs out soon, so please change it "
            "in the next days. If something does not open, tell us what you saw.",
            "经检查，您的登录正常。您的密码即将过期，请在近日内修改。如果有什么打不开，请告诉我们看到了什么提示。",
        ),
    }
)
"""Of what is more likely the reason than the verdict itself, where the session is valid."""
