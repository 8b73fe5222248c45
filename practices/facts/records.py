"""The public values of an award, a practice and a body."""

from dataclasses import replace

from practices import integrity
from practices.facts.fields import (
    PERSONS,
    YEAR_BE,
    YEAR_CE,
    Field,
    Fields,
    Group,
    Type,
    in_english,
    in_thai,
    permalink,
)
from practices.facts.profile import PROFILE
from practices.models import (
    AwardTier,
    MunicipalityKind,
    Office,
    PracticeKind,
    Region,
    RemarkSubject,
    Sector,
)
from practices.thai.calendar import be_to_ce

PROVINCE = (
    Field("code", "รหัสจังหวัด (กรมการปกครอง)", "province code (Department of Provincial Administration)", example="40"),
    Field("name_th", "ชื่อจังหวัด", "province, Thai", example="ขอนแก่น"),
    Field("name_en", "ชื่อจังหวัดภาษาอังกฤษ", "province, English", example="Khon Kaen"),
    Field("region", "ภาค (หกภาคทางภูมิศาสตร์)", "region (six-region scheme)", Type.CODE, choices=Region),
)


def identity(body: str = "") -> Fields:
    """What a body is called; `body` leads to it from an entry, whose own kind and full names are those of its year."""
    return (
        Field(
            "slug", "รหัสหน่วยงานในที่อยู่เว็บ", "the body's name in addresses", source=f"{body}slug", example="khon-kaen-city"
        ),
        Field("kind", "ประเภทหน่วยงาน", "kind of local government", Type.CODE, choices=MunicipalityKind),
        Field(
            "name_th", "ชื่อ ไม่รวมคำบอกประเภท", "name without its kind, Thai", source=f"{body}name_th", example="ขอนแก่น"
        ),
        Field("name_en", "ชื่อภาษาอังกฤษ", "name without its kind, English", source=f"{body}name_en", example="Khon Kaen"),
        Field("full_name_th", "ชื่อเต็ม", "full name, Thai", example="เทศบาลนครขอนแก่น"),
        Field("full_name_en", "ชื่อเต็มภาษาอังกฤษ", "full name, English", example="Khon Kaen City Municipality"),
        Field("district_th", "อำเภอ", "district, Thai", source=f"{body}district_th", example="เมืองขอนแก่น"),
        Group("province", "จังหวัด", "province", "Province", PROVINCE, source=f"{body}province"),
    )


CATEGORY = (
    Field("code", "รหัสด้าน", "category code", example="networks"),
    Field("name_th", "ด้านของรางวัล", "award category, Thai", example="ด้านการเสริมสร้างเครือข่าย รัฐ เอกชน และประชาสังคม"),
    Field(
        "name_en",
        "ด้านของรางวัลภาษาอังกฤษ",
        "award category, English",
        example="State, Private and Civil-Society Networks",
    ),
)

EXECUTIVE = (
    Field("office", "ตำแหน่งหลัก", "office", Type.CODE, choices=Office),
    Field("title_as_printed", "ตำแหน่งตามที่พิมพ์", "title as printed", example="นายกเทศมนตรีนครขอนแก่น"),
    Field("name", "ชื่อในปีที่ได้รับรางวัล ว่างเมื่อตำแหน่งว่าง", "name in the award year, empty for a vacant seat"),
    Field("note", "หมายเหตุ", "note"),
)

COUNCIL = (
    Field("men", "สมาชิกสภาชาย", "men on the council", Type.INTEGER, unit=PERSONS, optional=True, example=18),
    Field("women", "สมาชิกสภาหญิง", "women on the council", Type.INTEGER, unit=PERSONS, optional=True, example=6),
)

PARTNER = (
    Field("name", "ชื่อภาคี ตามที่พิมพ์", "partner as printed"),
    Field("role", "บทบาท", "role"),
    Field("sector", "ภาคส่วน", "sector", Type.CODE, choices=Sector, optional=True),
)

PRACTICE = (
    Field("url", "หน้าของแนวปฏิบัติ", "page of the practice", Type.ADDRESS, permalink),
    Field("slug", "รหัสแนวปฏิบัติในที่อยู่เว็บ", "the practice's name in addresses"),
    Field("title", "ชื่อแนวปฏิบัติ ตามที่พิมพ์", "title as printed"),
    Field("kind", "ชนิดของแนวปฏิบัติ", "kind of practice", Type.CODE, choices=PracticeKind),
    Field("body", "ข้อความในเล่ม ตามที่พิมพ์", "text as printed"),
    Field("process", "กระบวนการ", "process"),
    Field("target", "เป้าหมาย", "target"),
    Field("result", "ผลที่เกิดขึ้น", "result"),
    Field("started_year_be", "ปีที่เริ่ม", "year it began", Type.INTEGER, unit=YEAR_BE, optional=True, example=2555),
    Field("is_excerpt", "ข้อความยังมีต่อในเล่ม", "the book's text goes on", Type.BOOLEAN),
    Group("partners", "ภาคี", "partners", "Partner", PARTNER, many=True),
)

