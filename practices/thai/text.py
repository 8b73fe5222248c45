"""Thai text in two forms: `clean`, which is stored and shown, and `fold`, which is compared.

Repaired are the common slips of Thai typing, and what PDF files and word processors leave behind: glyphs, invisible
characters, marks that a stray space tore from their letter. Every rule takes time by the length of the text, whatever
it holds. Never NFKC: compatibility forms tear SARA AM in two and so break น้ำ.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from os.path import commonprefix
from typing import Final

# What stands above, below or after a consonant, by its place in the typing order. `\w` wrongly leaves out the marks.
_VOWELS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e4d"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_SIGNS = "\u0e4c\u0e4e"
MARKS: Final = _VOWELS + _TONES + _SIGNS
FOLLOWING: Final = "\u0e30\u0e32\u0e33\u0e45"
LEADING: Final = "เแโใไ"
_PLACE = {mark: place for place, marks in enumerate((_VOWELS, _TONES, _SIGNS, FOLLOWING)) for mark in marks}

# Glyph variants that fonts park in the private use area, as HarfBuzz documents them: Windows U+F700, Macintosh U+F884.
_WINDOWS = (
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
    "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
)
_MACINTOSH = (
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47"
    + "".join(tone * 3 for tone in "\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
    + "\u0e4d\u0e0d\u0e38\u0e39\u0e3a\u0e10"
)
_LINE_ENDS = (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_SPACES = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_INVISIBLE = chain(
    range(0x00, 0x20),  # control characters; tab and line ends are put back below
    range(0x7F, 0xA0),
    (0xAD, 0x180E, 0xFEFF),  # soft hyphen, Mongolian vowel separator, byte order mark
    range(0x200B, 0x2010),  # zero-width spaces and joiners, direction marks
    range(0x202A, 0x202F),  # direction overrides, which can make a name read backwards
    range(0x2060, 0x2070),
    range(0xD800, 0xE000),  # halves of surrogate pairs, which UTF-8 cannot hold
)
_REPAIRED: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    ord("\n"): "\n",
    **dict(zip(range(0xF700, 0xF71B), _WINDOWS, strict=True)),
    **dict(zip(range(0xF884, 0xF89F), _MACINTOSH, strict=True)),
}
_TORN_MARK = re.compile(f"(?<=[ก-ฮ{MARKS}]) +(?=[{MARKS}])")
_RUN = re.compile(f"[{MARKS}{FOLLOWING}]{{2,}}")
# What is typed wrongly and looks right, or nearly so, in the order in which one rule builds on another.
_SLIPS: Final = [
    (re.compile(" {2,}"), " "),
    (re.compile(r" ?\n ?"), "\n"),
    (re.compile("เเ"), "แ"),
    (re.compile(f"\u0e4d([{_TONES}]?)\u0e32"), "\\1\u0e33"),  # NIKHAHIT and SARA AA are SARA AM
    (re.compile(rf"([{LEADING}{FOLLOWING}])(?: *\1)+"), r"\1"),
    (re.compile(r"(?<=[^ฤฦ\n])\u0e45"), "\u0e32"),  # LAKKHANGYAO, the long A, stands after ฤ and ฦ only
    (re.compile(rf"(?m)(?:^|(?<=[^ก-ฮ{MARKS}] ))[{MARKS}]+"), ""),  # marks without a letter
]

_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LATIN_WORD = re.compile("[a-z0-9]*[a-z][a-z0-9]*")
_WITHOUT_LATIN = re.compile(r"[\u0e00-\u0e7f0-9\s.,()/-]*")  # most names: no need to look
_NAME_LETTERS = 80  # the joined words of a longer text nobody types
_NOT_COMPARED = re.compile(rf"[^\w{MARKS}]|[_ฯ]")  # PAIYANNOI only abbreviates: กรุงเทพฯ must find กรุงเทพมหานคร

_ROUGH = str.maketrans("ิึุใ", "ีืูไ", f"{_TONES}{_SIGNS}\u0e47\u0e30")


def clean(text: str) -> str:
    """Repair the encoding of a text, never its wording; empty lines inside it stay, and cleaning twice changes nothing.

    >>> clean("เเม่นํ้า\\u200b  น่าน")
    'แม่น้ำ น่าน'
    >>> clean("ย่อหน้าแรก\\r\\n\\r\\nย่อหน้าที\\u0020่สอง\\n")
    'ย่อหน้าแรก\\n\\nย่อหน้าที่สอง'
    """
    while (repaired := _repair(text)) != text:
        text = repaired
    return text


def fold(text: str) -> str:
    """Return the form in which texts are compared: clean, lower case, Arabic digits, only letters, marks and digits.

    >>> fold("ทน.ขอนแก่น พ.ศ. ๒๕๕๗"), fold("Ko Pha-ngan")
    ('ทนขอนแก่นพศ2557', 'kophangan')
    """
    # Dropping what stood between two letters can make them a new slip, and lower case can come apart: hence the loop.
    while (folded := compared(clean(text))) != text:
        text = folded
    return text


def compared(text: str) -> str:
    """Return what `fold` keeps of a clean text, or of one letter of it, so that a hit can be found in the text itself.

    >>> [compared(letter) for letter in "ก่. K๑"]
    ['ก', '่', '', '', 'k', '1']
    """
    return _NOT_COMPARED.sub("", arabic_digits(text).casefold())


def arabic_digits(text: str) -> str:
    """Write Thai digits as Arabic ones and leave the rest alone.

    >>> arabic_digits("พ.ศ. ๒๕๕๗")
    'พ.ศ. 2557'
    """
    return text.translate(_ARABIC)


def folded_lines(texts: Iterable[str]) -> str:
    """Fold texts for a search column: a line each, so that no term matches across two; "" where there is nothing.

    Folding joins words, which in Thai is right. So a last line holds the Latin words once more, between spaces.

    >>> folded_lines(["ทน.ขอนแก่น", "", "Khon Kaen", "khonkaen"])
    '\\nทนขอนแก่น\\nkhonkaen\\n khon kaen khonkaen \\n'
    """
    texts = list(texts)
    folded = dict.fromkeys(filter(None, map(_fold, texts)))
    words = dict.fromkeys(word for text in texts for word in _latin_words(text))
    lines = [*folded, f" {' '.join(words)} "] if words else [*folded]
    return "".join(f"\n{line}" for line in lines) + "\n" if lines else ""


def _fold(text: str) -> str:
    return _fold_name(text) if len(text) <= _NAME_LETTERS else fold(text)


def _latin_words(text: str) -> Iterable[str]:
    return _latin_words_of_name(text) if len(text) <= _NAME_LETTERS else latin_words(text)


def rough(folded: str) -> str:
    """Return what is left of a folded text without what is most often mistyped: tones, lengths of vowels, silent signs.

    >>> rough("ทุ่งสง") == rough("ทูงสง"), rough("ขอนแก่น"), rough("บ้านใหม่")
    (True, 'ขอนแกน', 'บานไหม')
    """
    return folded.translate(_ROUGH)


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether a letter too many, too few or wrong, or two in the wrong order, is all the difference of two texts.

    >>> [one_letter_apart("ขอนแกน", other) for other in ("ขอแกน", "ขอนแกม", "ขอนกแน", "ขอนแกน", "ขอแกม")]
    [True, True, True, False, False]
    """
    same = len(commonprefix([one, other]))  # noqa: RUF071 character by character, as we want it
    one, other = one[same:], other[same:]
    too_much = one[1:] == other or one == other[1:]
    swapped = one[1::-1] == other[:2] and one[2:] == other[2:]
    return one != other and (too_much or swapped or one[1:] == other[1:])


