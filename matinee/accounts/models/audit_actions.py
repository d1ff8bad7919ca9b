"""Everything the audit log tells of, in one place. A name once used is in people's logs and stays."""

from enum import StrEnum


class AuditAction(StrEnum):
    """What was done."""

    # Coming and going
    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED_OUT = "locked_out"
    SIGNED_OUT = "signed_out"
    SESSION_ENDED = "session_ended"
    REAUTHENTICATED = "reauthenticated"
    TOKEN_REFRESHED = "token_refreshed"  # noqa: S105 - no secret, the name of a deed
    TOKEN_REUSED = "token_reused"  # noqa: S105

    # One's own account
    SIGNED_UP = "signed_up"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    PASSWORD_RESET = "password_reset"  # noqa: S105
    EMAIL_CHANGED = "email_changed"
    EMAIL_VERIFIED = "email_verified"
    PHONE_CHANGED = "phone_changed"
    PHONE_VERIFIED = "phone_verified"
    AUTHENTICATOR_ADDED = "authenticator_added"
    AUTHENTICATOR_REMOVED = "authenticator_removed"
    RECOVERY_CODES_MADE = "recovery_codes_made"
    IDENTITY_LINKED = "identity_linked"
    IDENTITY_UNLINKED = "identity_unlinked"
    SERVICE_LINKED = "service_linked"
    SERVICE_UNLINKED = "service_unlinked"
    API_TOKEN_MADE = "api_token_made"  # noqa: S105
    API_TOKEN_REVOKED = "api_token_revoked"  # noqa: S105
    DATA_EXPORTED = "data_exported"
    ACCOUNT_DELETED = "account_deleted"

    # What administrators do
    SET_UP = "set_up"
    PERSON_MADE = "person_made"
    PERSON_CHANGED = "person_changed"
    ROLE_CHANGED = "role_changed"
    PERSON_DELETED = "person_deleted"
    INVITATION_MADE = "invitation_made"
    INVITATION_USED = "invitation_used"
    INVITATION_WITHDRAWN = "invitation_withdrawn"
    SETTINGS_CHANGED = "settings_changed"
    SECRET_CHANGED = "secret_changed"  # noqa: S105
    SECRET_READ = "secret_read"  # noqa: S105
    SECRETS_ROTATED = "secrets_rotated"
    REVIEW_HIDDEN = "review_hidden"
    REVIEW_UNHIDDEN = "review_unhidden"

    # The log itself
    AUDIT_PRUNED = "audit_pruned"
    AUDIT_BROKEN = "audit_broken"
