"""Ben says yes, Ann says whether it is him, and only then do they share a couple."""

import datetime as dt
import uuid

import pytest

from accounts.models import Couple, Invitation, Membership, User
from accounts.pairing.signals import joined
from mend import clock
from mend.refusals import Refused
from tests.people import pair

pytestmark = pytest.mark.django_db


def test_nobody_moves_before_ann_has_confirmed_who_it_is(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    for somebody in (ann, ben):
        somebody.look_again()
        assert somebody.partner is None
    link.confirm(ben.pk, by=ann)
    ben.look_again()
    assert (ann.partner, ben.partner) == (ben, ann)
    assert ann.couple == ben.couple == link.couple


def test_ben_leaves_his_couple_of_one_and_takes_the_second_seat(ann: User, ben: User) -> None:
    alone = ben.couple
    pair(ann, ben)
    assert Membership.objects.get(couple=alone).ended_at is not None
    assert (ann.membership.seat, ben.membership.seat) == (1, 2)


def test_the_rest_of_mend_hears_who_moved_from_where_to_where(ann: User, ben: User) -> None:
    heard = []

    def hear(sender: type[Couple], *, user: User, old: Couple, new: Couple, **rest: object) -> None:
        heard.append((sender, user, old, new))

    was = ben.couple
    joined.connect(hear)
    try:
        pair(ann, ben)
    finally:
        joined.disconnect(hear)
    assert heard == [(Couple, ben, was, ann.couple)]


def test_the_first_yes_counts_and_for_cy_the_link_has_never_been(
    ann: User, ben: User, cy: User
) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    link.accept(by=ben)
    assert not Invitation.objects.open_to(cy).exists()
    with pytest.raises(Invitation.DoesNotExist):
        link.accept(by=cy)
    assert Invitation.objects.get(pk=link.pk).accepted_by_id == ben.pk


def test_a_yes_stands_when_the_72_hours_are_over(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    with clock.at(clock.now() + dt.timedelta(days=5)):
        assert Invitation.objects.open_to(ben).get() == link
        assert not Invitation.objects.get(pk=link.pk).is_expired
        link.confirm(ben.pk, by=ann)
    assert ann.partner == ben


def test_ann_cannot_say_yes_to_herself(ann: User) -> None:
    with pytest.raises(Refused, match="your own link"):
        Invitation.invite(by=ann).accept(by=ann)


def test_who_shares_the_place_already_says_yes_to_nobody(ann: User, ben: User, cy: User) -> None:
    pair(ann, ben)
    with pytest.raises(Refused, match="already"):
        Invitation.invite(by=cy).accept(by=ben)


def test_ben_says_yes_to_one_person_at_a_time(ann: User, ben: User, cy: User) -> None:
    Invitation.invite(by=ann).accept(by=ben)
    with pytest.raises(Refused, match="Take that back first"):
        Invitation.invite(by=cy).accept(by=ben)


def test_ben_takes_his_yes_back_and_the_link_is_as_it_was(ann: User, ben: User, cy: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    link.leave_it(by=cy)
    assert Invitation.objects.get(pk=link.pk).accepted_by_id == ben.pk
    link.leave_it(by=ben)
    link.leave_it(by=ben)
    row = Invitation.objects.get(pk=link.pk)
    assert (row.accepted_by_id, row.accepted_at) == (None, None)
    with pytest.raises(Refused):
        link.confirm(ben.pk, by=ann)
    link.accept(by=cy)


def test_a_yes_that_was_confirmed_is_not_taken_back_unnoticed(ann: User, ben: User) -> None:
    pair(ann, ben)
    with pytest.raises(Refused, match="you share this place now"):
        Invitation.objects.get().leave_it(by=ben)


def test_ann_confirms_whom_she_saw_and_nobody_who_came_since(
    ann: User, ben: User, cy: User
) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    link.leave_it(by=ben)
    link.accept(by=cy)
    for who in (ben.pk, uuid.uuid4(), None):
        with pytest.raises(Refused):
            link.confirm(who, by=ann)
        with pytest.raises(Refused):
            link.refuse(who, by=ann)
    ann.look_again()
    assert ann.partner is None
    assert Invitation.objects.get(pk=link.pk).accepted_by_id == cy.pk


def test_ann_says_it_is_somebody_else_and_the_link_is_used_up(
    ann: User, ben: User, cy: User
) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    link.refuse(ben.pk, by=ann)
    link.refuse(ben.pk, by=ann)
    for somebody in (ben, cy):
        assert not Invitation.objects.open_to(somebody).exists()
    with pytest.raises(Refused):
        link.confirm(ben.pk, by=ann)
    Invitation.invite(by=ann).accept(by=ben)


def test_only_ann_can_confirm_or_refuse(ann: User, ben: User, cy: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    for somebody in (ben, cy):
        for verb in (link.confirm, link.refuse):
            with pytest.raises(Refused):
                verb(ben.pk, by=somebody)
    link.confirm(ben.pk, by=ann)


def test_confirming_twice_is_safe_and_refusing_afterwards_is_too_late(ann: User, ben: User) -> None:
    pair(ann, ben)
    link = Invitation.objects.get()
    link.confirm(ben.pk, by=ann)
    with pytest.raises(Refused):
        link.refuse(ben.pk, by=ann)
    assert Membership.objects.filter(ended_at=None).count() == 2


def test_a_link_of_one_that_has_joined_is_refused(ann: User, ben: User, cy: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    stale = User.objects.get(pk=ann.pk)
    assert stale.partner is None
    theirs = Invitation.invite(by=cy)
    link.leave_it(by=ben)
    theirs.accept(by=ann)
    theirs.confirm(ann.pk, by=cy)
    assert Invitation.objects.get(pk=link.pk).withdrawn_at is not None
    with pytest.raises(Invitation.DoesNotExist):
        link.accept(by=ben)
    with pytest.raises(Refused):
        Invitation.invite(by=stale)


def test_joining_ends_the_other_links_and_gives_other_yeses_back(
    ann: User, ben: User, cy: User
) -> None:
    """Cy cannot tell that Ben joined Ann: Cy’s link is open again, as if Ben had left it."""
    bens, cys, anns = (Invitation.invite(by=user) for user in (ben, cy, ann))
    anns.accept(by=ben)
    bens.accept(by=cy)
    cys.accept(by=ann)
    anns.confirm(ben.pk, by=ann)
    assert Invitation.objects.open_to(None).get() == cys
    assert not Invitation.objects.open_to(cy).exclude(pk=cys.pk).exists()


def test_two_who_invited_each_other_join_once(ann: User, ben: User) -> None:
    anns, bens = Invitation.invite(by=ann), Invitation.invite(by=ben)
    anns.accept(by=ben)
    bens.accept(by=ann)
    anns.confirm(ben.pk, by=ann)
    bens.confirm(ann.pk, by=ben)
    assert ann.partner == ben
    assert Membership.objects.filter(ended_at=None).count() == 2


def test_a_couple_that_ben_has_left_takes_nobody_in_and_lets_nobody_go(
    ann: User, ben: User, cy: User
) -> None:
    """To Ann it is as if Ben were there: she answers and is answered like anybody of two."""
    pair(ann, ben)
    ben.couple.let_go(ben)
    ann.look_again()
    with pytest.raises(Refused):
        Invitation.invite(by=ann)
    with pytest.raises(Refused):
        Invitation.invite(by=cy).accept(by=ann)
    assert Membership.objects.get(couple=ann.couple, ended_at=None).user_id == ann.pk
