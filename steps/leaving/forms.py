"""What is asked before somebody goes."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PartingForm(forms.Form):
    """Which couple the page showed: pressed twice, it is left once."""

    couple = forms.UUIDField(widget=forms.HiddenInput)


class ExportForm(forms.Form):
    """The page knows by this id that its file has come."""

    id = forms.UUIDField()


class ErasingForm(forms.Form):
    when = forms.ChoiceField(
        label=_("When?"),
        choices=[
            ("later", _("In seven days. Until then nothing changes, and you can stay.")),
            ("now", _("Now. There is no way back.")),
        ],
        widget=forms.RadioSelect,
    )
