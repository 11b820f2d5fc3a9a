"""How a journey begins: one question, one box."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.guide.opening import BEGIN
from steps.sharing.forms import LONGEST


class BeginForm(forms.Form):
    """`asks_twice`: the other's journey came first, so one is asked whose wish this is."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(
        validators=[at_most(LONGEST)],
        widget=forms.Textarea(attrs={"rows": 4, "class": "paper"}),
    )
    is_mine = forms.BooleanField(
        label=_("This is mine. Nobody asked me to do this or told me to."),
        help_text=_("If somebody did, you can stop here. Nothing is noted."),
    )

    def __init__(self, *args: Any, asks_twice: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = str(BEGIN.text)
        self.fields["words"].help_text = str(BEGIN.hint)
        if not asks_twice:
            del self.fields["is_mine"]
