"""How the catalogue is served. https://docs.gunicorn.org/en/stable/settings.html"""

import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class, threads = "gthread", 8
limit_request_line = 8190  # room for many chosen filters
control_socket_disable = True  # else gunicorn makes one in the user's home
