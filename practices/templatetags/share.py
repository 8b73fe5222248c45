"""What a page tells those who link to it or cite it: its one address in each language, its title, picture and facts."""

from urllib.parse import quote, urlencode

from django import template
from django.conf import settings
from django.http import QueryDict
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, override

from practices.exports import jsonld
from practices.exports.citation import text
from practices.links import addresses, facts_of, site_of
from practices.templatetags.catalogue import mark_thai

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
        "title": _block(context, "title"),
        "description": _block(context, "description"),
        "picture": request.build_absolute_uri(static("img/og.png")),
        "locale": LOCALES[own],
        "other_locales": [locale for language, locale in LOCALES.items() if language != own],
        "data": [jsonld.script(facts) for facts in [*context.get("linked_data", []), *(way if crumbs else [])]],
    }


def _block(context, name):
    """A block of the page once more: templates cannot name a block twice."""
    text = context.render_context[BLOCK_CONTEXT_KEY].get_block(name).render(context)
    return mark_safe(" ".join(text.split()))  # noqa: S308 escaped where it was written


@register.inclusion_tag("parts/cite.html", takes_context=True)
def cite(context, work):
    """A finished citation in both languages, the same as files, and the way to report a mistake."""
    site = site_of(context["request"])
    return {
        "texts": [(language, _citation(language, work, site)) for language in LOCALES],
        "address": work.page.get_absolute_url(),
        "facts": facts_of(work.page),
        "report": _report(work, f"{site}{work.page.get_absolute_url()}"),
    }


def _citation(language, work, site):
    with override(language):
        return mark_thai(text(work, site))


def _report(work, address):
    """The address of a letter that says which page it is about; "" where nobody is there to read it."""
    if not settings.CATALOGUE_CONTACT:
        return ""
    subject = gettext("แจ้งข้อผิดพลาด: %(key)s") % {"key": work.key}
    lines = [
        gettext("หน้า: %(address)s") % {"address": address},
        gettext("รายการ: %(key)s") % {"key": work.key},
        "",
        gettext("สิ่งที่ผิด:"),
        "",
        gettext("ที่ถูกต้อง และแหล่งข้อมูล:"),
        "",
    ]
    parameters = urlencode({"subject": subject, "body": "\r\n".join(lines)}, quote_via=quote)
    return f"mailto:{quote(settings.CATALOGUE_CONTACT, safe='@')}?{parameters}"
