"""Ann writes a letter that can go, Ben opens it and answers; both through the model verbs."""

import uuid

from accounts.models import User
from mend.identity import acting_as
from steps.letters.models import Letter, LetterReply
from steps.sharing.shelf import Reading
from tests.writing import LETTER, rest_guess, send, tell, write_letter


def posted(by: User, letter: str = LETTER, **places: int) -> Letter:
    """Sent, a week after step 2."""
    rest_guess(by)
    return Letter.objects.get(pk=send(write_letter(by, letter, **places), by=by).pk)


def opened(by: User, *, to: User, **places: int) -> Letter:
    letter = posted(by, **places)
    Reading.open(letter, by=to)
    return letter


def read_out(by: User, **places: int) -> Letter:
    return Letter.objects.get(pk=tell(write_letter(by, **places), by=by).pk)


def reply(letter: Letter, choice: str, *, by: User, words: str = "") -> LetterReply:
    with acting_as(by):
        return letter.respond(choice, by=by, words=words, pk=uuid.uuid4())
