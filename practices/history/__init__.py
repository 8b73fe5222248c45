"""What each save changed, and the way back to any earlier state.

An entry's history is told together with the rows that hang on it: they are edited on the same form, and only together
are they a state. Whatever one save or load records carries one time, which makes it one revision.
"""

from practices.history.differences import Action, Change, FieldChange, differences, in_words
from practices.history.moments import connect, one_moment
from practices.history.revisions import Deletion, Revision, deleted, moment_of, restore, since, timeline
from practices.history.states import last_recorded, lock, missing, state_at, state_now, version

__all__ = [
    "Action",
    "Change",
    "Deletion",
    "FieldChange",
    "Revision",
    "connect",
    "deleted",
    "differences",
    "in_words",
    "last_recorded",
    "lock",
    "missing",
    "moment_of",
    "one_moment",
    "restore",
    "since",
    "state_at",
    "state_now",
    "timeline",
    "version",
]
