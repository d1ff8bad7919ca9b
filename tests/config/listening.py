"""People with live connections to the real program."""

import json
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from types import TracebackType
from typing import Any

import socketio
from socketio.exceptions import ConnectionError as NotConnected

from tests.config.programs import Program, run
from tests.waiting import wait_until

PASSWORD = "a lamp in Bagdad 1924"
FLOWS = "/api/v1/auth"

Heard = tuple[str, dict[str, Any]]


class Person:
    """Who is signed in with a program, and may open a browser as well."""

    def __init__(self, house: Program, name: str) -> None:
        self.house = house
        self.name = name
        self.token: str = ""
        self.sign_in()

    def sign_in(self) -> None:
        """Anew."""
        self.token = ""
        login = {"username": self.name, "password": PASSWORD}
        self.token = self.ask("POST", f"{FLOWS}/app/v1/auth/login", login)["meta"]["access_token"]

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """What the API answers to them; below 400, or 401 as signing out is answered."""
        line = HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        try:
            line.request(method, path, None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            content = answer.read()
        finally:
            line.close()
        assert answer.status < 400 or (answer.status, method) == (401, "DELETE"), content
        return json.loads(content or b"{}")

    def cookie(self) -> str:
        """The Cookie header of a browser in which they have signed in just now."""
        line = HTTPConnection("127.0.0.1", self.house.port, timeout=60)
        try:
            line.request("GET", f"{FLOWS}/browser/v1/config")
            answer = line.getresponse()
            answer.read()
            csrf = SimpleCookie(answer.getheader("set-cookie"))["csrftoken"].value
            body = json.dumps({"username": self.name, "password": PASSWORD})
            headers = {"Content-Type": "application/json", "Cookie": f"csrftoken={csrf}", "X-CSRFToken": csrf}
            line.request("POST", f"{FLOWS}/browser/v1/auth/login", body, headers)
            answer = line.getresponse()
            answer.read()
            for value in answer.headers.get_all("set-cookie") or []:
                if session := SimpleCookie(value).get("sessionid"):
                    return f"sessionid={session.value}"
            raise AssertionError(f"no session: {answer.status}")
        finally:
            line.close()

    @property
    def id(self) -> str:
        return str(self.ask("GET", "/api/v1/me")["id"])

    def missed(self, after: int = 0) -> list[int]:
        """Ids of what they were told after that one."""
        return [item["id"] for item in self.ask("GET", f"/api/v1/notifications?after={after}")["items"]]


class Tab:
    """A live connection, and what it has heard; by token unless `headers` has a cookie."""

    def __init__(
        self, house: Program, *, token: str = "", auth: object = None, again: bool = False, **headers: str
    ) -> None:
        self.heard: list[Heard] = []
        self.ends: list[str] = []
        self.connects = 0
        self.refusal: dict[str, Any] = {}
        self._client = socketio.Client(reconnection=again, reconnection_delay=0.1, reconnection_delay_max=0.5)
        self._client.on("*", lambda name, body=None: self.heard.append((name, body)))
        self._client.on("connect", self._connected)
        self._client.on("disconnect", self.ends.append)
        self._client.on("connect_error", self._refused)
        self._arguments: dict[str, Any] = {
            "url": f"http://127.0.0.1:{house.port}",
            "headers": {name.replace("_", "-"): value for name, value in headers.items()},
            "auth": {"token": token} if token else auth,
            "transports": ["websocket"],
            "wait_timeout": 20,
        }

    def __enter__(self) -> "Tab":
        self._client.connect(**self._arguments)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.shutdown()

    def refused(self) -> str:
        """Try to connect, in vain; the reason that is given, "" if only the request was refused."""
        try:
            self._client.connect(**self._arguments)
        except NotConnected:
            return str(self.refusal.get("message", ""))
        finally:
            self._client.shutdown()
        raise AssertionError("it was let in")

    def say(self, name: str, body: object) -> None:
        """What nobody wants to hear."""
        self._client.emit(name, body)

    def wait_for(self, count: int) -> list[Heard]:
        """What it has heard, once it is so much."""
        wait_until(lambda: len(self.heard) >= count, seconds=20)
        return self.heard

    def wait_for_end(self) -> str:
        """Why it ended, once it did."""
        wait_until(lambda: bool(self.ends), seconds=20)
        return self.ends[0]

    def _connected(self) -> None:
        self.connects += 1

    def _refused(self, told: object) -> None:
        self.refusal = told if isinstance(told, dict) else {}


def give_role(root: Person, somebody: Person, role: str) -> None:
    """Which they are told."""
    root.ask("PATCH", f"/api/v1/users/{somebody.id}", {"role": role})


def household(house: Program, *names: str, **settings: str) -> list[Person]:
    """root and these, made and signed in; `settings`: where the house's database is."""
    made = run(house.data_dir, "user", "create", "root", "--admin", typed=f"{PASSWORD}\n", **settings)
    assert made.returncode == 0, made.stderr
    root = Person(house, "root")
    for name in names:
        root.ask("POST", "/api/v1/users", {"username": name, "email": f"{name}@example.org", "password": PASSWORD})
    return [root, *(Person(house, name) for name in names)]
