"""The editors' side: one form for what one page of the book shows, with its history and a preview."""

from practices.admin import accounts, entries, places, showcase, sources

__all__ = ["accounts", "entries", "places", "showcase", "sources"]
