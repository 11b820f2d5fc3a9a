"""A private note."""

from django import forms
from django.utils.translation import gettext_lazy as _

from steps.sharing.forms import DraftForm


class NoteForm(DraftForm):
    """One box."""

    note = forms.CharField(label=_("A note for myself"), widget=forms.Textarea(attrs={"rows": 6}))
