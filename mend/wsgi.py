"""Django behind WSGI. A role that could pass the database's walls is refused before any request."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mend.settings")
application = get_wsgi_application()

from mend.checks import refuse_powerful_role  # noqa: E402  (needs the settings)

refuse_powerful_role()
