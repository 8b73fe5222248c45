"""The site's answers to what cannot be answered: as a page, to editors as a page of theirs, under /api/ as JSON."""

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, get_language_from_path, override
from django.utils.translation import gettext_lazy as _
from django.views import defaults

from practices.admin_site import keeps, packed
from practices.api.answers import error
from practices.views.shared import NotYetFound, open_to_all


def bad_request(request, exception) -> HttpResponseBase:
    """The site's answer to a request that is refused before it is read, such as one with more than 1,000 parameters.

    A stranger's host is refused before the middleware has read the path, while the last page's language is active.
    """
    if isinstance(exception, TooManyFieldsSent | RequestDataTooBig) and is_editors(request):
        return too_much(request)
    with override(get_language_from_path(request.path_info) or settings.LANGUAGE_CODE):
        return open_to_all(error(400)) if is_api(request) else defaults.bad_request(request, exception)


def page_not_found(request, exception) -> HttpResponseBase:
    """The site's answer to an unknown address."""
    if is_api(request):
        return open_to_all(error(404))
    if isinstance(exception, NotYetFound):
        return render(request, "404.html", {"missing": exception}, status=404)
    return defaults.page_not_found(request, exception)


def is_api(request) -> bool:
    return request.path_info.removeprefix(f"/{get_language()}").startswith("/api/")


def is_editors(request) -> bool:
    return request.path_info.startswith(reverse("admin:index"))


def csrf_failure(request, reason=""):
    """The answer to a form whose token is not today's: mostly, the editor has logged in again in another tab.

    The form comes back with everything in it. That is safe although the token was not: the browser itself says that the
    form was ours, so no other site can put words into an editor's form; and the request goes on with nothing but KEPT
    in it, which a form only shows. Neither the words nor a password in it can be acted upon.
    """
    ours = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    match = request.resolver_match
    if not ours or not keeps(request):
        why = _("แบบฟอร์มเปิดไว้นานเกินไป หรือเบราว์เซอร์ไม่รับคุกกี้ จึงยังไม่ได้เปลี่ยนแปลงอะไร เปิดหน้านั้นใหม่แล้วทำอีกครั้ง")
        return refused(request, 403, _("ส่งแบบฟอร์มไม่สำเร็จ"), why)
    request.POST = packed(request.POST)
    request.csrf_processing_done = True  # else the form's own view would ask for the token, and refuse, again
    return match.func(request, *match.args, **match.kwargs)


def too_much(request):
    """The answer to a form of more fields or letters than are read at once; they cannot be shown again."""
    why = _(
        "แบบฟอร์มนี้มีช่องหรือข้อความมากกว่าที่ระบบอ่านได้ในครั้งเดียว จึงยังไม่ได้บันทึก "
        "กดย้อนกลับในเบราว์เซอร์ แล้วบันทึกทีละส่วน สิ่งที่พิมพ์ค้างไว้กู้คืนได้ที่หัวแบบฟอร์ม"
    )
    return refused(request, 400, _("ส่งมากกว่าที่รับได้ในครั้งเดียว"), why)


def refused(request, status, title, why):
    context = {**admin.site.each_context(request), "title": title, "why": why}
    return render(request, "admin/refused.html", context, status=status)
