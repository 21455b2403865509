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
    token1 sid2 secret tokenValue passwordHash sk pswd creds deviceSecret productSecret masterKey
    tgt t0ken passw0rd s3cret to\u200bken tok\u00aden rememberMe pepper tlsKey kennwort senha
    пароль токен パスワード 비밀번호 验证码 会话ID
    storePass contrasena ToKeN accesS_toKen id_token_hint encryptKey pass_code userPass sign
    密码 用户密码 令牌 访问令牌 密钥 口令 私钥 访问凭证 凭据
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
    base64 md5 sha256 utf8 ipv4 o2 token0Expiry monkey pemUrl senhaStatus 会话状态
    cookbook tokyo secretary answer seed word phrase response string verifier
    密码状态 密码过期时间 令牌时间 令牌类型 密码强度 密码到期日期 令牌有效期 密钥名称 密码已过期
    名称 用户组织 имя ユーザー prénom größe
""".split()  # noqa: SIM905
WORDS = """
    token tkn tok secret password passwd passwort pwd pswd psw passphrase passcode cookie
    credential cred otp totp hotp pin jwt jwe jws csrf xsrf signature sig hmac bearer
    authorization cvv cvc jsessionid phpsessid sessid mnemonic sk privkey tgt
""".split()  # noqa: SIM905
PAIRS = """
    api-key access-key secret-key private-key signing-key signature-key encryption-key
    decryption-key crypto-key shared-key master-key session-key auth-key client-key app-key
    application-key account-key storage-key ssh-key aes-key rsa-key hmac-key license-key
    subscription-key service-key signed-key symmetric-key jwt-key consumer-key user-key admin-key
    encrypt-key decrypt-key deploy-key priv-key sign-key session-id global-id sess-id cas-ticket
    service-ticket login-ticket auth-ticket granting-ticket x-auth basic-auth proxy-auth
    saml-assertion client-assertion saml-response code-verifier oauth-verifier connection-string
    otp-seed totp-seed mfa-seed recovery-seed pass-phrase seed-phrase recovery-phrase pass-word
    pass-code auth-code authorization-code verification-code verify-code recovery-code backup-code
    security-code sms-code login-code device-code invitation-code activation-code
    confirmation-code reset-code mfa-code access-code security-answer secret-answer
""".split()  # noqa: SIM905
WHOLE_NAMES = "sid ticket auth connect.sid sign pem sas".split()  # noqa: SIM905
LAST_WORDS = "pass salt".split()  # noqa: SIM905
FUSED = """
    token secret password passwd pwd passphrase passcode cookie credential apikey secretkey
    privatekey accesskey signingkey encryptionkey sessionid sessid globalid jwt csrf xsrf
    signature authorization passwordhash otpcode authcode pincode
""".split()  # noqa: SIM905
ABOUT = """
    state status strength expire expires expiry expiration expired expiring time date at in on
    type kind name length len count number num size policy policies enabled disabled required
    require changed change changes valid verified set used timeout ttl age max min lifetime days
    hours minutes seconds ms url uri endpoint path domain algorithm alg version format rule
    rules level flag issuer issued scope scopes header updated created modified error
    errors message description attempts retries remaining mode method methods source usage
    history label title supported interval period refresh secure samesite limit field prefix
    until since validity quality score reminder reset by from location provider question
    questions consent accepted granted signed
""".split()  # noqa: SIM905
AMOUNTS = """
    max min num number total is has needs must may can require force allow change used remaining
    available
""".split()  # noqa: SIM905


def test_every_word_of_the_tables_says_secret():
    """A1: beside the shortcuts by which most names are passed over."""
    names = [
        *WORDS,
        *(f"old_{word}s_of_it" for word in WORDS),
        *(form for pair in PAIRS for form in (pair, f"my-{pair}-x", f"{pair}s")),
        *WHOLE_NAMES,
        *(f"user_{word}" for word in LAST_WORDS),
        *(f"my{word}{ending}" for word in FUSED for ending in ("", "s")),
    ]
    names += [name.upper() for name in names]
    assert [name for name in names if not is_secret_name(name)] == []


@pytest.mark.parametrize("word", [*WHOLE_NAMES, *LAST_WORDS])
def test_a_word_that_is_one_only_alone_or_at_the_end_is_none_elsewhere(word):
    assert not is_secret_name(f"{word}_x")


def test_every_word_of_the_tables_says_that_it_is_only_about_a_secret():
    names = [
        *(f"password_{word}" for word in ABOUT),
        *(f"{word}Password" for word in AMOUNTS),
        "accessKeyId",
        "https://token",
    ]
    assert [name for name in names if is_secret_name(name)] == []


def test_a_name_that_says_secret():
    for name in (*SECRET, "\uff54\uff4f\uff4b\uff45\uff4e"):
        assert is_secret_name(name), name
        assert is_secret_path(("data", 0, name)), name


def test_a_name_that_says_less():
    for name in HARMLESS:
        assert not is_secret_name(name), name
        assert not is_secret_path(("data", 0, name)), name


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
    assert is_secret_name("x" * 95 + "_token") is False
    assert is_secret_name("x" * 94 + "_token") is True


def test_words_are_told_apart_however_they_are_joined():
    assert split_name("APIKey") == ("api", "key")
    assert split_name("x-auth_token") == ("x", "auth", "token")
    assert split_name("clientSecret2") == ("client", "secret")
