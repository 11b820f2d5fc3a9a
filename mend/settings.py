"""Every setting of Mend, read once from the environment (see .env.example)."""

import os

from django.db.models import FETCH_PEERS
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from mend import environment, home, logs
from mend.roles import APP, OWNER

BASE_DIR = home.CHECKOUT

# Without DATABASE_URL: the embedded server, for one machine. With it: production.
EMBEDDED = not os.environ.get("DATABASE_URL")
DEBUG = environment.flag("DEBUG", default=EMBEDDED)
ALLOWED_HOSTS = environment.hosts(debug=DEBUG, embedded=EMBEDDED)
SECRET_KEY = home.secret_key() if EMBEDDED else environment.secret("SECRET_KEY")
# The keys that wrap everybody's keys, by their ids; the first one wraps.
KEYS = environment.keys(embedded=EMBEDDED)

INSTALLED_APPS = [
    "mend",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "accounts",
    "steps",
]

MIDDLEWARE = [
    "mend.reference.ReferenceMiddleware",
    "mend.body.WholeBodyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mend.headers.NoStoreMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.signing_in.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mend.identity.IdentityMiddleware",
    "mend.clock.TimeZoneMiddleware",
    "mend.refusals.RefusalMiddleware",
    "mend.missing.MissingPageMiddleware",
]

FORM_RENDERER = "mend.forms.FormRenderer"

ROOT_URLCONF = "mend.urls"
WSGI_APPLICATION = "mend.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "steps.journey.places.places",
            ],
        },
    },
]

if EMBEDDED:
    _serves, _owns = environment.embedded_database(APP), environment.embedded_database(OWNER)
else:
    _serves = environment.database(os.environ["DATABASE_URL"])
    _owns = environment.database(os.environ.get("DATABASE_OWNER_URL", os.environ["DATABASE_URL"]))
_serves["OPTIONS"]["server_side_binding"] = True
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **_serves,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
}
# migrate and flush swap these into the connection; nothing else may.
DATABASE_OWNER = {key: _owns[key] for key in ("USER", "PASSWORD", "HOST", "PORT")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "landing"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"signup": "accounts.forms.SignupForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
# allauth can offer another address only for a new account, which would tell them from known ones.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = "mend.formats"
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = home.home() / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "mend.static.NamedByContent"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = False

DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("MAIL_FROM", "post@localhost")
OUTBOX = home.home() / "outbox"
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(OUTBOX)},
    }
    if EMBEDDED
    else {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": environment.smtp(),
    }
}

SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
if not EMBEDDED:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = environment.flag("SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    # Other names below or beside ours are not ours to promise.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    if environment.flag("BEHIND_PROXY", default=False):
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        # Tries to sign in are limited by address; the proxy's own would be one for everybody.
        ALLAUTH_TRUSTED_PROXY_COUNT = 1

LOGGING = logs.CONFIG

_ours = "script-src style-src img-src connect-src form-action manifest-src worker-src"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    **{kind: [CSP.SELF] for kind in _ours.split()},
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
}

FETCH_MODE = FETCH_PEERS

# Where "Leave this page" goes: a site that everybody may have open.
NEUTRAL_SITE = os.environ.get("NEUTRAL_SITE", "https://www.wikipedia.org/")
