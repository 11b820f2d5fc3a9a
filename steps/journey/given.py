"""What evidence is asked about: one journey, and the moment at which somebody looks."""

from django.db.models import DateTimeField, UUIDField

from mend.prepared import Given

JOURNEY, COUPLE, OFFENDER = (Given(name, UUIDField()) for name in ("journey", "couple", "offender"))
# The present moment, and earlier ones.
NOW, SINCE, GAP = (Given(name, DateTimeField()) for name in ("now", "since", "gap"))
