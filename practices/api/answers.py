"""What all answers of the API share: who may ask, compact JSON, and one shape of every error.

An error is {"status": 400, "errors": [{"field": "year", "message": "…"}]}. `field` is the parameter that was not
understood, null where the error is about none.
"""

from collections.abc import Iterable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from practices.language import Text
from practices.views.shared import open_to_all

METHODS = "GET, HEAD, OPTIONS"
JSON = {"application/json", "application/*", "*/*"}
MESSAGES = {
    400: _("ไม่เข้าใจคำขอนี้"),
    404: _("ไม่พบสิ่งที่ขอ"),
    405: _("อ่านได้เท่านั้น ใช้ GET หรือ HEAD"),
    406: _("ให้ได้เฉพาะ JSON"),
}


def api_view(view):
    """Read by anyone from anywhere, as JSON or not at all; changes nothing."""

    @csrf_exempt
    @wraps(view)
    def wrapped(request, **kwargs):
        response: HttpResponse
        if not takes_json(request):
            response = error(406)
        elif request.method == "OPTIONS":
            response = preflight()
        elif request.method not in ("GET", "HEAD"):
            response = error(405)
        else:
            response = view(request, **kwargs)
        response.headers["Allow"] = METHODS
        return open_to_all(response)

    return wrapped


def takes_json(request: HttpRequest) -> bool:
    """Whether the reader takes JSON, in whatever charset: `request.accepts` would refuse one who names his."""
    return any(f"{one.main_type}/{one.sub_type}" in JSON for one in request.accepted_types)


def preflight() -> HttpResponse:
    """What a browser asks before it reads from another site's page."""
    allowed = {"Access-Control-Allow-Methods": METHODS, "Access-Control-Allow-Headers": "*"}
    return HttpResponse(status=204, headers=allowed)


def answer(data: dict, status: int = 200) -> JsonResponse:
    """The data as JSON without needless spaces, its Thai as it is written."""
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})


def error(status: int, messages: Mapping[Any, Iterable[Text]] | None = None) -> JsonResponse:
    """An error with what is said of each parameter, by its name, or else what its status means."""
    said = messages or {None: [MESSAGES[status]]}
    errors = [{"field": field, "message": str(text)} for field, texts in said.items() for text in texts]
    return answer({"status": status, "errors": errors}, status)
