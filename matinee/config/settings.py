"""Django's settings, derived from Matinee's own (`matinee.core.settings`)."""

from matinee.config.databases import databases
from matinee.core.settings import current

MATINEE = current()

DEBUG = False
SECRET_KEY = "nothing here is signed yet"  # noqa: S105 - replaced below as soon as sessions exist
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", "testserver", MATINEE.host, *MATINEE.allowed_hosts]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "matinee.core",
    "matinee.accounts",
    "matinee.images",
    "matinee.catalog",
    "matinee.system",
    "matinee.config",
]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
ROOT_URLCONF = "matinee.config.urls"
APPEND_SLASH = False
DATABASES = databases(MATINEE)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LOGGING_CONFIG = None
