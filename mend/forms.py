"""How every form is drawn and what it asks for: our field template, Django's own widgets."""

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

# In place of Django's own sentence; fields take it over when they are made.
forms.Field.default_error_messages["required"] = _("Something is still missing here.")


class FormRenderer(TemplatesSetting):
    """Draws label, help, errors and field in that order, tied together by aria-describedby."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"


def at_most(length: int) -> MaxLengthValidator:
    """So many characters; with `max_length` a browser would cut off what is pasted, unsaid."""
    said = _("At most %(limit_value)d characters, please. These are %(show_value)d.")
    return MaxLengthValidator(length, said)
