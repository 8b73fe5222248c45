"""Those who edit, and what a form would send."""

import pytest
from django.contrib.auth.models import Group, User

from practices.admin.editors import GROUP
from practices.models import AwardEntry


@pytest.fixture
def entry(db):
    """Khon Kaen 2557, transcribed whole: a row of every kind hangs on it."""
    return AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)


@pytest.fixture
def editor(db):
    user = User.objects.create_user("somsri", password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=GROUP))
    return user


@pytest.fixture
def editing(client, editor):
    """A browser in which the editor is logged in."""
    client.force_login(editor)
    return client


def sent_by(response):
    """What the form on this page sends."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {field.html_name: field.value() for form in forms for field in form}
    unsent = (None, False)  # by identity: 0 is a value
    sent = {name: value for name, value in values.items() if not any(value is nothing for nothing in unsent)}
    return {name: "on" if value is True else value for name, value in sent.items()}


@pytest.fixture
def form_data(editing):
    """`form_data(url, **typed)`: what the form there sends, with these fields typed over or added."""
    return lambda url, **typed: sent_by(editing.get(url)) | typed
