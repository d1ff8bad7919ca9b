"""What a household does with accounts, as a person at a browser does it."""

import base64
import hmac
import re
import struct
import time
from hashlib import sha1

from playwright.sync_api import Page, expect

from tests.config.programs import Program, run
from tests.e2e.conftest import Visitor
from tests.e2e.doing import do, knock
from tests.identity_world.oidc import OidcProvider
from tests.mailbox import Mailbox
from tests.waiting import wait_until

PASSWORD = "a lamp in Bagdad 1924"
PATIENCE = 60.0  # seconds that a letter may take on a busy machine


def setup_link(house: Program) -> str:
    """The address below the house's that the program printed."""
    wait_until(lambda: "/setup#" in house.output)
    found = re.search(r"(/setup#\S+)", house.output)
    assert found
    return found[1]


def set_up(visitor: Visitor, house: Program) -> None:
    """Make root, and be root."""
    page = visitor.page
    visitor.open(setup_link(house))
    name_the_administrator(page)
    page.get_by_role("link", name="Go on").click()
    page.get_by_role("button", name="Without, for now").click()
    expect(page.get_by_role("heading", name="Films for today")).to_be_visible()
    expect(page.get_by_role("button", name="Account of root")).to_be_visible()


def name_the_administrator(page: Page) -> None:
    """The first step of the first run."""
    page.get_by_label("User name", exact=True).fill("root")
    page.get_by_label("E-mail address", exact=True).fill("root@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()


def be_root(visitor: Visitor, house: Program) -> None:
    """Signed in as root, who is made by the command line if need be. How that looks is test_household's."""
    if not _admitted(visitor, "root"):
        make(house, "root", "--admin")
        be(visitor, "root")


def make(house: Program, name: str, *more: str) -> None:
    """Somebody becomes known by nobody's doing here, which is news to root."""
    made = run(house.data_dir, "user", "create", name, *more, typed=f"{PASSWORD}\n")
    assert made.returncode == 0, made.stderr


def be(visitor: Visitor, name: str) -> None:
    """Signed in as somebody who is known; the next page that is opened is theirs."""
    assert _admitted(visitor, name)


def befriend(root: Visitor, name: str, role: str = "member") -> None:
    """As root: make somebody known."""
    do(root, "POST", "/users", {"username": name, "email": f"{name}@example.org", "password": PASSWORD, "role": role})


def _admitted(visitor: Visitor, name: str) -> bool:
    do(visitor, "GET", "/auth/browser/v1/config")  # which brings the token against forged requests
    if not knock(visitor, "POST", "/auth/browser/v1/auth/login", {"username": name, "password": PASSWORD}).ok:
        return False
    visitor.open("/icon.svg")  # any small thing of the house
    visitor.page.evaluate("localStorage.setItem('matinee.signedIn', 'yes')")  # as the page notes it
    return True


def use_mail_server(visitor: Visitor, box: Mailbox) -> None:
    """As root: let e-mail go to that server."""
    page = visitor.page
    visitor.open("/connections")
    mail = page.locator("section").filter(has=page.get_by_role("heading", name="E-mail", exact=True))
    mail.get_by_text("Mail server", exact=True).click()
    mail.get_by_label("Sent by").select_option("smtp")
    mail.get_by_label("Server").fill("127.0.0.1")
    mail.get_by_label("Port").fill(str(box.port))
    mail.get_by_label("Encryption").select_option("none")
    mail.get_by_label("From").fill("Matinee <matinee@example.org>")
    mail.get_by_role("button", name="Save").click()
    expect(mail.get_by_text("Saved")).to_be_visible()


def add_provider(visitor: Visitor, name: str, provider: OidcProvider) -> None:
    """As root: let people sign in through that issuer, and see whether it answers."""
    page = visitor.page
    visitor.open("/connections")
    page.get_by_role("button", name="Add a provider").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Kind").select_option("oidc")
    dialog.get_by_label("Name", exact=True).fill(name)
    dialog.get_by_label("Issuer").fill(provider.url)
    dialog.get_by_label("Client ID").fill(provider.client.id)
    dialog.get_by_label("Client secret").fill(provider.client.secret)
    dialog.get_by_role("button", name="Save").click()
    page.get_by_role("button", name=f"Test {name}").click()
    expect(page.get_by_text("Answers", exact=True)).to_be_visible()


def invite(visitor: Visitor) -> str:
    """As root: the address of an invitation, below the house's."""
    page = visitor.page
    visitor.open("/users/invitations")
    page.get_by_role("button", name="Invite somebody").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Invite somebody").click()
    link = page.get_by_role("dialog").get_by_text(re.compile(r"/sign-up\?invitation=")).inner_text()
    return "/sign-up?" + link.split("/sign-up?")[1].strip()


def sign_up(visitor: Visitor, address: str, name: str, box: Mailbox) -> None:
    """With an invitation, up to being signed in."""
    page = visitor.page
    visitor.open(address)
    page.get_by_label("User name", exact=True).fill(name)
    page.get_by_label("E-mail address", exact=True).fill(f"{name}@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    expect(page.get_by_role("heading", name="Verify your e-mail address")).to_be_visible()
    enter_code(page, box.wait_for(f"{name}@example.org", seconds=PATIENCE).code)
    expect(page.get_by_role("button", name=f"Account of {name}")).to_be_visible()


def enter_code(page: Page, code: str) -> None:
    """In the one field there is."""
    page.get_by_label("Code", exact=True).fill(code)
    page.get_by_role("button", name="Confirm").click()


def sign_in(visitor: Visitor, name: str, password: str = PASSWORD) -> None:
    """With name and password; what comes next is the caller's."""
    page = visitor.page
    visitor.open("/sign-in")
    page.get_by_label("User name, e-mail address or phone").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(visitor: Visitor, name: str) -> None:
    """By the account menu."""
    page = visitor.page
    page.get_by_role("button", name=f"Account of {name}").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name=f"Account of {name}")).to_have_count(0)


def prove(page: Page, password: str = PASSWORD) -> None:
    """Before a sensitive deed: yes, it is still me."""
    dialog = page.get_by_role("dialog", name="Is it still you?")
    dialog.get_by_label("Password", exact=True).fill(password)
    dialog.get_by_role("button", name="Confirm").click()
    expect(dialog).to_have_count(0)


def one_time_password(secret: str, *, at: float | None = None) -> str:
    """What an authenticator app shows for this secret (RFC 6238, 30 seconds, six digits)."""
    key = base64.b32decode(secret.replace(" ", "") + "=" * (-len(secret.replace(" ", "")) % 8))
    digest = hmac.new(key, struct.pack(">Q", int((at or time.time()) // 30)), sha1).digest()
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 10**6:06}"
