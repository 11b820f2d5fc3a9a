"""An admission, and a “but” with a defence behind it."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import TAKEN_BACK
from steps.language.words import DEED

BUT = any_of(
    """but | (?<=[.,;] )(however | still | yet | though | mind you | then again | only | that said |
    having said that | even so)"""
)
# What goes on owning it behind the “but”, by how it begins.
YOU_WERE_RIGHT = any_of(
    """deserve\\w* | do not (have | owe | need) | are (right | free | welcome | worth) | can |
    may | matter | had (every | a right | no way | to) | were (right | there | asleep | at) |
    trusted | have (every | a right | the right | to (live | carry | hear)) | believed | asked |
    found | paid | suffered | carried | never (deserved? | asked for | did | stopped) | will |
    decide | did (nothing | not (deserve | do | cause | ask | know | make | force)) | should
    (never have | not have | have (been able | heard | never)) | know (what i did | that i (lied
    | did | hurt)) | still _ed"""
)
I_KNOW = any_of(
    """lied | did(?! (it for | it because | not)) | did not (tell | say | stop | come | ask |
    call | listen | answer | keep | do what) | chose | know | knew | will | can | hope | understand
    | kept | hid | broke | hurt you | took | let you | apologi\\w* | promise | ask | write | left |
    went | told | owe | must | am (sorry | here | ready | willing | working | going to | not (asking
    | going to (hide | lie | pretend | ask | use | blame)) | ashamed | responsible | the one) | had
    not | have (posted | sent | rung | asked | paid) | was (wrong | a coward | selfish | too proud |
    cruel | lying | dishonest | not honest | the one) | have (lied | hidden | no right | no excuse |
    started | stopped | told | written | to | made an) | should | could have | (still | also) (lied
    | did | chose | hid | kept | went | hurt | know) | never (told | said sorry | stopped | asked |
    came) | do not (expect | ask | want you | deserve | know (how | if
    | whether)) | want (to | you to) | would like | need to | said | made (it | you) | acted"""
)
IT_DOES_NOT_HELP = any_of(
    """(does | do | did | will | would | can) not | took | was (my | me | wrong | not your | a
    choice | all me | still) | is (not enough | no | my | true | too late | not your | not for) |
    hurt | never (was | helped)"""
)
WORDS = any_of(
    """you | i | it | sorry | that | this | no | none | nothing | words | an? | knowing | saying
    | today | now | from | in (the | my) (end | heart) | instead | first | for | never | not |
    with | on | by | only you"""
)

THEN = any_of("again,? | really,? | honestly,? | then | please | look,? | hey,?")
DEFENDED = rf"<{THEN}> ~ " + any_of(
    rf"""you (?!{YOU_WERE_RIGHT}\b)_ | i ~ (?!{I_KNOW}\b)_ | it ~ (?!{IT_DOES_NOT_HELP}\b)_ | that
    is (just | who | how | because | not (all | the whole | what | how | fair)) | in my <own>
    defen[cs]e | in all fairness | for <a> good reason | only because | not only me | try (?!to)_ |
    put yourself | (a | an | the) (?!(least | truth | fact | choice | lie | lies)\b)_ (?!(i |
    you)\b)_ (is | was | in | like | who | can | has | had | does | needs | made | would) |
    (honestly|really) (it | i | you) | (?!{WORDS}\b)_ _"""
)
ALTHOUGH = any_of("although | though | while | whilst | granted,? | even if | even though")

BUT_THAT_CANCELS = Category(
    "but_that_cancels",
    {
        "soft": said(rf"""
            {BUT},? {DEFENDED}
            {ALTHOUGH} i ~ {DEED}( [\w'-]+){{0,8}}, (you (?!{YOU_WERE_RIGHT}\b)_ | i ~
                (?!{I_KNOW}\b)_)
            (although | though | even if | granted | mind you),? (anyone | anybody | most people |
                in my | it (is | was) ~ (not | hardly | never | only | hard | difficult | partly) |
                you (did | were | had | made | could | know | never) (?!(nothing | right | every |
                not)\b)_)
            (at the same time | having said that | that said),? (?!{WORDS}\b)_ _
            although (you (?!{YOU_WERE_RIGHT}\b)_ | i ~ (?!{I_KNOW}\b)_)
        """),
    },
    explanation=_("What stands before a “but” is often forgotten by the end of the sentence."),
    question=_("What would be missing if you stopped before it?"),
    unless=said(TAKEN_BACK),
    unless_after=before("""
        (told | telling) myself
        (easy | tempted) to (say | write)
        not (only | just) … _,?
        as
    """),
    only_after=said(rf"""
        i am ~ sorry | sorry (that | i | for | about)
        (i | my) (apologi[sz]e | apologies)
        i ~ <can | do> ~ (know | admit | accept | reali[sz]e | understand | agree | get | see |
            acknowledge | own | confess | hear | appreciate) (you (are | were | feel) | how | that
            (i | it | what | my | you) | (drinking | lying | going | shouting | taking | hiding |
            telling | keeping) | that (i | it | what | my | you are) | it (was | is) | what i | i |
            my | up to | why you | how you | you are)
        i <have | had> ~ ({DEED} | was wrong | messed up | screwed up | let you down | hurt you |
            did wrong)
        i ~ (made (a | some | the) … mistakes? | should <not | never> have | crossed a line | did
            not keep)
        i ~ (take | accept | bear) ~ <_> (responsibility | the blame)
        (what i did | that | it | this) (was | is) <_> (wrong | a mistake | bad | unfair | stupid |
            my fault)
        my (fault | bad | mistake) | i (was | am) ~ (wrong | out of (order | line) | at fault | in
            the wrong)
        you are right | (fair enough | fair point | okay | yes),? i ~ (did | should | lied | was |
            {DEED})
        i ~ (promised | swore | said i would) … _
        i owe you | i did (lie | cheat | hurt | hide | betray | shout | flirt | kiss | break)
    """),
)
# Where the defence has a hint of its own, the “but” may still have this one.
BUT_ALONE = replace(BUT_THAT_CANCELS, ways={"soft": said(rf"{BUT}(?=,? {DEFENDED})")})
