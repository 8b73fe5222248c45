import random
from itertools import compress, pairwise

import pytest
from hypothesis import given

from practices.thai.collation import sort_key
from practices.thai.names import KINDS
from practices.thai.text import clean
from tests.thai.strategies import anything

IN_ORDER = [
    "กระบี่ กรุงเทพมหานคร กาญจนบุรี กาฬสินธุ์ กำแพงเพชร ขอนแก่น",
    "ชุมพร เชียงราย เชียงใหม่ ตรัง",
    "พิษณุโลก เพชรบุรี เพชรบูรณ์ แพร่ ภูเก็ต",
    "มุกดาหาร แม่ฮ่องสอน ยโสธร ยะลา ร้อยเอ็ด ระนอง",
    "ลำพูน เลย ศรีสะเกษ",
    "สระแก้ว สระบุรี",
    "บ้านคา บ้านค่าย",
    "แคร์ แคร่ แคะ",
    "ก ก๎ ก์ ก็ ก่ ก้ ก๊ ก๋ กะ กา กำ เก แก โก",
    "วโรรส วรฺณ",
    "2557 กระบี่ เลย Bangkok Loei",
    "ab aB Ab AB ac",
]
ALIKE = [("๒๕๕๗", "2557"), ("นครศรี ธรรมราช", "นครศรีธรรมราช"), ("ต่าง ๆ", "ต่าง"), ("กรุงเทพฯ", "กรุงเทพ")]


@pytest.mark.parametrize("line", IN_ORDER)
def test_words_stand_in_dictionary_order(line):
    words = line.split()
    keys = list(map(sort_key, words))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(words)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spaces_signs_and_the_digits_script_do_not_count(one, other):
    assert sort_key(one) == sort_key(other)


@given(anything)
def test_any_text_has_a_key(text):
    assert b"\0" not in sort_key(text), "a key may be followed by NUL and a second key"


def invented(alphabet, count=5_000):
    """Words that no dictionary has, the same in every run."""
    rng = random.Random(2557)  # noqa: S311 - not a secret
    return [clean("".join(rng.choices(alphabet, k=rng.randint(1, 6)))) for _ in range(count)]


def in_icu_order(postgresql, words):
    query = 'SELECT word FROM unnest(%s::text[]) AS word ORDER BY word COLLATE "th-x-icu"'
    return [word for (word,) in postgresql.execute(query, [sorted(set(words))])]


@pytest.mark.postgresql
class TestAgainstIcu:
    """PostgreSQL sorts with ICU; our keys must never fall from one name to the next in its order."""

    def assert_same_order(self, postgresql, words):
        ordered = in_icu_order(postgresql, words)
        keys = list(map(sort_key, ordered))
        fallen = [key > following for key, following in pairwise(keys)]
        assert list(compress(pairwise(ordered), fallen)) == []

    def test_provinces(self, postgresql, provinces):
        assert len(provinces) == 77
        assert sorted(provinces, key=sort_key) == in_icu_order(postgresql, provinces)

    def test_every_place(self, postgresql, place_names):
        self.assert_same_order(postgresql, place_names)

    def test_every_place_with_its_kind_before_it(self, postgresql, place_names):
        self.assert_same_order(postgresql, [kind.word + name for kind in KINDS.values() for name in place_names])

    def test_thai_and_english_names_together(self, postgresql, provinces, english_place_names):
        self.assert_same_order(postgresql, provinces + english_place_names)

    def test_words_of_few_letters_and_many_marks(self, postgresql):
        self.assert_same_order(postgresql, invented("กขคฤเแโไาำะัิฺุ่้๊็์"))

    def test_words_in_two_scripts_with_digits(self, postgresql):
        self.assert_same_order(postgresql, invented("aAbBzZ019๑๐กขเา -."))
