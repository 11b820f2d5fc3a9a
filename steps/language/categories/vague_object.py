"""Sorry, and no word of what for."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import REPORTED
from steps.language.words import SORRY

# Nothing that would name it comes behind.
ENDS = r"(?= ?([.,;!?)-] | $ | ({})\b))".format(
    any_of(
        """and | but | so | to you | lately | recently | these | this (year | week | month |
        summer) | back then | in the past | over the | between us | with us | if | because | for
        (so | all | years) | i (really | truly | hope | love | am) | please"""
    )
)
I_DID = any_of(
    """<that> <i | we> <have | has | had> <_ly> (did | done | happened | caused | said | put you
    through | went wrong | went on | made you go through)(?: (to you | wrong | to us | between us
    | in the past | that night | and said | and did))*"""
)
WRONG_WAYS = any_of(
    """behaviou?r | actions? | mistakes? | part | choices | failings | shortcomings | faults? |
    conduct | role | attitude | wrongs? | flaws | issues | stupidity | failures | decisions |
    errors? | sins"""
)
HEAVY = any_of(
    """pain | hurt | trouble | problems | drama | stuff | things | mess | situation | harm |
    heartache | suffering | stress | grief | damage | wrongs? | nonsense | thing | fights? |
    times | tears | misery | chaos"""
)
BAD_ONE = any_of(
    """bad | terrible | awful | horrible | lousy | shitty | rubbish | crap | jerk | idiot |
    asshole | arsehole | arse | ass | fool | mess | stupid | difficult | useless | dick | prick |
    moron | failure | bastard | worst"""
)
WENT = any_of(
    """been | was | were | am | acted | behaved | handled (it | things | this) | treated you |
    went | gone | turned out | ended up | are | played out | worked out | is | happened | hurt
    you | let you down | did things"""
)
BAD = any_of("bad | terrible | awful | horrible | guilty | sick | sorry")
ADDED = r",? \w+ly,? | ,? to you | ,? again | ,? really | ,? so much"
FOR = (
    rf"(({SORRY} | forgive me)({ADDED})? ~ (for | about | over) | i feel ~ {BAD} (about | for)) ~ "
)

VAGUE_OBJECT = Category(
    "vague_object",
    {
        "soft": said(rf"""
            {FOR}(everything | it all | all <of> (it | this | that) | anything | things | stuff |
                the (past | whole thing | mess | situation | drama | trouble | bad (times |
                things)))( {I_DID})?{ENDS}
            {FOR}(whatever | anything | everything | all) <that> (i | we | it | you) ((may | might |
                have) )*_{ENDS}
            {FOR}<all> what {I_DID}{ENDS}
            {FOR}<all> <of> my <_> {WRONG_WAYS}( in (this | it | all <of> this | that))?{ENDS}
            {FOR}(the way | how) (i | things | it | we | this | everything) <all> <have | has | had>
                <_ly> {WENT}{ENDS}
            {FOR}(all | all of | the whole | so much | all this) ?<the | this | that | my> <_>
                {HEAVY}( {I_DID})?{ENDS}
            {FOR}being <such> <an? | the | so> <_> {BAD_ONE}
            {FOR}<all> (the | those) ((many | bad | stupid | hurtful | terrible | wrong) )*(things |
                mistakes | errors) (<that> i <have> (did | done | made | said))?{ENDS}
            {SORRY} <that> (things | it | everything | all this) <all> <had to | has | have> (went |
                turned | got | happened | happen | came | ended | worked | is | are | gone | become)
                (the way | like | out | so | to (this | us) | wrong | this | badly)
            i ~ regret (everything | what <has> happened | it all | all of it | my {WRONG_WAYS} |
                the past | how things){ENDS}
            i ~ regret (everything | all) <that> {I_DID}
            i <have | know i | know i have> ~ made <some | a few | a lot of | many | several | my
                share of | plenty of> <bad | terrible | poor | big> (mistakes | choices | decisions
                | errors){ENDS}
            {SORRY} <that> i <_ly> (messed | screwed | fucked) <_> up | my bad
            i <_ly> (messed | screwed | fucked) <things | it all | everything | it> up(?= ?([.,;!?]
                | $ | big time | badly | royally))
            {FOR}(being (me | this way | like this) | who i am | how i am) | {SORRY} about (that |
                this | it) and (all | stuff | everything)
            {FOR}the (other (day | night | week) | last <few> (days | weeks | months | years) | past
                <few> (days | weeks | months | years)){ENDS}
            {SORRY} <that> (this | that | it | all of this | all this) <has | had> (happened | came
                to this | got this far | ended like this)
            (and all that | and all of that | and whatever | or whatever | and so on | and stuff)#
            i <know> <that> ?i? ?(have not | was not | am not) ~ <been> ~ (perfect | the best | the
                easiest | a (good | great | perfect | better | very good)) _
            i (could | should) have (handled | done | dealt with | managed) (it | things | this |
                that | everything) ~ (better | differently)
            i was not the (husband | wife | partner | man | woman | person | boyfriend | girlfriend)
                (you | that you) (deserve\w* | needed | wanted)
            i <have> (done | did) (some | a few | a lot of | many | bad | stupid | terrible |
                things) _? ?<things | stuff> (i am not proud | i regret | wrong)
            {FOR}being <such> (a | an) <_> _{ENDS} | {FOR}<all> <the> rest (of it)?{ENDS} | and
                <for> all the rest
            ({SORRY}[\w ,]{{0,20}}? (for | about)) (the (past | last) <_> <_> (day | days | week |
                weeks | month | months | year | years | while) | this (year | week | month | summer
                | whole _) | before | earlier | all of it | the lot | (last | on | saturday | friday
                | sunday) <_> (night | weekend | week)){ENDS}
            i ~ regret (the way | how) (things | it | everything | this | we | i) <all> <have | has>
                {WENT}
            {FOR}(how (it | things) (has | have) been | (the | this | that) <whole | sorry | sad>
                (business | saga | affair | carry on | episode | thing) | what (went on | happened)
                <between us | with us>){ENDS}
            {FOR}(the | this | that | our | recent | all the) <_> (incident | situation | issues? |
                matter | thing | business | events? | episode | problems | troubles? | difficulties
                | upset | upheaval | fuss | bother | inconvenience | misunderstanding | events of
                _){ENDS}
            {FOR}(certain | some | a few | several | various) (of my )?(things | stuff | matters |
                choices | moments)
            (responsib\w+ | accountab\w+) for ~ (my ({WRONG_WAYS}) | everything | what (has
                )?happened | it all | whatever){ENDS} | own (my | up to my) {WRONG_WAYS}{ENDS}
            (not | hardly) my (finest | best | proudest) (hour | moment | behaviou?r | day | time)
            i (could | should) have (been | done) <so | a | much> <much> better{ENDS} | not proud of
                (myself | it | how i | what i | the way i){ENDS}
            {FOR}my (side | part | end) (of | in) _ | {FOR}(being | having been) <so | a bit | a
                little> (distant | absent | useless | weird | off | difficult | horrible | awful |
                rubbish | moody | grumpy | like (this | that)){ENDS}
            i <know> <that> i <have> (let you down | did wrong | done (you )?wrong | was (bad |
                terrible | horrible | awful)){ENDS}
            you know what (for | i (did | mean | have done)){ENDS}
            i (have | had) been (a | an) <_> <_> {BAD_ONE} | i (have not | had not) been ~ (a good |
                good | great | easy | at my best | the (easiest | best)) _
            (any | whatever) (wrong | wrongs | wrongdoing | mistakes? | bad things?) <that> i
            {SORRY} for (any | whatever) | (my )?(past | recent) (behaviou?r | actions | conduct |
                mistakes)
            {FOR}(hurting you | letting you down | upsetting you | causing you pain | making you
                (sad | upset | angry | feel bad))(?= ?([.!?] | $ | but))
            i (have not | was not | am not) ~ been the (man | woman | person | husband | wife |
                partner) i
            {FOR}(the | this | that) <_> {HEAVY} (that )?{I_DID}
            {FOR}(everything | all | the things | the stuff) (that )?(has | have | had) (gone on |
                happened | been)
            for (everything | whatever | all (of )?(it | this | that | the … (things | pain |
                hurt))) … _,? i ~ (apologi[sz]e | am ~ sorry)
            how sorry i am (about | for | over) (what | everything | it | all)
            {FOR}the <whole> (situation | business | thing | episode) with (your | my | the | _)
            hurt you in so many ways | regret the situation
            (an? | my) (error | lapse | mistake) (of | in) judg\w+ | any and all _  | regret (a lot
                of | many | some) things
        """),
    },
    explanation=_("It does not say what for. They may wonder how much of it you know."),
    question=_("Which act do you mean, and when was it?"),
    unless=said("(namely | such as | for example | above all | especially | in particular) _"),
    unless_after=before(REPORTED, "(not | never | more than | instead of | only) <to say | say>"),
)
