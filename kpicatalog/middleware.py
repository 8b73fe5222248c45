"""Headers of every answer, and the language of the page."""

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.utils import translation


class SecurityHeadersMiddleware:
    """Adds the headers that Django 5.2 does not know. First of all, so that static files and errors carry them too.

    `SECURE_CSP` has the name and shape of Django 6, whose own middleware can take over.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.headers = {
            "Content-Security-Policy": "; ".join(
                f"{directive} {' '.join(sources)}" for directive, sources in settings.SECURE_CSP.items()
            ),
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in self.headers.items():
            response.headers.setdefault(name, value)
        return response


class LanguageFromPathMiddleware:
    """Activates the language that the path begins with, the default one where it names none.

    Django's LocaleMiddleware also looks at the visitor and so adds `Vary: Accept-Language` to unprefixed pages.
    """

    prefixes = {code for code, _ in settings.LANGUAGES} - {settings.LANGUAGE_CODE}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        segment = request.path_info.removeprefix("/").partition("/")[0]
        language = segment if segment in self.prefixes else settings.LANGUAGE_CODE
        # Not `override`: streamed files are written after this function has returned.
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class ShortQueryMiddleware:
    """Refuses an address of more parameters than Django allows by itself: only an editor's form needs more."""

    most = 1_000

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.META["QUERY_STRING"].count("&") >= self.most:
            raise TooManyFieldsSent
        return self.get_response(request)
