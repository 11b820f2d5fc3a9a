"""What one of the two knows of the spaces that last now, for the pages that say so."""

import datetime as dt
from dataclasses import dataclass

from accounts.models import User
from mend.identity import SignedInRequest
from steps.sharing.room import Lasting, Room, room_of
from steps.space.models import SpaceCopy


@dataclass(frozen=True)
class Known:
    """A space in words: until which day, if that may be known, and the line that came with it."""

    until: dt.date | None
    line: str
    allows_card: bool


@dataclass(frozen=True)
class Spaces:
    """What I take, and what the other takes."""

    mine: Known | None
    theirs: Known | None


def spaces_of(request: SignedInRequest) -> Spaces:
    """One query, and none while nobody takes space."""
    now = room_of(request)
    lines = lines_of(now, request.user)
    return Spaces(known(now.mine, lines), known(now.theirs, lines))


def lines_of(now: Room, reader: User) -> dict[object, str]:
    lasting = [space.id for space in (now.mine, now.theirs) if space]
    if not lasting:
        return {}
    copies = SpaceCopy.objects.visible_to(reader).filter(space__in=lasting)
    return {copy.space_id: copy.words["line"] for copy in copies}


def known(space: Lasting | None, lines: dict[object, str]) -> Known | None:
    if space is None:
        return None
    return Known(space.until, lines.get(space.id, ""), space.allows_card)
