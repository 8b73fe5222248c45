"""Every enumeration of the catalogue: what is stored as a code, and its name. Imports no model and no question."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.TextChoices):
    """The six regions of the National Geographical Committee (2520 B.E.), north first."""

    NORTH = "north", _("ภาคเหนือ")
    NORTHEAST = "northeast", _("ภาคตะวันออกเฉียงเหนือ")
    CENTRAL = "central", _("ภาคกลาง")
    EAST = "east", _("ภาคตะวันออก")
    WEST = "west", _("ภาคตะวันตก")
    SOUTH = "south", _("ภาคใต้")


class MunicipalityKind(models.TextChoices):
    """The kinds of local government, provincial first, then by rank."""

    PAO = "pao", _("องค์การบริหารส่วนจังหวัด")
    CITY = "city", _("เทศบาลนคร")
    TOWN = "town", _("เทศบาลเมือง")
    SUBDISTRICT = "subdistrict", _("เทศบาลตำบล")
    SAO = "sao", _("องค์การบริหารส่วนตำบล")
    SPECIAL = "special", _("รูปแบบพิเศษ")


class AwardTier(models.TextChoices):
    """The level of the award, highest first; an empty tier means that the source does not state it."""

    GOLD = "gold", _("รางวัลพระปกเกล้าทองคำ")
    AWARD = "award", _("รางวัลพระปกเกล้า")
    CERTIFICATE = "certificate", _("ใบประกาศเกียรติคุณ")


class Coverage(models.TextChoices):
    """How much of an award year the catalogue holds."""

    COMPLETE = "complete", _("ครบ")
    PARTIAL = "partial", _("บางส่วน")


class CommunityUnit(models.TextChoices):
    """What the book counts below the body: communities in municipalities, villages elsewhere."""

    COMMUNITY = "community", _("ชุมชน")
    VILLAGE = "village", _("หมู่บ้าน")


class PopulationBand(models.TextChoices):
    """Population bands of the filter `size`; the lower bound belongs to the band."""

    LESS_THAN_5K = "lt5k", _("น้อยกว่า 5,000 คน")
    FROM_5K = "5k-20k", _("5,000–19,999 คน")
    FROM_20K = "20k-50k", _("20,000–49,999 คน")
    FROM_50K = "50k-100k", _("50,000–99,999 คน")
    FROM_100K = "gt100k", _("100,000 คนขึ้นไป")

    @classmethod
    def of(cls, population: int | None) -> str:
        """The band of a population in persons; "" where the book does not state it."""
        if population is None:
            return ""
        bounds = {5_000: cls.LESS_THAN_5K, 20_000: cls.FROM_5K, 50_000: cls.FROM_20K, 100_000: cls.FROM_50K}
        return next((band for bound, band in bounds.items() if population < bound), cls.FROM_100K)


class Office(models.TextChoices):
    """The offices a book page lists under คณะผู้บริหาร."""

    HEAD = "head", _("นายก")
    COUNCIL_CHAIR = "council_chair", _("ประธานสภา")
    CLERK = "clerk", _("ปลัด")
    OTHER = "other", _("ตำแหน่งอื่น")


class PracticeKind(models.TextChoices):
    """What the book calls the thing it shows."""

    NETWORK = "network", _("เครือข่าย")
    PROJECT = "project", _("โครงการ")
    ACTIVITY = "activity", _("กิจกรรม")


class PracticeLink(models.TextChoices):
    """How a source ties a practice to the award, closest first."""

    SHOWCASED = "showcased", _("นำเสนอในหนังสือรางวัล")
    NAMED = "named", _("ระบุพร้อมกับรางวัล")
    PRESENTED = "presented", _("นำเสนอเพื่อเข้ารับการพิจารณา")
    STUDIED = "studied", _("ศึกษาในหนังสือของสถาบันเกี่ยวกับผู้ได้รับรางวัลปีนั้น")


class Sector(models.TextChoices):
    """Where a partner comes from; empty where the text does not say."""

    STATE = "state", _("ภาครัฐ")
    PRIVATE = "private", _("ภาคเอกชน")
    CIVIL_SOCIETY = "civil_society", _("ภาคประชาสังคม")
    ACADEMIC = "academic", _("ภาควิชาการ")
    OTHER = "other", _("อื่น ๆ")


class SourceKind(models.TextChoices):
    """What a source is."""

    BOOK = "book", _("หนังสือ")
    ANNOUNCEMENT = "announcement", _("ประกาศ")
    NEWS = "news", _("ข่าว")
    PAGE = "page", _("หน้าเว็บ")


class InferredPart(models.TextChoices):
    """What of an award a source does not say outright and we inferred from it."""

    RECIPIENT = "recipient", _("ผู้ได้รับรางวัล")
    YEAR = "year", _("ปีรางวัล")
    CATEGORY = "category", _("ด้าน")
    TIER = "tier", _("ระดับรางวัล")


class RemarkKind(models.TextChoices):
    """What a remark tells of: the source against itself, our conclusion, or how its page was read."""

    CONTRADICTION = "contradiction", _("ข้อขัดแย้ง")
    INFERENCE = "inference", _("ข้ออนุมาน")
    TRANSCRIPTION = "transcription", _("การคัดลอก")


class Evidence(models.TextChoices):
    """How well an entry is founded, least first."""

    NEWS = "news", _("ข่าวหรือหน้าเว็บ")
    ANNOUNCEMENT = "announcement", _("ประกาศ")
    BOOK = "book", _("หน้าในหนังสือ")
    TRANSCRIBED = "transcribed", _("คัดข้อมูลจากหนังสือแล้ว")
    CHECKED = "checked", _("ตรวจทานกับหนังสือแล้ว")
