"""People's pictures."""

from django.db import transaction

from matinee.accounts.models import User
from matinee.core.deeds import deed
from matinee.images import uploads


def give_picture(user: User, data: bytes) -> None:
    """Show this picture of them from now on. Raises BadInput naming `file` when it is none."""
    _show(user, uploads.keep(data))


def remove_picture(user: User) -> None:
    """Show none."""
    _show(user, "")


@deed
def _show(user: User, image: str) -> None:
    old, user.picture = user.picture, image
    user.save(update_fields=["picture"])
    # Two people may have given the same picture, which is then one file.
    if old and old != image and not User.objects.filter(picture=old).exists():
        transaction.on_commit(lambda: uploads.forget(old))


def forget_unused() -> int:
    """Delete pictures that nobody shows, which a process that died in between leaves behind; how many."""
    return uploads.forget_unused(set(User.objects.exclude(picture="").values_list("picture", flat=True)))
