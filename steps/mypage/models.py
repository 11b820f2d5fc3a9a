"""My page: notes that are for nobody else, ever."""

from django.utils.translation import gettext_lazy

from steps.mypage.forms import NoteForm
from steps.sharing import kinds

kinds.register("note", label=gettext_lazy("A note for myself"), form=NoteForm)
