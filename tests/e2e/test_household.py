"""A household in a real browser: the first administrator, invitations, second factors, passkeys, sessions, age caps."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.e2e import household
from tests.e2e.conftest import Lobby, Visitor
from tests.identity_world import IdentityWorld
from tests.identity_world.people import ZOE
from tests.mailbox import Mailbox

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def world() -> Iterator[IdentityWorld]:
    """Providers who really speak the protocols, and show their pages."""
    with IdentityWorld() as running:
        yield running


@pytest.fixture(scope="module")
def house(with_starter: Furnish, world: IdentityWorld) -> Iterator[Program]:
    """A new installation with the starter catalogue."""
    settings = {"MATINEE_STARTER": "true", "MATINEE_PRIVATE_HOSTS": ",".join(world.hosts)}
    with Program(with_starter("household"), "serve", **settings) as program:
        yield program


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    """A mail server that really receives."""
    with Mailbox() as running:
        yield running


@pytest.fixture(scope="module")
def root(browser: Browser, house: Program, box: Mailbox) -> Iterator[Visitor]:
    """Root's window, open all day; the house is set up, and mail goes to the box."""
    lobby = Lobby(browser)
    visitor = lobby.enter(house)
    household.set_up(visitor, house)
    household.use_mail_server(visitor, box)
    yield visitor
    lobby.close()


@pytest.fixture(scope="module")
def home(root: Visitor, world: IdentityWorld) -> IdentityWorld:
    """The world, by whose OpenID Connect provider people can sign in: its button says Home."""
    household.add_provider(root, "Home", world.oidc)
    return world


@pytest.fixture
def door(lobby: Lobby, house: Program) -> Iterator[Visitor]:
    """Somebody's window, who has not signed in."""
    visitor = lobby.enter(house)
    yield visitor
    _let_refusals_pass(visitor)


def test_the_link_works_once(root: Visitor, door: Visitor, house: Program) -> None:
    door.open(household.setup_link(house))

    expect(door.page.get_by_text("set up already")).to_be_visible()


def test_an_invited_person_signs_up_and_verifies_their_address(root: Visitor, door: Visitor, box: Mailbox) -> None:
    household.sign_up(door, household.invite(root), "alice", box)
    household.sign_out(door, "alice")
    household.sign_in(door, "ALICE@example.org")

    expect(door.page.get_by_role("button", name="Account of alice")).to_be_visible()


def test_a_wrong_password_is_told_at_its_field(door: Visitor, root: Visitor) -> None:
    household.sign_in(door, "root", "not the password")

    expect(door.page.get_by_text("Name and password do not fit together.")).to_be_visible()


def test_a_forgotten_password_is_replaced(root: Visitor, door: Visitor, house: Program, box: Mailbox) -> None:
    household.befriend(root, "bob")
    page = door.page
    door.open("/sign-in")
    page.get_by_role("link", name="I forgot my password").click()
    page.get_by_label("E-mail address", exact=True).fill("bob@example.org")
    page.get_by_role("button", name="Send the code").click()
    expect(page.get_by_label("Code", exact=True)).to_be_visible()
    page.get_by_label("Code", exact=True).fill(box.wait_for("bob@example.org", seconds=household.PATIENCE).code)
    page.get_by_label("New password").fill("another lamp 1925")
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("Your password is changed")).to_be_visible()
    household.sign_in(door, "bob", "another lamp 1925")

    expect(page.get_by_role("button", name="Account of bob")).to_be_visible()


def test_an_app_is_asked_for_as_a_second_step(root: Visitor, door: Visitor, house: Program) -> None:
    household.befriend(root, "carol")
    page = door.page
    household.sign_in(door, "carol")
    expect(page.get_by_role("button", name="Account of carol")).to_be_visible()
    door.open("/me/security")
    page.get_by_role("button", name="Set up an app").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img", name="QR code for the authenticator app")).to_be_visible()
    secret = dialog.get_by_text(re.compile(r"^([A-Z2-7]{4} ?)+$")).inner_text()
    dialog.get_by_label("Code of the app").fill(household.one_time_password(secret))
    dialog.get_by_role("button", name="Turn it on").click()
    household.prove(page)
    expect(page.get_by_text("10 of 10 codes left")).to_be_visible()
    page.get_by_role("button", name="Show", exact=True).click()
    recovery = page.get_by_role("dialog").get_by_text(re.compile(r"^[0-9]{8}$")).first.inner_text()
    page.keyboard.press("Escape")
    household.sign_out(door, "carol")

    household.sign_in(door, "carol")
    expect(page.get_by_role("heading", name="The second step")).to_be_visible()
    page.get_by_role("button", name="Use a recovery code").click()
    page.get_by_label("Recovery code").fill(recovery.replace(" ", ""))
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_role("button", name="Account of carol")).to_be_visible()


