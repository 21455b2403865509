"""Which options of curl, wget and HTTPie are followed by an argument of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


def _split(names: str) -> frozenset[str]:
    return frozenset(names.split())


_CURL_SHORT: Final = frozenset("AbcCdDeEFhHKmoPQrtTuUwxXyYz")
_CURL_LONG: Final = _split("""
    abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config
    connect-timeout connect-to continue-at cookie cookie-jar create-file-mode crlfile curves data
    data-ascii data-binary data-raw data-urlencode delegation dns-interface dns-ipv4-addr
    dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare etag-save
    expect100-timeout form form-string ftp-account ftp-alternative-to-user ftp-method ftp-port
    ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header help hostpubmd5
    hostpubsha256 hsts interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key
    key-type knownhosts krb libcurl limit-rate local-port login-options mail-auth mail-from
    mail-rcpt max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir
    parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default proto-redir
    proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile
    proxy-header proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name
    proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user proxy1.0
    pubkey quote random-file range rate referer request request-target resolve retry retry-delay
    retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service
    socks5-hostname speed-limit speed-time ssl-sessions stderr telnet-option tftp-blksize
    time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config
    unix-socket upload-file upload-flags url url-query user user-agent variable vlan-priority
    write-out
""")
# curl 7.88.1, `curl --help all`, and what https://curl.se/docs/optionswhen.html lists up to 8.17.

_WGET_SHORT: Final = frozenset("aADeIilBoOPQRTtUwX")
_WGET_LONG: Final = _split("""
    accept append-output base bind-address body-data body-file ca-certificate ca-directory
    certificate certificate-type ciphers config connect-timeout cut-dirs default-page
    directory-prefix dns-timeout domains exclude-directories exclude-domains execute header
    http-password http-user include-directories input-file level limit-rate load-cookies
    local-encoding max-redirect method output-document output-file password post-data post-file
    prefer-family private-key private-key-type proxy-password proxy-user quota read-timeout
    referer reject report-speed restrict-file-names save-cookies secure-protocol start-pos timeout
    tries user user-agent wait waitretry
""")
# GNU Wget 1.21, `wget --help`.

_HTTPIE_SHORT: Final = frozenset("aAops")
_HTTPIE_LONG: Final = _split("""
    auth auth-type boundary cert cert-key cert-key-pass ciphers default-scheme format-options
    max-headers max-redirects output pretty print proxy raw response-charset response-mime session
    session-read-only ssl style timeout verify
""")
# HTTPie 3.2, `http --help`; xh has the same.


@dataclass(frozen=True, slots=True)
class Options:
    """Of one program: letters and names of the options that take an argument."""

    short: frozenset[str]
    long: frozenset[str]


PROGRAMS: Final = {
    "curl": Options(_CURL_SHORT, _CURL_LONG),
    "wget": Options(_WGET_SHORT, _WGET_LONG),
    "http": Options(_HTTPIE_SHORT, _HTTPIE_LONG),
}
