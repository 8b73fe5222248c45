"""The public values of an award, a practice and a body."""

from dataclasses import replace

from practices import integrity
from practices.facts.fields import (
    PERSONS,
    YEAR_BE,
    YEAR_CE,
    PublicObject,
    PublicValue,
    PublicValues,
    Type,
    in_english,
    in_thai,
    permalink,
)
from practices.facts.profile import PROFILE
from practices.models import (
    AwardTier,
    Coverage,
    Evidence,
    InferredPart,
    MunicipalityKind,
    Office,
    PracticeKind,
    PracticeLink,
    Region,
    RemarkKind,
    RemarkSubject,
    Sector,
)
from practices.thai.calendar import be_to_ce

PROVINCE = (
    PublicValue(
        "code", "รหัสจังหวัด (กรมการปกครอง)", "province code (Department of Provincial Administration)", example="40"
    ),
    PublicValue("name_th", "ชื่อจังหวัด", "province, Thai", example="ขอนแก่น"),
    PublicValue("name_en", "ชื่อจังหวัดภาษาอังกฤษ", "province, English", example="Khon Kaen"),
    PublicValue("region", "ภาค (หกภาคทางภูมิศาสตร์)", "region (six-region scheme)", Type.CODE, choices=Region),
)


def identity(body: str = "") -> PublicValues:
    """What a body is called; `body` leads to it from an entry, whose own kind and full names are those of its year."""
    return (
        PublicValue(
            "slug", "รหัสหน่วยงานในที่อยู่เว็บ", "the body's name in addresses", getter=f"{body}slug", example="khon-kaen-city"
        ),
        PublicValue("kind", "ประเภทหน่วยงาน", "kind of local government", Type.CODE, choices=MunicipalityKind),
        PublicValue(
            "name_th", "ชื่อ ไม่รวมคำบอกประเภท", "name without its kind, Thai", getter=f"{body}name_th", example="ขอนแก่น"
        ),
        PublicValue(
            "name_en", "ชื่อภาษาอังกฤษ", "name without its kind, English", getter=f"{body}name_en", example="Khon Kaen"
        ),
        PublicValue("full_name_th", "ชื่อเต็ม", "full name, Thai", example="เทศบาลนครขอนแก่น"),
        PublicValue("full_name_en", "ชื่อเต็มภาษาอังกฤษ", "full name, English", example="Khon Kaen City Municipality"),
        PublicValue("district_th", "อำเภอ", "district, Thai", getter=f"{body}district_th", example="เมืองขอนแก่น"),
        PublicValue(
            "district_en",
            "อำเภอภาษาอังกฤษ",
            "district, English",
            getter=f"{body}district_en",
            example="Mueang Khon Kaen",
        ),
        PublicObject("province", "จังหวัด", "province", "Province", PROVINCE, getter=f"{body}province"),
    )


CATEGORY = (
    PublicValue("code", "รหัสด้าน", "category code", example="networks"),
    PublicValue(
        "name_th", "ด้านของรางวัล", "award category, Thai", example="ด้านการเสริมสร้างเครือข่าย รัฐ เอกชน และประชาสังคม"
    ),
    PublicValue(
        "name_en",
        "ด้านของรางวัลภาษาอังกฤษ",
        "award category, English",
        example="State, Private and Civil-Society Networks",
    ),
)

EXECUTIVE = (
    PublicValue("office", "ตำแหน่งหลัก", "office", Type.CODE, choices=Office),
    PublicValue("title_as_printed", "ตำแหน่งตามที่พิมพ์", "title as printed", example="นายกเทศมนตรีนครขอนแก่น"),
    PublicValue("name", "ชื่อในปีที่ได้รับรางวัล ว่างเมื่อตำแหน่งว่าง", "name in the award year, empty for a vacant seat"),
    PublicValue("note", "หมายเหตุ", "note"),
)

COUNCIL = (
    PublicValue("men", "สมาชิกสภาชาย", "men on the council", Type.INTEGER, unit=PERSONS, optional=True, example=18),
    PublicValue("women", "สมาชิกสภาหญิง", "women on the council", Type.INTEGER, unit=PERSONS, optional=True, example=6),
)

