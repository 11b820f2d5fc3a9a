"""Twenty at once: one answer to an account or a guess, one “nothing more”, one second look."""

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from accounts.models import User
from mend import clock
from mend.identity import acting_as
from steps.acknowledging.models import Account
from steps.acknowledging.replies import AccountReply
from steps.impact.answers import Correction, SecondLook
from steps.impact.models import Guess
from steps.timeline.models import Event, intact
from tests.acknowledging.saying import said
from tests.impact.drawing import guessed
from tests.impact.test_impact import A_WEEK
from tests.people import pair, person

pytestmark = pytest.mark.django_db(transaction=True)


def twenty_times(by: User, verb: Callable[[User], object]) -> None:
    def once(number: int) -> None:
        try:
            user = User.objects.get(pk=by.pk)
            with acting_as(user):
                verb(user)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(once, range(20)))


def test_each_verb_said_by_twenty_has_one_effect() -> None:
    ann, ben = person("Ann"), person("Ben")
    pair(ann, ben)
    account, guess = said(ann, to=ben).pk, guessed(ann, to=ben).pk
    with clock.at(clock.now() + A_WEEK + dt.timedelta(hours=1)):
        twenty_times(ben, lambda by: Account.objects.get(pk=account).reply("missing", by=by))
        twenty_times(ann, lambda by: Account.objects.get(pk=account).say_nothing_more(by=by))
        twenty_times(ben, lambda by: Account.objects.get(pk=account).unsay(by=by))
        twenty_times(ben, lambda by: Guess.objects.get(pk=guess).correct({"safety": "no"}, by=by))
        twenty_times(ann, lambda by: Guess.objects.get(pk=guess).look_again(by=by))
    replies = AccountReply.objects.order_by("number").values_list("choice", flat=True)
    assert list(replies) == ["missing", "nothing_more", "taken_back"]
    assert (Correction.objects.count(), SecondLook.objects.count()) == (1, 1)
    kinds = Event.objects.order_by("seq").values_list("kind", flat=True)
    assert list(kinds) == [
        "account", "guess", "account_reply", "nothing_more", "unsaid", "correction"
    ]  # fmt: skip
    assert intact(Event.objects.visible_to(ann))
