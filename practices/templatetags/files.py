"""The files of a list: the rows on the page, taken along."""

from django import template

from practices.links import LISTS, files

register = template.Library()

register.simple_tag(files)


@register.simple_tag(takes_context=True)
def files_here(context, query: str) -> dict[str, str]:
    """The files of the list that this page shows."""
    page = context["request"].resolver_match.url_name
    return files(next(table for table, name in LISTS.items() if name == page), query)
