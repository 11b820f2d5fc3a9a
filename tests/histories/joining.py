"""Steps by which two come together and part."""

from accounts.models import Invitation, User
from steps.leaving.erasing import erase
from steps.leaving.parting import part
from tests.histories.walking import Walking, names, often, pick, verb, which


def has_links(walk: Walking) -> bool:
    return bool(walk.model.invitations)


class Joining(Walking):
    """Ann and Ben are mostly together from the beginning."""

    @verb(lambda walk: not walk.model.record, times=0, joined=often)
    def meet(self, joined: bool) -> None:
        if joined:
            self.invite("Ann")
            self.accept("Ben", 0)
            self.confirm(0)

    @verb(me=names)
    def invite(self, me: str) -> None:
        self.both(me, lambda: self.model.invite(me), lambda user: Invitation.invite(by=user))

    @verb(has_links, me=names, link=which, times=2)
    def accept(self, me: str, link: int) -> None:
        inviter = self.inviter(link)
        self.both(
            me,
            lambda: self.model.accept(me, inviter),
            lambda user: self.link_of(inviter).accept(by=user),
        )

    @verb(has_links, me=names, link=which)
    def leave_it(self, me: str, link: int) -> None:
        inviter = self.inviter(link)
        self.both(
            me,
            lambda: self.model.leave_it(me, inviter),
            lambda user: self.link_of(inviter).leave_it(by=user),
        )

    @verb(has_links, link=which, times=2)
    def confirm(self, link: int) -> None:
        me = self.inviter(link)
        self.both(me, lambda: self.model.confirm(me), self.say_yes)

    def say_yes(self, user: User) -> None:
        out = self.link_of(user.first_name)
        out.confirm(out.accepted_by_id, by=user)
        self.meet_again()

    @verb(has_links, link=which)
    def withdraw(self, link: int) -> None:
        me = self.inviter(link)
        self.both(
            me, lambda: self.model.withdraw(me), lambda user: self.link_of(me).withdraw(by=user)
        )

    def inviter(self, link: int) -> str:
        return pick(list(self.model.invitations), link)

    def link_of(self, inviter: str) -> Invitation:
        out = Invitation.objects.written_by(self.people[inviter]).standing()
        return out.get()

    @verb(lambda walk: any(map(walk.model.partner, walk.people)), times=0.15, which=which)
    def part(self, which: int) -> None:
        me = pick([name for name in self.people if self.model.partner(name)], which)
        self.both(me, lambda: self.model.part(me), self.go)

    def go(self, user: User) -> None:
        part(user.couple.pk, by=user)
        self.meet_again()

    @verb(lambda walk: not walk.model.erased, times=0.05, me=names)
    def erase(self, me: str) -> None:
        """From then on this one does nothing and sees nothing."""
        self.both(me, lambda: self.model.erase(me), self.vanish)

    def vanish(self, user: User) -> None:
        erase(by=user)
        self.meet_again()
