"""How static files are named."""

from typing import Any

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class NamedByContent(ManifestStaticFilesStorage):
    """Names with a hash of the content, also in debug: what we try is what runs elsewhere."""

    def url(self, name: Any, force: bool = True) -> str:
        return super().url(name, force=force)
