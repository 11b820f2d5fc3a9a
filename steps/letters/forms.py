"""The letter with its parts, the note that comes before it, and what the other may answer."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.letters.parts import PARTS, facts_of, part_fields
from steps.sharing.forms import LONGEST, DraftForm
from steps.sharing.reply_forms import FreeAnswerForm


class StandForm(DraftForm):
    """Three minutes for oneself, before the letter."""

    stand = forms.CharField(
        label=_("What do you want to stand for, and why does it matter to you?"),
        help_text=_("About three minutes, as it comes. It is never sent to anybody."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class LetterForm(DraftForm):
    """The letter, and for each part of a whole apology the sentence that says it."""

    facts = frozenset(PARTS)
    told_as: ClassVar[dict[str, Any]] = {"letter": _("The letter")}

    letter = forms.CharField(
        label=_("What do you want to say to them?"),
        help_text=_(
            "One true detail says more than ten big words. Ask for nothing back, and not to be "
            "forgiven."
        ),
        validators=[at_most(LONGEST)],
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= part_fields(str(self["letter"].value() or ""))

    def cleaned_facts(self) -> dict[str, Any]:
        return facts_of(self.cleaned_data, self.cleaned_data["letter"])


class MarksForm(forms.Form):
    """The parts of a letter that was sent or read out, for its writer alone."""

    def __init__(self, *args: Any, text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self.fields |= part_fields(text)

    def marked(self) -> dict[str, list[Any]]:
        return facts_of(self.cleaned_data, self.text)


class ReplyForm(FreeAnswerForm):
    """What may be said to a letter."""

    CHOICES = [
        ("received", _("Received")),
        ("more", _("There is one more thing I need to read")),
        ("aside", _("Set aside")),
    ]

    choice = forms.ChoiceField(label=_("Your answer"), choices=CHOICES, widget=forms.RadioSelect)
