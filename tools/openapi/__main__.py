"""Write the description of the API; how to call it stands at the top of pyproject.toml."""

import os

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kpicatalog.settings")
    django.setup()
    from practices.api.views import DESCRIPTION
    from tools.openapi.document import as_json

    DESCRIPTION.write_bytes(as_json())


if __name__ == "__main__":
    main()
