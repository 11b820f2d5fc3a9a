"""The one application: Django in a pool of threads, beside which live streams can run."""

import os

from a2wsgi import WSGIMiddleware

from mend.wsgi import application as django

THREADS = int(os.environ.get("WEB_THREADS", "10"))

application = WSGIMiddleware(django, workers=THREADS)
