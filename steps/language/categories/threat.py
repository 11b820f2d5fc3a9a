"""A threat, or making somebody answer for one's life: the one thing that does not go out as it is.

What is only sad, or told of the past, stays free: a text is stopped for these, so they are narrow.
"""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.turns import threat as more

WILL = any_of("will | shall | am going to | are going to | is going to | swear i will")
KIDS = any_of("kids? | children | son | daughter | baby | boys? | girls? | dog")
IF_YOU = any_of(
    """(if | when | once | the (moment | day | minute) | as soon as | unless) you ~ <dare to |
    dare | try to | go and | do not | will not | decide to | want to> (tell\\w* | leav\\w+ | go |
    talk\\w* | say | speak\\w* | take | see | call | show | do | walk\\w* | break | divorc\\w* |
    mov\\w+ | come | answer | meet | file | end | report | open | try | keep | contact | forgive
    | run | write | stay | give | stop | ask | share | mention | publish | post | text)\\b"""
)
REGRET = any_of(
    """regret (it | this | that | ever | the day | what you | leaving | telling) | rue | be ~
    sorry(?= ?([.,;!?] | $ | if | for | that | when | you)) | pay (for (this | that | what you) |
    dearly) | wish you had | end up ~ (alone | on the street | with nothing) | be all alone"""
)
LOSE = any_of(
    """lose (everything | the (house | kids | children) | your (job | kids | children | home)) |
    find out what"""
)
HARM = any_of(
    """(kill | strangle | beat | slap | punch | hurt | bury) (you | him | her | them | us)(?!
    (again | less)) | make (you | your (life | family)) (pay | regret | suffer | hell | miserable
    | sorry | wish) | (destroy | ruin | expose | crush | drag) (you | your | him | her) | make
    sure <that> you (lose | never | regret | pay | suffer | get nothing | end up | do not(?!
    have) | can not) | (hunt | come after) you | find you(?= ?([.,;!?] | $ | and | wherever)) |
    get (back at you | even) | take you (to court | for everything | to the cleaners) | show you
    what"""
)
HURT = any_of("kill | hurt | harm | cut | hang | shoot | drown | killing | hurting | harming")
LOST = any_of(
    """i do not know what i (will | might | am | would) | i can not (promise | be responsible |
    go on | live | answer for) | i (will | might | am going to) (die | be dead | jump | do
    something | not be (here | around | alive | responsible))"""
)
EVERYONE = any_of(
    """everyone | everybody | the (police | court | judge | school | church) | your <_> (family |
    parents | mother | mum | mom | father | dad | boss | work | friends? | sister | brother |
    colleagues | employer | church | school)"""
)
ABOUT_YOU = any_of(
    """about (you | your _) | what (you (did | are | have done | do) | kind) | who you really |
    how you (treat | cheat | lie) | the truth about you | everything about you"""
)
PRIVATE = any_of(
    """photos? | pictures? | videos? | nudes? | screenshots? | secrets? | recordings? | diary"""
)
CHERISH = any_of("want | love | believe | have | put up with | marry")
FAMILY = any_of("(this | our | the) (family | home | marriage) | our children | my life | us")

