"""Who asks, as the views of accounts need them."""

from django.http import HttpRequest

from matinee.accounts import queries
from matinee.accounts.models import User
from matinee.core.access import viewer


def asking(request: HttpRequest) -> User:
    """The person who asks; the gate has seen to it that there is one."""
    return queries.person(viewer(request).user_id)
