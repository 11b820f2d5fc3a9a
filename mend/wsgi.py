"""Django behind WSGI. Who must not serve is refused before any request: see the checks."""

import os
from concurrent.futures import ThreadPoolExecutor

from django.core.wsgi import get_wsgi_application

from mend import logs
from mend.checks import refuse_unsafe_start

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mend.settings")
application = get_wsgi_application()
logs.take_over()
# In a thread, because uvicorn imports this inside its event loop, where Django asks no database.
with ThreadPoolExecutor(1) as thread:
    thread.submit(refuse_unsafe_start).result()
