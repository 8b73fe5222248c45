"""The admin as a site of its own: nothing typed is lost with the session, nor with the token against forgery.

What was posted to a form that could not be taken travels in one signed field, KEPT, through the log-in page or straight
back. A form that reads it shows what was typed and saves nothing: only the editor's own next press of the button does.
"""

import time
from functools import update_wrapper

from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core import signing
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

KEPT = "_kept"
RENEWED_EVERY = 60 * 60  # seconds; a page only read should not wait for the database to be written


class Completions(AutocompleteJsonView):
    """What completes the typing; bodies of one name are told apart by where they are."""

    def serialize_result(self, obj, to_field_name):
        result = super().serialize_result(obj, to_field_name)
        return result | {"text": getattr(obj, "name_and_place", result["text"])}


class EditorsSite(admin.AdminSite):
    site_header = site_title = _("งานแก้ไขทำเนียบท้องถิ่น รางวัลพระปกเกล้า")
    index_title = _("เลือกสิ่งที่จะแก้ไข")
    enable_nav_sidebar = False  # seven models: the index is one click away, and the form needs the room

    def admin_view(self, view, cacheable=False):
        checked = super().admin_view(view, cacheable)

        def answer(request, *args, **kwargs):
            if not self.has_permission(request) and request.method == "POST" and keeps(request):
                response = self.log_in_here(request)
                if not self.has_permission(request):
                    return response
            if self.has_permission(request):
                renew(request.session)
            return checked(request, *args, **kwargs)

        return update_wrapper(answer, checked)

    def autocomplete_view(self, request):
        return Completions.as_view(admin_site=self)(request)

    def log_in_here(self, request):
        """The log-in page at the form's own address, carrying what was typed for as long as it takes."""
        if KEPT not in request.POST:
            request.POST = packed(request.POST)
        if "username" not in request.POST:
            request.method = "GET"  # nobody has tried to log in yet
        return self.login(request, {"kept": request.POST[KEPT]})


def renew(session):
    """Put off the end of a session that is in use."""
    now = time.time()
    if now - session.get("used", 0) > RENEWED_EVERY:
        session["used"] = now


def keeps(request) -> bool:
    """Whether the address is that of a form of the catalogue. Others may hold a password, which should not travel."""
    match = request.resolver_match
    keeps_typing = getattr(getattr(match.func, "model_admin", None), "keeps_typing", False)
    return keeps_typing and match.url_name.endswith(("_add", "_change"))


def packed(data: QueryDict) -> QueryDict:
    """A form of one field that holds all that was posted; the one it came in, if it came so."""
    kept = QueryDict(mutable=True)
    kept[KEPT] = data.get(KEPT) or signing.dumps(data.urlencode(), salt=KEPT, compress=True)
    return kept


def unpacked(data: QueryDict) -> QueryDict:
    """What was posted at first, marked so that it will not be saved.

    Signed, because a stranger's could unfold to a thousand times its size.
    """
    try:
        posted = QueryDict(query_string=signing.loads(str(data[KEPT]), salt=KEPT), mutable=True)
    except signing.BadSignature:
        raise SuspiciousOperation("What was kept of a form is not what was sent.") from None
    posted[KEPT] = "1"
    return posted
