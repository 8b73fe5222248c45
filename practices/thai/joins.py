"""Lines as they stood on a printed page, joined into paragraphs again.

Thai puts no space between words, so a line of print may end anywhere, in the middle of a word too. Where such line ends
are kept a page shows a space that nobody wrote: สร้างความ รู้สึก. No rule knows every join; a person confirms them.
"""

import re
from itertools import pairwise

from practices.thai.text import clean

_LINE_END = re.compile("\r\n|[\n\x0b\x0c\r\x85\u2028\u2029]")  # all that `clean` takes for one
_ITEM = re.compile(r"[•‣●○◦▪■*·]|[-–—](?!\d)|\(?\d{1,2}[.)]|\(?[ก-ฮA-Za-z]\)|[ก-ฮA-Za-z]\. ")
_LAST_OF_A_LIST = re.compile(r"\S{1,10} (?:และ|หรือ)")  # ภาครัฐ, then on the next line: เอกชน และภาคประชาสังคม
_OPENING = "([{“‘"
_CLOSING = ")]}”’"
_TIES = "-–/"  # 2554-2555
_ENDS_A_PHRASE = _CLOSING + ",;:!?%ๆฯ"


def cut_lines(text: str) -> list[int]:
    """The numbers, from 1, of the lines that end inside a paragraph: no empty line and no item of a list follows.

    >>> cut_lines("สร้างความ\\nรู้สึก ดังนี้\\n1. เด็ก\\n2. เยาวชน\\n\\nย่อหน้าใหม่")
    [1]
    """
    lines = _LINE_END.split(text)
    return [number for number, (line, following) in enumerate(pairwise(lines), 1) if _runs_on(line, following)]


def joined(text: str) -> str:
    """The text with those line ends taken out, and a space where one would have been written.

    >>> joined("สร้างความ\\nรู้สึกในปี\\n2557 ต่อไป\\n\\nย่อหน้าใหม่\\n- ข้อ\\n- ข้อ")
    'สร้างความรู้สึกในปี 2557 ต่อไป\\n\\nย่อหน้าใหม่\\n- ข้อ\\n- ข้อ'
    """
    # What is joined may look otherwise than its parts: "-" begins an item, "-1" does not. Hence the loop.
    while (whole := _joined_once(text)) != text:
        text = whole
    return text


def _joined_once(text: str) -> str:
    first, *others = _LINE_END.split(text)
    whole = first
    for line, following in pairwise([first, *others]):
        if _runs_on(line, following):
            space = " " if _has_space(line, following) else ""
            whole = f"{whole.rstrip()}{space}{following.lstrip()}"
        else:
            whole = f"{whole}\n{following}"
    return whole


def _runs_on(line: str, following: str) -> bool:
    following = clean(following)
    return bool(clean(line) and following and not _ITEM.match(following))


def _has_space(line: str, following: str) -> bool:
    """Whether two lines that belong together are parted by a space; a space at a line's end is the source's own."""
    before, after = clean(line)[-1], clean(following)[0]
    if before in _OPENING + _TIES or after in _ENDS_A_PHRASE + _TIES:
        return False
    return (
        line[-1].isspace()
        or _is_spaced(before)
        or _is_spaced(after)
        or before in _ENDS_A_PHRASE
        or after in _OPENING
        or bool(_LAST_OF_A_LIST.match(clean(following)))
    )


def _is_spaced(letter: str) -> bool:
    """Whether a letter is of a kind that stands apart from Thai: Latin, or a digit."""
    return letter.isdigit() or (letter.isascii() and letter.isalpha())
