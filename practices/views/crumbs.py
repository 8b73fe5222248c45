"""The way from the front page to a page; the front page itself is added by the template."""

from typing import NamedTuple


class Crumb(NamedTuple):
    """A step of the way; the page itself has no address."""

    label: str
    url: str = ""

    @classmethod
    def to(cls, page, label=""):
        """The step to a row that has a page of its own, by the name it is called there."""
        return cls(label or str(page), page.get_absolute_url())
