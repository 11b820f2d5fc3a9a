"""Twenty at once: each rule holds, and nobody gets an error of ours."""

import threading
from collections.abc import Callable, Sequence

import pytest
from django.db import connections

from accounts.models import Invitation, MailedAddress, Membership, User
from mend.identity import acting_as
from mend.refusals import Refused
from tests.people import person

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 20


def all_at_once(acts: Sequence[Callable[[], object]]) -> list[object]:
    """What each act gave or raised, all begun together, each over its own connection."""
    gate, results = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        gate.wait()
        try:
            results.append(act())
        except Exception as error:
            results.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def as_request(user: User, verb: Callable[[User], object]) -> Callable[[], object]:
    """`verb` as a request says it: by a person read afresh, in one transaction."""

    def act() -> object:
        fresh = User.objects.get(pk=user.pk)
        with acting_as(fresh):
            return verb(fresh)

    return act


def test_ann_invites_20_times_at_once_and_has_one_link(ann: User) -> None:
    links = all_at_once([as_request(ann, lambda me: Invitation.invite(by=me))] * AT_ONCE)
    assert len(set(links)) == 1
    assert Invitation.objects.count() == 1


def test_ann_renews_20_times_at_once_and_has_one_new_link(ann: User) -> None:
    link = Invitation.invite(by=ann)
    links = all_at_once([as_request(ann, lambda me: link.renew(by=me))] * AT_ONCE)
    assert len(set(links)) == 1
    assert Invitation.objects.count() == 2


def test_20_people_say_yes_at_once_and_one_is_heard(ann: User) -> None:
    link = Invitation.invite(by=ann)
    crowd = [person(f"Guest {number}", email=f"{number}@example.org") for number in range(AT_ONCE)]
    results = all_at_once([as_request(guest, lambda me: link.accept(by=me)) for guest in crowd])
    assert sum(result is None for result in results) == 1
    assert sum(isinstance(result, Invitation.DoesNotExist) for result in results) == AT_ONCE - 1
    assert Invitation.objects.get().accepted_by_id in {guest.pk for guest in crowd}


def test_ben_says_yes_to_20_people_at_once_and_one_counts(ben: User) -> None:
    crowd = [person(f"Host {number}", email=f"{number}@example.org") for number in range(AT_ONCE)]
    links = [Invitation.invite(by=host) for host in crowd]
    results = all_at_once(
        [as_request(ben, lambda me, link=link: link.accept(by=me)) for link in links]
    )
    assert sum(isinstance(result, Refused) for result in results) == AT_ONCE - 1
    assert Invitation.objects.filter(accepted_by=ben).count() == 1


def test_ann_confirms_20_times_at_once_and_they_join_once(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    results = all_at_once([as_request(ann, lambda me: link.confirm(ben.pk, by=me))] * AT_ONCE)
    assert results == [None] * AT_ONCE
    assert Membership.objects.filter(couple=ann.couple, ended_at=None).count() == 2


def test_confirming_and_taking_back_at_once_end_in_one_of_the_two(ann: User, ben: User) -> None:
    link = Invitation.invite(by=ann)
    link.accept(by=ben)
    confirm = as_request(ann, lambda me: link.confirm(ben.pk, by=me))
    leave = as_request(ben, lambda me: Invitation.objects.get().leave_it(by=me))
    results = all_at_once([confirm, leave] * 5)
    assert all(result is None or isinstance(result, Refused) for result in results)
    ann.look_again()
    assert (ann.partner == ben) == (Invitation.objects.get().confirmed_at is not None)


def test_a_ring_of_people_confirming_at_once_never_waits_for_ever(
    ann: User, ben: User, cy: User
) -> None:
    ring = [(ann, ben), (ben, cy), (cy, ann)]
    links = {host.pk: Invitation.invite(by=host) for host, _ in ring}
    for host, guest in ring:
        links[host.pk].accept(by=guest)
    results = all_at_once(
        [
            as_request(host, lambda me, guest=guest: links[me.pk].confirm(guest.pk, by=me))
            for host, guest in ring
        ]
    )
    assert sum(result is None for result in results) == 1
    assert sum(isinstance(result, Refused) for result in results) == 2
    assert Membership.objects.filter(ended_at=None).count() == 3


def test_an_address_is_claimed_once_of_20_times_at_once() -> None:
    claims = all_at_once([lambda: MailedAddress.of(b"a digest").claim()] * AT_ONCE)
    assert sorted(map(bool, claims)) == [False] * (AT_ONCE - 1) + [True]
