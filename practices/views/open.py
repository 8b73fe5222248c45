"""What every answer that is data promises: pages of other sites may read it, and search engines leave it alone."""

from django.http import HttpResponseBase


def open_to_all(response: HttpResponseBase) -> HttpResponseBase:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
