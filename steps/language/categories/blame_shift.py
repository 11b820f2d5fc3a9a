"""What the writer did, laid at somebody else's door."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.turns import blame_shift as more
from steps.language.withdrawn import REPORTED
from steps.language.words import DEED

DO = any_of(
    """do | lie | cheat | hide it | say (it | that | things) | act | shout | yell | scream | snap
    | behave | react | drink | lose | throw | stray | resort | hit | feel like (nothing | a | an
    | i)"""
)
# What one can thank somebody for.
GOOD = any_of(
    """<feel> <so> (happy | loved | safe | welcome | proud | better | stronger | whole | at home
    | calm | seen) | laugh | smile | tea | coffee | dinner | breakfast | lunch | soup | an? | see
    | believe | promise"""
)
DRIVEN = any_of(
    """angry | mad | furious | crazy | jealous | insane | desperate | lonely | this way | like
    this"""
)
PUSHED = any_of(
    """forced | drove | led | pushed | provoked | goaded | pressured | bullied | manipulated |
    triggered | cornered | drive | force | push | provoke | driven | baited | tempted | trapped"""
)
TO_THE_GOOD = any_of(
    """<to> (the (?!(edge | brink | point | bottle | drink | end | wall)\\b)_ | work | school | my |
    see | every | your) | to (be (honest | better | open) | tell | think | grow | get help | believe
    | go to | apply | finish | talk) | home | there | back | around | on | every"""
)
LEARNED = any_of(
    "found | asked | caught | noticed | discovered | confronted | come | told | trusted"
)
TRUSTED = any_of(
    """trusted | told | asked | deserved? | believed | loved | saw | found | read | matter |
    wrote | are the | (had | have) (every | a right) | were (right | there | away | asleep | at |
    so kind)"""
)
LACKED = any_of(
    """never | always | were | are | did not | do not | would not | stopped | kept | ignored |
    refused | rejected | neglected | had no | barely | hardly | turned me | pushed"""
)
SO_I = any_of(
    """did | lied | cheated | found (some\\w* | an) | turned | looked | went | started | hid |
    had to | stopped | felt | needed | gave up | sought | fell | drank | met | decided"""
)
FLAW = any_of(
    """nagging | jealousy | anger | temper | moods? | coldness | drinking | control\\w* |
    behaviou?r | attitude | insecurit\\w+ | paranoia | silence | distance | criticism | rejection
    | neglect | suspicion\\w* | questions | accusations | indifference | reactions? | shouting |
    yelling | lack of _ | constant _"""
)
SOMEBODY = any_of(
    """came on to me | kissed me first | seduced me | talked me into | threw (her | him)self at |
    tempted me | would not leave me alone | made the first move | pursued me | egged me on |
    dragged me into | made me do | was the one who (started | kissed | wrote | came | wanted)"""
)
SHOULD_HAVE = any_of(
    """known (better | that | how) | told me | asked | said something | stopped me | paid <more>
    attention | listened | noticed | talked to me | been (there | more | nicer | home | kinder) |
    tried | seen (it | this)"""
)

BLAME_SHIFT = Category(
    "blame_shift",
    {
        "firm": said(
            rf"""
            you <have | had | are the one who> ~ (made | make | making) me(?! {GOOD}\b) <feel like
                ~> ({DO} | {DRIVEN} | so _ | feel <so> (small | worthless | guilty | unwanted))
            you <have | had | are the one who> ~ {PUSHED} me(?! {TO_THE_GOOD}\b)
            you ~ (left | gave | leave | did not (give | leave)) me ~ <with> (no | any | much |
                little | not much) <real | other> (choice | option | alternative | way out)
            i ~ {DEED} … because you(?! {TRUSTED}\b)
            i ~ {DEED} … because of (you | how you | the way you | your)
            (it is | it was | only | all | mostly | partly) because of (you(?! that) | how you |
                what you did)
            if (you | we) (had | were | would | did | just | only | could)(?! <not | never>
                {LEARNED}\b | done (this | that | the same | it) to me)[^.;]{{3,80}}? ((would |
                could) (not | never) | never (would | could) | (none of (this | it) | nothing)
                would)(?! have (told | stopped | admitted | confessed | come clean | owned | ended))
            ((would | could) (not | never) | never would) have … (if you | had you)(?! <had> <not |
                never> {LEARNED}\b) _
            (it | this | that | which | everything) (is | was) ~ <as much | just as much> your <own>
                (fault | doing)
            (partly | also | half | mostly | just as much) your <own> (fault | doing)
            your <own> fault (too | as well | as much) | your own fault
            you are ~ <just as much | as much | equally | just as> (to blame | at fault |
                responsible for (this | it))
            you (share | bear | deserve) (some | part | half | a part | a share) of
            you (have to | need to | should | could) (take | accept | own) (some | part | half |
                your (part | share))
            you <have> ~ (played | had) (a | your | some) <_> (part | role | hand) in
            you <have> <also> contributed to
            you <have> ~ (brought | bring) (this | it | that | all <of> this) ~ (up)?on (yourself |
                us)
            you (were | are) asking for (it | this) | you had it coming | you started (it | this |
                all this)
            you asked for (it | this)(?= ?([.!?] | $))
            you {LACKED} … _,? (so | that is why | which is why | of course | no wonder) i <_>
                {SO_I}
            (no wonder | of course | that is why) i ~ {DEED} … (you | your)
            your <_> <_> {FLAW} ~ (made | pushed | drove | forced | led | caused | is why | is the
                reason)(?! you)
            your <_> <_> {FLAW} ~ (makes | drives) me
            what <else> (did | do | would) you ~ expect | (what | how) was i (supposed | meant) to
            what would you have done
            (she | he | they) ~ {SOMEBODY}
            it (is | was) not (all | just | only | entirely) (my (fault | doing) | me | on me |
                because of me)
            i am not (entirely | solely | fully | completely | alone) (to blame | responsible | at
                fault)
            not <just> (put | blame | pin | lay | dump) <it | this | that | everything> <all> <of
                it> <on> me
            that is what (happens | you get)(?= ?([.,;!?] | $ | when | if | for))
            you are the (reason | cause) <that | why> (i (lied | cheated | drink | drank | did |
                started | left | strayed | went | hid | had) | this | we)
            you are the one who (started | left | stopped | pushed | made | refused | walked |
                withdrew | shut | gave up)
            you (should | could) have {SHOULD_HAVE}
            when you (act | behave | talk | treat | nag | ignore | get | keep | start | push | yell
                | shout) … _,? i (have no choice | can not help | have to | end up | just | lose it
                | snap)
            you (turned | made) me into
            you (practically | basically | almost | all but) ~ (pushed | drove | threw | sent |
                forced | handed) me
            you bring out the worst | you ~ (push | pushed | know how to push) my buttons | you know
                how (i | you) get
            you knew (what you were getting | who i was | what i was like | how i am)
            (can you | who can | who could | do not | can not | could you | you can not) ~ blame me
                | is it any wonder | any wonder (i | that i) | what choice did
            you (were not | are not | were never) there (for me | when i needed)
            (it was | it is) you who (started | wanted | pushed | made me | stopped)
            you are ~ (the one | the ones) to blame
            (he | she | they) (kept | would not stop) (pursuing | chasing | flirting | texting |
                calling | pushing) me | not made of stone
            (we | i) would not be (here | in this _ | having this _) if you
            what did you think (would | was going to) | what <else> (can | could) (a | i) (man |
                woman | person | have done)
            (nobody | no one) forced you
            i was not getting (what | any | enough | it)
            you <had | have | would> made it ~ (impossible | hard | difficult) (for me | to)
            you (never | did not) (let | give | gave | show | showed) me (a | any | the)(?! (reason
                | cause | hard | single (reason | cause)))
            (married to | living with | stuck with | i (have | had)) a (wife | husband | partner)
                who (does | did | would | was | is | never) not?
            (she | he | they) ~ (got me drunk | took advantage of me | led me on | talked me round |
                made it (easy | impossible | happen))
            (which | what | my | the right) buttons
            you would (have | just have | only have) (freaked | exploded | gone (mad | crazy |
                ballistic | nuts) | overreacted | killed me | yelled | screamed | thrown | lost it)
        """,
            more.FIRM,
        ),
        "soft": said(
            rf"""
            you <had> (checked out | shut me out | pulled away | pushed me away | pulled back |
                turned away from me | rejected me | froze me out | gave up on (us | me | our) |
                turned your back)
            you <had | have> stopped (touching | talking to | loving | wanting | caring | having sex
                | sleeping with | being (affectionate | interested | intimate | nice) | making (an
                effort | love | time) | looking at | kissing | trying)
            you (would not | never | do not | refused to | never wanted to) ~ (touch me | touched me
                | look at me | sleep with me | want me | have sex | want sex | talk to me | show me
                | let me in)
            because i (knew | was (afraid | scared) of | feared | dreaded) ((how | what) you (would
                | might) | your (reaction | anger | temper))
            you would (have | just have | only have | never have | not have | just | only) (freaked
                | freak | exploded | explode | gone (mad | crazy | ballistic | nuts) | left me |
                overreacted | overreact | killed me | yelled | screamed | made a | thrown | lost it
                | agreed | allowed it | let me | accepted | understood | gotten | got (angry | mad |
                upset) | said no | judged | been (angry | mad | upset | furious))
            you (were | have been | had been) (so | too | always) (distant | cold | busy | tired |
                wrapped up | caught up | focused | absent | absorbed | obsessed | closed |
                unavailable | far away | preoccupied)(?![^.;]{{0,80}}? because (of )?(i | me | my))
            i ~ {DO} because (of | you)
            i ~ {DEED} … since you(?! {TRUSTED}\b)
            because of (what | how | the way | all the) ~ you
            you (never | did not | do not) <even | once> ask(ed)?(?= ?([.,;!?] | $ | so | me[.,;!?]
                | either))
            i had to (find | look for | get | seek) (that | it | love | attention | affection |
                comfort) (somewhere | elsewhere | from)
        """,
            more.SOFT,
        ),
    },
    explanation=_("This hands over what you did. Whatever came before it, the act was yours."),
    question=_("What could you have done at that moment instead?"),
    unless_after=before(
        REPORTED,
        "(not | never | nobody | nor | neither | none of | no part of) <that | because>",
    ),
)
