"""Why a verb says no: each carries the sentence that the person reads."""

from typing import Any


class Refused(Exception):
    """The rules do not allow it now; nothing was changed. A view answers 409 with the sentence."""

    def __init__(self, sentence: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Unready(Exception):
    """The words are unfinished or too long; nothing was changed. A view answers 422 with the form."""

    def __init__(self, form: Any) -> None:
        super().__init__("the form is not valid")
        self.form = form
