"""Ann makes a link, takes it back, makes another."""

import datetime as dt
import hashlib

import pytest

from accounts.models import Invitation, User
from mend import clock
from mend.refusals import Refused
from tests.people import pair

pytestmark = pytest.mark.django_db

FOUR_DAYS = dt.timedelta(days=4)


def test_a_link_lasts_72_hours_and_only_its_digest_is_stored(ann: User) -> None:
    link = Invitation.invite(by=ann)
    assert link.expires_at - link.made_at == dt.timedelta(hours=72)
    row = Invitation.objects.filter(pk=link.pk).values().get()
    assert link.token not in str(row)
    assert bytes(row["digest"]) == hashlib.sha256(link.token.encode()).digest()
    assert Invitation.objects.get(pk=link.pk).token == link.token


def test_ann_has_one_link_out_at_a_time(ann: User) -> None:
    assert Invitation.invite(by=ann) == Invitation.invite(by=ann)


def test_a_link_taken_back_leads_nowhere_and_taking_it_back_twice_is_safe(
    ann: User, ben: User
) -> None:
    link = Invitation.invite(by=ann)
    link.withdraw(by=ann)
    link.withdraw(by=ann)
    assert not Invitation.objects.open_to(ben).exists()
    assert not Invitation.objects.open_to(ann).exists()
    with pytest.raises(Invitation.DoesNotExist):
        link.accept(by=ben)


def test_cy_cannot_take_anns_link_back(ann: User, cy: User) -> None:
    link = Invitation.invite(by=ann)
    link.withdraw(by=cy)
    assert Invitation.objects.open_to(None).get() == link


def test_a_link_runs_out_for_everybody_and_can_be_renewed(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann, role="wronged")
    with clock.at(clock.now() + FOUR_DAYS):
        assert link.is_expired
        assert not Invitation.objects.open_to(ben).exists()
        with pytest.raises(Invitation.DoesNotExist):
            link.accept(by=ben)
        fresh = link.renew(by=ann)
        assert fresh.token != link.token
        assert fresh.role == "wronged"
        assert Invitation.objects.open_to(ben).get() == fresh


def test_a_new_link_replaces_one_that_has_run_out(ann: User) -> None:
    link = Invitation.invite(by=ann)
    with clock.at(clock.now() + FOUR_DAYS):
        assert Invitation.invite(by=ann) != link


def test_renewing_twice_gives_the_same_new_link(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    assert link.renew(by=ann) == link.renew(by=ann)
    with pytest.raises(Invitation.DoesNotExist):
        link.accept(by=ben)


def test_a_yes_in_the_meantime_is_looked_at_before_the_link_is_renewed(
    ann: User, ben: User
) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    with pytest.raises(Refused):
        link.renew(by=ann)
    assert Invitation.invite(by=ann) == link


def test_who_shares_the_place_already_invites_nobody(ann: User, ben: User) -> None:
    pair(ann, ben)
    for somebody in (ann, ben):
        with pytest.raises(Refused):
            Invitation.invite(by=somebody)
