"""The frame round every page: the menu's place, the other language, who stands behind it all, the way through pages."""

from contextlib import suppress
from html import unescape
from typing import NamedTuple

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from practices.links import OtherLanguage, at_page, contact, here, in_other_language, letter

register = template.Library()


@register.simple_tag(takes_context=True)
def current(context, section: str) -> str:
    """Marks the menu's link to the page's section; a section's pages are named `section`, `section-list`, `section-…`.

    Error pages stand outside the menu.
    """
    match = getattr(context.get("request"), "resolver_match", None)
    name = match.url_name or "" if match else ""
    if name in (section, f"{section}-list"):
        return format_html(' aria-current="{}"', "page")
    if name.startswith(f"{section}-"):
        return format_html(' aria-current="{}"', "true")
    return ""


@register.simple_tag(takes_context=True)
def other_language(context) -> OtherLanguage | None:
    """The page and its filters in the other language; None where the request is not known, as on the page for 400."""
    request = context.get("request")
    return request and in_other_language(request.get_full_path())


class Steward(NamedTuple):
    """Who stands behind the site, whom to write to, and the terms of reuse; "" and None for what is not decided."""

    publisher: str
    contact: str  # as it is read
    href: str  # as a link
    letter: str  # the same with this page named in it
    license: tuple[str, str] | None  # its address and its name


@register.simple_tag(takes_context=True)
def steward_of(context) -> Steward:
    """The site's steward, as a page tells of it."""
    return Steward(
        settings.CATALOGUE_PUBLISHER,
        settings.CATALOGUE_CONTACT,
        contact(),
        _letter(context) if contact() else "",
        settings.CATALOGUE_LICENSE,
    )


def _letter(context) -> str:
    """The address of a letter about the page."""
    lines = [
        _("หน้า: %(address)s") % {"address": _address(context.get("request"))},
        "",
        _("สิ่งที่ผิด สิ่งที่ขาด หรือสิ่งที่ยืนยันว่าถูกต้อง:"),
        "",
        _("แหล่งข้อมูลหรือหลักฐาน:"),
        "",
    ]
    return letter(_("ทำเนียบรางวัลพระปกเกล้า: %(title)s") % {"title": unescape(block(context, "title"))}, lines)


def _address(request) -> str:
    """The page's address in full; "" where the request is not known, or came under a stranger's host."""
    with suppress(DisallowedHost):
        return request.build_absolute_uri() if request else ""
    return ""


def block(context, name: str) -> str:
    """A block of the page once more: templates cannot name a block twice."""
    text = context.render_context[BLOCK_CONTEXT_KEY].get_block(name).render(context)
    return mark_safe(" ".join(text.split()))  # noqa: S308 escaped where it was written


@register.inclusion_tag("parts/pager.html", takes_context=True)
def pager(context, page):
    """Links to the pages of a list, with the address's other parameters kept; nothing for a single page."""
    request = context["request"]

    def link(number: int) -> str:
        return here(request, at_page(request.GET, number))

    return {
        "previous": link(page.previous_page_number()) if page.has_previous() else "",
        "next": link(page.next_page_number()) if page.has_next() else "",
        "steps": [
            (number, "" if number == page.paginator.ELLIPSIS else link(number), number == page.number)
            for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        ]
        if page.has_other_pages()
        else [],
    }
