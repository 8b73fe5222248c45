"""Every kind of page there is, in one place. A new kind of page is added here, and every check looks at it."""

ENTRY = "/municipalities/khon-kaen-city/2557/"
PRACTICE_SLUG = "khon-kaen-city-2557-marginalised-urban-youth"
PRACTICE = f"/practices/{PRACTICE_SLUG}/"


def in_both_languages(kinds):
    """`kinds` in Thai and in English, each name with its language."""
    return {f"{name}-th": path for name, path in kinds.items()} | {
        f"{name}-en": f"/en{path}" for name, path in kinds.items()
    }


LISTS = {
    "awards": "/awards/",
    "awards-page-2": "/awards/?page=2",
    "awards-filtered": "/awards/?province=40&category=networks&year=2557",
    "awards-searched": "/awards/?q=เครือข่าย",
    "awards-years": "/awards/?view=years",
    "awards-place": "/awards/?q=ปากเกร็ด",
    "awards-nothing": "/awards/?q=ไม่มีที่นี่แน่นอน&year=2544",
    "awards-wrong": "/awards/?year=abc&province=99&sort=worst",
    "practices": "/practices/",
    "municipalities": "/municipalities/",
    "municipalities-any": "/municipalities/?award=any&province=40",
}

PUBLIC = LISTS | {
    "home": "/",
    "entry": ENTRY,
    "entry-of-a-list-only": "/municipalities/lamphun-town/2566/",
    "practice": PRACTICE,
    "municipality": "/municipalities/khon-kaen-city/",
    "municipality-without-award": "/municipalities/pak-kret-city/",
    "topic": "/topics/children-youth/",
    "practice-of-ours": "/practices/phlapphla-chai-sao-2564-survey-of-new-mothers/",
    "peers": "/peers/",
    "peers-searched": "/peers/?q=ดอนแก้ว",
    "peers-of-a-place": "/peers/?place=pak-kret-city",
    "compare": "/compare/?entry=khon-kaen-city:2557&entry=phana-subdistrict:2557&entry=pak-kret-city",
    "compare-nothing": "/compare/",
    "compare-wrong": "/compare/?entry=ไม่มี:2557&q=ลำพูน",
    "year": "/years/2557/",
    "year-with-totals": "/years/2562/",
    "years": "/years/",
    "year-not-found": "/years/2554/",
    "categories": "/categories/",
    "topics": "/topics/",
    "about-award": "/about/award/",
    "provinces": "/provinces/",
    "provinces-filtered": "/provinces/?tier=gold&year=2557",
    "province": "/provinces/khon-kaen/",
    "province-of-none": "/provinces/ranong/",
    "category": "/categories/networks/",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "privacy": "/privacy/",
    "data": "/data/",
    "data-quality": "/data/quality/",
    "changes": "/changes/",
    "not-found": "/nowhere/",
    "bad-request": "/awards/?" + "x&" * 1001,
}

EVERY_PUBLIC = in_both_languages(PUBLIC)

LOG_IN = {"log-in": "/admin/login/"}

# Filled in with the keys of a practice, its entry and its body: `path.format(**keys)`.
ADMIN = {
    "admin-index": "/admin/",
    "admin-list": "/admin/practices/awardentry/",
    "admin-searched": "/admin/practices/awardentry/?q=ขอนแก่น&year_be=2557",
    "admin-form": "/admin/practices/awardentry/{entry}/change/",
    "admin-new": "/admin/practices/awardentry/add/",
    "admin-practice": "/admin/practices/practice/{practice}/change/",
    "admin-history": "/admin/practices/awardentry/{entry}/history/",
    "admin-deleted": "/admin/practices/awardentry/deleted/",
    "admin-preview": "/admin/practices/awardentry/{entry}/preview/",
    "admin-practice-preview": "/admin/practices/practice/{practice}/preview/",
    "admin-delete": "/admin/practices/awardentry/{entry}/delete/",
    "admin-bodies": "/admin/practices/municipality/",
    "admin-body": "/admin/practices/municipality/{body}/change/",
    "admin-sources": "/admin/practices/source/",
    "admin-password": "/admin/password_change/",
    "forbidden": "/admin/auth/user/",
}

# For superusers only.
ACCOUNTS = {
    "accounts": "/admin/auth/user/",
    "account-new": "/admin/auth/user/add/",
    "account": "/admin/auth/user/1/change/",
    "account-password": "/admin/auth/user/1/password/",
    "group": "/admin/auth/group/1/change/",
}


def cases(kinds):
    """For `pytest.mark.parametrize("path", **cases(…))`: the paths, each test named after its kind of page."""
    return {"argvalues": list(kinds.values()), "ids": list(kinds)}
