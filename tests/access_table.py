"""Who gets which answer at which address: every address of Mend, as data.

A row's `get` and `post` are the answers to nobody, Cy (a stranger), Ben (the other of the couple),
the writer (Ann, unless the row names somebody else) and Ben once he has left the couple; "in" sends
to the sign-in page. What Ben or Ann owns is told by the row's objects, see tests/world.py.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mend.fresh import fresh_id
from steps.letters.parts import mark_of
from steps.sharing.kinds import placed
from tests.world import FRIDAY, MONDAY, THURSDAY, TUESDAY, World

ROLES = ("nobody", "stranger", "other", "writer", "ex")

SIGNED_IN = "in 200 200 200 200"
LEADS_ON = "in 302 302 302 302"
EVERYBODY = "200 200 200 200 200"
WRITER = "in 404 404 200 404"
BOTH = "in 404 200 200 404"
ONLY_BENS = "in 404 200 404 404"
WRITER_DOES = "in 404 404 302 404"
READER_DOES = "in 404 302 404 404"
NOBODY_AT_ALL = "404 404 404 404 404"
NO_PAGE = "in 404 404 404 404"
ONLY_POST = ONLY_GET = "in 405 405 405 405"
ASKS = "in in in in in"  # whoever it is shows once more that it is them
NO_METHOD = "405 405 405 405 405"

Fields = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One address with one set of objects. `args` name the world's ids, or stand for themselves."""

    name: str
    args: tuple[Any, ...] = ()
    get: str = ONLY_POST
    post: str = ONLY_GET
    fields: Callable[[World], Fields] = lambda world: {}
    writer: str = "Ann"

    def codes(self, method: str) -> dict[str, str]:
        return dict(zip(ROLES, getattr(self, method).split(), strict=True))

    def arguments(self, world: World) -> list[Any]:
        return [world.ids.get(arg, arg) if isinstance(arg, str) else arg for arg in self.args]

    def __str__(self) -> str:
        return "-".join(map(str, (self.name, *self.args)))


def new_id(world: World) -> Fields:
    """Issued to whoever sends it, by `fields_of`."""
    return {"id": ""}


def entry(world: World) -> Fields:
    return {"kind": "account", "step": "1", "revision": "1", "what_i_did": "I lied."}


def drawing(world: World) -> Fields:
    return {"kind": "map", "step": "2", "revision": "1", "safety": "I lie awake."}


def note(world: World) -> Fields:
    return {"kind": "note", "revision": "1", "note": "Tea helps."}


def answer(world: World) -> Fields:
    return new_id(world) | {"choice": "no", "words": "No, thank you."}


def reply(world: World) -> Fields:
    return new_id(world) | {"choice": "received", "words": "I read it."}


def marks(world: World) -> Fields:
    return {"letter": "I lied.", "doing": mark_of("I lied.")}


def week(world: World) -> Fields:
    return new_id(world) | {"pushed": "no", "how": ""}


def felt(world: World) -> Fields:
    return new_id(world) | {"words": "On Monday.", "way": "keep"}


SENT_AHEAD = (
    "chain", "lesson_sent", "plan_sent", "ownership_sent", "disclosure_closed", "signal_sent",
)  # fmt: skip
REPLIED = ("ownership_sent", "disclosure_closed", "signal_sent")


def thanks(world: World) -> Fields:
    return new_id(world) | {"choice": "later", "words": "Give me some time."}


def tied(world: World) -> Fields:
    return {"tied_to": world.ids["plan_sent"]}


def on_friday(world: World) -> Fields:
    return {"on": FRIDAY.date().isoformat()}


def report(world: World) -> Fields:
    return new_id(world) | {"outcome": "kept", "note": "In the morning."}


def repair(world: World) -> Fields:
    return new_id(world) | {"repair": "I call her first thing tomorrow."}


def line(world: World) -> Fields:
    return new_id(world) | {"line": "I looked away.", "is_shared": "on"}


def asked(world: World) -> Fields:
    """From Ben, other days; the words as they stand."""
    days = {"weekdays": ["0", "2"], "ends_on": "2026-12-20"}
    return new_id(world) | days | {"sentence": "I call before nine.", "measure": "", "words": ""}


