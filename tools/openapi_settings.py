"""The settings with which the description of the API is made; drf-spectacular is never imported by the site itself.

The command stands at the top of pyproject.toml. A test fails where the committed file is not what it writes.
"""

from kpicatalog.settings import *  # noqa: F403
from kpicatalog.settings import INSTALLED_APPS, REST_FRAMEWORK

INSTALLED_APPS = [*INSTALLED_APPS, "drf_spectacular"]
REST_FRAMEWORK = REST_FRAMEWORK | {"DEFAULT_SCHEMA_CLASS": "tools.openapi.CatalogueSchema"}
SPECTACULAR_SETTINGS = {
    "TITLE": "ทำเนียบท้องถิ่น รางวัลพระปกเกล้า / King Prajadhipok Award catalogue",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "POSTPROCESSING_HOOKS": ["tools.openapi.complete"],
}