PARTNER = (
    PublicValue("name", "ชื่อภาคี ตามที่พิมพ์", "partner as printed"),
    PublicValue("role", "บทบาท", "role"),
    PublicValue("sector", "ภาคส่วน", "sector", Type.CODE, choices=Sector, optional=True),
)

TOPIC = (
    PublicValue("code", "รหัสหัวข้อ", "topic code", example="older-people"),
    PublicValue("name_th", "หัวข้อ", "topic, Thai", example="ผู้สูงอายุ"),
    PublicValue("name_en", "หัวข้อภาษาอังกฤษ", "topic, English", example="Older people"),
)

PRACTICE = (
    PublicValue("url", "หน้าของแนวปฏิบัติ", "page of the practice", Type.ADDRESS, permalink),
    PublicValue("slug", "รหัสแนวปฏิบัติในที่อยู่เว็บ", "the practice's name in addresses"),
    PublicValue("title", "ชื่อแนวปฏิบัติ ตามที่พิมพ์", "title as printed"),
    PublicValue("title_en", "ชื่อภาษาอังกฤษที่เราแปล", "title in our translation"),
    PublicValue("summary_th", "สรุปของเรา", "our summary, Thai"),
    PublicValue("summary_en", "สรุปของเราภาษาอังกฤษ", "our summary, English"),
    PublicObject("topic", "หัวข้อที่เราจัด", "topic, ours", "Topic", TOPIC, optional=True),
    PublicValue("link", "ผูกกับรางวัลอย่างไร", "how a source ties it to the award", Type.CODE, choices=PracticeLink),
    PublicValue("kind", "ชนิดของแนวปฏิบัติ", "kind of practice", Type.CODE, choices=PracticeKind),
    PublicValue("body", "ข้อความในเล่ม ตามที่พิมพ์", "text as printed"),
    PublicValue("process", "กระบวนการ", "process"),
    PublicValue("target", "เป้าหมาย", "target"),
    PublicValue("result", "ผลที่เกิดขึ้น", "result"),
    PublicValue("started_year_be", "ปีที่เริ่ม", "year it began", Type.INTEGER, unit=YEAR_BE, optional=True, example=2555),
    PublicValue("is_excerpt", "ข้อความยังมีต่อในเล่ม", "the book's text goes on", Type.BOOLEAN),
    PublicObject("partners", "ภาคี", "partners", "Partner", PARTNER, many=True),
)

INFERRED = PublicValue(
    "inferred",
    "ส่วนที่อนุมาน แหล่งข้อมูลไม่ได้บอกตรง ๆ",
    "what is inferred: no source says it outright",
    Type.CODES,
    "inferred_codes",
    choices=InferredPart,
)

CITATION = (
    PublicValue("title", "ชื่อเรื่องของแหล่งข้อมูล", "title of the source", getter="source.title"),
    PublicValue("publisher", "ผู้เผยแพร่", "publisher", getter="source.publisher"),
    PublicValue("page", "หน้า ตามที่แหล่งข้อมูลเรียก", "page as the source labels it", example="279"),
    PublicValue("url", "ที่อยู่ของหน้าหรือแหล่งข้อมูล", "address of the page or source", Type.ADDRESS),
    PublicValue(
        "published_on", "วันที่แหล่งข้อมูลเผยแพร่", "day of publication", Type.DAY, "source.published_on", optional=True
    ),
    PublicValue("read_on", "วันที่เราอ่าน", "day on which we read it", Type.DAY, "source.read_on", optional=True),
    PublicValue(
        "practice",
        "รหัสแนวปฏิบัติที่กล่าวถึง ไม่มีเมื่อกล่าวถึงรางวัล",
        "the practice that it is about, none when it is about the award",
        getter=lambda citation: citation.practice.slug if citation.practice else "",
    ),
    INFERRED,
    PublicValue("note_th", "หมายเหตุของเรา", "our note, Thai"),
    PublicValue("note_en", "หมายเหตุของเราภาษาอังกฤษ", "our note, English"),
)

REMARK = (
    PublicValue("kind", "ชนิดของข้อสังเกต", "kind of remark", Type.CODE, choices=RemarkKind),
    PublicValue("about", "เรื่องของข้อสังเกต", "what the remark is about", Type.CODE, choices=RemarkSubject),
    PublicValue("text_th", "ข้อสังเกตของเรา", "our remark, Thai"),
    PublicValue("text_en", "ข้อสังเกตของเราภาษาอังกฤษ", "our remark, English"),
)

