"""Which part of the record one would like to see."""

from django import forms

from steps.timeline.sentences import GROUPS


class PartForm(forms.Form):
    """Everything unless said otherwise. `before` is a place in the record, as in its addresses."""

    PEOPLE = [("both", "both"), ("me", "me"), ("other", "other")]
    KINDS = [("all", "all"), *((name, name) for name in GROUPS)]

    person = forms.ChoiceField(choices=PEOPLE, required=False)
    kind = forms.ChoiceField(choices=KINDS, required=False)
    before = forms.IntegerField(min_value=1, max_value=2**31 - 1, required=False)
