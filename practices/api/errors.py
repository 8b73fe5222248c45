"""Every error of the API in one shape: {"status": 400, "errors": [{"field": "year", "message": "…"}]}.

`field` is the parameter that was not understood, null where the error is about none.
"""

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.response import Response

from practices.views.shared import open_to_all


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


def json(status: int) -> HttpResponse:
    answer = JsonResponse(
        body(status, {None: [message(status)]}), status=status, json_dumps_params={"ensure_ascii": False}
    )
    return open_to_all(answer)
