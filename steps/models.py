"""The index of every slice's models, and nothing else."""

from steps.acknowledging.models import Account
from steps.acknowledging.replies import AccountReply
from steps.amends.models import Answer, Offer
from steps.amends.results import CarryingOut, FeltResult
from steps.entries.models import Entry
from steps.impact.answers import Correction, SecondLook
from steps.impact.models import Guess, Map
from steps.journey.models import Journey
from steps.leaving.models import Archive
from steps.lessons.models import Chain, Lesson, Tie
from steps.letters.models import Letter, LetterReply
from steps.mypage import models as mypage
from steps.ownership.models import CardLook, Disclosure, Ownership, Signal
from steps.patience.models import Pushed
from steps.plans.models import Plan
from steps.promises.changes import Change
from steps.promises.consents import Consent
from steps.promises.gaps import Gap
from steps.promises.models import Promise
from steps.promises.pauses import Pause
from steps.promises.repairs import Repair
from steps.promises.reports import Report
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
    "Account", "AccountReply", "Answer", "Archive", "Attempt", "CardLook", "CarryingOut", "Chain",
    "Change", "Clearing", "Consent", "Copy", "Correction", "Disclosure", "Draft", "Entry", "Event",
    "FeltResult", "Gap", "Guess", "Item", "Journey", "Lesson", "Letter", "LetterReply", "Limits",
    "Map", "Offer", "Ownership", "Pause", "Plan", "Promise", "Pushed", "PutAway", "Reading",
    "Reopening", "Repair", "Reply", "Report", "SecondLook", "Signal", "Space", "SpaceCopy", "Tie",
    "Tracking", "Verdict", "Version", "mypage",
]  # fmt: skip
