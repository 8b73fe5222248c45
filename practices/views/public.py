"""What every public page promises: it is read, and reading changes nothing."""

from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


def public(view):
    """GET and HEAD only. Anything else is 405, and not first a question of CSRF: there is nothing to forge."""
    return csrf_exempt(require_safe(view))
