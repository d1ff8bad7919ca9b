"""Phone numbers."""

from matinee.accounts.actions.audit import note
from matinee.accounts.models import AuditAction, User
from matinee.core.deeds import deed


@deed
def set_phone(user: User, phone: str, *, verified: bool) -> None:
    """From now on this is theirs, or claimed by them; "" removes it. Whoever proves a number takes it from others."""
    if verified:
        User.objects.filter(phone=phone).exclude(pk=user.pk).update(phone="", phone_verified=False)
    changed = (user.phone, user.phone_verified) != (phone, verified)
    user.phone, user.phone_verified = phone, verified and bool(phone)
    user.save(update_fields=["phone", "phone_verified"])
    if changed:
        note(AuditAction.PHONE_VERIFIED if user.phone_verified else AuditAction.PHONE_CHANGED, actor=user)
