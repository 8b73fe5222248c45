"""A catalogue of built entries from real places, for benchmarks and tests. Every entry cites a source that says so.

The places are Thailand's own (geothai); figures, texts and awards are drawn from a seed, so that the same number and
seed build the same catalogue on every machine and database.
"""

import random
from decimal import Decimal

import geothai
from django.db import transaction
from django.db.models import QuerySet

from practices import derived
from practices.catalogue_files.layout import FIXTURES
from practices.catalogue_files.loading import load
from practices.models import (
    AwardCategory,
    AwardEntry,
    AwardTier,
    Citation,
    CommunityUnit,
    District,
    Executive,
    Municipality,
    MunicipalityKind,
    Office,
    Practice,
    PracticeKind,
    Province,
    Source,
    SourceKind,
)

MARK = "built"
REFERENCE = ["reference/provinces.json", "reference/categories.json"]
YEARS_BE = range(2544, 2570)
CHUNK = 500

TOPICS = (
    "ธนาคารขยะในชุมชน",
    "โรงเรียนผู้สูงอายุ",
    "ป่าชุมชนและแนวกันไฟ",
    "สภาเด็กและเยาวชน",
    "กองทุนสวัสดิการวันละบาท",
    "ตลาดสีเขียวริมน้ำ",
    "เครือข่ายเฝ้าระวังนํ้าท่วม",
    "ศูนย์ไกล่เกลี่ยข้อพิพาท",
    "งบประมาณแบบมีส่วนร่วม",
    "ท่องเที่ยวโดยชุมชน",
    "อาสาสมัครดูแลผู้ป่วยติดเตียง",
    "ข้อมูลเปิดของท้องถิ่น",
)
SENTENCES = (
    "ชาวบ้านร่วมกันสำรวจปัญหาของหมู่บ้านแล้วจัดลำดับก่อนเสนอเข้าแผนพัฒนา",
    "คณะทำงานมาจากภาครัฐ เอกชน และภาคประชาสังคม ประชุมกันทุกเดือน",
    "มีการเผยแพร่รายรับรายจ่ายให้ประชาชนตรวจสอบได้ทุกไตรมาส",
    "เยาวชนในพื้นที่เป็นผู้ออกแบบกิจกรรมและติดตามผลด้วยตนเอง",
    "ครัวเรือนที่คัดแยกขยะเพิ่มขึ้นกว่าครึ่งภายในสองปี",
    "โรงเรียน วัด และโรงพยาบาลส่งเสริมสุขภาพตำบลร่วมเป็นเจ้าของโครงการ",
    "ใช้เวทีประชาคมเป็นที่ตัดสินใจ ผู้สูงอายุและคนพิการมีที่นั่งของตน",
    "ได้รับเงินสนับสนุน 2,014 บาทต่อครัวเรือนจากกองทุนของชุมชน",
    "เมื่อเกิดความขัดแย้งเรื่องที่ดิน ศูนย์ไกล่เกลี่ยนัดคู่กรณีภายในเจ็ดวัน",
    "แนวกันไฟยาว ๑๒ กิโลเมตรดูแลโดยอาสาสมัครจากห้าหมู่บ้าน",
    "นักวิจัยจากมหาวิทยาลัยช่วยวัดผลและถ่ายทอดความรู้ให้พื้นที่อื่น",
    "ร้านค้าในตลาดเลิกใช้โฟมและรับซื้อวัสดุรีไซเคิลคืน",
    "ระบบเตือนภัยน้ำหลากส่งข้อความถึงทุกบ้านภายในห้านาที",
    "ที่ประชุมเห็นชอบให้ขยายผลไปยังตำบลใกล้เคียงในปีถัดไป",
    "กลุ่มแม่บ้านแปรรูปผลผลิตขายผ่าน Facebook และงานประจำปี",
    "เจ้าหน้าที่ลงพื้นที่แบบเคาะประตูบ้านเพื่อฟังความเห็น",
)


class NotEmpty(Exception):
    """The database holds entries that were not built."""


@transaction.atomic
def build(entries: int, seed: int) -> None:
    """Fill an empty catalogue with this many built entries and the provinces and categories they belong to.

    Raises NotEmpty where an entry stands in it that was not built, and ValueError for more than places and years allow.
    """
    if AwardEntry.objects.exclude(citations__source__slug=MARK).exists():
        raise NotEmpty
    load(FIXTURES, REFERENCE)
    keys = list(add(entries, seed).values_list("pk", flat=True))
    for start in range(0, entries, CHUNK):
        derived.refresh(AwardEntry.objects.filter(pk__in=keys[start : start + CHUNK]))


