"""All settings, from the environment. A forgotten variable stops the process; it never opens a hole."""

import os
from pathlib import Path
from urllib.parse import quote

from kpicatalog import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = BASE_DIR / "var"

# Set by run.py only: loopback hosts, plain http and a secret of its own.
LOCAL = env.flag("CATALOGUE_LOCAL")
DEBUG = env.flag("DJANGO_DEBUG")

if LOCAL:
    SECRET_KEY = env.kept_secret(VAR / "secret_key")
    ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
else:
    SECRET_KEY = env.required("DJANGO_SECRET_KEY", "at least 50 random letters that nobody else knows")
    env.required("DJANGO_ALLOWED_HOSTS", "the site's host names, separated by commas")
    ALLOWED_HOSTS = env.listing("DJANGO_ALLOWED_HOSTS")

INSTALLED_APPS = [
    "practices.apps.EditorsSiteConfig",  # the admin
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django_filters",
    "simple_history",
    "practices",
]

MIDDLEWARE = [
    "kpicatalog.middleware.SecurityHeadersMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kpicatalog.middleware.LanguageFromPathMiddleware",
    "kpicatalog.middleware.ShortQueryMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "kpicatalog.urls"
WSGI_APPLICATION = "kpicatalog.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Data

DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{quote(str(VAR / 'catalogue.sqlite3'))}"
DATABASES = {"default": env.database(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Language and time: Thai first, English under /en/.

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}

# Security

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOCAL
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # asked by machines behind the proxy
SECURE_HSTS_SECONDS = 0 if LOCAL else 365 * 24 * 3600
# These bind all hosts of the owner's domain, for good: only when the owner agrees.
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.flag("DJANGO_HSTS_PRELOAD")
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if env.flag("DJANGO_BEHIND_PROXY"):
    # Only behind a proxy that sets this header itself: a visitor's own would be believed.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],  # the admin's; public pages have none
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}

# Who stands behind the site, whom readers write to, and the terms of reuse. What is not decided yet pages say to be so;
# `check --deploy` warns of it.
CATALOGUE_PUBLISHER = os.environ.get("CATALOGUE_PUBLISHER", "").strip()
CATALOGUE_CONTACT = env.contact("CATALOGUE_CONTACT")
CATALOGUE_LICENSE = env.license("CATALOGUE_LICENSE")

LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
CSRF_FAILURE_VIEW = "practices.errors.csrf_failure"

# On a machine that others use too, a session ends with the browser, or after half a day without use. EditorsSite renews
# it; SESSION_SAVE_EVERY_REQUEST would do so on public pages, which give nobody a cookie.
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# A chapter of the book with a remark on every line: Khon Kaen's page alone is 217 fields. Addresses stay shorter, see
# ShortQueryMiddleware.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Some texts of the longest that is taken, sent as %-codes: nine bytes a Thai letter. So what is too long comes back on
# its form, with a word beside it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Form fields for addresses complete "kpi.ac.th" with https, as Django 6 always does.
FORMS_URLFIELD_ASSUME_HTTPS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s", "datefmt": "%Y-%m-%dT%H:%M:%S%z"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"level": "INFO"},  # without Django's own handlers: one line each, mail to nobody
        "gunicorn.http.wsgi": {"level": "ERROR"},  # it warns of every HEAD: Django leaves cutting the body to it
    },
}
