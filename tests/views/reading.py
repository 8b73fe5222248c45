"""What a reader reads of a page."""

import re
from html import unescape
from html.parser import HTMLParser

# A word that is kept whole is no piece of its own.
UNBROKEN = re.compile(r'<span class="unbroken">(.*?)</span>')


class Reader(HTMLParser):
    """Collects the text of a page, each piece apart from its neighbours; data for machines is no text."""

    def __init__(self):
        super().__init__()
        self.pieces = []

    def handle_data(self, data):
        if self.cdata_elem is None:
            self.pieces.append(data)


def text_of(response) -> str:
    """The words of a page in reading order, single spaces between them."""
    reader = Reader()
    reader.feed(UNBROKEN.sub(r"\1", response.text))
    return re.sub(r"\s+", " ", " ".join(reader.pieces))


def title_of(response) -> str:
    """As a browser shows it, where white space is a space."""
    return " ".join(unescape(re.search("<title>(.*?)</title>", response.text, re.DOTALL)[1]).split())