CITATION = (
    Field("title", "ชื่อเรื่องของแหล่งข้อมูล", "title of the source", source="source.title"),
    Field("publisher", "ผู้เผยแพร่", "publisher", source="source.publisher"),
    Field("page", "หน้า ตามที่แหล่งข้อมูลเรียก", "page as the source labels it", example="279"),
    Field("url", "ที่อยู่ของหน้าหรือแหล่งข้อมูล", "address of the page or source", Type.ADDRESS),
    Field("note_th", "หมายเหตุของเรา", "our note, Thai"),
    Field("note_en", "หมายเหตุของเราภาษาอังกฤษ", "our note, English"),
)

REMARK = (
    Field("about", "เรื่องของข้อสังเกต", "what the remark is about", Type.CODE, choices=RemarkSubject),
    Field("text_th", "ข้อสังเกตของเรา", "our remark, Thai"),
    Field("text_en", "ข้อสังเกตของเราภาษาอังกฤษ", "our remark, English"),
)

WARNING = (
    Field("code", "รหัสคำเตือน", "code of the warning", example="fax-is-phone"),
    Field(
        "message_th",
        "คำเตือนว่าค่าที่พิมพ์ขัดกัน",
        "contradiction in what is printed, Thai",
        source=lambda found: in_thai(found.message),
    ),
    Field(
        "message_en",
        "คำเตือนภาษาอังกฤษ",
        "contradiction in what is printed, English",
        source=lambda found: in_english(found.message),
    ),
)

AWARD = (
    Field("url", "หน้าของรางวัล", "page of the award", Type.ADDRESS, permalink),
    Field("year_be", "ปีรางวัล", "award year", Type.INTEGER, unit=YEAR_BE, example=2557),
    Field(
        "year_ce", "ปีรางวัล", "award year", Type.INTEGER, lambda entry: be_to_ce(entry.year_be), YEAR_CE, example=2014
    ),
)
LEVEL = (
    Group("category", "ด้านของรางวัล", "award category", "Category", CATEGORY, optional=True),
    Field("tier", "ระดับรางวัล", "level of the award", Type.CODE, choices=AwardTier, optional=True),
)
CITATIONS = Group("citations", "แหล่งข้อมูล", "sources", "Citation", CITATION, many=True)


def itself(row):
    return row


RECIPIENT = Group(
    "municipality",
    "หน่วยงาน ในปีที่ได้รับรางวัล",
    "local government, in the award year",
    "MunicipalityOfAward",
    identity("municipality."),
    itself,
)

ENTRY = (
    *AWARD,
    RECIPIENT,
    *LEVEL,
    Group(
        "profile",
        "ข้อมูลที่พิมพ์ในปีนั้น",
        "profile printed for that year",
        "Profile",
        tuple(fact.public() for fact in PROFILE),
        lambda entry: entry if entry.has_profile else None,
        optional=True,
    ),
    Group("executives", "คณะผู้บริหาร", "executives", "Executive", EXECUTIVE, many=True),
    Group(
        "council",
        "สมาชิกสภา",
        "council",
        "Council",
        COUNCIL,
        lambda entry: getattr(entry, "council", None),
        optional=True,
    ),
    Group("practices", "แนวปฏิบัติ", "practices", "PracticeOfAward", PRACTICE, many=True),
    CITATIONS,
    Group("remarks", "ข้อสังเกต", "remarks", "Remark", REMARK, many=True),
    Group("warnings", "คำเตือน", "warnings", "Warning", WARNING, integrity.warnings_for, many=True),
)

PRACTICE_OF_ENTRY = (
    *PRACTICE,
    Group(
        "entry",
        "รางวัลที่นำเสนอแนวปฏิบัตินี้",
        "the award that showcases it",
        "AwardOfPractice",
        (*AWARD, RECIPIENT, *LEVEL),
    ),
    replace(CITATIONS, source="entry.citations"),
)

MUNICIPALITY = (
    Field("url", "หน้าของหน่วยงาน", "page of the body", Type.ADDRESS, permalink),
    *identity(),
    Field("award_count", "จำนวนรางวัลในทำเนียบ", "awards in the catalogue", Type.INTEGER, example=5),
    Field("first_year_be", "ปีรางวัลแรกในทำเนียบ", "first award year in the catalogue", Type.INTEGER, unit=YEAR_BE),
    Field("last_year_be", "ปีรางวัลล่าสุดในทำเนียบ", "latest award year in the catalogue", Type.INTEGER, unit=YEAR_BE),
    Group("awards", "รางวัล", "awards", "AwardOfMunicipality", (*AWARD, *LEVEL), "published_entries", many=True),
    Group(
        "former_names",
        "ชื่อเดิม",
        "former names",
        "FormerName",
        (
            Field("full_name_th", "ชื่อเต็มเดิม", "former full name, Thai"),
            Field("until_year_be", "ใช้ถึงปี", "in use until", Type.INTEGER, unit=YEAR_BE, optional=True),
        ),
        many=True,
    ),
)
