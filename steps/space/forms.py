"""How space is taken, and how much may come."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from mend.marks import few_marks
from steps.sharing.demands import NOTHING_TO_ASK_FOR
from steps.sharing.forms import DAY
from steps.sharing.kinds import KINDS, placed
from steps.sharing.limits import Limits
from steps.thresholds import LETTERS_A_DAY, OTHERS_A_DAY, WAITING

PLACES = [
    ("shelf", _("On the shelf")),
    ("aside", _("Only when I ask")),
    ("closed", _("Not on the shelf")),
]
# Of letters alone: who was hurt may want to be heard first.
AFTER = ("after", _("Only after I have said what it did to me"))
# As their reader calls them; a kind that is not named here keeps its own label.
CALLED = {
    "entry": _("What they write at the steps"),
    "letter": _("Letters"),
    "offer": _("Offers of repair"),
    "promise": _("Promises"),
    "account": _("What they say that they did"),
    "guess": _("What they imagine that it did to you"),
    "map": _("What it did to them"),
    "chain": _("How it came about"),
    "lesson": _("What they learned"),
    "plan": _("Plans"),
    "ownership": _("Cards for the next time"),
    "disclosure": _("What they tell of themselves"),
}


class SpaceForm(forms.Form):
    """Nothing in it has to be filled in."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    until = forms.DateField(
        label=_("Until a day"),
        help_text=_(
            "It ends in the first half of that day. Leave it empty: then it lasts until you say so."
        ),
        required=False,
        widget=DAY,
    )
    shows_date = forms.BooleanField(label=_("Show them the day"), required=False)
    line = forms.CharField(
        label=_("One line to them"),
        help_text=format_lazy(
            "{} {}",
            _("They can open it while your space lasts. At most 280 characters, once a week."),
            NOTHING_TO_ASK_FOR,
        ),
        validators=[at_most(280), few_marks],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    allows_card = forms.BooleanField(
        label=_("One fixed card may come"),
        help_text=_("It says only: something touches your money, health or safety."),
        required=False,
    )


class LimitsForm(forms.Form):
    """Less than usual, for each person to choose; and where each kind waits."""

    letters = forms.TypedChoiceField(label=_("Letters a day"), coerce=int)
    others = forms.TypedChoiceField(label=_("Other things a day"), coerce=int)
    waiting = forms.TypedChoiceField(
        label=_("Things that may wait without an answer"),
        help_text=_("After 14 days a thing is not counted any more."),
        coerce=int,
    )

    def __init__(self, *args: Any, limits: Limits, **kwargs: Any) -> None:
        numbers = {"letters": limits.letters, "others": limits.others, "waiting": limits.waiting}
        places = {f"place_{kind}": place_of(kind, limits) for kind in placed()}
        kwargs["initial"] = numbers | places
        super().__init__(*args, **kwargs)
        for name, most in (
            ("letters", LETTERS_A_DAY), ("others", OTHERS_A_DAY), ("waiting", WAITING)
        ):  # fmt: skip
            self.fields[name].choices = [(number, number) for number in range(most, -1, -1)]  # type: ignore[attr-defined]
        for kind in placed():
            self.fields[f"place_{kind}"] = forms.ChoiceField(
                label=CALLED.get(kind) or str(KINDS[kind].label),
                choices=[*PLACES, AFTER] if kind == "letter" else PLACES,
                widget=forms.RadioSelect,
            )

    def chosen(self) -> dict[str, Any]:
        """As the verb takes it."""
        said = self.cleaned_data
        chosen = {
            place: [kind for kind in placed() if said[f"place_{kind}"] == place]
            for place in ("aside", "after", "closed")
        }
        return {name: said[name] for name in ("letters", "others", "waiting")} | chosen


def place_of(kind: str, limits: Limits) -> str:
    chosen = {"aside": limits.aside, "after": limits.after, "closed": limits.closed}
    return next((place for place, kinds in chosen.items() if kind in kinds), "shelf")
