"""Rows beyond the real ones, for tests of size and chance."""

from random import Random

from practices.models import (
    AwardCategory,
    AwardEntry,
    AwardTier,
    Municipality,
    MunicipalityKind,
    Practice,
    PracticeKind,
    Province,
)

YEARS = range(2550, 2600)


def build_entries(count, seed=1):
    """Published entries of built bodies in real provinces: any category, tier, kind and size, some practices."""
    chance = Random(seed)  # noqa: S311 not a secret
    provinces, categories = list(Province.objects.all()), [*AwardCategory.objects.all(), None]
    bodies = [
        Municipality(
            slug=f"built-{number}",
            name_th=f"ทดสอบ{number}",
            name_en=f"Built {number}",
            kind=chance.choice(MunicipalityKind.values),
            province=chance.choice(provinces),
        )
        for number in range(-(-count // len(YEARS)))
    ]
    for body in bodies:
        body.derive()
    bodies = Municipality.objects.bulk_create(bodies)
    entries = [
        AwardEntry(
            municipality=body,
            year_be=year_be,
            kind=body.kind,
            category=chance.choice(categories),
            tier=chance.choice([*AwardTier.values, ""]),
            population=chance.choice([None, 0, 4_999, 5_000, 20_000, 99_999, 100_000]),
            has_practice=chance.random() < 0.25,
            is_published=True,
        )
        for body in bodies
        for year_be in YEARS
    ][:count]
    for entry in entries:
        entry.derive()
    entries = AwardEntry.objects.bulk_create(entries, batch_size=500)
    practices = [
        Practice(
            entry=entry, kind=PracticeKind.PROJECT, slug=f"built-{entry.pk}-{order}", title="โครงการทดสอบ", order=order
        )
        for entry in entries
        if entry.has_practice
        for order in range(chance.choice([1, 2]))
    ]
    Practice.objects.bulk_create(practices, batch_size=500)