def add(entries: int, seed: int = 1) -> QuerySet[AwardEntry]:
    """Add this many built entries with their bodies and practices; what is gathered for the search is not yet there.

    Raises ValueError for more than places and years allow.
    """
    draw = random.Random(seed)  # noqa: S311 (the same rows every time, nothing secret)
    source = Source.objects.create(slug=MARK, kind=SourceKind.PAGE, title="ข้อมูลสร้างขึ้นเพื่อทดสอบ ไม่ใช่ข้อมูลจริง")
    categories = [*AwardCategory.objects.all(), None]
    bodies = _bodies(draw, at_most=max(entries // 4, -(-entries // len(YEARS_BE)), 1))
    awards = draw.sample([(body, year_be) for body in bodies for year_be in YEARS_BE], entries)
    for start in range(0, entries, CHUNK):
        chunk = [
            _entry(draw, body, year_be, draw.choice(categories)) for body, year_be in awards[start : start + CHUNK]
        ]
        _store(draw, chunk, source)
    return AwardEntry.objects.filter(citations__source=source)


def _bodies(draw, at_most):
    """Bodies of every kind in real places, in a drawn order."""
    places = list(_places(draw))
    draw.shuffle(places)
    provinces = Province.objects.in_bulk(field_name="code")
    districts = {(district.province_id, district.name_th): district for district in District.objects.all()}
    bodies = []
    for kind, place, province_code, district_th in places[:at_most]:
        body = Municipality(
            slug=f"{MARK}-{place.code}-{kind}",
            kind=kind,
            name_th=_bare(place.name_th),
            name_en=place.name_en,
            province=provinces[province_code],
            district=districts.get((provinces[province_code].pk, district_th)),
        )
        body.derive()
        bodies.append(body)
    return Municipality.objects.bulk_create(bodies, batch_size=CHUNK)


def _places(draw):
    """Kind, place, province code and district of every body there could be."""
    for province in geothai.provinces():
        yield MunicipalityKind.PAO, province, province.code, ""
        yield MunicipalityKind.CITY, province, province.code, ""
        for district in geothai.districts(province.code):
            yield MunicipalityKind.TOWN, district, province.code, _bare(district.name_th)
            for subdistrict in geothai.subdistricts(district.code):
                kind = draw.choice([MunicipalityKind.SUBDISTRICT, MunicipalityKind.SAO])
                yield kind, subdistrict, province.code, _bare(district.name_th)


def _bare(name_th):
    return name_th.removeprefix("อำเภอ").removeprefix("เขต")


def _entry(draw, body, year_be, category):
    entry = AwardEntry(
        municipality=body,
        year_be=year_be,
        kind=body.kind,
        category=category,
        tier=draw.choice([*AwardTier.values, ""]),
        has_practice=draw.random() < 0.6,
        is_published=True,
    )
    if draw.random() < 0.7:
        men, women = draw.randrange(400, 90_000), draw.randrange(400, 90_000)
        entry.population, entry.population_men, entry.population_women = men + women, men, women
        entry.area_km2 = Decimal(draw.randrange(10, 9_000)) / 10
        entry.community_count, entry.community_unit = draw.randrange(4, 90), CommunityUnit.VILLAGE
        entry.own_revenue_baht = Decimal(draw.randrange(10**8, 10**11)) / 100
        entry.introduction = "\n\n".join(" ".join(draw.choices(SENTENCES, k=5)) for _paragraph in range(2))
    entry.derive()
    return entry


def _store(draw, entries, source):
    AwardEntry.objects.bulk_create(entries)
    Citation.objects.bulk_create(Citation(entry=entry, source=source, order=1) for entry in entries)
    Executive.objects.bulk_create(
        Executive(entry=entry, order=1, office=Office.HEAD, title_as_printed="นายก", name=f"ชื่อสมมติ {entry.pk}")
        for entry in entries
    )
    Practice.objects.bulk_create(_practice(draw, entry) for entry in entries if entry.has_practice)


def _practice(draw, entry):
    return Practice(
        entry=entry,
        order=1,
        kind=draw.choice(PracticeKind.values),
        slug=f"{entry.municipality.slug}-{entry.year_be}",
        title=f"{draw.choice(TOPICS)}ของ{entry.full_name_th}",
        body=" ".join(draw.choices(SENTENCES, k=6)),
        target=draw.choice(["", "ทุกครัวเรือนในเขต"]),
    )
