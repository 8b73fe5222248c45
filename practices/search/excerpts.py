"""Where in the printed text a search found its words: a marked excerpt, and the page it comes from."""

from typing import NamedTuple

from practices.thai.marks import Piece, marked, snippet


class Excerpt(NamedTuple):
    """A stretch of the book's text around the first hit; `page` is as its source labels it, "" where it is unknown."""

    pieces: list[Piece]
    page: str


def of(row, query):
    """An excerpt of what is printed for an entry or practice, or None where the words stand in no running text."""
    for text in row.running_texts():
        if any(piece.hit for piece in marked(text, query)):
            return Excerpt(snippet(text, query), row.page_cited)
    return None
