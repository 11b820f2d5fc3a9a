"""A statement is built once, and answers for whatever it is given."""

import datetime as dt

import pytest
from django.db.models import DateTimeField

from accounts.models import User
from mend import clock
from mend.prepared import Given, Prepared
from steps.evidence import found, states
from steps.journey.models import Journey
from tests.people import person
from tests.writing import write

pytestmark = pytest.mark.django_db


def test_it_is_built_once_and_asked_again_with_other_values() -> None:
    built = []

    def build() -> object:
        built.append(1)
        return User.objects.filter(erased_at__lt=Given("then", DateTimeField())).values_list("pk")

    prepared, now = Prepared(build), clock.now()  # type: ignore[arg-type]
    ann = person("Ann")
    User.objects.update(erased_at=now)
    assert prepared.rows(then=now) == []
    assert prepared.rows(then=now + dt.timedelta(days=1)) == [(ann.pk,)]
    assert len(built) == 1


def test_the_evidence_of_one_journey_holds_nothing_of_another(ann: User, cy: User) -> None:
    write(ann, step=1, what_i_did="I lied.")
    write(cy, step=2, kind="own", looks_like="Like this.")
    [mine, theirs] = [Journey.objects.get(offender=one) for one in (ann, cy)]
    known = [
        {step: state for step, state in states(one).items() if step > 0} for one in (mine, theirs)
    ]
    assert known == [{1: 1}, {2: 1}]
    values = {"journey": mine.pk, "couple": mine.couple_id, "offender": ann.pk}
    now = clock.now()
    assert Prepared(found).rows(**values, now=now, since=now, gap=now) == [(1, 1)]
