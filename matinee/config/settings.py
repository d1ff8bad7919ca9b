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
    "matinee.core",
    "matinee.accounts",
    "matinee.images",
    "matinee.catalog",
    "matinee.system",
    "matinee.config",
]
MIDDLEWARE = ["matinee.config.problems.Problems"]  # the rest is done once, in the front hall
ROOT_URLCONF = "matinee.config.urls"
APPEND_SLASH = False
DATABASES = databases(MATINEE)
CACHES = caches(MATINEE)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LOGGING_CONFIG = None
