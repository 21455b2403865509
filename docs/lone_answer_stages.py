"""States of the window with the answer of another call: live, and as other programs saved it."""

from __future__ import annotations

import json
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docs.make_screenshots import inspect_scenario, wait_for

if TYPE_CHECKING:
    from inspector_app.desktop.application import DesktopApp

ORGANIZATIONS = tuple(
    {
        "id": f"o1557822798{number}001",
        "name": name,
        "domain": f"db_{number}",
        "type": 2,
        "state": state,
        "approvalState": 1,
        "ownerId": "u15578227990001",
        "createTime": "2019-05-14 08:33:19.0",
        "createdByUserId": "0",
    }
    for number, (name, state) in enumerate((("Head Office", 1), ("Wind Farm", 0), ("Old", 2)))
)
"""Invented organizations: the second alone can be worked in."""


def other_call(app: DesktopApp) -> None:
    """The gateway answers as if another call had been made."""
    inspect_scenario(app, "other_call")


def open_answer(app: DesktopApp, content: object) -> None:
    """Open an answer that another program saved."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "answer.json")
        file.write_text(json.dumps(content), encoding="utf-8")
        wait_for(app.file_opener.ended, partial(app.file_opener.open, file))


def lone_organization(app: DesktopApp) -> None:
    """The answer of organization/info alone: one that is disabled and not approved."""
    open_answer(app, {"status": 0, "organization": {**ORGANIZATIONS[0], "approvalState": 0}})


def lone_organizations(app: DesktopApp) -> None:
    """The answer of user/organization/list alone."""
    open_answer(app, {"status": 0, "message": "", "organizations": ORGANIZATIONS})


def lone_portal_user(app: DesktopApp) -> None:
    """The answer of the portal's user/info alone."""
    user = {"id": "u16500000000311", "name": "daniel.okafor", "nickName": "Daniel", "type": 0}
    open_answer(app, {"code": 0, "message": "OK", "data": {**user, "joinTime": 1_700_000_000}})


def lone_portal_organizations(app: DesktopApp) -> None:
    """The answer of the portal's user/organization/list alone."""
    listed = [{"id": one["id"], "name": one["name"]} for one in ORGANIZATIONS]
    open_answer(app, {"code": 0, "message": "OK", "data": {"organizations": listed}})


def lone_applications(app: DesktopApp) -> None:
    """The answer of user/app/list alone."""
    listed = [
        {"id": f"a{number}", "identifier": name.lower(), "displayName": name, "status": number}
        for number, name in enumerate(("Asset Monitor", "Fleet Overview"))
    ]
    open_answer(app, {"code": 0, "message": "OK", "data": {"apps": listed}})


def lone_access(app: DesktopApp) -> None:
    """The answer of user/app/resource/info alone."""
    menus = [{"id": "m1", "name": "Home", "children": [{"id": "m2", "name": "Sites"}]}]
    permissions = [{"id": "p1", "identifier": "alarm.read", "name": "Read alarms"}]
    data = {"menus": menus, "permissions": permissions}
    open_answer(app, {"code": 0, "message": "OK", "data": data})


LONE_STAGES = (
    other_call,
    lone_organization,
    lone_organizations,
    lone_portal_user,
    lone_portal_organizations,
    lone_applications,
    lone_access,
)
