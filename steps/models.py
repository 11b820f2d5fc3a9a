"""The index of every slice's models, and nothing else."""

from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.entries.models import Entry
from steps.journey.models import Journey
from steps.leaving.models import Archive
from steps.lessons.models import Chain, Lesson, Tie
from steps.mypage import models as mypage
from steps.ownership.models import Disclosure, Ownership, SecondLook, Signal
from steps.plans.models import Plan
from steps.promises.models import Promise, Report
from steps.promises.pauses import Pause
from steps.promises.tracking import Clearing, Tracking, Verdict
from steps.sharing.drafts import Draft
from steps.sharing.items import Copy, Item, Version
from steps.sharing.limits import Limits, Reopening
from steps.sharing.replies import Reply
from steps.sharing.room import Attempt
from steps.sharing.shelf import Reading
from steps.space.models import PutAway, Space, SpaceCopy
from steps.timeline.models import Event

__all__ = [
    "Answer", "Archive", "Attempt", "CarryingOut", "Chain", "Clearing", "Copy", "Disclosure",
    "Draft", "Entry", "Event", "FeltResult", "Item", "Journey", "Lesson", "Limits", "Offer",
    "Ownership", "Pause", "Plan", "Promise", "PutAway", "Reading", "Reopening", "Reply", "Report",
    "SecondLook", "Signal", "Space", "SpaceCopy", "Tie", "Tracking", "Verdict", "Version", "mypage",
]  # fmt: skip
