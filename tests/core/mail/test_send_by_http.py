"""SendGrid, Twilio and gateways, in the shapes of their documentation."""

import base64
from urllib.parse import parse_qsl

import orjson
import pytest

from matinee.core.errors import ServiceDown, ServiceError, ServiceRefused
from matinee.core.mail import SMS, Gateway, SendGrid, Twilio
from matinee.core.mail.messages import Letter, ShortMessage, Undeliverable
from matinee.core.mail.transports import GatewayTransport, SendGridTransport, TwilioTransport, sendgrid, twilio
from matinee.core.settings import Settings
from tests.loopback import LoopbackServer, answer, json, redirect

pytestmark = pytest.mark.django_db(transaction=True)

ACCOUNT = "AC" + "0" * 32
LETTER = Letter("alice@example.org", "Your code", "123456", "<b>123456</b>")
MESSAGE = ShortMessage("+4915112345678", "Your code is 123456 {secret}")
MESSAGES = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"


@pytest.fixture
def grid(server: LoopbackServer) -> SendGridTransport:
    return SendGridTransport(SendGrid(sender="Matinee <matinee@example.org>"), "SG.sesame", address=server.url)


@pytest.fixture
def phone(server: LoopbackServer) -> TwilioTransport:
    return TwilioTransport(Twilio(account_sid=ACCOUNT, sender="+15550100123"), "sesame", address=server.url)


def test_their_addresses_are_fixed() -> None:
    assert sendgrid.ADDRESS == "https://api.sendgrid.com"
    assert twilio.ADDRESS == "https://api.twilio.com"


def test_sendgrid_gets_the_letter_and_is_not_asked_to_count_clicks(
    server: LoopbackServer, grid: SendGridTransport
) -> None:
    server.on("/v3/mail/send", answer(b"", status=202))

    grid.send(LETTER)

    seen = server.seen[0]
    body = orjson.loads(seen.body)
    assert (seen.method, seen.headers["authorization"]) == ("POST", "Bearer SG.sesame")
    assert body["personalizations"] == [{"to": [{"email": "alice@example.org"}]}]
    assert body["from"] == {"email": "matinee@example.org", "name": "Matinee"}
    assert [part["type"] for part in body["content"]] == ["text/plain", "text/html"]
    assert body["tracking_settings"]["click_tracking"] == {"enable": False}


def test_a_key_that_sendgrid_refuses_is_told(server: LoopbackServer, grid: SendGridTransport) -> None:
    problem = {"errors": [{"message": "The provided authorization grant is invalid", "field": None}]}
    server.on("/v3/mail/send", json(problem, status=401))
    server.on("/v3/scopes", json({"scopes": ["alerts.read"]}))

    with pytest.raises(ServiceRefused, match="SendGrid refused the key or the sender: 401 The provided") as caught:
        grid.send(LETTER)
    assert "sesame" not in caught.value.detail
    with pytest.raises(ServiceRefused, match="may not send mail"):
        grid.check()


def test_a_letter_that_sendgrid_does_not_take_is_given_up(server: LoopbackServer, grid: SendGridTransport) -> None:
    problem = {"errors": [{"message": "Does not contain a valid address.", "field": "personalizations.0.to.0.email"}]}
    server.on("/v3/mail/send", json(problem, status=400))

    with pytest.raises(Undeliverable, match="Does not contain a valid address"):
        grid.send(LETTER)


def test_twilio_gets_the_message(server: LoopbackServer, phone: TwilioTransport) -> None:
    server.on(MESSAGES, json({"sid": "SM1", "status": "queued", "error_code": None}, status=201))
    server.on(f"/2010-04-01/Accounts/{ACCOUNT}.json", json({"sid": ACCOUNT, "status": "active"}))

    phone.send(MESSAGE)
    phone.check()

    seen = server.seen[0]
    credentials = base64.b64encode(f"{ACCOUNT}:sesame".encode()).decode()
    assert seen.headers["authorization"] == f"Basic {credentials}"
    assert dict(parse_qsl(seen.body.decode())) == {"To": MESSAGE.to, "From": "+15550100123", "Body": MESSAGE.text}


def test_a_messaging_service_is_named_as_such(server: LoopbackServer) -> None:
    server.on(MESSAGES, json({"sid": "SM1"}, status=201))
    choice = Twilio(account_sid=ACCOUNT, sender="MG" + "1" * 32)

    TwilioTransport(choice, "sesame", address=server.url).send(MESSAGE)
    assert b"MessagingServiceSid=MG1" in server.seen[0].body


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, 21211, Undeliverable),
        (400, 21610, Undeliverable),
        (401, 20003, ServiceRefused),
        (400, 21606, ServiceRefused),
    ],
)
def test_twilio_says_what_is_wrong(
    server: LoopbackServer, phone: TwilioTransport, status: int, code: int, kind: type[ServiceError]
) -> None:
    server.on(MESSAGES, json({"code": code, "message": "Something is wrong", "status": status}, status=status))

    with pytest.raises(ServiceError, match=f"{status}, code {code}: Something is wrong") as caught:
        phone.send(MESSAGE)
    assert type(caught.value) is kind


def test_a_message_is_not_sent_twice_because_the_answer_was_bad(server: LoopbackServer, phone: TwilioTransport) -> None:
    server.on(MESSAGES, json({}, status=503))

    with pytest.raises(ServiceDown):
        phone.send(MESSAGE)
    assert len(server.seen) == 1


def test_a_redirect_takes_neither_message_nor_token_elsewhere(server: LoopbackServer, phone: TwilioTransport) -> None:
    server.on(MESSAGES, redirect(f"{server.url}/elsewhere", status=307))

    with pytest.raises(ServiceDown, match="redirected what was sent"):
        phone.send(MESSAGE)
    assert [seen.path for seen in server.seen] == [MESSAGES]


@pytest.mark.parametrize("encoding", ["json", "form"])
def test_a_gateway_gets_its_own_fields(server: LoopbackServer, encoding: str) -> None:
    server.on("/send", answer(b"queued"))
    choice = Gateway.model_validate(
        {
            "url": f"{server.url}/send?route=2",
            "encoding": encoding,
            "fields": {"number": "{to}", "message": "{sender}: {text}", "0": "{to.__class__}"},
            "headers": {"Authorization": "Key {secret}"},
            "sender": "Matinee",
        }
    )
    SMS.configure(choice, "sesame")
    SMS.send(MESSAGE)

    seen = server.seen[0]
    fields = orjson.loads(seen.body) if encoding == "json" else dict(parse_qsl(seen.body.decode()))
    assert fields == {
        "number": "+4915112345678",
        "message": "Matinee: Your code is 123456 {secret}",
        "0": "{to.__class__}",
    }
    assert (seen.query, seen.headers["authorization"]) == ({"route": "2"}, "Key sesame")


def test_a_gateway_in_the_own_network_must_be_allowed(server: LoopbackServer, settings_now: Settings) -> None:
    settings_now.private_hosts = []

    with pytest.raises(ServiceError, match="MATINEE_PRIVATE_HOSTS"):
        GatewayTransport(Gateway(url=f"{server.url}/send"), "").send(MESSAGE)
    assert server.seen == []


def test_what_a_gateway_answers_is_told(server: LoopbackServer) -> None:
    server.on("/send", answer(b"no\ncredit", status=402))

    with pytest.raises(ServiceRefused, match="The SMS gateway answered 402: no credit"):
        GatewayTransport(Gateway(url=f"{server.url}/send"), "").send(MESSAGE)
