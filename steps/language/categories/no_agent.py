"""A sentence in which something happens and nobody does it."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import REPORTED

NOT_BY_ME = r"(?![^.;]*\b({})\b)".format(
    any_of(
        """by (me | my) | because i | (when | that | which | as | while | lies | words | after) i |
        and i (did | made | told | said | broke | lied | crossed | chose | wrote | sent | was | knew
        | deleted | took) | mine | i (did | made | told | said | broke | lied | crossed | chose |
        wrote | sent) | of mine"""
    )
)
WHAT = any_of(
    """mistakes? | errors? | things | words | lies? | promises? | vows? | boundaries | lines? |
    rules | trust | feelings | hearts? | choices | decisions | messages | texts | secrets? |
    damage | harm | hurt | pain | agreements? | photos | money | limits"""
)
DONE = any_of(
    """made | said | done | told | broken | crossed | hurt | exchanged | sent | kept | lost |
    damaged | spent | betrayed | shared | caused | violated | overstepped | breached | shattered
    | inflicted | written | withheld | hidden | forgotten | missed | destroyed | deleted |
    blurred | mixed"""
)
THINGS = any_of(
    """things | stuff | it | this | that | everything | emotions | tempers | life | matters | the
    (situation | argument | conversation | evening | night | fight | whole thing | discussion |
    flirting | texting | messages | drinking | spending | affair | thing | kiss)"""
)
WENT = any_of(
    """out of (hand | control) | too far | wrong | heated | messy | complicated | ugly | ahead of
    | out wrong | over | sideways | physical | intense | away from | into something | its <own>
    course"""
)

NO_AGENT = Category(
    "no_agent",
    {
        "soft": said(rf"""
            {WHAT} (were | was | got | get | have been | had been | has been | may have been) ~
                <not> ~ {DONE}{NOT_BY_ME}
            {THINGS} <had | have | has> ~ (got | get | gotten | went | gone | became | came | turned
                | ran | took) <_> <_> {WENT}(?! because i)
            {THINGS} <had | have | has> ~ (escalated | spiral\w+ | snowballed | exploded | blew up |
                unravel\w+ | got away | fell apart)
            (it | this | that | the (affair | kiss | lie | whole thing | thing)) <all> (just |
                somehow | simply | sort of | kind of) <just | sort of | kind of> (happened | started
                | began | came (out | up) | slipped | went | occurred | developed)
            (things | stuff | shit) ~ happened{NOT_BY_ME} | what happened,? happened | one thing led
                to another
            before (i | we) knew it | next thing (i | we) knew
            there (was | were | has been | have been) <_> <_> (lapses? | misunderstandings? |
                mistakes? | dishonesty | lies | betrayals? | miscommunication | infidelity | poor
                judg\w+ | indiscretions? | a breach | bad (choices | decisions)){NOT_BY_ME}
            (we | i) ~ (ended | wound) up ((in | with | at | going | together) | \w+ing)
            (i | we) ~ <suddenly> found (myself | ourselves) (\w+ing | in | at | with | on | alone)
            i got (caught up | carried away | sucked in | drawn in | dragged | swept up | pulled)
            (it | that | the (words | secret)) ~ (slipped (out | my) | came out (wrong | badly |
                harsher))
            (you | people | someone) (got | ended up) ~ <getting | being> (hurt | let down | caught
                | in the middle){NOT_BY_ME}
            (hurt | pain | harm | damage | offen[cs]e) (was | were | has been | had been) ~ (caused
                | done | inflicted){NOT_BY_ME}
            mistakes (happen | happened | occurred) | (an? | the) (mistake | lie | error | lapse |
                slip | affair) (happened | occurred)
            words (flew | fell) | tempers (flared | flew) | emotions (ran | took) | feelings
                (developed | grew)
            the (drink | alcohol | wine | anger | rage) (took over | spoke | was talking | did)
            (we | the two of us) (drifted | grew) apart | it should never have happened
            (things | it | the (whole thing | situation | trust | love | spark | connection | lie |
                debt | secret)) ~ (got | became | grew | was) (lost | bigger | out of proportion |
                blown | too big | complicated | broken | damaged)
            what happened <that night | between us | with (her | him) | there | back then> (was | is
                | should | has | had)(?! (my | not your | all my | me)) _
            something ~ (happened | snapped | came over me | got lost | went wrong) | somewhere
                along the (line | way) _
            (things | something | feelings) (between | with) _ <and _> ~ (happened | developed | got
                | started | went | changed | grew) | (a | the) line (was | got) (crossed | blurred)
            (money | the money | the savings) (went | disappeared | got spent | ran out | vanished)
            (things | it | the _ | that | everything | some of it | half of it) ~ ended up ~ (_ing |
                on | in | at | with | _ed){NOT_BY_ME}
            there (was | were | has been | have been) <_> <_> <_> {WHAT} (made | said | told | sent
                | broken | done | crossed | exchanged | kept | spent){NOT_BY_ME}
            the (truth | trust | honesty | promise | message | facts | spark | money) ~ (got | was |
                became | went) ~ (lost | stretched | bent | muddled | forgotten | broken | left |
                buried | put | missing){NOT_BY_ME}
            {WHAT} ~ (got | get | were | was) ~ (mixed | muddled | lost | missed | said | told |
                hurt | crossed | stretched | bent){NOT_BY_ME}
            (wires | signals | lines) (got | were | must have been) crossed | communication (broke |
                had broken) down
            (the | a | an | our | my | your | one) (?!(one | door | phone | baby | dog | cat |
                car)\b)_ <_> ~ never ~ (got | gets | get) ~ (paid | told | posted | mentioned |
                opened | sent | made | said | done | answered | passed | returned |
                booked){NOT_BY_ME}
            (it | that | this | the _) ~ did not get (paid | told | posted | mentioned | sent | said
                | done | made | passed on | booked | opened){NOT_BY_ME}
            (the _ | it | things | one thing | that | stuff | everything) ~ (crept (up | in) | slid
                | slipped | drifted | mounted | piled up | built up | ran away | took on a life |
                got away | fell through | came to a head | boiled over | kicked off | blew up | went
                south | went pear[ -]shaped | took a turn | unfolded | came about | came to light |
                came out){NOT_BY_ME}
            (a (lie | few lies | secret | line) | lies | secrets | cracks | distance | mistrust)
                (crept | appeared | grew | built | came | slipped) _
            (voices | hands) (were | got) raised | tempers (were | got) (frayed | lost) | (harsh
                )?words were had
            (life | stuff | shit | it | these things | things) ~ happens? (in | between | to | like)
            it was a mistake# | it was <all> a <big | huge | terrible | stupid> (mistake |
                misunderstanding | mess)#
            one _ (turned into | became | led to) _ | <so> things (slipped | piled up | got away |
                went on | fell) | the distance ~ (grew | crept)
            {WHAT} were <left> (un\w+ | left unsaid) | (a (few | lot of | couple of) )?things were
                left
            (hurt\w* | harsh | cruel | angry | bad | stupid | mean) (words | things) (were | got) _
            (it | things | that) ~ did not ~ (work out | go (well | as planned | to plan))
            it (developed | grew | went | started | built up | evolved | escalated) from there | it
                was a (gradual |slow )?process
            should (never | not) have (reached | got | come | gone | found)
            (lapses? | moments?) of (poor )?(judge?ment | weakness)
            (drifted | slid | slipped | turned | grew) into (something | more | a | an)
            (there was | it came to) a (hotel | room | kiss | bed)
            (secret | news | truth | word) got out
            the (account | savings) (was | were | got | is | are) (emptied | spent | used | lost |
                gone)
        """),
    },
    explanation=_("Nobody does anything here. It reads as if it came by itself."),
    question=_("Who did it, in this sentence?"),
    unless_after=before(REPORTED, "(nothing | no | none | what | hear | know)"),
)
