"""How messages to people travel, for administrators."""

from django.http import HttpRequest
from ninja import Router, Status

from matinee.core.access import administrators
from matinee.core.mail import MAIL, SMS
from matinee.system import actions
from matinee.system.schemas import MailChange, MailSettings, SmsChange, SmsSettings, Trial

router = Router(tags=["settings"], by_alias=True, auth=administrators)


@router.get("/settings/mail", response=MailSettings, operation_id="mail_settings", summary="How e-mail travels")
def show_mail(request: HttpRequest) -> MailSettings:
    return MailSettings.model_validate(MAIL.configuration())


@router.put(
    "/settings/mail", response=MailSettings, operation_id="set_up_mail", summary="Let e-mail travel another way"
)
def set_up_mail(request: HttpRequest, given: MailChange) -> MailSettings:
    actions.set_up_mail(given.choice, given.secret)
    return show_mail(request)


@router.post(
    "/settings/mail/test",
    response={204: None},
    operation_id="test_mail",
    summary="Send a test message; an error says what is wrong",
)
def test_mail(request: HttpRequest, given: Trial) -> Status[None]:
    actions.send_test_mail(given.to)
    return Status(204, None)


@router.get("/settings/sms", response=SmsSettings, operation_id="sms_settings", summary="How SMS travel")
def show_sms(request: HttpRequest) -> SmsSettings:
    return SmsSettings.model_validate(SMS.configuration())


@router.put("/settings/sms", response=SmsSettings, operation_id="set_up_sms", summary="Let SMS travel another way")
def set_up_sms(request: HttpRequest, given: SmsChange) -> SmsSettings:
    actions.set_up_sms(given.choice, given.secret)
    return show_sms(request)


@router.post(
    "/settings/sms/test",
    response={204: None},
    operation_id="test_sms",
    summary="Send a test message; an error says what is wrong",
)
def test_sms(request: HttpRequest, given: Trial) -> Status[None]:
    actions.send_test_sms(given.to)
    return Status(204, None)
