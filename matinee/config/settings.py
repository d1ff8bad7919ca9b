"""Django's settings, derived from Matinee's own (`matinee.core.settings`)."""

from django.utils.functional import SimpleLazyObject

from matinee.config.caches import caches
from matinee.config.databases import databases
from matinee.config.datadir import signing_key
from matinee.core.settings import current

MATINEE = current()

DEBUG = False
# On first use: whoever only reads the settings (a type checker, `--help`) makes no file.
SECRET_KEY = SimpleLazyObject(lambda: MATINEE.secret_key.get_secret_value() or signing_key(MATINEE.data_dir))
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver", MATINEE.host, *MATINEE.allowed_hosts]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "matinee.accounts.flows.apps.SocialAccounts",
    "allauth.socialaccount.providers.facebook",
    "allauth.socialaccount.providers.github",
    "allauth.socialaccount.providers.google",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.socialaccount.providers.twitter_oauth2",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    "matinee.core",
    "matinee.accounts",
    "matinee.images",
    "matinee.catalog",
    "matinee.library",
    "matinee.notifications",
    "matinee.system",
    "matinee.config",
]
MIDDLEWARE = [  # what is the same for every answer is done once, in the front hall
    "matinee.config.problems.Problems",
    "matinee.accounts.flows.answers.FlowAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "matinee.accounts.identify.Identify",
]
ROOT_URLCONF = "matinee.config.urls"
APPEND_SLASH = False
DATABASES = databases(MATINEE)
CACHES = caches(MATINEE)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

# People, and how they sign in (matinee/accounts). The flows are allauth's; what they mean here is said in its adapters.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
] + [{"NAME": "matinee.accounts.flows.passwords.MaximumLength"}]
PASSWORD_HASHERS = [  # the first hashes; the others are known from imports, and replaced at the next sign-in
    "matinee.accounts.flows.passwords.Argon2id",
    "django.contrib.auth.hashers.BCryptPasswordHasher",
    "django.contrib.auth.hashers.BCryptSHA256PasswordHasher",
]

SESSION_COOKIE_AGE = 7 * 24 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"  # Secure is added by the front hall, behind https
CSRF_FAILURE_VIEW = "matinee.accounts.flows.answers.csrf_failure"

HEADLESS_ONLY = True
HEADLESS_ADAPTER = "matinee.accounts.flows.headless.HeadlessAdapter"
HEADLESS_TOKEN_STRATEGY = "matinee.accounts.flows.tokens.TokenStrategy"  # noqa: S105 - a class
HEADLESS_SERVE_SPECIFICATION = True  # its text becomes part of ours, see config/flow_schema.py
HEADLESS_SPECIFICATION_TEMPLATE_NAME = None
HEADLESS_FRONTEND_URLS = {
    "account_signup": "/sign-up",
    "account_reset_password": "/reset-password",
    "account_confirm_email": "/verify-email",
    "account_reset_password_from_key": "/reset-password",
    "socialaccount_login_error": "/sign-in/error",
}
ACCOUNT_ADAPTER = "matinee.accounts.flows.account.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "phone", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "matinee.accounts.flows.forms.SignUpForm"
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
# An address is not exchanged before it is proven: that is possible only for one that is not known yet, which would
# tell so, and it would free an invitation from the address that it is for.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_CHANGE = ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 10 * 60  # mail may be slow
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
SOCIALACCOUNT_ADAPTER = "matinee.accounts.flows.social.SocialAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False  # who comes that way chooses a name, and needs an invitation like everybody else
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an account is its issuer and subject, whatever e-mail address it has
SOCIALACCOUNT_STORE_TOKENS = False
_PROVIDERS = "matinee.accounts.flows.social_providers."
SOCIALACCOUNT_PROVIDERS = {
    "facebook": {
        "provider_class": f"{_PROVIDERS}Facebook",
        "FIELDS": ["id", "email", "name", "first_name", "last_name"],
    },
    "github": {"provider_class": f"{_PROVIDERS}GitHub", "SCOPE": ["read:user", "user:email"]},
    "google": {"provider_class": f"{_PROVIDERS}Google", "SCOPE": ["openid", "profile", "email"]},
    "openid_connect": {"provider_class": f"{_PROVIDERS}OpenId"},
    "twitter_oauth2": {
        "provider_class": f"{_PROVIDERS}X",
        "SCOPE": ["users.read", "tweet.read", "users.email"],
        "FIELDS": ["id", "name", "username", "confirmed_email"],
    },
}
USERSESSIONS_ADAPTER = "matinee.accounts.flows.sessions.SessionsAdapter"
MFA_ADAPTER = "matinee.accounts.flows.mfa.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # browsers themselves allow passkeys on https and localhost alone
LOGGING_CONFIG = None
