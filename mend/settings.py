"""Every setting of Mend, read once from the environment (see .env.example)."""

import os

from django.db.models import FETCH_PEERS
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from mend import environment, home, logs
from mend.roles import APP, OWNER
from mend.sign_in import *  # noqa: F403

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
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "accounts",
    "steps",
]

MIDDLEWARE = [
    "mend.reference.ReferenceMiddleware",
    "mend.body.WholeBodyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mend.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.devices.sessions.IdleMiddleware",
    "accounts.signing_in.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.sure.SureMiddleware",
    "mend.identity.IdentityMiddleware",
    "mend.clock.TimeZoneMiddleware",
    "mend.refusals.RefusalMiddleware",
    "mend.missing.MissingPageMiddleware",
    "steps.space.away.PutAwayMiddleware",
]

FORM_RENDERER = "mend.forms.FormRenderer"

ROOT_URLCONF = "mend.urls"
WSGI_APPLICATION = "mend.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["mend.dense.OurTemplates", "mend.dense.TemplatesOfApps"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "steps.journey.places.places",
            ],
            "builtins": ["mend.days"],
        },
    },
]

if EMBEDDED:
    _serves, _owns = environment.embedded_database(APP), environment.embedded_database(OWNER)
else:
    _serves = environment.database(os.environ["DATABASE_URL"])
    _owns = environment.database(os.environ.get("DATABASE_OWNER_URL", os.environ["DATABASE_URL"]))
# What is asked again and again is planned once by the database, for each of its connections.
_serves["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 3}
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

# In these allauth counts attempts, for all processes together.
CACHES = {"default": {"BACKEND": "accounts.attempts.cache.AttemptCache"}}

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

SESSION_ENGINE = "accounts.devices.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_AGE = None  # it goes with the browser, too
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
COOKIE_PREFIX = ""
MESSAGE_STORAGE = "mend.headers.MessageStorage"
if not EMBEDDED:
    # A name that browsers take from this very host alone, and only over HTTPS.
    COOKIE_PREFIX = "__Host-"
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid", f"{COOKIE_PREFIX}csrftoken"
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
