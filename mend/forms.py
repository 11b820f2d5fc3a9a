"""How every form is drawn: our field template, Django's own widgets."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draws label, help, errors and field in that order, tied together by aria-describedby."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