def latin_words(text: str) -> list[str]:
    """Return the Latin words of a text, folded: each, and joined where they are parted by a hyphen, or are a name.

    >>> latin_words("Ko Pha-ngan"), latin_words("โครงการ Smart City 5C ปี 2557")
    (['ko', 'pha', 'ngan', 'phangan', 'kophangan'], ['smart', 'city', '5c'])
    """
    if _WITHOUT_LATIN.fullmatch(text):
        return []
    text = clean(text).casefold()
    words = _LATIN_WORD.findall(arabic_digits(text))
    joined = [fold(part) for part in text.split() if part.isascii()]
    if text.isascii() and len(text) <= _NAME_LETTERS:
        joined.append(fold(text))
    return list(dict.fromkeys([*words, *filter(_LATIN_WORD.search, joined)]))


# The same kinds, districts and provinces stand in the search columns of thousands of bodies.
_fold_name = lru_cache(maxsize=4_096)(fold)
_latin_words_of_name = lru_cache(maxsize=4_096)(latin_words)


def is_latin(term: str) -> bool:
    """Tell whether a folded term is a Latin word, or the beginning of one.

    >>> is_latin("nan"), is_latin("5c"), is_latin("2557"), is_latin("น่าน")
    (True, True, False, False)
    """
    return term.isascii() and not term.isdigit()


def _repair(text: str) -> str:
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_REPAIRED))
    text = _RUN.sub(_in_order, _TORN_MARK.sub("", text)).strip()
    for slip, right in _SLIPS:
        text = slip.sub(right, text)
    return text


def _in_order(run: re.Match[str]) -> str:
    """Put the marks of one letter in typing order, each once, and of several tones the last, which was meant."""
    marks = dict.fromkeys(run[0])
    tones = [mark for mark in reversed(run[0]) if mark in _TONES]
    return "".join(mark for mark in sorted(marks, key=_PLACE.__getitem__) if mark not in _TONES or mark == tones[0])
