"""The about page says what the catalogue is, with numbers that are counted."""

import pytest

from tests.catalogue.counts import BODIES, ENTRIES, PROVINCES, YEARS
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "said",
    [
        f"{ENTRIES} รายการ ของท้องถิ่น {BODIES} แห่ง ใน {PROVINCES} จังหวัด จาก {YEARS} ปีรางวัล",
        "ไม่ใช่รายชื่อผู้ได้รับรางวัลทั้งหมด",
        "ไม่ได้แปลว่าไม่มีหรือเป็นศูนย์",
        "ส่วนที่เหลือเป็นคำแปลของเรา",
        "ด้านการลดความเหลื่อมล้ำในสังคม Reducing Social Inequality",
        "CC BY 4.0",
        "SIL Open Font License",
    ],
)
def test_says(client, said):
    assert said in text_of(client.get("/about/"))
