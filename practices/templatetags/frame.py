"""The frame round every page: the place in the menu, the other language, the way through the pages."""

from django import template
from django.utils.html import format_html

from practices.links import OtherLanguage, at_page, here, in_other_language

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
