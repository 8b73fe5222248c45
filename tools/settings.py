"""The site with its style guide, for those who work on the look:

DJANGO_SETTINGS_MODULE=tools.settings DJANGO_DEBUG=1 python3 run.py
"""

from kpicatalog.settings import *  # noqa: F403
from kpicatalog.settings import BASE_DIR, TEMPLATES

ROOT_URLCONF = "tools.urls"
TEMPLATES = [TEMPLATES[0] | {"DIRS": [*TEMPLATES[0]["DIRS"], BASE_DIR / "tools" / "templates"]}]
