"""The kinds of local government and the places above them, as words and as the abbreviations people write."""

import re
from typing import Final, NamedTuple

from practices.thai.text import clean


class Kind(NamedTuple):
    """A kind of local government in words, and as abbreviated before a name."""

    word: str
    abbreviation: str


KINDS: Final = {
    "pao": Kind("องค์การบริหารส่วนจังหวัด", "อบจ."),
    "city": Kind("เทศบาลนคร", "ทน."),
    "town": Kind("เทศบาลเมือง", "ทม."),
    "subdistrict": Kind("เทศบาลตำบล", "ทต."),
    "sao": Kind("องค์การบริหารส่วนตำบล", "อบต."),
}

_AREAS = {"จ": "จังหวัด", "อ": "อำเภอ", "ต": "ตำบล"}
_LETTERS = {kind.abbreviation.rstrip("."): kind.word for kind in KINDS.values()}
_WORDS = _LETTERS | _AREAS
_NOT_IN_A_WORD = "(?<![\u0e00-\u0e7f])"


def _dotted(words: dict[str, str]) -> str:
    return "|".join(r"\.?".join(letters) for letters in words)


# อบต and อบจ begin no Thai word, so a name may follow at once. The others need a dot, a space or the end (ทนทาน, ตลาด),
# and a single letter something to belong to, which must not be the next letter of another abbreviation (5 ต.ค.).
_ABBREVIATION = re.compile(
    rf"(?P<era>[พค]\.ศ\.|{_NOT_IN_A_WORD}[พค]\.?ศ(?![\u0e00-\u0e4e]))\s*"
    rf"|{_NOT_IN_A_WORD}(?P<kind>{_dotted(_LETTERS)})(?:\.\s*|\s+|$|(?<=อบ[ตจ])(?=[ก-๎]))"
    rf"|{_NOT_IN_A_WORD}(?P<area>[{''.join(_AREAS)}])(?:\.\s*|\s+)(?=[ก-๎])(?![ก-ฮ]\.)"
)
_KIND_WORD = re.compile("|".join(f"(?P<{code}>{kind.word})" for code, kind in KINDS.items()))


def abbreviation(kind: str) -> str:
    """Return what is written before a name for a kind's code, as the Interior Ministry does.

    >>> abbreviation("city")
    'ทน.'
    """
    return KINDS[kind].abbreviation


def split_name(full: str) -> tuple[str, str]:
    """Part a body's full name into its kind's code and its own name; the code is empty where no kind is named.

    >>> split_name("เทศบาลนครขอนแก่น"), split_name("อบจ. สตูล"), split_name("เมืองพัทยา")
    (('city', 'ขอนแก่น'), ('pao', 'สตูล'), ('', 'เมืองพัทยา'))
    """
    full = clean(full)
    leading = _ABBREVIATION.match(full)
    if leading and leading["kind"]:
        full = _in_words(leading).lstrip() + full[leading.end() :]
    match = _KIND_WORD.match(full)
    if not match:
        return "", full
    return match.lastgroup or "", full[match.end() :].lstrip()


def expand(text: str) -> str:
    """Write abbreviated kinds and areas in words, joined to the name that follows; the name of an era is left out.

    >>> expand("อบต ดอนแก้ว อ.แม่ริม จ. เชียงใหม่ พ.ศ. 2552")
    'องค์การบริหารส่วนตำบลดอนแก้ว อำเภอแม่ริม จังหวัดเชียงใหม่ 2552'
    """
    return _ABBREVIATION.sub(_in_words, clean(text))


def _in_words(match: re.Match[str]) -> str:
    if match["era"]:
        return ""
    letters = (match["kind"] or match["area"]).replace(".", "")
    return _WORDS[letters]
