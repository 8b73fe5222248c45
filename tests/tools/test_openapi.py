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
from tools.openapi.document import as_json, gathered

DESCRIBED = json.loads(DESCRIPTION.read_text())


def closed(schema):
    """The same, with no property but those that it names: clients may meet more, these tests may not."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if schema.get("type") == "object" else {}
    return {name: closed(one) for name, one in schema.items()} | more


schema = schemathesis.openapi.from_dict(closed(DESCRIBED))
schema.app = application


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


def test_the_committed_description_is_what_the_code_says():
    assert as_json() == DESCRIPTION.read_bytes()


def test_the_description_is_served_to_all(client):
    response = client.get("/api/openapi.json")
    assert response.content == DESCRIPTION.read_bytes()
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*"


def test_the_description_states_units_limits_and_names_in_both_languages():
    schemas = DESCRIBED["components"]["schemas"]
    profile = schemas["Profile"]["properties"]
    assert profile["own_revenue_baht"]["description"] == "รายได้ / own revenue (บาท / baht)"
    assert profile["population"]["type"] == ["integer", "null"]
    assert schemas["AwardTier"]["enum"] == ["gold", "award", "certificate"]
    assert "* `gold` รางวัลพระปกเกล้าทองคำ / Golden King Prajadhipok Award" in schemas["AwardTier"]["description"]
    assert len(schemas["ProvinceCode"]["enum"]) == 77
    parameters = {one["name"]: one for one in DESCRIBED["paths"]["/api/awards/"]["get"]["parameters"]}
    assert parameters["q"]["schema"]["maxLength"] == 200


# What generated clients are made of


def inside(schema):
    """Every schema in this one."""
    children = schema if isinstance(schema, list) else schema.values() if isinstance(schema, dict) else []
    for child in children:
        yield child
        yield from inside(child)


def test_objects_and_enumerations_have_a_name():
    """Else a generator makes one up: Municipality1, Type4."""
    nameless = [*inside(DESCRIBED["paths"])]
    for component in DESCRIBED["components"]["schemas"].values():
        nameless += inside(component)
    assert [one for one in nameless if isinstance(one, dict) and ("enum" in one or one.get("type") == "object")] == []


def test_every_name_is_described_and_every_description_used():
    used = {one["$ref"] for one in inside(DESCRIBED) if isinstance(one, dict) and "$ref" in one}
    assert used == {f"#/components/schemas/{name}" for name in DESCRIBED["components"]["schemas"]}


def test_two_shapes_of_one_name_are_refused():
    with pytest.raises(ValueError, match="Two different components are called Award"):
        gathered([("Award", {"type": "object"}), ("Award", {"type": "string"})])


def test_a_new_fact_breaks_no_client():
    assert "additionalProperties" not in DESCRIPTION.read_text()


def test_methods_of_clients_have_plain_names():
    operations = {path: methods["get"]["operationId"] for path, methods in DESCRIBED["paths"].items()}
    assert operations == {
        "/api/awards/": "list_awards",
        "/api/awards/{slug}/{year}/": "get_award",
        "/api/practices/": "list_practices",
        "/api/practices/{slug}/": "get_practice",
        "/api/municipalities/": "list_municipalities",
        "/api/municipalities/{slug}/": "get_municipality",
        "/api/years/": "list_years",
    }


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_public_value_has_a_meaning_in_both_languages(table):
    for path, field in leaves(table.fields):
        assert field.th, path
        assert field.en, path