def test_a_passkey_lets_in_without_a_password(lobby: Lobby, root: Visitor, house: Program) -> None:
    household.befriend(root, "dave")
    door = lobby.enter(house)
    door.address = f"http://localhost:{house.port}"
    page = door.page
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    household.sign_in(door, "dave")
    expect(page.get_by_role("button", name="Account of dave")).to_be_visible()
    door.open("/me/security")
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("dialog").get_by_label("Name").fill("Thumb")
    page.get_by_role("dialog").get_by_role("button", name="Go on").click()
    household.prove(page)
    expect(page.get_by_text("Thumb")).to_be_visible()
    household.sign_out(door, "dave")

    door.open("/sign-in")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("button", name="Account of dave")).to_be_visible()
    _let_refusals_pass(door)


def test_an_account_elsewhere_lets_in(root: Visitor, door: Visitor, home: IdentityWorld) -> None:
    invitation = household.invite(root).partition("invitation=")[2]
    home.sign_in_as(ZOE, consent="ask")
    page = door.page
    for is_known in (False, True):
        door.open("/sign-in")
        page.get_by_role("button", name="Continue with Home").click()
        page.get_by_label(re.compile("Zoë")).check()
        page.get_by_role("button", name="Allow").click()
        if not is_known:
            page.get_by_label("Invitation").fill(invitation)
            page.get_by_role("button", name="Make my account").click()
        expect(page.get_by_role("button", name="Account of zoe")).to_be_visible()
        household.sign_out(door, "zoe")


def test_who_does_not_consent_elsewhere_is_told_so(door: Visitor, home: IdentityWorld) -> None:
    home.sign_in_as(ZOE, consent="ask")
    page = door.page
    door.open("/sign-in")
    page.get_by_role("button", name="Continue with Home").click()
    page.get_by_role("button", name="Deny").click()

    expect(page.get_by_text("Nothing has happened here.")).to_be_visible()


def test_a_session_ended_elsewhere_is_over(lobby: Lobby, root: Visitor, house: Program) -> None:
    household.befriend(root, "erin")
    here, there = lobby.enter(house), lobby.enter(house)
    for window in (here, there):
        household.sign_in(window, "erin")
        expect(window.page.get_by_role("button", name="Account of erin")).to_be_visible()
    here.open("/me/security")
    here.page.get_by_role("button", name="End all others").click()
    expect(here.page.get_by_role("button", name=re.compile("End the session of"))).to_have_count(0)

    there.open("/me/security")
    expect(there.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    _let_refusals_pass(here, there)


def test_a_person_with_an_age_cap_does_not_meet_titles_above_it(root: Visitor, door: Visitor, house: Program) -> None:
    household.befriend(root, "finn")
    household.sign_in(door, "finn")
    expect(door.page.get_by_role("button", name="Account of finn")).to_be_visible()
    door.open("/search?q=living+dead")
    expect(
        door.page.get_by_role("main").get_by_role("link", name=re.compile("Night of the Living Dead"))
    ).to_be_visible()
    root.open("/users")
    root.page.get_by_role("button", name=re.compile("^finn")).click()
    root.page.get_by_label("Age cap").select_option("12")
    root.page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(root.page.get_by_role("dialog").get_by_text("Saved")).to_be_visible()

    door.page.wait_for_timeout(1500)  # within a second every process has forgotten what finn saw
    door.open("/search?q=night+living+dead")  # another question: for half a minute a browser repeats what it has seen
    expect(door.page.get_by_role("main")).to_contain_text("Nothing found")


def test_what_was_done_stands_in_the_audit_log(root: Visitor) -> None:
    page = root.page
    root.open("/audit")
    expect(page.get_by_role("main").get_by_role("listitem").filter(has_text="Signed in").first).to_be_visible()
    page.get_by_role("button", name="Verify the log").click()

    expect(page.get_by_text("as they were written")).to_be_visible()


def test_a_member_does_not_meet_what_is_for_administrators(door: Visitor, root: Visitor, house: Program) -> None:
    household.befriend(root, "gina")
    household.sign_in(door, "gina")
    expect(door.page.get_by_role("button", name="Account of gina")).to_be_visible()
    for address in ("/users", "/audit", "/connections"):
        door.open(address)
        expect(door.page.get_by_text("Not on the programme")).to_be_visible()


def _let_refusals_pass(*visitors: Visitor) -> None:
    """A browser complains of every step of signing in but the last, and of what was on its way when somebody left."""
    for visitor in visitors:
        visitor.page.context.close()  # an open one may complain later
        visitor.complaints[:] = [told for told in visitor.complaints if "responded with a status of 40" not in told]
