"""What a reader typed into a search field, as the parts to look for."""

import re
from typing import Final

from practices.thai.names import KINDS, expand
from practices.thai.provinces import PROVINCES
from practices.thai.text import FOLLOWING, MARKS, clean, fold

LONGEST_QUERY: Final = (
    400  # characters; a longer one is read up to here, so that nobody can make us search without bound
)
MOST_TERMS: Final = 12
LONG: Final = 12  # letters; a longer term may be several words run together

_BETWEEN_TERMS = re.compile(r"[\s()\[\]\"“”;|]+|(?<![0-9])[,/]|[,/](?![0-9])")

# Where words run together, the name of a place is a part with the word for its kind, if that is there;
_KINDS_AND_AREAS = "|".join([*(kind.word for kind in KINDS.values()), "จังหวัด", "อำเภอ", "ตำบล"])
_PROVINCES = "|".join(sorted(PROVINCES, key=len, reverse=True))
# these are parts, and what stands beside them asks nothing;
_AWARD_OR_YEAR = "รางวัลพระปกเกล้า(?:ทองคำ)?|รางวัล|ทองคำ|(?<![0-9๐-๙])[0-9๐-๙]{4}(?![0-9๐-๙])"
_FILLERS = "(?:เคย|ได้รับ|ได้|ชนะ|คว้า|เมื่อ|ใน|ปี|แล้ว|หรือยัง|ไหม|มั้ย)*"
# and no part ends inside a cluster.
_ENDS = f"(?![{MARKS}{FOLLOWING}])"
_KNOWN = re.compile(
    f"(?P<place>(?:{_KINDS_AND_AREAS})?(?<![เแโใไ])(?:{_PROVINCES}){_ENDS}){_FILLERS}"
    f"|{_FILLERS}(?P<whole>{_AWARD_OR_YEAR}){_ENDS}{_FILLERS}"
    f"|(?P<start>{_KINDS_AND_AREAS})"
)

# The Kedmanee layout (TIS 820-2538) as keyboards have it, row by row, plain and with Shift; but a 1 and a ! are meant
# as they are typed, for no Thai word is written with what stands on that key.
_KEYS: Final = (
    "`234567890-=" "~@#$%^&*()_+"
    "qwertyuiop[]\\" "QWERTYUIOP{}|"
    "asdfghjkl;'" 'ASDFGHJKL:"'
    "zxcvbnm,./" "ZXCVBNM<>?"
)  # fmt: skip
_THAI_KEYS: Final = (
    "_/-ภถ\u0e38\u0e36คตจขช" "%๑๒๓๔\u0e39฿๕๖๗๘๙"
    "ๆไ\u0e33พะ\u0e31\u0e35รนยบลฃ" '๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅ'
    "ฟหกดเ\u0e49\u0e48าสวง" "ฤฆฏโฌ\u0e47\u0e4bษศซ."
    "ผปแอ\u0e34\u0e37ทมใฝ" "()ฉฮ\u0e3a\u0e4c?ฒฬฦ"
)  # fmt: skip
_KEDMANEE = str.maketrans(_KEYS, _THAI_KEYS)


def terms(query: str) -> list[str]:
    """Return the folded parts of a query, all of which must occur: in its order, each once, at most twelve.

    >>> terms("ทน.ขอนแก่น  ขอนแก่น, ๒๕๕๗")
    ['เทศบาลนครขอนแก่น', 'ขอนแก่น', '2557']
    >>> terms("%_ '")
    []
    """
    parts = map(fold, _BETWEEN_TERMS.split(expand(query[:LONGEST_QUERY])))
    return list(dict.fromkeys(filter(None, parts)))[:MOST_TERMS]


def parted(query: str) -> str:
    """Return a query with spaces between words that were run together: at kinds, provinces, years and the award.

    What stands beside them is a part too, so that nothing looked for is lost but filler words.

    >>> parted("เทศบาลเมืองลำพูนได้รางวัลพระปกเกล้าปี2565")
    'เทศบาลเมืองลำพูน รางวัลพระปกเกล้า 2565'
    >>> parted("รายได้เทศบาลเมือง"), parted("ภาคประชาสังคม")
    ('รายได้ เทศบาลเมือง', 'ภาคประชาสังคม')
    """
    words = expand(query[:LONGEST_QUERY]).split()
    return " ".join(" ".join(_KNOWN.sub(_spaced, word) if len(word) >= LONG else word for word in words).split())


def _spaced(match: re.Match[str]) -> str:
    return f" {match['start']}" if match["start"] else f" {match['place'] or match['whole']} "


def typed_on_english_keyboard(text: str) -> str:
    """Return the Thai that was meant by a text typed while the keyboard was left on English.

    >>> typed_on_english_keyboard("-vocdjo")
    'ขอนแก่น'
    """
    return clean(text.translate(_KEDMANEE))
