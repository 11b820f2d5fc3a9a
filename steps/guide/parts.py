"""The parts of the way, in the order in which they are walked."""

from dataclasses import dataclass

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.thresholds import A_WEEK, TOGETHER_AFTER


@dataclass(frozen=True)
class Part:
    """A group of steps; `about` says in one sentence what it is for.

    `opens` says when Today comes to it by itself; reading and writing ahead is free. `door` is the
    step that opens it, and `asks` what Today asks there once all before it was begun.
    """

    key: str
    name: LazyText
    about: LazyText
    opens: LazyText | str = ""
    door: int = 0
    asks: LazyText | str = ""


OWN_IT = Part("own_it", _("Own it"), _("What you did, said whole. You can do all of it alone."))
LEAVE_ROOM = Part(
    "leave_room",
    _("Leave room"),
    _("Time and decisions that belong to the one who was hurt."),
    opens=_("Comes here once you sent something, or said it in person."),
    door=1,
    asks=_("What of this could be sent now, or said in person?"),
)
KEEP_IT = Part(
    "keep_it",
    _("Keep it"),
    _("Small promises, kept, and told when they were not."),
    opens=_("Comes here with your first promise."),
    door=9,
    asks=_("What small thing could you promise that you can keep alone?"),
)
TOGETHER = Part(
    "together",
    _("Together, if wanted"),
    _("Only what both of you want. Much may stay open."),
    opens=counted(
        _("Comes here when the other person has begun something there, or after {weeks} weeks."),
        weeks=TOGETHER_AFTER // A_WEEK,
    ),
)
ON_EVERY_PAGE = Part(
    "on_every_page", _("On every page"), _("A way of answering that helps with every step.")
)

PARTS = (OWN_IT, LEAVE_ROOM, KEEP_IT, TOGETHER, ON_EVERY_PAGE)
