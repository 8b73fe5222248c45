"""From a form to the public page."""

from django.urls import NoReverseMatch


def public_address(row) -> str | None:
    """The page of a row; None while what was typed for its address is none, and the form is about to say so."""
    try:
        return row.get_absolute_url()
    except NoReverseMatch:
        return None