WARNING = (
    PublicValue("code", "รหัสคำเตือน", "code of the warning", example="fax-is-phone"),
    PublicValue(
        "message_th",
        "คำเตือนว่าค่าที่พิมพ์ขัดกัน",
        "contradiction in what is printed, Thai",
        getter=lambda found: in_thai(found.message),
    ),
    PublicValue(
        "message_en",
        "คำเตือนภาษาอังกฤษ",
        "contradiction in what is printed, English",
        getter=lambda found: in_english(found.message),
    ),
)

AWARD = (
    PublicValue("url", "หน้าของรางวัล", "page of the award", Type.ADDRESS, permalink),
    PublicValue("year_be", "ปีรางวัล", "award year", Type.INTEGER, unit=YEAR_BE, example=2557),
    PublicValue(
        "year_ce", "ปีรางวัล", "award year", Type.INTEGER, lambda entry: be_to_ce(entry.year_be), YEAR_CE, example=2014
    ),
)
LEVEL = (
    PublicObject("category", "ด้านของรางวัล", "award category", "Category", CATEGORY, optional=True),
    PublicValue("tier", "ระดับรางวัล", "level of the award", Type.CODE, choices=AwardTier, optional=True),
)
CITATIONS = PublicObject("citations", "แหล่งข้อมูล", "sources", "Citation", CITATION, many=True)


def itself(row):
    return row


RECIPIENT = PublicObject(
    "municipality",
    "หน่วยงาน ในปีที่ได้รับรางวัล",
    "local government, in the award year",
    "MunicipalityOfAward",
    identity("municipality."),
    itself,
)

REGISTERED = (
    PublicValue(
        "population",
        "ประชากรตามทะเบียนราษฎร",
        "registered population",
        Type.INTEGER,
        "registered_population",
        PERSONS,
        example=115928,
    ),
    PublicValue("men", "ชายตามทะเบียนราษฎร", "registered men", Type.INTEGER, "registered_men", PERSONS, example=54325),
    PublicValue(
        "women", "หญิงตามทะเบียนราษฎร", "registered women", Type.INTEGER, "registered_women", PERSONS, example=61603
    ),
    PublicValue(
        "households",
        "จำนวนบ้านตามทะเบียนราษฎร",
        "registered houses",
        Type.INTEGER,
        "registered_households",
        optional=True,
    ),
)

ENTRY = (
    *AWARD,
    RECIPIENT,
    *LEVEL,
    INFERRED,
    PublicValue("evidence", "หลักฐานของรายการ", "how well it is founded", Type.CODE, choices=Evidence, optional=True),
    PublicObject(
        "profile",
        "ข้อมูลที่พิมพ์ในปีนั้น",
        "profile printed for that year",
        "Profile",
        tuple(fact.public_value() for fact in PROFILE),
        lambda entry: entry if entry.has_profile else None,
        optional=True,
    ),
    PublicObject(
        "registered",
        "ทะเบียนราษฎร 31 ธันวาคมของปีรางวัล ไม่ใช่ตัวเลขของหนังสือ",
        "civil registration on 31 December of the award year, not the book's figures",
        "Registered",
        REGISTERED,
        lambda entry: None if entry.registered_population is None else entry,
        optional=True,
    ),
    PublicObject("executives", "คณะผู้บริหาร", "executives", "Executive", EXECUTIVE, many=True),
    PublicObject(
        "council",
        "สมาชิกสภา",
        "council",
        "Council",
        COUNCIL,
        lambda entry: getattr(entry, "council", None),
        optional=True,
    ),
    PublicObject("practices", "แนวปฏิบัติ", "practices", "PracticeOfAward", PRACTICE, many=True),
    CITATIONS,
    PublicObject("remarks", "ข้อสังเกต", "remarks", "Remark", REMARK, many=True),
    PublicObject("warnings", "คำเตือน", "warnings", "Warning", WARNING, integrity.warnings_for, many=True),
)

