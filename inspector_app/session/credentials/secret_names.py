"""Recognizes names that say of their value that it is a secret.

A name is split into words, whatever joins them: ``clientSecret``, ``client_secret``, ``API-KEY``.
The last of them may say that the value is only about a secret: ``passwordExpireTime``.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from string import digits
from typing import TYPE_CHECKING, Final

from inspector_app.session.parsing.documented_fields import list_fields
from inspector_app.session.parsing.field_spec import FieldKind, ObjectType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inspector_app.session.path import Path

_MAX_NAME_LENGTH: Final = 100
"""Characters of a name that are looked at: the longest documented one has 20."""

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]++|[A-Z]")


def split_words(text: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(text.split())


_SECRET_WORDS: Final = split_words(
    """
    token tkn tok secret password passwd passwort pwd pswd psw passphrase passcode cookie
    credential cred otp totp hotp pin jwt jwe jws csrf xsrf signature sig hmac bearer
    authorization cvv cvc jsessionid phpsessid sessid mnemonic sk privkey tgt tgc castgc
    kennwort wachtwoord senha mdp contrasena haslo heslo adgangskode salasana parola sifre jelszo
    geheimnis clave dockercfg dockerconfigjson masterauth
    """
)
_SECRET_PAIRS: Final = frozenset(
    (one, other)
    for other, firsts in {
        "key": "api access secret private signing signature encryption decryption crypto shared "
        "master session auth client app application account storage ssh aes rsa hmac license "
        "subscription service signed symmetric jwt consumer user admin "
        "encrypt decrypt deploy priv sign pem cert ssl tls",
        "id": "session global sess",
        "ticket": "cas service login auth granting kerberos",
        "me": "remember",
        "auth": "x basic proxy",
        "assertion": "saml client",
        "response": "saml",
        "verifier": "code oauth",
        "string": "connection",
        "seed": "otp totp mfa recovery",
        "phrase": "pass seed recovery",
        "word": "pass",
        "code": "pass auth authorization verification verify recovery backup security sms login "
        "device invitation activation confirmation reset mfa access",
        "answer": "security secret",
    }.items()
    for one in firsts.split()
)
_SECRET_NAMES: Final = frozenset(
    {"sid", "ticket", "auth", "connect.sid", "sign", "pem", "sas", "sess"}
)
"""Words that are one only as the whole name."""

_SECRET_LAST_WORDS: Final = frozenset({"pass", "salt", "pepper"})
"""Words that are one only at the end: ``userPass``, not ``passRate``."""

_FUSED: Final = re.compile(
    r"(?:token|secret|password|passwd|pwd|passphrase|passcode|cookie|credential|apikey|secretkey"
    r"|privatekey|accesskey|signingkey|encryptionkey|sessionid|sessid|globalid|jwt|csrf|xsrf"
    r"|passwort|kennwort|wachtwoord|contrasena"
    r"|signature|authorization|passwordhash|otpcode|authcode|pincode"
    r"|(?:store|key|db|user|root|admin|login|require|become|ssh|sudo|smtp|mail|ldap)pass)s?\Z"
)
"""At the end of a name whose words nothing tells apart: ``clientsecret``."""

_LETTERS_OF_DIGITS: Final = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s"}
_DIGIT_WITHIN: Final = re.compile(r"(?<=[A-Za-z])[01345](?=[A-Za-z])")
"""``t0ken``: a digit for a letter that it looks like."""

_COUNTABLE: Final = _SECRET_WORDS | {last for _, last in _SECRET_PAIRS}
_STEM: Final = re.compile(
    "tok|tkn|sec|pas|pw|psw|cook|cred|otp|pin|jw|srf|sig|hmac|bear|auth|cv[cv]|salt|ses|mnem|key|code|tick"
    "|assertion|saml|verif|seed|phrase|word|answer|sid|global|connection|sk|priv|tg[ct]|pem|sas|remember|pepper|kennw|wachtw|senha|mdp"
    "|contrase|haslo|heslo|adgang|salas|parola|sifre|jelszo|geheim|clave|docker|masterauth",
)
"""In lower case, in every name that is looked at closer."""

_DOCUMENTED_NAMES: Final = frozenset(
    name
    for object_type in ObjectType
    for spec in list_fields(object_type)
    if spec.kind is not FieldKind.CREDENTIAL
    for name in spec.names
)
_ABOUT_A_SECRET: Final = split_words(
    """
    state status strength expire expires expiry expiration expired expiring time date at in on
    type kind name length len count number num size policy policies enabled disabled required
    require changed change changes valid verified set used timeout ttl age max min lifetime days
    hours minutes seconds ms url uri endpoint path domain algorithm alg version format rule
    rules level flag issuer issued scope scopes header updated created modified created error
    errors message description attempts retries remaining mode method methods source usage
    history label title supported interval period refresh secure samesite limit field prefix
    until since validity quality score reminder reset by from location provider question
    questions consent accepted granted signed
    """
)
_AMOUNTS: Final = split_words(
    """
    max min num number total is has needs must may can require force allow change used remaining
    available
    """
)
_FOREIGN_SECRETS: Final = (
    *(
        "密码",
        "口令",
        "令牌",
        "密钥",
        "秘钥",
        "私钥",
        "凭证",
        "凭据",
        "验证码",
        "授权码",
        "会话id",
        "会话标识",
    ),
    *("парол", "токен", "секрет", "パスワード", "トークン", "秘密鍵", "비밀번호", "토큰", "쿠키"),
    *("contraseña", "hasło", "lösenord", "şifre", "jelszó", "khẩu", "schlüssel", "clé", "ключ"),
    *("密碼", "金鑰", "暗証番号", "암호", "รหัสผ่าน", "المرور", "السر", "סיסמ"),
)
_CHINESE_ABOUT: Final = ("状态", "时间", "类型", "强度", "日期", "有效期", "名称", "过期")


def is_secret_path(path: Path) -> bool:
    """Whether the value at this path is a credential, or is named like one."""
    if not path or isinstance(path[-1], int):
        return False
    match path:
        case ("session", "id") | ("session", int(), "id"):
            return True
        case (*_, str(name)):
            return is_secret_name(name)
        case _:
            return False


def is_secret_name(name: str) -> bool:
    """Whether a field, header or parameter of this name holds a secret, by its words."""
    name = strip_number(name[:_MAX_NAME_LENGTH])
    if name in _DOCUMENTED_NAMES:  # which a test looks through
        return False
    if not name.isascii():
        name = "".join(
            one for one in unicodedata.normalize("NFKC", name) if unicodedata.category(one) != "Cf"
        )  # what is not seen in a name does not cut its words
        if any(one in name.lower() for one in _FOREIGN_SECRETS):
            return not name.endswith(_CHINESE_ABOUT)
    if _names_secret(name):
        return True
    if name.isalpha():
        return False  # of most names, and quicker than a look for each digit
    meant = _DIGIT_WITHIN.sub(lambda found: _LETTERS_OF_DIGITS[found[0]], name)
    return meant != name and _names_secret(meant)


def strip_number(name: str) -> str:
    """A name without the digits at its end, which never say what is in it."""
    return name.rstrip(digits)


def _names_secret(name: str) -> bool:
    if _STEM.search(name.lower()) is None or "://" in name:
        return False  # the most of names, five times as fast
    words = [_to_singular(one) for one in split_name(name)]
    if not words or words[-1] in _ABOUT_A_SECRET or words[0] in _AMOUNTS:
        return False
    if words[-2:] == ["key", "id"]:  # names a key
        return False
    return name.lower() in _SECRET_NAMES or _has_secret_word(words)


def _has_secret_word(words: Sequence[str]) -> bool:
    return (
        words[-1] in _SECRET_LAST_WORDS
        or not _SECRET_WORDS.isdisjoint(words)
        or any(pair in _SECRET_PAIRS for pair in itertools.pairwise(words))
        or any(_FUSED.search(one) is not None for one in (*words, "".join(words)))
    )


def split_name(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, however they are joined."""
    return tuple(one.lower() for one in _WORD.findall(name))


def _to_singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _COUNTABLE else word
