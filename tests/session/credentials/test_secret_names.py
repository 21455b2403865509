"""A name that says secret is known by its words, and a documented harmless one is none."""

import json
from pathlib import Path

import pytest

from inspector_app.session.credentials.secret_names import (
    is_secret_name,
    is_secret_path,
    split_name,
)
from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import FieldKind, ObjectType

CHECKOUT = Path(__file__).parents[3]
SECRET = """
    clientSecret client_secret client-secret CLIENT_SECRET clientsecret ClientSecret appSecret
    apiKey api_key x-api-key APIKey apikey APIKEY idToken id_token IDToken accessToken refreshToken
    access_token csrfToken XSRF-TOKEN csrf xsrf jwt jwtToken bearer bearerToken authToken
    X-Auth-Token
    xAuthToken cookie cookies Set-Cookie setCookie sessionCookie pwd userPwd passwd password
    Password passwords newPassword db.password passphrase passcode credential credentials
    accessKeySecret secretKey secretAccessKey privateKey private_key signingKey encryptionKey
    otp totpSecret otpCode pin pinCode PIN signature x-signature sig hmac authCode auth_code
    authorizationCode verification_code recoveryCodes Authorization Proxy-Authorization sessionId
    session_id SESSIONID JSESSIONID PHPSESSID sessionKey globalId global_id sid ticket casTicket
    samlResponse codeVerifier connectionString securityAnswer mnemonic seedPhrase salt oauth2Token
    token1 secret tokenValue passwordHash sk pswd creds deviceSecret productSecret masterKey tgt
    ToKeN accesS_toKen id_token_hint encryptKey pass_code userPass sign
    密码 用户密码 令牌 访问令牌 密钥
""".split()  # noqa: SIM905
HARMLESS = """
    passwordExpireTime password_expire_time passwordState password_state passwordStrength
    password_strength tokenType token_type sessionTimeout expires_in tokenExpiresIn
    refreshTokenExpiresIn passwordLastChanged passwordChangeRequired passwordPolicy token_endpoint
    cookiePath cookieDomain csrfEnabled apiKeyName maxTokens tokenCount hasPassword isTokenValid
    secretName passwordResetAt authType authorizationUrl otpEnabled otpRequired pinLength
    signatureAlgorithm jwks_uri sessionState sessionStatus session user id name email publicKey
    keyId key code status message requestId organizationId phone phoneArea description pinned
    spinner compass passport author authority keyboard monkey donkey laptop signal design assigned
    accessKeyId passRate saltWater bypass task risk disk skType changePassword canChangePassword
    usedTokens remainingTokens idTokenSigned secretQuestion secretQuestionCount cookieConsent
    credentialsNonExpired passwordNeverExpires isPasswordExpired
    cookbook tokyo secretary answer seed word phrase response string verifier
    密码状态 密码过期时间
""".split()  # noqa: SIM905


@pytest.mark.parametrize("name", [*SECRET, "\uff54\uff4f\uff4b\uff45\uff4e"])
def test_a_name_that_says_secret(name):
    assert is_secret_name(name)
    assert is_secret_path(("data", 0, name))


@pytest.mark.parametrize("name", HARMLESS)
def test_a_name_that_says_less(name):
    assert not is_secret_name(name)
    assert not is_secret_path(("data", 0, name))


def test_no_documented_field_is_secret_but_the_session_id():
    """E1: or a report would lack what it is for."""
    names = {
        name
        for place in ObjectType
        for known in list_fields(place)
        if known.kind is not FieldKind.CREDENTIAL
        for name in known.names
    }
    assert len(names) > 40
    assert not [name for name in names if is_secret_name(name)]


def iter_names(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from iter_names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from iter_names(inner)


def test_in_all_scenarios_the_secret_names_are_those_of_tokens():
    """E1."""
    files = [
        *CHECKOUT.glob("resources/scenarios/*.json"),
        *CHECKOUT.glob("tests/session/scenarios/*.json"),
    ]
    names = {name for file in files for name in iter_names(json.loads(file.read_text("utf-8")))}
    assert len(files) > 100
    assert {name for name in names if is_secret_name(name)} <= {
        "token",
        "accessToken",
        "$token",
        "authorization",
    }


def test_the_longest_name_costs_no_more_than_another():
    assert is_secret_name("token" + "x" * 10_000_000) is is_secret_name("token" + "x" * 95)


def test_words_are_told_apart_however_they_are_joined():
    assert split_name("APIKey") == ("api", "key")
    assert split_name("x-auth_token") == ("x", "auth", "token")
    assert split_name("clientSecret2") == ("client", "secret")
