"""Search on folded text: what a query asks of a row, the index behind it, excerpts, and what may have been meant."""

from practices.search.query import Match, Reading, in_names, is_asking, match, match_of_names, read
from practices.search.suggest import Meaning, meaning, near

__all__ = ["Match", "Meaning", "Reading", "in_names", "is_asking", "match", "match_of_names", "meaning", "near", "read"]
