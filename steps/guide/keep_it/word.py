"""Step 13, Keep Your Word."""

from django.utils.translation import gettext_lazy as _

from steps.guide.numbers import counted
from steps.guide.parts import KEEP_IT
from steps.guide.step import Question, Step
from steps.thresholds import REPORTS_ON_TIME

STEP = Step(
    number=13,
    title=_("Keep Your Word"),
    part=KEEP_IT,
    aim=_("Say what became of each promise, on time, and above all when you missed it."),
    guidance=(
        _(
            "Keeping your word has two halves: doing it, and saying how it went. For each day on "
            "which a promise is due, report kept, missed or needs a change, by the end of the next "
            "day. One tap is enough, and a note if it helps."
        ),
        _(
            "When you miss one, say so before anyone asks. Then nobody has to watch you, catch you "
            "or prove it. A miss that you report closes that day; they do not have to answer it."
        ),
        _(
            "They can mark each day kept, broken or excused, clear it, or leave it alone. If their "
            "mark differs from your report, both stand side by side. Leave it there. They may have "
            "seen something that you did not."
        ),
        _(
            "Harkin and others found in 2016 that it helps to watch your own progress, and more so "
            "when it is written down. So report for your own sake too, also on days when nobody "
            "looks."
        ),
    ),
    questions=(
        Question(
            "each_promise",
            _("What became of each promise that was due?"),
            _("Kept, missed, or needs a change."),
        ),
        Question(
            "missed",
            _("If you missed one, what will you do about it?"),
            _("Say it first. Then one small repair, soon."),
        ),
        Question(
            "too_big",
            _("Is one of them too big to keep? What would be honest?"),
            _("Ask for a change, or end it in the open."),
        ),
    ),
    counts=counted(
        _(
            "{days} days reported by the end of the next day. A “missed” that is true counts like "
            "a “kept”."
        ),
        days=REPORTS_ON_TIME,
    ),
    other_sees=_(
        "They see your reports and what you write to put a miss right, if they want to keep track "
        "of promises, and never what you wrote but did not send."
    ),
    minutes=3,
    practice="promise",
)
