"""The API does what openapi.json says, and openapi.json says what the code does."""

import json

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings

from kpicatalog.wsgi import application
from practices.api.views import DESCRIPTION
from practices.exports import TABLES
from practices.facts import leaves
from tools import openapi_settings

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)


@pytest.fixture(autouse=True)
def one_connection(db):
    """Requests end without closing the connection, which holds the test's transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=20,
    derandomize=True,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_every_operation_answers_as_described(case):
    case.call_and_validate(headers={"Accept-Encoding": "identity"})  # in process nobody unpacks


def test_the_committed_description_is_what_the_code_says(settings):
    settings.REST_FRAMEWORK = openapi_settings.REST_FRAMEWORK
    settings.SPECTACULAR_SETTINGS = openapi_settings.SPECTACULAR_SETTINGS
    from drf_spectacular.generators import SchemaGenerator
    from drf_spectacular.renderers import OpenApiJsonRenderer

    made = OpenApiJsonRenderer().render(SchemaGenerator().get_schema(request=None, public=True), renderer_context={})
    assert made == DESCRIPTION.read_bytes()


def test_the_description_is_served_to_all(client):
    response = client.get("/api/openapi.json")
    assert response.content == DESCRIPTION.read_bytes()
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_the_description_states_units_limits_and_names_in_both_languages():
    described = json.loads(DESCRIPTION.read_text())
    award = described["components"]["schemas"]["Award"]["properties"]
    profile = award["profile"]["properties"]
    assert profile["own_revenue_baht"]["description"] == "รายได้ / own revenue (บาท / baht)"
    assert profile["population"]["type"] == ["integer", "null"]
    assert award["tier"]["enum"] == ["gold", "award", "certificate", None]
    parameters = {one["name"]: one for one in described["paths"]["/api/awards/"]["get"]["parameters"]}
    assert parameters["q"]["schema"]["maxLength"] == 200
    assert len(parameters["province"]["schema"]["items"]["anyOf"][0]["enum"]) == 77


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_public_value_has_a_meaning_in_both_languages(table):
    for path, field in leaves(table.fields):
        assert field.th, path
        assert field.en, path
