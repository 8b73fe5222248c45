"""The site says who can use it and what it keeps, and gives no address that nobody has set."""

import pytest

PATHS = ["/accessibility/", "/privacy/", "/en/accessibility/", "/en/privacy/"]


@pytest.mark.parametrize("path", PATHS)
def test_statement_gives_the_address_to_write_to(client, settings, path):
    settings.CATALOGUE_CONTACT = "desk@example.org"
    assert '<a href="mailto:desk@example.org">desk@example.org</a>' in client.get(path).text


@pytest.mark.parametrize("path", PATHS)
def test_statement_invents_no_address(client, settings, path):
    settings.CATALOGUE_CONTACT = ""
    shown = client.get(path).text
    assert "mailto:" not in shown
    assert "@" not in shown.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("path", ["/", "/awards/", "/about/", "/nowhere/"])
def test_statements_are_linked_from_every_footer(client, db, path):
    footer = client.get(path).text.partition("<footer")[2]
    assert 'href="/accessibility/"' in footer
    assert 'href="/privacy/"' in footer
