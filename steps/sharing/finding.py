"""Which drafts there are for whom."""

from typing import TYPE_CHECKING, Self

from accounts.models import User
from mend import clock
from mend.rows import Rows
from steps.sharing.kinds import counted

if TYPE_CHECKING:
    from steps.sharing.drafts import Draft


class DraftQuerySet(Rows["Draft"]):
    def visible_to(self, user: User) -> Self:
        """A draft is its writer's alone."""
        return self.filter(writer=user)

    def written_by(self, user: User) -> Self:
        return self.filter(writer=user)

    def at_step(self, number: int) -> Self:
        return self.filter(step=number).order_by("-saved_at")

    def newest(self) -> Self:
        """Those saved last come first."""
        return self.order_by("-saved_at")

    def due(self) -> Self:
        """Held ones whose time has come."""
        return self.filter(goes_at__lte=clock.now())

    def held_beside(self, draft: "Draft", by: User) -> Self:
        """What else is on its way from the same person."""
        return self.written_by(by).filter(goes_at__isnull=False).exclude(pk=draft.pk)

    def kept_beside(self, draft: "Draft", by: User) -> Self:
        """What else of the same sort is kept for when the other's space is over."""
        alike = self.written_by(by).filter(kind__in=counted(draft.slice.counts_as))
        return alike.filter(kept_at__isnull=False).exclude(pk=draft.pk)
