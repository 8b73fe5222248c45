"""The facts of a page as JSON-LD in the words of schema.org. What no source states is left out, never guessed.

Executives are left out too: a reader of such data would take who held an office in the award year for who holds it now.
`site` is scheme and host, put before the site's own paths.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from practices.facts import permalink
from practices.facts.profile import PROFILE
from practices.language import in_active_language
from practices.models import AwardEntry, Municipality
from practices.thai.calendar import be_to_ce
from practices.wording import award, year

CONTEXT = "https://schema.org"
COUNTRY = "TH"

Thing = dict[str, Any]

# What would end the script, or begin a comment in it, as Django's json_script writes it.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def script(thing: Thing) -> SafeString:
    """A data block that no browser runs."""
    text = json.dumps({"@context": CONTEXT, **thing}, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308 escaped above


def breadcrumbs(steps: Iterable[tuple[str, str]], site: str) -> Thing:
    """The way from the front page to a page: (label, path); the page itself, which comes last, has no path."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            _stated({"@type": "ListItem", "position": position, "name": str(label), "item": path and f"{site}{path}"})
            for position, (label, path) in enumerate(steps, 1)
        ],
    }


def body(municipality: Municipality, entries: Iterable[AwardEntry], site: str) -> Thing:
    """A body as it stands today, with its awards."""
    facts = {"address": _postal(municipality), "award": [_award(entry) for entry in entries]}
    return _organization(municipality, municipality.slug, site, facts)


def entry(award_entry: AwardEntry, site: str) -> Thing:
    """A body as the sources show it in one award year."""
    place = award_entry.municipality
    printed = {"streetAddress": award_entry.address, "postalCode": award_entry.postcode}
    facts = {
        "address": _postal(place) | _stated(printed),
        "telephone": award_entry.phone,
        "faxNumber": award_entry.fax,
        "slogan": award_entry.vision,
        "award": _award(award_entry),
        "areaServed": _area(award_entry),
    }
    return _organization(award_entry, place.slug, site, facts)


MEDIA_TYPES = {
    "CSV": "text/csv",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Atom": "application/atom+xml",
    "JSON": "application/json",
    "ZIP": "application/zip",
}


def dataset(
    coverage: Mapping[str, int | None],
    changed: datetime | None,
    files: Iterable[tuple[str, str, str]],
    site: str,
) -> Thing:
    """The catalogue as open data. `files` are (title, format, path). Publisher and licence stay out until decided."""
    license, publisher = settings.CATALOGUE_LICENSE, settings.CATALOGUE_PUBLISHER
    first, last = coverage["first"], coverage["last"]
    return _stated(
        {
            "@type": "Dataset",
            "@id": f"{site}/data/#dataset",
            "url": f"{site}{reverse('data')}",
            "name": _("ทำเนียบท้องถิ่น รางวัลพระปกเกล้า"),
            "description": _(
                "องค์กรปกครองส่วนท้องถิ่นของไทยที่ได้รับรางวัลพระปกเกล้า ปีและด้านของรางวัล ข้อมูลของปีนั้น แนวปฏิบัติ "
                "และที่มาของทุกรายการ ยังไม่ใช่รายชื่อผู้ได้รับรางวัลทั้งหมด"
            ),
            "inLanguage": ["th", "en"],
            "isAccessibleForFree": True,
            "license": license and license.url,
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "spatialCoverage": {"@type": "Country", "name": _("ประเทศไทย")},
            "temporalCoverage": f"{be_to_ce(first)}/{be_to_ce(last)}" if first and last else "",
            "dateModified": changed.isoformat() if changed else "",
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": f"{title} ({form})",
                    "encodingFormat": MEDIA_TYPES[form],
                    "contentUrl": f"{site}{path}",
                }
                for title, form, path in files
            ],
        }
    )


def _organization(page, identifier, site, facts):
    return _stated(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{site}{permalink(page)}#body",
            "mainEntityOfPage": f"{site}{page.get_absolute_url()}",
            "name": page.full_name,
            "alternateName": in_active_language(page.full_name_en, page.full_name_th),
            "identifier": identifier,
            **facts,
        }
    )


def _postal(place):
    return _stated(
        {
            "@type": "PostalAddress",
            "addressLocality": in_active_language(place.district_th, place.district_en),
            "addressRegion": place.province.name,
            "addressCountry": COUNTRY,
        }
    )


def _award(entry):
    words = [
        award(entry),
        entry.category and entry.category.name,
        year(entry.year_be),
    ]
    return in_active_language(" ", ", ").join(str(word) for word in words if word)


def _area(entry):
    """The place that the body serves, with the figures printed for the award year."""
    when = year(entry.year_be)
    stated = [
        {
            "@type": "PropertyValue",
            "name": str(fact.words_on(entry)),
            "value": float(value) if isinstance(value, Decimal) else value,
            "unitText": str(fact.unit_on(entry)),
            "description": when,
        }
        for fact in PROFILE
        if fact.linked_data and (value := getattr(entry, fact.name)) is not None
    ]
    return {"@type": "AdministrativeArea", "name": entry.full_name, "additionalProperty": stated} if stated else None


def _stated(thing):
    return {name: value for name, value in thing.items() if value not in (None, "", [])}
