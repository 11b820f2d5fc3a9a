"""A circumstance in the place of a choice."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.turns import excuse as more
from steps.language.withdrawn import REPORTED, TAKEN_BACK
from steps.language.words import DEED

STATE = any_of(
    """stressed | stressed out | tired | exhausted | lonely | alone | depressed | young | scared |
    afraid | overwhelmed | angry | jealous | confused | unhappy | drunk | hungover | high | wasted |
    tipsy | burnt out | burned out | sick | ill | anxious | frustrated | desperate | upset | worn
    out | bored | grieving | hurt | hurting | insecure | vulnerable | worried | broke | in debt |
    unemployed | busy(?! (lying | hiding | keeping | covering | texting | thinking | with | looking
    | deleting | pretending)) | out of my mind | at my (lowest | limit) | at the end of | going
    through | raised | at a (\\w+ )?(\\w+ )?(point | place | time) | in <a | such a | so much>
    <\\w+> (place | pain | mood | hurry | crisis | state | panic | shock) | under (\\w+
    ){0,3}(pressure | stress | strain)"""
)
BURDEN = any_of(
    """stress | pressure | alcohol | drinking | wine | work | job | exhaustion | depression |
    anxiety | grief | loneliness | lack of sleep | boss | childhood | mother | father | parents |
    past | upbringing | adhd | hormones | illness | trauma | medication | temper | addiction |
    friends | debts | situation | circumstances | pandemic | baby | kids | family | burnout"""
)
HARD = any_of(
    """hard | difficult | tough | rough | stressful | crazy | hell | insane | bad | dark |
    chaotic | overwhelming | terrible | a lot | too much | so much | tense | strained | rocky |
    shaky | cold | not (good | great | easy | going well | right)"""
)
SINCE = any_of("because | since | as")
WE_WERE = any_of(
    """broken | over | dead | in (trouble | crisis | a bad) | failing | falling | cold | empty |
    finished | on the rocks | struggling | not (good | working | great) | rocky | bad | a mess |
    stale | been (over | dead | cold | bad | broken)"""
)
NEGLECTED = any_of(
    """neglected | unloved | unwanted | rejected | unappreciated | ignored | invisible | trapped
    | unseen"""
)

EXCUSE = Category(
    "excuse",
    {
        "soft": said(
            rf"""
            {SINCE} (i | we) (was | were | am | felt | had been | have been | would been | got) ~
                {STATE}
            {SINCE} i (had | would) <been> ~ <hardly | barely | not> (slept | been drinking | a (few
                | lot | bad | terrible | rough | long | hard | stressful) | so much (on | stress |
                pressure) | too much | no (choice | idea | one) | nobody)
            {SINCE} i (needed | panicked | did not (know (how | what | better) | feel (loved | seen
                | wanted)))
            {SINCE} i ~ felt (so | like | that | {NEGLECTED})
            (because of | due to | thanks to | owing to | on account of | blame it on) <the | all
                the | my> <_> {BURDEN}
            out of <sheer | pure> (fear | panic | desperation | loneliness | frustration | stress |
                exhaustion)( of)?
            i (was | have been | had been | would been) (just | really | simply | only | so | very |
                completely | totally | extremely | incredibly | too) <so | very | really> {STATE}
            i (was | have been | had been) (under | dealing with | carrying | facing | going through
                | struggling with) (a | some | so | too | an | things | work | pressure | stress |
                enormous | huge | immense | constant | heavy | depression)
            (i | we) (was | were | had <all> been | would been) ~ (drunk | wasted | hammered |
                drinking | hungover | plastered | smashed | stoned | high | blackout | off my (face
                | head))
            i <have | had> <_> had <_> (too (much | many) | a (few | couple | bit))(?= ?([.,;!?] | $
                | and | too | to drink | drinks | beers | glasses | wine | of))
            i (was | am) (not | hardly | barely) ~ (myself | thinking(?! (of (it | her | him | you)
                | about you)) | in my right mind | in a good place | in control | well | at my best
                | sober)
            (that | it | this) is ~ (who | how | the way) i am | (who | how | the way) i was (raised
                | brought up) | how i grew up
            i (was raised | grew up) (that way | like that | in a | without | with)
            i (have | have always had | had) a (short | bad | quick | hot | terrible) (temper |
                fuse)
            i (am | was) <just> (bad | not good) (at | with)
            i <was> (going | went | been) through (a | so much | hell | something | some | my | the
                worst | things)
            i ~ (could | can) not (help | stop | control | resist) (it | myself | that | how | my)
            i lost (control | my head | it | my temper | my mind | my way)
            (i am | we are | i was) (only | just | all) ~ human
            heat of the moment | moment of (weakness | madness | stupidity) | weak moment | lapse of
                judg\w+
            (did | do) not know (what (else | i was doing | to do) | any better | how (to (tell |
                say | deal | handle | stop | cope) | else) | what (came | got))
            (came over | got into | possessed) me
            (it | things | life | work | everything | (that | those) _) (was | were | has been | had
                been | got) ~ <an? | the> ~ {HARD} (time | period | year | phase | patch | at work |
                at home | for me | back then | then | with)
            you (have | need) to (understand | see | remember | know | consider) <that | how | what>
                (i | it was | my | things | at the time)
            (please | try to | do) (understand | see | consider) <that | how | what> (i | my
                (situation | side | position))
            put yourself in my
            my <_> {BURDEN} (made | makes | drove | pushed | got | led) me
            (it was | blame | that was | must have been) ~ the (alcohol | drink | wine | stress |
                pills | medication | grief)
            in my <own> defen[cs]e | in all fairness | extenuating | (under | given) the
                circumstances
            (anyone | anybody | most (people | men | women) | everyone | any (man | woman | person))
                … would (have | do | react)
            i ~ (felt <like | that> i )?had (no <other> (choice | option | alternative | way) | my
                reasons | good reasons?)
            there was no other (way | choice | option) | it was the only way
            (our | the | this | my) (marriage | relationship | sex life | love life) (was | had been
                | had | has been | is) ~ {WE_WERE}
            we (had | have) not <been> (had sex | intimate | close | touched | slept | happy) …
                (months | years | ages | weeks | time)
            we were (on a break | basically (over | separated) | practically separated | (drifting |
                growing) apart | going through)
            i (felt | was feeling) <so | really | very | completely> {NEGLECTED}
            i <just | really | only> needed (someone | somebody | to feel | attention | an escape |
                a break | an outlet | to vent)
            i ~ {DEED} … {SINCE} (work | things | life | everything | it | my _ | money | nobody |
                no one | she | he | they) (was | were | had | got | made | kept | did | is | are)
            i was <only | just | barely> (a (kid | child | teenager) | \w+teen | twenty\w* | so
                young | very young)
            (work | my job | the job | life | money | everything | my boss | things at (work |
                home)) (was | has been | had been | is | were | have been) ~ {HARD}
            i had (nobody | no one | no-one | nowhere) (to _ | else | left) | (nobody | no one) (was
                there for | understood | listened to | cared about) me
            i (was | got) (raised | brought up | taught) (to | in | by | as | like | with) | i <just
                | simply | totally | completely> (panicked | froze | snapped | lost it | freaked
                out)#
            (because of | comes from | down to | blame) (how | what | the way) (my | i | we |
                things) | (have | had | got) a (problem | thing | issue) with
            i (have | had) (never been | always been) (good | bad | terrible | hopeless | weak |
                impulsive | jealous | shy) | not made of stone
            my (own )?needs (were | had) not | i (have | had) needs | i ~ was not (getting | given |
                feeling) | i ~ could not (think | cope | take it | bear | deal | breathe | see (a |
                any)) (straight | clearly | any ?more | it | with | way | other)?
            (it is | that is | i have) (a | an) (compulsion | addiction | illness | disease |
                disorder | habit | weakness)(?! i) | i can not control (it | myself)
            (was | were) going through a (divorce | hard | difficult | rough | bad | phase | crisis
                | lot) | midlife crisis | identity crisis | rock bottom | nervous breakdown | burnt
                out
            (stress | pressure | alcohol | drink | exhaustion | loneliness | depression) (got | took
                | made | was (too | getting)) _
            (it | one) (happens | happened) when (you are | i am | i was | one is) (drunk | drinking
                | lonely | stressed | tired)
            (i am | i was) <a> <\w+> (alcoholic | addict | weak person | weak man) | i have always
                been (like that | this way | that way)
            (that | this | it) (is | was) not (who i am | like me | me# | the real me) | out of
                character | i ~ am not that kind of
            i (was | am | felt) ~ (weak | tempted | naive | vulnerable | struggling | drowning |
                falling apart | spiral\w+ | breaking (down | point) | suffocating | burning out |
                lost#| not coping | not well)
            i was a (wreck | mess | zombie | shell | disaster | different person) | i ~ (was not |
                could not | did not) (coping | cope)
            i (had | would) ~ lost my _ | my (mother | father | mum | mom | dad | brother | sister |
                best friend | grandmother) <had> <just> (died | passed | was (sick | ill | dying))
            between (the | my | work) … and the | what with (the | my | work) | on top of
                (everything | that | it all | work)
            we (were | had been | have been | would been) ~ (fighting | arguing | having (problems |
                trouble | issues) | not (talking | getting along | in a good place | happy | close)
                | in a (bad | rough | dark) (place | patch | phase) | distant | struggling |
                roommates | like (roommates | strangers))
            things <between us | with us | at home | at work | here> (were | had been | have been |
                was | would been) ~ {HARD}
            i ~ felt ~ (alone | lonely | trapped | dead inside | {NEGLECTED} | like (a (failure |
                stranger | ghost | roommate) | nobody | you (did | had | were | no)))
            (got | get | getting) the better of me | i let (my | the) _ (get | take | run | cloud)
            (can | could) only (take | stand | bear) so much | (had had enough | had enough of) | at
                my wit | under the influence | drunk out of my mind | blind drunk
            (a lot | so much | too much | enough) (on my (plate | mind) | going on | to deal with)
            i ~ (honestly | genuinely | simply | totally | completely | really | just) forgot |
                slipped my mind
            i come from a (family | home | background | culture | place) | when i (drink | am (drunk
                | stressed | tired | angry | scared) | get (angry | stressed | scared | nervous)),?
                i(?! will) _
            (it | that) (is | was) the _,? (talking | not me) | it was the _ that made me
            you know (how | what) (stressed | tired | hard | busy | difficult | bad | lonely |
                depressed | exhausted | much) (i | it | work | things | my)
            (that is | which is) why i ~ {DEED} | ever since (i | my | the | then) … i have | my ex
                (cheated | lied | left | did | was | had | used)
            i (have | had | would) had (_ )?_ (glasses | drinks | beers | pints | shots | bottles) |
                peer pressure | the temptation | gave in to temptation
            i _ (_ )?when i am (nervous | stressed | drunk | scared | tired | angry | anxious) | in
                my (head | mind | heart),? … (split | broken | over | separated | done)
            i (was | am) at a <_> <_> (low | bad | dark | difficult) (point | place | time)
        """,
            more.SOFT,
        ),
    },
    explanation=_("A reason can be true and still stand where the choice was."),
    question=_("At which point did you choose, and does the sentence say so?"),
    unless=said(TAKEN_BACK),
    unless_after=before(
        REPORTED,
        "you (_ ){1,6}",
        "(not | never | nor) <_>",
        "(who | what) else",
        "(could | can | wish i could) (say | blame | claim) <that>",
    ),
)
