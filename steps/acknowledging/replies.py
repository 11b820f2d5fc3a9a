"""What the other says to an account, and that there is nothing more."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models

from accounts.models import Couple, User
from mend import clock
from mend.rows import Rows

# What stands in a row: the reader's answers, that they took theirs back, and the writer's one word.
CHOICES = ("matches", "missing", "no_details", "taken_back", "nothing_more")


class AccountReplyQuerySet(Rows["AccountReply"]):
    def visible_to(self, user: User) -> Self:
        """The two of a couple read it."""
        return self.filter(couple=user.membership.couple_id)


class AccountReply(models.Model):
    """One word to one account, of the other or, `nothing_more`, its writer; the newest stands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    couple = models.ForeignKey(Couple, models.PROTECT)
    account = models.ForeignKey("steps.Account", models.PROTECT, related_name="replies")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    choice = models.CharField(max_length=16, choices=[(one, one) for one in CHOICES])
    number = models.SmallIntegerField()
    said_at = models.DateTimeField(default=clock.now)

    objects = AccountReplyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("account", "number", name="account_reply_number")]
