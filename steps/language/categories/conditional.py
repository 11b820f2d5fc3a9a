"""An apology for something that may have happened or not."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import REPORTED
from steps.language.words import SORRY

IF = any_of(
    """if | in case | insofar as | in so far as | to (the | whatever) (extent | degree)( that)? | in
    the event( that)? | on the off chance( that)?"""
)
# “I am sorry I never asked if …” and “… and I wonder if …” are about something else.
NOT_SO_FAR = any_of(
    """and | but | so | ask\\w* | know | knew | wonder\\w* | as | even | only | tell | told |
    care | cared | check\\w* | see | saw | sure | understand | matters? | doubt\\w* | because |
    accept | when | whether | wait\\w* | say | said | decide"""
)
ON_THE_WAY = rf"(,? (?!{NOT_SO_FAR}\b)[\w'-]+){{0,9}}?,?"
# “I am sorry if this is long” is about the letter.
THE_LETTER = any_of(
    """(this | it | that | my _ | this letter) (is | gets | sounds) <\\w+> (long | hard | late |
    clumsy | confusing | difficult | badly | a lot) | i (repeat | ramble | go on | cry | write |
    forget)"""
)
WISH = any_of(
    """you (want | would | need | like | ask | let | decide | prefer | can) | i (can | could |
    had | may | ever)"""
)
SUBJECT = rf"(?!({THE_LETTER} | {WISH})\b)_"
HURT = any_of(
    """hurt | upset | offended | offend | wounded | wronged | harmed | let you down |
    disappointed | insulted | betrayed | embarrassed | humiliated | bothered | caused | made you
    | scared | neglected | ignored | mistreated | crossed a line | overstepped | failed | misled
    | annoyed | confused"""
)
UNKIND = any_of(
    """wrong | unfair | harsh | rude | too far | out of line | insensitive | careless | cold |
    mean | selfish | unkind | hurtful | inconsiderate | thoughtless | overboard | too much | too
    hard"""
)
SO_I_AM_SORRY = any_of(
    """i am ~ sorry(?! will| would| is| can) | i ~ (apologi[sz]e | regret) | (then | well),? sorry |
    , sorry(?= ?([.,;!?] | $)) | i would like to apologi[sz]e | my apologies | (?<=[,.] )<please |
    do> (forgive me | accept my | pardon me) | you have my (apolog\\w+ | regrets) | i ask <for> your
    (pardon | forgiveness) | i (can only | do | must | should | want to | would) ~ apologi[sz]e | my
    bad# | i take it (all )?back | i regret (it | that) | then (i am | i) ~ sorry"""
)
PERHAPS = any_of("perhaps | maybe | possibly | probably")
HARM = any_of("hurt | pain | harm | distress | upset | offen[cs]e | damage | grief | suffering")

CONDITIONAL = Category(
    "conditional",
    {
        "firm": said(rf"""
            {SORRY}{ON_THE_WAY} {IF} {SUBJECT}
            (forgive | pardon | excuse) me{ON_THE_WAY} if {SUBJECT}
            {IF} … ({HURT} | {UNKIND} | felt | feel)\b[^.;]{{0,60}}?{SO_I_AM_SORRY}
            {IF} {SUBJECT}[^.;]{{0,90}}?,? {SO_I_AM_SORRY}
            if (anything | something | whatever) i <have> (said | did | done | wrote) ~ {HURT}
            should (i | it | this | that | anything | something | my _) have ~ ({HURT} | come across
                | seemed | sounded | given)
            should any <of> _[^.;]{{0,90}}? {SO_I_AM_SORRY}
            (wherever | whenever | however | whatever) i <may | might | have> <have> ~
                {HURT}\b[^.;]{{0,50}}? {SO_I_AM_SORRY}
            (to the extent | insofar as | in so far as) <that> (i | my | it)
        """),
        "soft": said(rf"""
            (i | it | this | that | what i _ | anything i _ | something i _) (may | might) ~ <not> ~
                have ~ <not> ({HURT} | been | come | seemed | sounded | done | said | gone | acted |
                treated)
            my … _ (may | might) ~ have ~ ({HURT} | been | come | seemed | sounded | given)
            (i | it | this | that | my _ | what i _) could ~ have ~ (come across | sounded | (hurt |
                upset) you)
            {SORRY} <_> <_> any <_> ({HARM} | confusion | trouble | misunderstandings?)
            (any | whatever) <_> {HARM} <that> (i | it | this | my _) <may | might | could> <have>
                caused?
            (you | your feelings) (may | might) ~ have (been | felt | gotten | got) ~ (hurt |
                offended | upset | let down)
            (what i | i) (supposedly | apparently | allegedly) _
            if i (was | have been | came across as | seemed | sounded) ~ ({UNKIND} | too _)
            {SORRY} for (whatever | anything | any of it | any of (this | that)) <that> <i | you |
                may | might> <have | feel | felt> ~ {HURT}
            {SORRY} for (anything | whatever) (i | that) (may | might) _
            (i | we) (am | are) sorry if
            {PERHAPS} (i | my _ | it) (was | were | am | is) ~ (being | not | {UNKIND})
            {PERHAPS} i (went | crossed | hurt | upset | overstepped | overreacted)
            {PERHAPS} i (should | could) <not> have
            it is <quite> possible <that> (i | my)
            i (guess | suppose) <that> (i | it | an apology) ~ (owe | should | am | was | could |
                messed | hurt | have to | is)
            if (it | that | this | i | my _) ~ ({HURT}|offended) you
            if (it | that | i | this | my _) ~ (came across | came over | came off | sounded |
                seemed | looked | felt) ~ (?!(easier | right | good))_
            i (may | might) ~ <not> ~ have (?!(to | lost | told | known | had | never | seen | found
                | kept | gone on | saved | stopped | carried on | continued)\b)_
            (supposing | assuming | provided | providing) <that> (?!(you (would | want | are) | i
                (can | am))
                \b)_[^.;]{{0,90}}? {SO_I_AM_SORRY}
            {SORRY}[^.;]{{0,60}}? (supposing | assuming | provided | insofar | in so far)
            to (whatever | the | what | some) (extent | degree) (that | the | i | my | it | any)
            for any _ (it | they | i | this | that | these | my _) (may | might | could)
            (in case | if) i <have> (contributed | added | offended | upset | ever made you) …
            should (that | it | this | my _ | any of _ | anything in _ _) have _
            {IF} my … ({HURT} | was | were | came across) ~ (you | your | {UNKIND} | hurtful)
        """),
    },
    explanation=_("“If” and “may” leave open whether there was a hurt at all."),
    question=_("What do you know for certain about how it hurt them?"),
    unless_after=before(
        REPORTED,
        "(tell | ask | asks | asked | asking | know | show | wonder | see) <me | you>",
        "even",
    ),
)
