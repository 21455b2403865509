"""Of a chain that is refused, it is told which certificate is the cause, and whose."""

import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from inspector_app.gateway.certificate_chain import find_last_issuer, find_outdated_issuer
from inspector_app.session.credentials import Credentials
from inspector_app.session.diagnosis.failure_texts import describe_failure
from inspector_app.session.exchange import Failure, FailureKind, Phase
from tests.gateway.certificates import DAY, NOW, Authority, Flaws, server_context
from tests.gateway.faulty_gateway import answer, replies

GOOD = replies(answer(b"{}"))
EXPIRED = Flaws(not_before=NOW - 3 * DAY, not_after=NOW - DAY)
VERSIONS = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]


@pytest.fixture
def refuse(serve, ask):
    """What is said of a gateway that shows these files and is refused for it."""

    def refuse(files, kind, version=None, **chosen):
        gateway = serve(GOOD, server_context(files, version))
        got = ask(gateway, scheme="https", host="localhost", **chosen)
        assert isinstance(got, Failure)
        assert (got.kind, got.phase) == (kind, Phase.TLS)
        assert gateway.received == b""
        return got, " ".join(str(text) for text in describe_failure(got, Credentials()))

    return refuse


@pytest.mark.parametrize("version", VERSIONS)
def test_an_intermediate_that_expired_is_named(version, authority, refuse):
    """N8."""
    intermediate = authority.issue_authority("Issuing 7", EXPIRED)
    files = intermediate.issue_chain(intermediate)
    got, said = refuse(files, FailureKind.CERTIFICATE_EXPIRED, version)
    assert got.detail == "Issuing 7"
    assert "The gateway's own is valid, but that of its issuer “Issuing 7”" in said


def test_an_intermediate_of_tomorrow_is_named(authority, refuse):
    """N8."""
    tomorrow = Flaws(not_before=NOW + DAY, not_after=NOW + 3 * DAY)
    intermediate = authority.issue_authority("Issuing 8", tomorrow)
    got, said = refuse(
        intermediate.issue_chain(intermediate), FailureKind.CERTIFICATE_NOT_YET_VALID
    )
    assert got.detail == "Issuing 8"
    assert "not yet" in said


def test_a_root_of_the_persons_file_that_expired_is_named(tmp_path, refuse):
    """N8: it is not among what the server sends."""
    root = Authority(tmp_path, "Old Root", flaws=EXPIRED)
    got, _ = refuse(root.issue(), FailureKind.CERTIFICATE_EXPIRED, ca_file=root.file)
    assert got.detail == "Old Root"


def test_the_gateways_own_date_comes_first(authority, refuse):
    """N8."""
    intermediate = authority.issue_authority("Issuing 9", EXPIRED)
    files = intermediate.issue_chain(intermediate, flaws=EXPIRED)
    got, said = refuse(files, FailureKind.CERTIFICATE_EXPIRED)
    assert got.detail is None
    assert said.startswith("The gateway's certificate has expired")


def test_a_superfluous_certificate_that_expired_is_not_blamed(authority, tmp_path, refuse):
    """N8: servers send more than they need."""
    stranger = Authority(tmp_path, "Superfluous", flaws=EXPIRED)
    intermediate = authority.issue_authority("Issuing 10", EXPIRED)
    files = intermediate.issue_chain(stranger, intermediate)
    assert refuse(files, FailureKind.CERTIFICATE_EXPIRED)[0].detail == "Issuing 10"


@pytest.mark.parametrize("version", VERSIONS)
def test_who_signed_an_untrusted_certificate_is_named(version, tmp_path, refuse):
    """N8: an interception by a company's proxy is told from a private authority by its name."""
    root = Authority(tmp_path, "Example Web Filter Root")
    intermediate = root.issue_authority("Example Web Filter 1")
    for files, name in (
        (root.issue(), "Example Web Filter Root"),
        (intermediate.issue_chain(intermediate), "Example Web Filter Root"),
        (intermediate.issue_chain(intermediate, root), "Example Web Filter Root"),
        (intermediate.issue(), "Example Web Filter 1"),
    ):
        got, said = refuse(files, FailureKind.CERTIFICATE_NOT_TRUSTED, version)
        assert got.detail == name
        assert f"It comes from “{name}”, which this computer does not know." in said


def named(**attributes):
    return x509.Name(
        [
            x509.NameAttribute(getattr(NameOID, name.upper()), value)
            for name, value in attributes.items()
        ]
    )


def certificate(issuer):
    key = ec.generate_private_key(ec.SECP256R1())
    built = (
        x509.CertificateBuilder()
        .subject_name(named(common_name="gateway.example.com"))
        .issuer_name(issuer)
        .serial_number(1)
        .not_valid_before(NOW - DAY)
        .not_valid_after(NOW + DAY)
        .public_key(key.public_key())
    )
    return built.sign(key, hashes.SHA256()).public_bytes(Encoding.DER)


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        (named(common_name="Root", organization_name="Example Ltd"), "Root (Example Ltd)"),
        (named(organization_name="Example Ltd"), "Example Ltd"),
        (named(common_name="Same", organization_name="Same"), "Same"),
        (named(common_name=" a\n b "), "a b"),
        (named(country_name="DE"), None),
        (x509.Name([]), None),
    ],
)
def test_an_issuer_is_called_by_its_common_name_and_organization(issuer, name):
    assert find_last_issuer([certificate(issuer)]) == name


@pytest.mark.parametrize(
    "chain", [[], [b""], [b"0"], [b"\x30\x80" * 1000], [b"0\x82\xff\xff" + b"\0" * 5000]]
)
def test_a_chain_that_cannot_be_read_has_no_names(chain):
    assert find_last_issuer(chain) is None
    assert find_outdated_issuer(chain) is None


def test_certificates_that_vouch_for_each_other_end_the_search(authority):
    one = certificate(named(common_name="gateway.example.com", organization_name="x"))
    loop = [one, *[certificate(named(common_name="gateway.example.com"))] * 20]
    assert find_last_issuer(loop) == "gateway.example.com (x)"
