from practices.thai.meanings import MEANINGS, meanings
from practices.thai.query import terms
from practices.thai.text import fold


def test_words_and_what_they_stand_for_are_folded_and_one_term_each():
    words = {*MEANINGS, *(form for forms in MEANINGS.values() for form in forms)}
    assert [word for word in words if terms(word) != [word] or fold(word) != word] == []


def test_a_word_comes_before_what_it_stands_for():
    assert meanings("sao") == ("sao", "องค์การบริหารส่วนตำบล")
    assert meanings("ลำพูน") == ("ลำพูน",)
