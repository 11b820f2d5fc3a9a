"""Templates as they are sent: without the room that only readers of the source need.

A third of a page would be indentation. What people wrote keeps every space: it is no template.
"""

import re

from django.template import Origin
from django.template.loaders import app_directories, filesystem

ROOM = re.compile(r"\n\s+")


class OurTemplates(filesystem.Loader):
    """Those of our folder."""

    def get_contents(self, origin: Origin) -> str:
        text: str = super().get_contents(origin)
        return ROOM.sub("\n", text) if str(origin.name).endswith(".html") else text


class TemplatesOfApps(OurTemplates, app_directories.Loader):
    """Those that packages bring along."""
