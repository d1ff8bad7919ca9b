"""What allauth's account flows mean here: who may sign up, how mail and SMS leave, and what slows down guessing."""

import re
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.account.stages import EmailVerificationStage
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms import BaseForm
from django.http import HttpRequest

from matinee.accounts import policies
from matinee.accounts.actions import invitations, phones
from matinee.accounts.flows import guessing, letters, names, passwords
from matinee.accounts.models import User
from matinee.accounts.models.people import USERNAME, USERNAME_HINT
from matinee.core import mail
from matinee.core.deeds import deed
from matinee.core.errors import BadInput
from matinee.core.mail.addresses import email_address

_HERE = "matinee.accounts.flows.account."
_ANYTHING = "as long as a password"
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")


class EmailStage(EmailVerificationStage):
    """Part of signing in: an e-mail address must be verified, if there is one. Not everybody has one."""

    def handle(self) -> Any:
        """allauth's hook: the answer if signing in must wait, and whether it goes on."""
        user = self.login.user
        if user is not None and not EmailAddress.objects.filter(user=user).exists() and not user.email:
            return None, True
        return super().handle()


class AccountAdapter(DefaultAccountAdapter):
    """See `DefaultAccountAdapter` for when each is called."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Also when it is by invitation: the form asks for one."""
        return policies.current().sign_up != "closed"

    def get_client_ip(self, request: HttpRequest) -> str:
        """The front hall has seen to it that this is the visitor and not a proxy."""
        return str(request.META["REMOTE_ADDR"])

    def get_login_stages(self) -> list[str]:
        stages = super().get_login_stages()
        return [_HERE + "EmailStage" if stage.endswith(".EmailVerificationStage") else stage for stage in stages]

    def clean_username(self, username: str, shallow: bool = False) -> str:
        """Raises ValidationError for a name that is taken, or that could be taken for another."""
        if not USERNAME.match(username):
            raise ValidationError(f"A user name {USERNAME_HINT}.", code="invalid_username")
        if not shallow and names.is_given_to_nobody(username):
            raise self.validation_error("username_taken")
        return str(super().clean_username(username, shallow=shallow))

    def clean_email(self, email: str) -> str:
        """Raises ValidationError for one that no letter could be sent to."""
        try:
            email_address(email)
        except ValueError as error:
            raise ValidationError(f"An e-mail address {error}.", code="invalid") from None
        return str(super().clean_email(email))

    def save_user(
        self, request: HttpRequest, user: AbstractBaseUser, form: BaseForm, commit: bool = True
    ) -> AbstractBaseUser:
        """Store a newcomer and use up their invitation, or neither. Raises BadInput when others were quicker."""
        try:
            with deed():
                saved: AbstractBaseUser = super().save_user(request, user, form, commit=commit)
                if code := form.cleaned_data.get("invitation"):
                    invitations.use(code, _person(saved))
        except IntegrityError:
            raise BadInput.at("username", "somebody else has just taken this name") from None
        return saved

    # --- guessing ---

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Raises TooManyAttempts while whoever guesses has to wait.

        In place of allauth's own limit, by which one stranger's five guesses lock a person out everywhere.
        """
        guessing.check(request, credentials)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Whose credentials these are. Of a password only so much is hashed as one can have, and a character more."""
        credentials["password"] = credentials["password"][: passwords.LONGEST + 1]
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if user is not None:
            guessing.forgive(request, credentials)
        return user

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        guessing.count(request, credentials)

    # --- mail ---

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language of whom it is for, and after what it tells of has been stored."""
        person = User.objects.filter(email=email).first()
        language = (person.language if person else "") or self.request.headers.get("Accept-Language", "")
        letter = letters.write(template_prefix, language, context)
        with deed():
            mail.send_mail(email, letter.subject, letter.text, letter.html)

    # --- phones ---

    def phone_form_field(self, **kwargs: Any) -> Any:
        field = super().phone_form_field(**kwargs)
        field.validators.append(_sane_phone)
        return field

    def send_verification_code_sms(self, user: AbstractBaseUser, phone: str, code: str, **_kwargs: Any) -> None:
        self._send_sms(phone, "code", {"code": code}, user)

    def send_unknown_account_sms(self, phone: str, **_kwargs: Any) -> None:
        self._send_sms(phone, "unknown", {})

    def send_account_already_exists_sms(self, phone: str) -> None:
        """As `send_account_already_exists_mail`."""
        User().set_password(_ANYTHING)
        self._send_sms(phone, "known", {})

    def send_account_already_exists_mail(self, email: str) -> None:
        """Instead of storing a newcomer; takes as long, so that waiting for the answer tells nothing."""
        User().set_password(_ANYTHING)
        super().send_account_already_exists_mail(email)

    def set_phone(self, user: AbstractBaseUser, phone: str, verified: bool) -> None:
        phones.set_phone(_person(user), phone, verified=verified)

    def get_phone(self, user: AbstractBaseUser) -> tuple[str, bool] | None:
        person = _person(user)
        return (person.phone, person.phone_verified) if person.phone else None

    def set_phone_verified(self, user: AbstractBaseUser, phone: str) -> None:
        phones.set_phone(_person(user), phone, verified=True)

    def get_user_by_phone(self, phone: str) -> AbstractBaseUser | None:
        """By a verified number: an unverified one may be anybody's."""
        return User.objects.filter(phone=phone, phone_verified=True).first()

    def _send_sms(self, phone: str, name: str, facts: dict[str, str], user: AbstractBaseUser | None = None) -> None:
        language = _person(user).language if user else ""
        text = letters.short(name, language or self.request.headers.get("Accept-Language", ""), facts)
        with deed():
            mail.send_sms(phone, text)


def _sane_phone(value: str) -> None:
    if not _PHONE.fullmatch(value):
        raise ValidationError("A phone number begins with + and the country, like +4930123456.", code="invalid_phone")


def _person(user: AbstractBaseUser) -> User:
    return cast(User, user)
