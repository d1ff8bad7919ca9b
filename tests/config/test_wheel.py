"""The wheel, as somebody gets it who has neither the repository nor Node."""

import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest

from tests.config.programs import free_port
from tests.databases import REPOSITORY
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e
CLIENT = REPOSITORY / "matinee" / "config" / "client" / "index.html"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    body: bytes
    content_type: str


@dataclass(frozen=True)
class Running:
    """An installed Matinee that is being served."""

    address: str

    def get(self, path: str) -> Answer:
        """Raises urllib.error.HTTPError for anything but success."""
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:
            return Answer(answer.read(), answer.headers["Content-Type"])

    def is_ready(self) -> bool:
        """Whether it says so itself."""
        try:
            self.get("/health/ready")
        except urllib.error.URLError:
            return False
        return True


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a fresh environment with the wheel and nothing but its pinned requirements."""
    assert CLIENT.is_file(), "build the web client first: make web"
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder))
    environment = folder / "environment"
    _run(sys.executable, "-m", "uv", "venv", "--python", sys.executable, str(environment))
    install = [sys.executable, "-m", "uv", "pip", "install", "--python", str(environment / "bin" / "python")]
    _run(*install, "--require-hashes", "-r", "requirements/run.txt")
    _run(*install, "--no-deps", *map(str, folder.glob("*.whl")))
    return environment / "bin"


@pytest.fixture(scope="module")
def running(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Served for the first time, in an empty folder."""
    with _serving(installed, tmp_path_factory.mktemp("home")) as matinee:
        yield matinee


def test_an_installed_matinee_shows_the_discover_page(running: Running) -> None:
    page = running.get("/")

    assert page.content_type.startswith("text/html")
    assert b"<script" in page.body
    script = page.body.split(b'src="/assets/')[1].split(b'"')[0].decode()
    assert running.get(f"/assets/{script}").content_type.startswith("text/javascript")


def test_an_installed_matinee_lists_the_starter_catalogue_with_its_posters(running: Running) -> None:
    listing = orjson.loads(running.get("/api/v1/movies").body)

    assert listing["total"] > 100
    poster = running.get(f"/img/poster/w342/{listing['items'][0]['poster']}")
    assert poster.content_type.startswith("image/")
    assert len(poster.body) > 1000


def _run(*command: str) -> None:
    finished = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr


@contextmanager
def _serving(programs: Path, folder: Path) -> Iterator[Running]:
    port = free_port()
    environment = {"PATH": str(programs), "HOME": str(folder), "MATINEE_PORT": str(port)}
    with (folder / "output").open("wb") as output:
        server = subprocess.Popen(
            [programs / "matinee", "serve"], cwd=folder, env=environment, stdout=output, stderr=output
        )
        running = Running(f"http://127.0.0.1:{port}")
        try:
            wait_until(lambda: server.poll() is not None or running.is_ready(), seconds=60)
            assert server.poll() is None, (folder / "output").read_text()
            yield running
        finally:
            server.terminate()
            server.wait(15)