THREAT = Category(
    "threat",
    {
        "safety": said(
            rf"""
            {IF_YOU}[^.;]{{0,60}}? you (are (dead | finished | done | on your own)\b | {WILL} ~
                ({REGRET} | {LOSE}))
            {IF_YOU}[^.;]{{0,60}}? ({LOST} | there will be (consequences | trouble | hell) | god
                help | i swear)
            {IF_YOU}[^.;]{{0,60}}? i ({WILL} | might) ~ ({HARM} | take (the | our | my) {KIDS} |
                keep the {KIDS} | never (let you | forgive you) | call immigration | get custody |
                stop paying)
            {IF_YOU}[^.;]{{0,60}}? {EVERYONE} (gets to | will | is going to) (see | know | find out
                | hear) (about you | about your | what you | who you | those | the (photos |
                pictures))
            if you … you will (not | never) (get | see) (a | one) (penny | cent | dime | euro)
            you {WILL} ~ {REGRET}
            you {WILL} (never | not) see (the | your | our | my | them | me | him | her) <{KIDS}>
                again
            you {WILL} never see (the | your | our) {KIDS} | you will (get | be left with | walk
                away with) nothing
            you {WILL} (not | never) (get | see) (a | one) (penny | cent | dime) | you will not see
                a _ from me
            i ({WILL} | can | could) ~ take (the | our | my | your) {KIDS} (and (go | leave) | away
                | from you)
            (get | have | want | fight for) full custody | do not think you (will | can) (get | have
                | see | take | keep) the {KIDS}
            i ({WILL} | could just | want to) ~ {HARM}
            i ({WILL} | can | could) ~ tell {EVERYONE} {ABOUT_YOU}
            i ({WILL} | can | could) ~ tell {EVERYONE} … if you(?! (want | like | wish | prefer |
                agree | ask | say | let | would | need | are))
            i ({WILL} | can | could | may | might) ~ (post | publish | leak | upload | spread) (_
                )?(the | those | your | our) <_> {PRIVATE}
            i ({WILL} | can | could) ~ (send | show | forward) {EVERYONE} (the | those | your | our)
                <_> {PRIVATE}
            i <still> have (the | those | all the | your) <_> {PRIVATE} of you | gets to see those _
            i ({WILL} | can | could) ~ (report you | get you (fired | deported) | cut you off |
                cancel your cards? | call immigration | have you (arrested | committed | deported |
                fired))
            do not you ~ dare | do not make me (hurt | do | tell | show) | do not (test | cross) me
                | dare tell
            what i am capable of | you know what (will happen | happens if | i will do)
            watch your back | you can not hide | or (else | something (bad )?will happen)(?=
                ?([.,;!?] | $))
            i know where (you | she | he | your _) ~ (lives? | works? | parks? | sleeps?) | i am
                watching you
            keep your mouth shut | (last | final) warning | i am warning you | do not say i did not
                warn
            (think | be) (carefully | twice | hard | careful) (before you | about what you) (tell |
                leave | do | go | say)
            you (would | had) better (watch | think | be careful | keep your | answer | come back |
                shut | remember who | not (tell | say | leave | go | talk))
            i ~ (will | am going to | might | could | would | want to | have to | think (of | about)
                | am thinking (of | about) | feel like | was going to | plan to) <just | really |
                rather> {HURT} myself
            (end | ending | take | taking) my <own> life | (end | ending) it all
            i ~ (want | wish | would rather | just want) (to | i (was | were)) (die | be dead |
                dead)(?! of)
            (do | does) not want to (wake up | be alive) | never wake up | might as well be dead |
                better off (dead | without me)
            (no | nothing | not any) (reason | point | left) (to | in | for) <me to> (live | living
                | be alive)
            (see | find | have) (a | any | no) (reason | point) (to | in) (go | going | carry |
                carrying) on(?= ?([.!?] | $ | if | without))
            (not | no longer) ~ want to live(?! (like | a | with | in | as | apart | off | here |
                there | together | alone | at)\b)
            (not | is not) worth living | suicid\w+ | take all (the | my) pills | when i am dead
            i ~ (can | could | will | would) not ~ (live | go on | survive | carry on | exist) <_>
                <_> (without you | if you)
            i (will | would) not survive (it | this | that | losing) | i can not go on(?= ?([.!?] |
                $))
            i (will | would | am going to) (die | be dead | not be alive) (without you | if you |
                when you)
            i will not be (here | around | alive) (any ?more | much longer) | you will find me (dead
                | hanging)
            without you i (am nothing | will die | would die | can not) | i (am | would be) nothing
                without you
            you (are | would be | will be) (killing me | the death of me | to blame if) | (that |
                this | it | blood) (is | will be | would be) on your (conscience | hands)
            (it | that | this) (is | will be | would be) <all> (your fault | on you) if (i |
                something | anything)
            if (anything | something) ~ happens to me | you (will | would) have to live with (it |
                that) (if | when | for)
            (this | it | losing you | you leaving) (will | would | is going to) kill me
            (i (will | might | could | want to) | if i) ~ (drive | drove | crash) (my car )?into a
                (tree | wall)
            do something (stupid | crazy | drastic | to myself)(?= ?([.,!?] | $ | if))
            (nobody | no one) (else )?(will | is ~ going to) ~ {CHERISH} you | good luck finding |
                if i can not have you
            who (else )?(would | will) ~ (want | love | have) you | you belong to me | you are
                mine(?= ?([.,;!?] | $))
            you (can | will | are) (not | never) ~ (leave me | leaving me | going anywhere | get
                away | escape | get rid of me)(?! (alone | hanging | like this | in | out))
            i (will | am) (not | never) <going to> (let | allow) you <to> (leave | go(?= ?([.,;!?] |
                $ | to | out | with)) | divorce | take the | walk)
            over my dead body | you are (dead | nothing) (to me | without me) | you would be (dead |
                nothing | homeless) without me
            you are (destroying | tearing | breaking | ruining | wrecking | splitting) <up | apart>
                {FAMILY}
            (the | our | your) {KIDS} (will | are going to | is going to) (never forgive | hate |
                blame) you
            tell the {KIDS} (what (you (did | are) | kind of) | who (their | you) _ (really )?(is |
                are) | why you left)
            do you want the {KIDS} to (grow | lose | hate | suffer) | the {KIDS} (cry | cries |
                suffer) … because of you
            (tell(?! me) | leave | touch) (\w+ ){{1,4}}and i ({WILL}) ~ ({HARM} | tell (them |
                {EVERYONE}) (who | what | about))
            you (leave | are leaving | give) me no <other> choice but | see how you like it |
                hear(ing)? from my (lawyer | attorney)
            you do not want to (know | find out | see) (what i | how i) | i would hate for (your |
                the) … (find out | know | see)
            i will be forced to | what (are )?you (are )?going to make me do | it would be a shame
                if (everyone | your)
            do not expect to <ever> see (the | your | our) {KIDS}
        """,
            more.SAFETY,
        ),
    },
    explanation=_(
        "This can be read as a threat, or as making them answer for what you do. It frightens even "
        "where it is not meant so, and it cannot be sent like this."
    ),
    question=_("Are both of you safe at this moment?"),
    unless_after=before(r"""
        (not | never | nor | without | nobody | no one)( \w+)?
        (afraid | worried | fear | hope | sorry | threatened | threat)( [\w']+){0,3}
        i ~ (said | wrote | screamed | shouted | threatened | told you | claimed | used to say)(
            [\w']+){0,4}
    """),
)