def redrafted(world: World) -> Fields:
    return asked(world) | {"kind": "change", "step": "9", "revision": "2"}


def beginning(world: World) -> Fields:
    return new_id(world) | {"words": "I lied.", "is_mine": "on"}


def limits(world: World) -> Fields:
    places = {f"place_{kind}": "shelf" for kind in placed()}
    return {"letters": 1, "others": 2, "waiting": 3} | places


def profile(world: World) -> Fields:
    return {"first_name": "Robin", "time_zone": "Europe/Paris"}


def says(**fields: Any) -> Callable[[World], Fields]:
    return lambda world: fields


def day(moment: dt.datetime) -> dt.date:
    return moment.date()


def fields_of(row: Row, world: World, name: str) -> Fields:
    """What `name` sends there, with an id that was issued to them."""
    fields = row.fields(world)
    person = getattr(world, name.lower(), world.cy)
    return fields | {"id": fresh_id(person.pk)} if "id" in fields else fields


WHO = says(who="k" * 64)  # nobody has said yes to that link

TABLE = [
    Row("landing", get="200 302 302 302 302", post="200 302 302 302 302"),
    Row("help", get=EVERYBODY, post=NO_METHOD),
    Row("example", get=EVERYBODY, post=NO_METHOD),
    Row("healthz", get=EVERYBODY, post=EVERYBODY),
    Row("outbox", get=NOBODY_AT_ALL, post=NOBODY_AT_ALL),
    Row("safety_check", get=EVERYBODY, post=EVERYBODY, fields=says(signs=["afraid", "watched"])),
    Row("staying_safe", get=EVERYBODY, post=NO_METHOD),
    Row("leave", get="302 302 302 302 302", post="302 302 302 302 302"),
    Row("settings", get=SIGNED_IN),
    Row("taking_along", get=SIGNED_IN),
    Row("export", post=ASKS),
    Row("parting", post=ASKS),
    Row("erasing", post=ASKS),
    Row("erasing_end", post=LEADS_ON),
    Row("archive", ("archive",), get=WRITER),
    Row("archive_export", ("archive",), post="in 404 404 in 404"),
    Row("profile", post=LEADS_ON, fields=profile),
    Row("devices", get=SIGNED_IN),
    Row("device_end", ("device_of_ann",), post=LEADS_ON),
    Row("others_end", post=LEADS_ON),
    Row("mine", post=ASKS),
    Row("mine_end", post=LEADS_ON),
    # inviting: Ann and Ben are two, Cy and Dora are alone, and the link is Dora's
    Row("invitation", get=EVERYBODY, post=NO_METHOD),
    Row("pasting", get=NO_METHOD, post="302 302 302 302 302", fields=says(link="k" * 24)),
    Row("link", post="in 302 409 409 302", fields=says(role="offender")),
    Row("renewal", ("link",), post=WRITER_DOES, writer="Dora"),
    Row("withdrawal", ("link",), post=WRITER_DOES, writer="Dora"),
    Row(
        "mailing", ("link",), post=WRITER_DOES, writer="Dora", fields=says(email="eve@example.org")
    ),
    Row("confirmation", ("link",), post="in 404 404 409 404", writer="Dora", fields=WHO),
    Row("refusal", ("link",), post="in 404 404 409 404", writer="Dora", fields=WHO),
    Row("no_more", ("signed",), get=EVERYBODY, post="302 302 302 302 302"),
    Row("invited", ("token",), get=EVERYBODY, post=NO_METHOD, writer="Dora"),
    Row("invited", ("used_token",), get=NOBODY_AT_ALL, post=NO_METHOD),
    Row("acceptance", ("token",), post="in 302 409 409 302", writer="Dora"),
    Row("acceptance", ("used_token",), post=NO_PAGE),
    Row("acceptance_end", ("token",), post=LEADS_ON, writer="Dora"),
    Row("acceptance_end", ("used_token",), post=NO_PAGE),
    Row("declining", ("token",), get=NO_METHOD, post=EVERYBODY, writer="Dora"),
    Row("declining", ("used_token",), get=NO_METHOD, post=NOBODY_AT_ALL),
    # reading the steps, and beginning
    Row("today", get=SIGNED_IN),
    Row("steps", get=SIGNED_IN),
    Row("step", (1,), get=SIGNED_IN),
    Row("step", (22,), get=NO_PAGE),
    Row("begin", get="in 302 302 302 200", post=LEADS_ON, fields=beginning),
    Row("mypage", get=SIGNED_IN),
    # writing: a draft is its writer's alone
    Row("writing_new", (1,), get=LEADS_ON),
    Row("writing_new", (22,), get=NO_PAGE),
    Row("offer_new", get=LEADS_ON),
    Row("promise_new", get=LEADS_ON),
    Row("writing", ("draft",), WRITER, WRITER_DOES, entry),
    Row("writing", ("note_of_ann",), WRITER, WRITER_DOES, note),
    Row("writing", ("held",), WRITER, "in 404 404 409 404", entry),
    Row("writing", ("entry",), WRITER_DOES, "in 404 404 409 404", entry),
    Row("writing", ("entry_told",), WRITER_DOES, "in 404 404 409 404", entry),
    Row("preview", ("draft",), get=WRITER),
    Row("preview", ("held",), get=WRITER),
    Row("preview", ("note_of_ann",), get=WRITER),
    Row("printing", ("draft",), get=WRITER),
    Row("now", get=SIGNED_IN),
    Row("sentence", (1,), get=SIGNED_IN),
    Row("sentence", (70,), get=NO_PAGE),
    Row("phrase", ("draft",), post=WRITER_DOES, fields=says(mark="conditional if it hurt you")),
    Row("sharing", ("draft",), post=WRITER_DOES),
    Row("sharing", ("entry",), post=WRITER_DOES),
    Row("sharing", ("note_of_ann",), post="in 404 404 409 404"),
    Row("taking_back", ("held",), post=WRITER_DOES),
    Row("taking_back", ("entry",), post=WRITER_DOES),
    Row("telling", ("draft",), post=WRITER_DOES, fields=on_friday),
    Row("telling", ("held",), post="in 404 404 409 404", fields=on_friday),
    Row("discarding", ("draft",), post="in 302 302 200 302"),
    Row("discarding", ("held",), post="in 302 302 409 302"),
    # cards: what was sent is read by both, what was told in person by its writer
    *(
        Row("card", (name,), get=BOTH)
        for name in (
            "entry",
            "letter",
            "offer",
            "promise",
            "entry_left",
            "entry_closed",
            "letter_closed",
            "promise_closed",
        )
    ),
    *(
        Row("card", (name,), get=WRITER)
        for name in ("entry_told", "letter_told", "offer_told", "promise_told")
    ),
    *(Row("card", (name,), get=NO_PAGE) for name in ("draft", "held", "note_of_ann", "pushed")),
    *(
        Row(action, (name,), post=READER_DOES)
        for action in ("opening", "leaving")
        for name in (
            "entry",
            "entry_left",
            "entry_closed",
            "letter_closed",
            "offer_closed",
            "promise_closed",
        )
    ),
    *(Row("opening", (name,), post=NO_PAGE) for name in ("entry_told", "draft", "held")),
    *(
        Row("withdrawing", (name,), post=WRITER_DOES)
        for name in ("entry", "entry_closed", "entry_withdrawn", "offer_closed")
    ),
    Row("withdrawing", ("offer",), post="in 404 404 409 404"),  # it was carried out
    Row("withdrawing", ("letter",), post="in 404 404 409 404"),  # Ben lets none of them come
    *(Row("withdrawing", (name,), post=NO_PAGE) for name in ("entry_told", "promise", "held")),
    # what was done, and what the other answers
    Row("account", get=SIGNED_IN),
    *(Row("card", (name,), get=BOTH) for name in ("account", "account_closed", "guess", "map")),
    *(Row("card", (name,), get=WRITER) for name in ("account_told", "guess_told")),
    *(Row("card", (name,), get=ONLY_BENS) for name in ("map_told",)),
    *(Row("opening", (name,), post=READER_DOES) for name in ("account_closed", "guess_closed")),
    Row("opening", ("map_closed",), post=WRITER_DOES),
    *(Row("withdrawing", (name,), post=WRITER_DOES) for name in ("account", "guess")),
    *(Row("withdrawing", (name,), post=READER_DOES) for name in ("map", "map_unsaid")),
    *(
        Row("account_reply", (name,), post=READER_DOES, fields=says(choice="matches"))
        for name in ("account", "account_closed")
    ),
    Row("account_reply", ("account_told",), post=NO_PAGE, fields=says(choice="matches")),
    Row("account_reply", ("guess",), post=NO_PAGE, fields=says(choice="matches")),
    Row("account_reply_end", ("account",), post=READER_DOES),
    Row("account_reply_end", ("account_told",), post=NO_PAGE),
    Row("nothing_more", ("account",), post=WRITER_DOES),
    Row("nothing_more", ("account_closed",), post="in 404 404 409 404"),
    Row("nothing_more", ("account_told",), post=NO_PAGE),
    # what it did: guesses, and the map that Ben draws for himself first
    Row("impact", get=SIGNED_IN),
    Row("map_new", get=LEADS_ON),
    Row("writing", ("map_draft",), ONLY_BENS, READER_DOES, drawing),
    *(Row(action, ("map_draft",), get=ONLY_BENS) for action in ("preview", "printing")),
    Row("sharing", ("map_draft",), post=READER_DOES),
    Row("correction", ("guess",), post=READER_DOES, fields=says(safety="close")),
    Row("correction", ("guess_closed",), post=READER_DOES, fields=says(safety="no")),
    Row("correction", ("guess_told",), post=NO_PAGE, fields=says(safety="no")),
    *(Row("second_look", (name,), post=WRITER_DOES) for name in ("guess", "guess_closed")),
    Row("second_look", ("guess_told",), post="in 404 404 409 404"),
    # repairs
    Row("offers", get=SIGNED_IN),
    Row("answer", ("offer",), post=READER_DOES, fields=answer),
    Row("answer", ("offer_told",), post=NO_PAGE, fields=answer),
    Row("answer", ("promise",), post=NO_PAGE, fields=answer),
    Row("answer", ("offer_unsaid",), post=READER_DOES, fields=answer),
    *(Row("answer_end", (name,), post=READER_DOES) for name in ("offer", "offer_unsaid")),
    Row("answer_end", ("offer_told",), post=NO_PAGE),
    Row("carrying_out", ("offer",), post=WRITER_DOES, fields=on_friday),
    Row("carrying_out", ("offer_closed",), post="in 404 404 409 404", fields=on_friday),
    Row("carrying_out", ("offer_told",), post=WRITER_DOES, fields=on_friday),
    Row("feeling", ("offer",), post=READER_DOES, fields=says(result="helped")),
    Row("feeling", ("offer_told",), post=NO_PAGE, fields=says(result="helped")),
    # letters
    Row("desk", get=SIGNED_IN),
    Row("parts", post=SIGNED_IN, fields=marks),
    *(
        Row("marks", (name,), post=WRITER_DOES, fields=marks)
        for name in ("letter", "letter_closed", "letter_told")
    ),
    Row("marks", ("offer",), post=NO_PAGE, fields=marks),
    *(
        Row("letter_reply", (name,), post=READER_DOES, fields=reply)
        for name in ("letter", "letter_closed")
    ),
    Row("letter_reply", ("letter_told",), post=NO_PAGE, fields=reply),
    *(Row("letter_reply_end", (name,), post=READER_DOES) for name in ("letter", "letter_closed")),
    Row("letter_reply_end", ("letter_told",), post=NO_PAGE),
    # patience: all of it its writer's alone, but for what Ben told
    Row("looks", get="in 200 200 200 302", post="in 302 302 302 302", fields=week),
    Row("pushed", get=SIGNED_IN, post=LEADS_ON, fields=felt),
    Row("pushed_telling", ("pushed_kept",), post="in 404 302 404 404"),
    Row("pushed_telling", ("pushed",), post=READER_DOES),
    Row("pushed_end", ("pushed",), post=READER_DOES),
    Row("pushed_end", ("pushed_kept",), post=NO_PAGE),
    # chains, plans and cards for the next time
    Row("kind_new", (16, "disclosure"), get=LEADS_ON),
    Row("kind_new", (8, "plan"), get=NO_PAGE),
    Row("ties", get=SIGNED_IN),
    Row("tie", ("chain", "choice3"), post=WRITER_DOES, fields=tied),
    Row("tie", ("chain_draft", "choice2"), post=WRITER_DOES, fields=says(tied_to="")),
    Row("tie", ("chain", "choice9"), post=NO_PAGE, fields=tied),
    Row("card_looks", get=SIGNED_IN),
    Row("card_look", ("ownership_sent",), post=WRITER_DOES),
    Row("card_look", ("ownership_told",), post="in 404 404 409 404"),  # no month has passed
    Row("signal", post="in 409 409 409 404"),
    *(Row("card", (name,), get=BOTH) for name in SENT_AHEAD),
    *(Row("opening", (name,), post=READER_DOES) for name in SENT_AHEAD),
    *(Row("card", (name,), get=WRITER) for name in ("disclosure_kept", "plan_told")),
    *(Row("reply", (name,), post=READER_DOES, fields=thanks) for name in REPLIED),
    *(Row("reply", (name,), post=NO_PAGE, fields=thanks) for name in ("entry", "disclosure_kept")),
    Row("reply_end", ("chain",), post=READER_DOES),
    Row("reply_end", ("promise",), post=NO_PAGE),
    Row("withdrawing", ("chain",), post=WRITER_DOES),
    *(Row("withdrawing", (name,), post=NO_PAGE) for name in ("signal_sent", "disclosure_kept")),
    # promises
    Row("list", get=SIGNED_IN),
    *(Row(name, get=SIGNED_IN) for name in ("pattern", "pattern_theirs")),
    Row("gap", post="in 409 409 409 409", fields=line),  # there is none now
    Row("tracking", post=READER_DOES, fields=says(choice="private")),
    Row("promise", ("promise",), get=BOTH),
    Row("promise", ("promise_closed",), get="in 404 302 200 404"),
    Row("promise", ("promise_told",), get=WRITER),
    *(
        Row(action, (name,), post=answer)
        for action in ("promise_away", "promise_away_end")
        for name, answer in (("promise", READER_DOES), ("promise_told", NO_PAGE))
    ),
    Row("aloud", ("promise_draft",), post=WRITER_DOES, fields=says(said="I call.")),
    Row("aloud", ("draft",), post=WRITER_DOES),
    Row("consent", ("promise",), post=READER_DOES, fields=says(choice="decline")),
    Row("consent", ("promise_told",), post=NO_PAGE, fields=says(choice="accept")),
    Row("change", ("promise",), post=WRITER_DOES),
    Row("change", ("promise_told",), post="in 404 404 409 404"),
    Row("writing", ("change_draft",), WRITER, WRITER_DOES, redrafted),
    Row("change_consent", ("promise", "asked"), post=WRITER_DOES, fields=says(choice="yes")),
    Row("change_consent", ("promise_closed", "asked"), post=NO_PAGE, fields=says(choice="yes")),
    Row(
        "change_consent",
        ("promise_closed", "change_closed"),
        post=READER_DOES,
        fields=says(choice="no"),
    ),
    Row("wish", ("promise",), ONLY_BENS, READER_DOES, asked),
    Row("wish", ("promise_closed",), "in 404 302 404 404", READER_DOES, asked),
    Row("wish", ("promise_told",), NO_PAGE, NO_PAGE, asked),
    Row("wish_end", ("promise",), post=READER_DOES),
    Row("wish_end", ("promise_told",), post=NO_PAGE),
    Row("card", ("change",), get=BOTH),
    Row("card", ("asked",), get=NO_PAGE),
    Row("opening", ("change_closed",), post=READER_DOES),
    Row("withdrawing", ("change_closed",), post=WRITER_DOES),
    Row("withdrawing", ("change",), post="in 404 404 409 404"),  # it was agreed to
    Row("ending", ("promise",), post=WRITER_DOES),
    Row("ending", ("promise_told",), post=WRITER_DOES),
    Row("report", ("promise", day(THURSDAY)), post=WRITER_DOES, fields=report),
    Row("report", ("promise_told", day(THURSDAY)), post=WRITER_DOES, fields=report),
    Row("repair", ("promise", day(MONDAY)), post="in 404 404 409 404", fields=repair),  # it stands
    Row("repair", ("promise_told", day(MONDAY)), post=WRITER_DOES, fields=repair),
    Row("verdict", ("promise", day(THURSDAY)), post=READER_DOES, fields=says(outcome="broken")),
    Row("verdict", ("promise", day(TUESDAY)), post=READER_DOES, fields=says(outcome="excused")),
    Row("verdict", ("promise_told", day(TUESDAY)), post=NO_PAGE, fields=says(outcome="kept")),
    Row("agreement", ("promise", day(MONDAY)), post=READER_DOES),
    Row("agreement", ("promise_told", day(MONDAY)), post=NO_PAGE),
    Row("clearing", ("promise", day(TUESDAY)), post=READER_DOES),
    Row("clearing", ("promise_told", day(TUESDAY)), post=NO_PAGE),
    Row("clearing_end", ("promise", day(THURSDAY)), post=READER_DOES),
    Row("clearing_end", ("promise_told", day(THURSDAY)), post=NO_PAGE),
    Row("pause", post=LEADS_ON, fields=says(until="2026-11-25")),
    Row("pause_end", post=LEADS_ON),
    # room for oneself
    Row("stop", get=SIGNED_IN),
    Row("space_taking", post="in 409 302 409 409", fields=new_id),
    Row("space_end", post="in in in in in"),  # after showing that it is them
    Row("away", post=LEADS_ON),
    Row("away_end", post=LEADS_ON),
    Row("keeping", ("draft",), post="in 404 404 409 404"),
    Row("keeping_end", ("draft",), post=WRITER_DOES),
    Row("limits", get=SIGNED_IN, post=LEADS_ON, fields=limits),
    Row("reopening", post=LEADS_ON),
    Row("aside", get=SIGNED_IN),
    # the record
    Row("record", get=SIGNED_IN),
    Row("record_check", get=SIGNED_IN),
    Row("record_entry", (1,), get=BOTH),
    Row("record_entry", (999,), get=NO_PAGE),
]

