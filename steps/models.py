"""The index of every slice's models, and nothing else."""

from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.entries.models import Entry
from steps.journey.models import Journey
from steps.leaving.models import Archive
from steps.mypage import models as mypage
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.reports import Report
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item, Version
from steps.sharing.limits import Limits, Reopening
from steps.sharing.room import Attempt
from steps.sharing.shelf import Reading
from steps.space.models import PutAway, Space, SpaceCopy
from steps.timeline.models import Event

__all__ = [
    "Answer", "Archive", "Attempt", "CarryingOut", "Clearing", "Copy", "Draft", "Entry", "Event",
    "FeltResult", "Item", "Journey", "Limits", "Offer", "Pause", "Promise", "PutAway", "Reading",
    "Reopening", "Report", "Space", "SpaceCopy", "Tracking", "Verdict", "Version", "mypage",
]  # fmt: skip
