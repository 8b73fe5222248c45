"""Every error of the API in one shape: {"status": 400, "errors": [{"field": "year", "message": "…"}]}.

`field` is the parameter that was not understood, null where the error is about none.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_path, override
from django.utils.translation import gettext as _
from django.views import defaults
from rest_framework import exceptions
from rest_framework.response import Response

from practices.admin_site import too_much
from practices.views.open import open_to_all


def body(status: int, messages: dict[str | None, list[str]]) -> dict:
    errors = [{"field": field, "message": str(text)} for field, texts in messages.items() for text in texts]
    return {"status": status, "errors": errors}


def message(status: int) -> str:
    return {
        400: _("ไม่เข้าใจคำขอนี้"),
        404: _("ไม่พบสิ่งที่ขอ"),
        405: _("อ่านได้เท่านั้น ใช้ GET หรือ HEAD"),
        406: _("ให้ได้เฉพาะ JSON"),
    }[status]


def handler(error: Exception, context: dict) -> Response | None:
    """Django REST Framework's way from an exception to an answer; None for what is no fault of the reader."""
    if isinstance(error, exceptions.ValidationError):
        return Response(body(400, error.detail), status=400)
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    if isinstance(error, exceptions.APIException):
        status = error.status_code
        return Response(body(status, {None: [message(status)]}), status=status)
    return None


def is_api(request) -> bool:
    return request.path_info.removeprefix(f"/{get_language()}").startswith("/api/")


def is_editors(request) -> bool:
    return request.path_info.startswith(reverse("admin:index"))


def bad_request(request, exception) -> HttpResponse:
    """The site's answer to a request that is refused before it is read, such as one with more than 1,000 parameters.

    A stranger's host is refused before the middleware has read the path, while the last page's language is active.
    """
    if isinstance(exception, TooManyFieldsSent | RequestDataTooBig) and is_editors(request):
        return too_much(request)
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        return json(400) if is_api(request) else defaults.bad_request(request, exception)


def page_not_found(request, exception) -> HttpResponse:
    """The site's answer to an unknown address."""
    return json(404) if is_api(request) else defaults.page_not_found(request, exception)


def json(status: int) -> HttpResponse:
    answer = JsonResponse(
        body(status, {None: [message(status)]}), status=status, json_dumps_params={"ensure_ascii": False}
    )
    return open_to_all(answer)
