"""One time for all rows of a save."""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from simple_history.signals import pre_create_historical_record

_moment: ContextVar[list[datetime] | None] = ContextVar("moment", default=None)


@contextmanager
def one_moment():
    """Give every row that is recorded inside the same time, that of the first one.

    Not the time of entering: a save may first have to wait for another one to finish.
    """
    shared = _moment.get()
    token = _moment.set([] if shared is None else shared)
    try:
        yield
    finally:
        _moment.reset(token)


def connect():
    pre_create_historical_record.connect(_share_the_moment, dispatch_uid="practices.history")


def _share_the_moment(history_instance, **kwargs):
    shared = _moment.get()
    if shared is None:
        return
    if not shared:
        shared.append(history_instance.history_date)
    history_instance.history_date = shared[0]
