"""Django behind WSGI. A role above the database's walls is refused before any request."""

import os
from concurrent.futures import ThreadPoolExecutor

from django.core.wsgi import get_wsgi_application

from mend.checks import refuse_powerful_role

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mend.settings")
application = get_wsgi_application()
# In a thread, because uvicorn imports this inside its event loop, where Django asks no database.
with ThreadPoolExecutor(1) as thread:
    thread.submit(refuse_powerful_role).result()
