"""The frame round every page: addresses in the page's language, the place in the menu, the way through the pages."""

from typing import NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def address(path: str) -> str:
    """The site's own path in the language of the page: "/awards/", "/en/awards/"."""
    return in_language(get_language() or settings.LANGUAGE_CODE, path)


def in_language(language: str, path: str) -> str:
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


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


class Tongue(NamedTuple):
    """The same page in the other language."""

    code: str
    name: str
    href: str


@register.simple_tag(takes_context=True)
def switch_language(context) -> Tongue | None:
    """The page and its filters in the other language; None where the request is not known, as on the page for 400."""
    request = context.get("request")
    return request and other_tongue(request.get_full_path())


def other_tongue(full_path: str) -> Tongue:
    """The address in the other language: Thai has no prefix, English stands under /en/."""
    prefix, slash, rest = full_path.removeprefix("/").partition("/")
    if prefix == "en" and slash:
        # A path may not begin with two slashes: the second would name another host.
        return Tongue("th", "ภาษาไทย", f"/{rest.lstrip('/')}")
    return Tongue("en", "English", in_language("en", full_path))


@register.inclusion_tag("_pager.html", takes_context=True)
def pager(context, page):
    """Links to the pages of a list, with the address's other parameters kept; nothing for a single page."""

    def link(number: int) -> str:
        return page_address(context["request"], number)

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


def page_address(request: HttpRequest, number: int) -> str:
    """The list's address at another page; the first page has no number, so that a page has one address."""
    parameters = request.GET.copy()
    parameters.pop("page", None)
    if number > 1:
        parameters["page"] = number
    return f"{request.path}?{parameters.urlencode()}" if parameters else request.path
