"""A page in English leaves its language behind for the next test, as a request does for the next one."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def in_thai():
    with translation.override("th"):
        yield
