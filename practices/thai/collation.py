"""Thai dictionary order as stored bytes, the same on every database.

Neither the code points nor a text column will do: the first puts every เ-ไ name last, the second is sorted again by
the database's own collation. PyThaiNLP's `collate` strays from ICU on one tambon name in seven. PyICU would be right,
but it comes as source for a C++ compiler.
"""

import re
import unicodedata
from typing import Final

from practices.thai.text import arabic_digits

# PAIYANNOI and MAI YAMOK do not count, so their places in the alphabet are free for two signs that sort as letters.
_NIKHAHIT: Final = "ฯ"  # before SARA A
_PHINTHU: Final = "ๆ"  # after the leading vowels
_SPELLED = str.maketrans(
    {"ฯ": None, "ๆ": None, "\u0e4d": _NIKHAHIT, "\u0e33": "\u0e32" + _NIKHAHIT, "\u0e3a": _PHINTHU}
)
_LONG_A: Final = "\u0e45"  # a variant of SARA AA, as a capital is of its letter
_LEADING_VOWEL = re.compile("([เ-ไ])([ก-ฮ])")
_MARKS: Final = "\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b"  # in ICU's order; they only break ties
_LETTER = re.compile("[^\\W_]|[\u0e31\u0e34-\u0e39]")
_AFTER_THAI: Final = 0x10000


def sort_key(text: str) -> bytes:
    """Return a key whose bytes compare as ICU's `th` collation compares clean texts of Thai, ASCII letters and digits.

    A consonant counts before its leading vowel; tone marks break ties, then capitals. Digits come first, then Thai,
    then other letters. Spaces and punctuation do not count, so texts that differ in nothing else share a key.

    >>> sorted(["หนองคาย", "เชียงใหม่", "Loei", "แพร่", "2557", "ชุมพร"], key=sort_key)
    ['2557', 'ชุมพร', 'เชียงใหม่', 'แพร่', 'หนองคาย', 'Loei']
    """
    letters = marks = variants = ""
    spoken = _LEADING_VOWEL.sub(r"\2\1", unicodedata.normalize("NFD", arabic_digits(text)))
    for char in spoken.translate(_SPELLED):
        if char in _MARKS:
            marks += str(_MARKS.index(char) + 1)
        elif _LETTER.match(char):
            plain = "\u0e32" if char == _LONG_A else char.casefold()
            letters += "".join(map(_in_script_order, plain))
            marks += "0"
            variants += "01"[plain != char]
        elif unicodedata.combining(char):
            marks += char
    return f"{letters} {marks.rstrip('0')} {variants.rstrip('0')}".encode()


def _in_script_order(char: str) -> str:
    return char if char in "0123456789" or "ก" <= char <= "๛" else chr(ord(char) + _AFTER_THAI)
