"""Rule 7: nobody is named the one who did the hurt by anybody else; declining is silent.

Broken on purpose, each for itself: `BeginForm` in steps/journey/forms.py never asked whether it is
one’s own; declining in accounts/pairing/invited.py withdrew the link. Each time a test failed.
"""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation, User
from mend import clock
from mend.fresh import fresh_id
from steps.journey.models import Journey
from tests.people import signed_in
from tests.test_access import FRESH, checksum
from tests.writing import send, write

pytestmark = pytest.mark.django_db

ROLES = ("offender", "writer", "user", "person", "role", "who", "journey", "couple")


def test_no_form_opens_a_journey_for_somebody_else(couple: tuple[User, User], cy: User) -> None:
    ann, ben = couple
    for other in (ann, cy):
        fields = {"id": fresh_id(ben.pk), "words": "You lied.", "is_mine": "on"}
        signed_in(ben).post(reverse("begin"), fields | dict.fromkeys(ROLES, str(other.pk)))
    assert set(Journey.objects.values_list("offender", flat=True)) <= {ben.pk}


def test_who_was_hurt_first_is_asked_whether_it_is_really_theirs(
    couple: tuple[User, User],
) -> None:
    ann, ben = couple
    send(write(ann), by=ann)
    fields = {"id": fresh_id(ben.pk), "words": "I lied."}
    with clock.at(clock.now() + dt.timedelta(days=31)):
        assert signed_in(ben).post(reverse("begin"), fields).status_code == 422
        assert not Journey.objects.filter(offender=ben).exists()
        fields["is_mine"] = "on"
        assert signed_in(ben).post(reverse("begin"), fields).status_code == 302
        assert Journey.objects.filter(offender=ben).exists()


def test_what_an_inviter_says_of_themselves_names_nobody(ann: User, ben: User) -> None:
    """Who was invited by “I was hurt” has done nothing yet, and is told what is meant."""
    link = Invitation.invite(by=ann, role="wronged")
    link.accept(by=ben)
    link.confirm(ben.pk, by=ann)
    assert not Journey.objects.exists()


def test_declining_leaves_no_trace(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    page = reverse("invited", args=[link.token])
    seen = FRESH.sub(b"", Client().get(page).content)
    for client in (Client(), signed_in(ben)):
        before = checksum()
        assert client.post(reverse("declining", args=[link.token])).status_code == 200
        assert checksum() == before
    assert FRESH.sub(b"", Client().get(page).content) == seen
    assert Invitation.objects.get().is_free
