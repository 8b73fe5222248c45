"""What a page tells those who link to it or cite it: its one address in each language, its title, picture and facts."""

from django import template
from django.conf import settings
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext, override

from practices.exports import jsonld
from practices.exports.citation import text
from practices.links import addresses, facts_of, site_of
from practices.templatetags.catalogue import mark_thai, unbroken
from practices.templatetags.frame import block

register = template.Library()

# As Open Graph writes languages; our English is spelt the British way.
LOCALES = {"th": "th_TH", "en": "en_GB"}


@register.inclusion_tag("parts/share.html", takes_context=True)
def share(context):
    """The page's place in the web.

    A list puts what it understood of its address into `canonical_query`, a page about something its facts into
    `linked_data`.
    """
    request = context["request"]
    own = get_language()
    by_language = addresses(request, context.get("canonical_query", QueryDict()))
    crumbs = context.get("crumbs", [])
    way = [jsonld.breadcrumbs([(gettext("หน้าแรก"), reverse("home")), *crumbs], site_of(request))]
    return {
        "canonical": by_language[own],
        "addresses": {**by_language, "x-default": by_language[settings.LANGUAGE_CODE]},
        "title": block(context, "title"),
        "description": block(context, "description"),
        "picture": request.build_absolute_uri(static("img/og.png")),
        "locale": LOCALES[own],
        "other_locales": [locale for language, locale in LOCALES.items() if language != own],
        "data": [jsonld.script(facts) for facts in [*context.get("linked_data", []), *(way if crumbs else [])]],
    }


@register.inclusion_tag("parts/cite.html", takes_context=True)
def cite(context, work):
    """A finished citation in both languages, and the same as files."""
    site = site_of(context["request"])
    return {
        "texts": [(language, _citation(language, work, site)) for language in LOCALES],
        "address": work.page.get_absolute_url(),
        "facts": facts_of(work.page),
    }


def _citation(language, work, site):
    with override(language):
        return unbroken(mark_thai(text(work, site)))
