"""The deeds around people."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matinee.accounts.models import User
from matinee.core.errors import BadInput, FieldProblem, NotFound


def create_user(username: str, password: str, *, email: str = "", is_admin: bool = False) -> User:
    """Make a person known. Raises BadInput naming `username`, `password` or `email`."""
    user = User(username=username.strip(), email=email.strip(), is_admin=is_admin)
    try:
        user.full_clean(exclude=["password"], validate_unique=False)
    except ValidationError as error:
        raise _bad_input(error) from None
    _set_password(user, password)
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        raise BadInput.at("username", f'"{user.username}" is taken') from None
    return user


def change_password(username: str, password: str) -> None:
    """Give a person a new password. Raises NotFound, or BadInput naming `password`."""
    user = User.objects.filter(username=username).first()
    if user is None:
        raise NotFound(f'There is no user "{username}"')
    _set_password(user, password)
    user.save(update_fields=["password"])


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise BadInput(
            " ".join(error.messages), fields=tuple(FieldProblem("password", text) for text in error.messages)
        ) from None
    user.set_password(password)


def _bad_input(error: ValidationError) -> BadInput:
    fields = tuple(FieldProblem(name, text) for name, texts in error.message_dict.items() for text in texts)
    return BadInput("; ".join(f"{field.field}: {field.message}" for field in fields), fields=fields)
