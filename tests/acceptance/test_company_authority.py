"""The project sets itself up where the only trusted authority is a company's own."""

import base64
import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from tests.gateway.certificates import Authority, server_context

pytestmark = [pytest.mark.acceptance, pytest.mark.timeout(300)]

ROOT = Path(__file__).parent.parent.parent
TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt")
IN_A_ROOT_OF_ITS_OWN = f"""
set -e
mount -t tmpfs none {TRUSTED.parent}
cp "$AUTHORITY" {TRUSTED}
exec "$@"
"""
RELAY = """
import os, sys
os.execv({python!r}, [{python!r}, "-m", "nox", *sys.argv[1:]])
"""
"""In place of nox, which is not served here: hands on to the real one of this environment."""

CHECKS = "import served; print('what was served is installed:', served.WORD)\n"


def build_wheel(folder, name, files):
    """A wheel with these files; returns its name and SHA-256."""
    info = f"{name}-1.0.dist-info"
    files = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},{digest(text)},{len(text)}" for path, text in files.items()]
    path = folder / name / f"{name}-1.0-py3-none-any.whl"
    path.parent.mkdir(parents=True)
    with zipfile.ZipFile(path, "w") as wheel:
        for member, text in files.items():
            wheel.writestr(member, text)
        wheel.writestr(f"{info}/RECORD", "\n".join([*rows, f"{info}/RECORD,,", ""]))
    content = path.read_bytes()
    (path.parent / "index.html").write_text(f'<a href="{path.name}">{path.name}</a>')
    return hashlib.sha256(content).hexdigest()


def digest(text):
    hashed = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(hashed).rstrip(b"=").decode()


@pytest.fixture
def authority(tmp_path):
    folder = tmp_path / "authority"
    folder.mkdir()
    return Authority(folder, "Example Company Root")


@pytest.fixture
def index(tmp_path, authority):
    """An index over TLS, whose certificate the company's authority signed."""
    folder = tmp_path / "index"
    folder.mkdir()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

        def log_message(self, *_):
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = server_context(authority.issue()).wrap_socket(
            server.socket, server_side=True
        )
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"https://localhost:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture
def checkout(tmp_path, index):
    """The project's own dev.py and noxfile.py, with locks of what is served."""
    folder, _ = index
    place = tmp_path / "checkout"
    locks = place / "packaging" / "locks"
    locks.mkdir(parents=True)
    for name in ("dev.py", "noxfile.py"):
        shutil.copy(ROOT / name, place / name)
    relay = RELAY.format(python=sys.executable)
    nox = build_wheel(folder, "nox", {"nox/__init__.py": "", "nox/__main__.py": relay})
    served = build_wheel(folder, "served", {"served.py": "WORD = 'company'\n"})
    (locks / "nox.txt").write_text(f"nox==1.0 --hash=sha256:{nox}\n")
    (locks / "develop.txt").write_text(f"served==1.0 --hash=sha256:{served}\n")
    (place / "packaging" / "checks.py").write_text(CHECKS)
    return place


@pytest.fixture
def run_dev(tmp_path, authority, index, checkout):
    """Runs a task in a root of its own, and returns what it printed."""

    def run_dev(*words, **variables):
        unwanted = ("PIP_", "UV_", "SSL_CERT_", "NIX_SSL_", "REQUESTS_CA_", "CURL_CA_", "PYTHON")
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith(unwanted)
        }
        own = {
            "AUTHORITY": authority.file,
            "HOME": str(tmp_path),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_INDEX_URL": index[1],
            "PIP_NO_CACHE_DIR": "1",
            "UV_NO_CONFIG": "1",
            "UV_DEFAULT_INDEX": index[1],
            "UV_CACHE_DIR": str(tmp_path / "uv-cache"),
        }
        inside = ["unshare", "--mount", "sh", "-c", IN_A_ROOT_OF_ITS_OWN, "sh"]
        return subprocess.run(
            [*inside, sys.executable, str(checkout / "dev.py"), *words],
            cwd=checkout,
            env={**inherited, **own, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return run_dev


def test_a_task_runs_behind_a_companys_authority(run_dev):
    done = run_dev("check")
    assert "what was served is installed: company" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0


def test_without_the_systems_certificates_it_would_not(run_dev):
    """The trial itself: uv's own list has not the company's authority in it."""
    done = run_dev("check", UV_SYSTEM_CERTS="0")
    assert done.returncode != 0
    assert "invalid peer certificate" in (done.stdout + done.stderr).lower()
