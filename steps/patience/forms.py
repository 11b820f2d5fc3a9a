"""The plan for impatience, the look back on a week, and what the other may say of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.sharing.forms import LONGEST, DraftForm

PUSHED = [("no", _("No")), ("little", _("A little")), ("yes", _("Yes"))]


class PatienceForm(DraftForm):
    """If and then, and one person to turn to. `plan` and `person` stand on top of “right now”."""

    looks_like = forms.CharField(
        label=_("How does your impatience look from outside?"),
        help_text=_("Words, silences, sighs, sudden kindness with a question behind it."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    when = forms.CharField(
        label=_("If I …"),
        help_text=_("The moment just before it. “If I want to ask whether we are all right”"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    plan = forms.CharField(
        label=_("… then I"),
        help_text=_("Something that you can do at once and alone. “first walk round the block”"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    person = forms.CharField(
        label=_("One person I can turn to"),
        help_text=_("Not the one you hurt. Somebody who listens and does not speak against them."),
        required=False,
        validators=[at_most(280)],
    )


class LookForm(DraftForm):
    """One week: did I push?"""

    facts = frozenset({"pushed"})

    pushed = forms.ChoiceField(
        label=_("Did I push this week?"), choices=PUSHED, widget=forms.RadioSelect
    )
    how = forms.CharField(
        label=_("How, and what came before it?"),
        help_text=_("Only you read this. “Yes” is a useful answer."),
        required=False,
        validators=[at_most(LONGEST)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WeekForm(LookForm):
    """The look back on the week of now; `id` is for the first time that it is said."""

    id = forms.UUIDField(widget=forms.HiddenInput)

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("pushed", "how")}


class FeltForm(DraftForm):
    """What was felt, in a few words or none."""

    words = forms.CharField(
        label=_("A few words"),
        help_text=_("What it was, and when, if you like. At most 280 characters."),
        required=False,
        validators=[at_most(280)],
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PushedForm(FeltForm):
    """Kept for oneself, or told to the other."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    way = forms.ChoiceField(choices=[("keep", "keep"), ("tell", "tell")])
