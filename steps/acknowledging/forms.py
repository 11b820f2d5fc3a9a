"""What somebody did, said in five short questions, and what the other may answer."""

import re
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from mend.forms import at_most
from steps.guide.own_it.acknowledge import STEP
from steps.sharing.forms import DraftForm

LONGEST_ANSWER = 5_000
ASKED = {question.key: question for question in STEP.questions}
# The writer's own sentences, said in their name.
HONESTY = {
    "no": _("I did not hide it, and I did not lie about it."),
    "hid": _("I hid it."),
    "lied": _("I lied about it."),
    "both": _("I hid it, and I lied about it."),
}
SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+|\s*\n\s*")


def sentences_of(text: str) -> list[str]:
    """One after the other, as they were typed; each only once."""
    return list(dict.fromkeys(filter(None, SENTENCE_ENDS.split(text.strip()))))


def box(key: str, rows: int, **options: Any) -> forms.CharField:
    """One of the questions."""
    return forms.CharField(
        **{"label": ASKED[key].text, "help_text": ASKED[key].hint} | options,
        validators=[at_most(LONGEST_ANSWER)],
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class AccountForm(DraftForm):
    """`act` is the sentence of `what_i_did` that names the act, as its writer marked it."""

    facts = frozenset({"says_all"})
    repeats = frozenset({"act"})

    what_i_did = box("what_i_did", 4)
    act = forms.ChoiceField(
        label=_("Which sentence names what you did?"),
        help_text=_(
            "Mark one. Your sentences stand here once you have looked at the page. It should begin "
            "with I, and a stranger should understand it."
        ),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Mark the sentence that names what you did."),
            "invalid_choice": _("The sentence was changed. Please mark it once more."),
        },
    )
    when = box("when", 2, required=False)
    affected = box("affected", 2, required=False)
    honesty = forms.ChoiceField(
        label=_("Did you hide it or lie about it?"),
        help_text=_("It stands there as a sentence of yours. You can change it until it is sent."),
        choices=list(HONESTY.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    hidden = box("hidden", 3, label=_("How did you do that?"), required=False)
    not_known_yet = box("not_known_yet", 3, required=False)
    says_all = forms.BooleanField(
        label=_("That is all of it."),
        help_text=_("Say so only if it is true. What comes out later hurts anew."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        typed = (self.data if self.is_bound else self.initial).get("what_i_did") or ""
        choices = [(sentence, sentence) for sentence in sentences_of(str(typed))]
        self.fields["act"].choices = choices  # type: ignore[attr-defined]

    @classmethod
    def headings(cls, step: int) -> dict[str, Any]:
        return {key: question.text for key, question in ASKED.items()}

    @classmethod
    def read_as(cls, words: dict[str, Any]) -> dict[str, Any]:
        """Whether it was hidden is a sentence, in front of how."""
        said = (str(HONESTY.get(words.get("honesty", ""), "")), words.get("hidden", ""))
        return words | {"hidden": "\n".join(filter(None, said))}


class ReplyForm(forms.Form):
    """None is expected, and each is as good as the others."""

    CHOICES: ClassVar[list[tuple[str, Any]]] = [
        ("matches", _("It matches what I know")),
        ("missing", _("Something is missing")),
        ("no_details", _("No details please")),
    ]

    choice = forms.ChoiceField(label=_("Your answer"), choices=CHOICES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, may_miss: bool, **kwargs: Any) -> None:
        """`may_miss`: nobody has said yet that something is missing, or that there is no more."""
        super().__init__(*args, **kwargs)
        choices = [one for one in self.CHOICES if may_miss or one[0] != "missing"]
        self.fields["choice"].choices = choices  # type: ignore[attr-defined]
