"""The page about the award: its levels, its categories and how it is judged, each statement with where it was read."""

from datetime import date
from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from practices.language import Text
from practices.views.shared import Crumb, public_page

SITE = "http://kpi3.uds.co.th/award/"
CRITERIA = "http://award.kpi.ac.th/criterion"
GOLD = "http://award.kpi.ac.th/public/index.php/about-two"
BOOK_2564 = "https://kpi-lib.com/flippdf/kpi22221/files/basic-html/page4.html"
BOOK_2566 = "https://kpi-lib.com/flippdf/kpiebook67015/files/basic-html/page10.html"
RULE_OF_GOLD = ["https://lamphuncity.go.th/9236/", "http://www.tlg.rmutt.ac.th/?p=1801"]
JUDGING = [f"https://lamphuncity.go.th/{page}/" for page in (16052, 16259, 53677, 54914, 62790)]


class Statement(NamedTuple):
    """What sources say of the award, and where they say it."""

    words: Text
    sources: list[str]


class Section(NamedTuple):
    """Statements about one thing; `anchor` names them in addresses."""

    anchor: str
    heading: Text
    statements: list[Statement]


SECTIONS = [
    Section(
        "given",
        gettext_lazy("ใครให้ ให้ใคร"),
        [
            Statement(
                gettext_lazy(
                    "สถาบันพระปกเกล้า โดยวิทยาลัยพัฒนาการปกครองท้องถิ่น มอบรางวัลพระปกเกล้าแก่องค์กรปกครองส่วนท้องถิ่นทุกปี "
                    "ตั้งแต่ พ.ศ. 2544"
                ),
                [SITE, CRITERIA],
            ),
            Statement(
                gettext_lazy("ท้องถิ่นหนึ่งส่งได้หลายโครงการในด้านเดียว เช่น เทศบาลนครขอนแก่นส่งแปดโครงการใน พ.ศ. 2558"),
                ["http://www.kkmuni.go.th/2017/pages/46"],
            ),
        ],
    ),
    Section(
        "levels",
        gettext_lazy("ระดับของรางวัล"),
        [
            Statement(gettext_lazy("โล่รางวัลพระปกเกล้า ให้แก่ “ความเป็นเลิศในแต่ละด้าน”"), [SITE]),
            Statement(gettext_lazy("ใบประกาศเกียรติคุณสถาบันพระปกเกล้า ให้แก่ผู้ที่ “ผ่านเกณฑ์มาตรฐาน”"), [SITE]),
        ],
    ),
    Section(
        "gold",
        gettext_lazy("รางวัลพระปกเกล้าทองคำ"),
        [
            Statement(gettext_lazy("มีตั้งแต่ พ.ศ. 2549 มอบปีเว้นปี"), [CRITERIA, GOLD]),
            Statement(
                gettext_lazy(
                    "ให้แก่ผู้ที่ได้รางวัลระดับความเป็นเลิศอย่างน้อยสองครั้งในห้าปี ผู้ได้รางวัลทองคำแล้วไม่รับพิจารณารางวัลพระปกเกล้าอย่างน้อยหนึ่งปี"
                ),
                RULE_OF_GOLD,
            ),
        ],
    ),
    Section(
        "categories",
        gettext_lazy("ด้านของรางวัล"),
        [
            Statement(
                gettext_lazy("เริ่มใน พ.ศ. 2544 ด้วยด้านเดียว คือด้านความโปร่งใสและส่งเสริมการมีส่วนร่วมของประชาชน"), [BOOK_2564]
            ),
            Statement(
                gettext_lazy(
                    "พ.ศ. 2552 เพิ่มสองด้าน คือด้านการเสริมสร้างสันติสุขและความสมานฉันท์ "
                    "และด้านการเสริมสร้างเครือข่าย รัฐ เอกชน และประชาสังคม"
                ),
                [BOOK_2564],
            ),
            Statement(gettext_lazy("พ.ศ. 2564 เพิ่มด้านที่สี่ คือด้านการลดความเหลื่อมล้ำในสังคม"), [BOOK_2564, BOOK_2566]),
            Statement(
                gettext_lazy(
                    "พ.ศ. 2566 แบ่งเป็นสามประเภทรางวัล หน้าที่เราอ่านขาดไปว่าสามประเภทใด มีด้านการลดความเหลื่อมล้ำและด้านเครือข่ายรวมอยู่"
                ),
                [BOOK_2566],
            ),
        ],
    ),
    Section(
        "judged",
        gettext_lazy("ตัดสินอย่างไร"),
        [
            Statement(
                gettext_lazy(
                    "ท้องถิ่นส่งผลงานเป็นเอกสาร นักวิจัยของมหาวิทยาลัยประเมินในพื้นที่ "
                    "แล้วคณะกรรมการไปเยี่ยมหรือให้นำเสนอ ระหว่างเดือนสิงหาคมถึงพฤศจิกายน "
                    "ผลตัดสินออกหนึ่งถึงสามสัปดาห์ก่อนพิธี"
                ),
                JUDGING,
            ),
        ],
    ),
]

# Award year → the day it was given, by the sources of that year's entries.
CEREMONIES = {
    2552: date(2009, 11, 7),
    2555: date(2012, 11, 10),
    2556: date(2014, 2, 8),
    2558: date(2015, 11, 8),
    2560: date(2017, 11, 12),
    2561: date(2018, 11, 10),
    2562: date(2019, 11, 3),
    2563: date(2020, 11, 8),
    2564: date(2021, 11, 7),
    2565: date(2022, 11, 6),
    2566: date(2023, 12, 15),
}


@public_page
def about_award(request):
    context = {
        "sections": SECTIONS,
        "ceremonies": CEREMONIES,
        "crumbs": [Crumb(_("เกี่ยวกับทำเนียบ"), reverse("about")), Crumb(_("รางวัลพระปกเกล้า"))],
    }
    return render(request, "practices/about_award.html", context)