PRACTICE_OF_ENTRY = (
    *PRACTICE,
    PublicObject(
        "entry",
        "รางวัลที่นำเสนอแนวปฏิบัตินี้",
        "the award that showcases it",
        "AwardOfPractice",
        (*AWARD, RECIPIENT, *LEVEL),
    ),
    replace(CITATIONS, getter="sources"),
)

MUNICIPALITY = (
    PublicValue("url", "หน้าของหน่วยงาน", "page of the body", Type.ADDRESS, permalink),
    *identity(),
    PublicValue("code", "รหัสในทะเบียนของรัฐ", "code in the state's register", Type.CODE, optional=True, example="4099"),
    PublicValue("latitude", "ละติจูดของที่ทำการ", "latitude of the office", Type.DECIMAL, optional=True),
    PublicValue("longitude", "ลองจิจูดของที่ทำการ", "longitude of the office", Type.DECIMAL, optional=True),
    PublicValue("council_size", "จำนวนสมาชิกสภาตามทะเบียน", "council seats by the register", Type.INTEGER, optional=True),
    PublicValue(
        "registered_kinds",
        "ประเภทเดิมตามทะเบียน ถึงวันที่ (พ.ศ.)",
        "former kinds by the register, until (B.E.)",
        getter="former_kinds",
    ),
    PublicValue("award_count", "จำนวนรางวัลในทำเนียบ", "awards in the catalogue", Type.INTEGER, example=5),
    PublicValue(
        "first_year_be",
        "ปีรางวัลแรกในทำเนียบ",
        "first award year in the catalogue",
        Type.INTEGER,
        unit=YEAR_BE,
        optional=True,
    ),
    PublicValue(
        "last_year_be",
        "ปีรางวัลล่าสุดในทำเนียบ",
        "latest award year in the catalogue",
        Type.INTEGER,
        unit=YEAR_BE,
        optional=True,
    ),
    PublicObject("awards", "รางวัล", "awards", "AwardOfMunicipality", (*AWARD, *LEVEL), "published_entries", many=True),
    PublicObject(
        "former_names",
        "ชื่อเดิม",
        "former names",
        "FormerName",
        (
            PublicValue("full_name_th", "ชื่อเต็มเดิม", "former full name, Thai"),
            PublicValue("until_year_be", "ใช้ถึงปี", "in use until", Type.INTEGER, unit=YEAR_BE, optional=True),
        ),
        many=True,
    ),
)

TOTAL = (
    PublicValue("tiers", "ระดับรางวัลที่นับ", "levels counted", Type.CODES, "total.tier_codes", choices=AwardTier),
    PublicObject(
        "category", "ด้าน ไม่มีเมื่อนับทุกด้าน", "category, none for all", "Category", CATEGORY, "total.category", optional=True
    ),
    PublicValue("count", "จำนวนที่แหล่งข้อมูลระบุ", "how many a source says there were", Type.INTEGER, "total.count"),
    PublicValue("found", "พบแล้วในทำเนียบ", "how many of them the catalogue holds", Type.INTEGER),
    PublicValue("source", "ที่อยู่ของแหล่งข้อมูล", "address of the source", Type.ADDRESS, "total.url"),
)

YEAR = (
    PublicValue("url", "หน้าของปี", "page of the year", Type.ADDRESS, lambda year: permalink(year.award_year)),
    PublicValue("year_be", "ปีรางวัล", "award year", Type.INTEGER, "award_year.year_be", YEAR_BE, example=2557),
    PublicValue(
        "year_ce",
        "ปีรางวัล",
        "award year",
        Type.INTEGER,
        lambda year: be_to_ce(year.award_year.year_be),
        YEAR_CE,
        example=2014,
    ),
    PublicValue("coverage", "ความครบถ้วน", "coverage", Type.CODE, "award_year.coverage", choices=Coverage),
    PublicValue("note_th", "หมายเหตุของเรา", "our note, Thai", getter="award_year.note_th"),
    PublicValue("note_en", "หมายเหตุของเราภาษาอังกฤษ", "our note, English", getter="award_year.note_en"),
    PublicValue("award_count", "จำนวนรางวัลในทำเนียบ", "awards in the catalogue", Type.INTEGER, example=8),
    PublicObject(
        "totals", "จำนวนผู้ได้รับรางวัลที่แหล่งข้อมูลระบุ", "numbers of winners that sources state", "Total", TOTAL, many=True
    ),
)