# allauth's addresses: GET and an empty POST by nobody, then by somebody who is signed in.
ACCOUNTS = {
    "account_login": "200 200 302 302",
    "account_logout": "302 302 200 302",
    "account_inactive": "200 405 200 405",
    "account_signup": "200 200 302 302",
    "account_reauthenticate": "in in 200 200",
    "account_email": "in in 200 302",
    "account_email_verification_sent": "in in 302 302",
    "account_change_password": "in in 200 200",
    "account_set_password": "in in 302 302",
    "account_reset_password": "200 200 200 200",
    "account_confirm_login_code": "in in 302 302",
    "account_confirm_password_reset_code": "in in in in",
    "account_complete_password_reset": "302 302 302 302",
    "account_password_reset_completed": "200 405 200 405",
    "account_request_login_code": "200 200 302 302",
    "account_signup_by_passkey": "200 200 302 302",
    "mfa_login_webauthn": "in in 302 302",
    "mfa_authenticate": "in in 302 302",
    "mfa_signup_webauthn": "302 302 302 302",
    "mfa_reauthenticate": "in in 302 302",
    "mfa_reauthenticate_webauthn": "in in 302 302",
    "mfa_index": "in in 200 405",
    "mfa_add_webauthn": "in in 302 302",
    "mfa_edit_webauthn": "in in 302 302",
    "mfa_remove_webauthn": "in in 302 302",
    "mfa_activate_totp": "in in 302 302",
    "mfa_deactivate_totp": "in in 404 404",
    "mfa_view_recovery_codes": "in in 404 405",
    "mfa_generate_recovery_codes": "in in 302 302",
}
ACCOUNT_IDS = {"mfa_edit_webauthn": [1], "mfa_remove_webauthn": [1]}  # passkeys of nobody
