"""What was meant, held before what was done."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import REPORTED, TAKEN_BACK
from steps.language.words import DEED

# “I never meant to keep that promise” confesses.
TO_KEEP = any_of(
    """keep | tell (you | the) | stop | pay | stay | change | call | honou?r | come | confess |
    end it"""
)
HURT = any_of(
    """hurt | cause | upset | worry | burden | scare | bother | stress | alarm | betray | make |
    lie | deceive | harm | offend | mislead | insult"""
)
PROTECT = any_of(
    """protect | spare | shield | save | surprise | help | keep the peace | avoid (a fight |
    hurting | upsetting)"""
)
ONES = any_of("you | us | your | the (kids | children | family)")

INTENT_AS_SHIELD = Category(
    "intent_as_shield",
    {
        "soft": said(rf"""
            i <had | have> ~ (never | did not | do not | had not | not) ~ (mean | meant | intend |
                intended | set out | plan | planned) ~ to (?!{TO_KEEP}\b)_
            i ~ (never | did not | do not) ~ (mean | meant | intend | intended) ~ (any | it | that |
                this | for | you)(?! when)
            i ~ (never | did not) ~ (want | wanted) ~ to {HURT}
            i ~ (never | did not) ~ (want | wanted) ~ <any of> (this | that | it | you) to (happen |
                be | get | feel | find | suffer)
            (was | is) (never | not) ~ (my | the) (intent | intention | plan | aim | goal | purpose)
            (my | the) (intentions? | motives?) (was | were | are | is) ~ (good | pure | right |
                noble | honest | kind | never | not)
            (good | best | best of | pure) intentions | (bad | ill | evil | malicious | any) (intent
                | intentions? | will)
            no (malice | ill will | harm meant | harm intended)
            i ~ (mean | meant) <it | this | that> (well | no harm | for the best | as a joke |
                kindly | nicely)
            i (was | am | have been) ~ (trying | hoping) to ({PROTECT} | do (what | the (right |
                best)) | be (nice | kind | helpful | funny | polite | supportive | a good) | make
                (it | things | you | us) | fix | lighten | give)
            i ~ (only | just | simply | merely) ~ (wanted | tried | hoped | meant) (to(?! (let |
                tell | say | ask | know | write | thank | apologi\w* | hear)\b) | the best | what |
                you to | us to)
            i wanted (to {PROTECT} | <only> what (is | was) best | the best for | you to be happy)
            i ~ {DEED} … to {PROTECT} {ONES}
            (in order | only | just | this was | it was) to {PROTECT} {ONES}
            for your own (good | sake | protection) | for your sake | out of (love | kindness | care
                | concern)#
            i did (it | this | that) ~ for (you | us | love | the (kids | children | family))
            (i | we) would never ~ <want to> ({HURT} | do (anything | something) (to | that)) … (on
                purpose | you)
            (it | that | this | none of (it | this | that)) (was | is) (not | never) ~ (deliberate |
                intentional | on purpose | planned | intended | meant | malicious | personal)
            it was ~ (an accident | accidental | unintentional | unintended)
            i (did | do | would | was) not ~ (do (it | this | that | any of (it | this)) )?(on
                purpose | deliberately | intentionally | to hurt | to spite | out of malice)
            (not | never) ~ (what | how | the way) i ~ (meant | intended | mean)
            i was (not | never) ~ (trying | looking | out | planning) to _
            heart was in the right place | your best interests?
            (it | that | this) (was | is) ~ (meant | supposed | intended) (as | to be | to) ~ (a
                (joke | compliment | surprise) | funny | help | nice | protect | kind)
            last thing <that> i ~ (wanted | want | meant | intended)
            without ~ (meaning | intending | wanting) to | unintentionally | inadvertently
            i ~ (thought | believed) <that> (i was | it was | it would be) ~ (doing | the (right |
                best) | best | better | helping | protecting)
            i ~ did not ~ (reali[sz]e | know | think | expect | imagine) <that> ((it | this | that |
                you) ~ would | how (much | bad))
            (that | this | it) (was | is) (never | not) ~ what i (wanted | had in mind | hoped |
                planned)
            i ~ did not want (you | anyone | him | her) to (worry | find | get | know | feel | be |
                suffer | think | hear | see)
            i was ~ (going | planning | about | meaning | intending | hoping) to (show | give | put
                | sort | pay | ask | own up | mention | say | return | replace | surprise | bring it
                | sit | talk | do (it | something)(?! anyway)) | i was ~ (going | planning | about)
                to (tell | fix | end | stop | explain | confess | make it | pay it | come clean)
            i ~ (thought | assumed | figured | hoped) <that> (you | it) (would ~ (understand | not
                mind | mind | be (okay | fine | happy | good | over) | like | laugh | help) | knew |
                were (okay | fine) | did not mind)
            i ~ (thought | hoped | figured) <that> i (would | could) (fix | handle | pay | sort |
                solve | manage | deal | win | make it)
            i (had | have) no (idea | clue) <that> (it | this | you) would | how (was i | could i
                have | should i have) ~ <supposed to> know(n)?
            i only ever wanted | for (our | the (kids | children) | your) sake | i would never ~
                (want | wish) | my <only> (aim | goal | wish) was
            (it | that) came from a (good | loving) place | out of the goodness | i have only ever
                (wanted | loved | tried | meant)
            you would be better off | better off not knowing | (it | this | that) was (not | never)
                about (hurting | you) | (had | has) nothing to do with you
            (was | is) (not | never) (aimed | directed | meant) (at | for | against) you | (not |
                never) <meant> against you
            i ~ was not (hiding | keeping) | i ~ did not do (it | this | that) to (you | hurt | be)
            i ~ (was not | did not | never) ~ (think | thinking | thought | see | saw | consider\w*)
                (of )?(it | this | that | her | him) as
            (every | best | good | full) intentions? (of | to)
            because i (knew | thought) (it | the truth | that | this) would ~ (hurt | break | upset
                | kill | destroy | devastate | worry | crush)
            what i thought (was | would be) (best | right) | in good faith
            i ~ (thought | assumed | figured | reckoned | supposed | believed) <that> (she | he |
                they | the _ | it | you | we | that) (would | might | could) ~ (be (a | an | good |
                nice | better | glad | pleased | proud | happier | interested | able | relieved) |
                help | like | enjoy | laugh | cheer | want | see the funny | thank | get | make (you
                | it | us) | do (you | us) good | benefit | work | take)(?! (never | over))
            so <that> you (would | could | did) ~ (not ~ (have to | worry | be | get | feel | stress
                | panic) | be (happy | able | free | proud | safe) | have (a | the | one |
                something) (nice | good | better | less))
            (to | i wanted to) (save | spare) you <from> (the | having | all | any) <_> _
            (rather than | instead of) (worry | worrying | upset | upsetting | burden | burdening |
                scare | scaring | bother | bothering) you
            i (had | had had) every intention | i fully intended | i (had | have) been meaning to
            i was (only | just)? ?(waiting for | looking for) the (right | best | a good) (time |
                moment | day)
            the (idea | plan | thinking | thought | point) (was | had been) (to | that | for)
            (no offen[cs]e | no disrespect | nothing) (was | ~) ~ (meant | intended) (by | to)
            (not a | no) <_> (bad | nasty | malicious | mean | cruel | violent) <_> (bone | thing
                in)
            you know (me,?|that)? ?i would never | would not hurt a fly | with the best will
            i (would | could) never (dream of | do anything | deliberately | knowingly |
                intentionally) _
            i (love | loved | care | cared) <about> you too much to | because i ~ (love | loved |
                care | cared) <about> <for> you
            i (just | only) (want | wanted) (you | us | the kids) to (be | have | feel | see)
            (to make | to keep) (you | things | it | the peace) ~ (happy | peaceful | easier for you
                | calm | nice)
            (it | that | this | _ing _) ~ was (for | out of) (you | us | love | kindness | the best
                | the kids | concern | the family)#
            (it | that | this) (seemed | felt | sounded | looked) (like | to be) <a> ~ (good | right
                | best | kind | kinder | harmless) (idea | thing | way)
            i ~ (did not | never) ~ (think | reali[sz]e | know) ~ (anyone | anybody | you | it |
                that) (would | was | were | mattered | minded)
            (purely | solely | simply | only | just) so <that> you
            (not | never | was not | were not) (an? | one) <single> (ounce | bit | drop | trace |
                shred | grain | bad thought)
            (furthest | farthest | last) (thing | thought) (from | in | on) my mind
            never (in a million years | for (a | one) (second | moment | minute)) (wanted | meant |
                would | thought | have)
            (with | had | having) (your | the best | our | the family's) <_> <best> (interests? |
                happiness | good) (at heart | in mind)
            i (said | did | wrote) it as (somebody | someone | a man | a woman | a friend) (who |
                that)
            desperate to (find | make | save | help | keep) | with good intentions?
            i was <only | just> (protecting | looking out | helping | joking | kidding | teasing |
                being (nice | polite | friendly))
        """),
    },
    explanation=_("What you meant may be true. The hurt is there all the same."),
    question=_("What reached them, whatever you meant?"),
    unless=said(rf"""
        {TAKEN_BACK}
        (whatever | no matter what | regardless of what | regardless of my | whether or not | what)
            i (meant | mean | intended)
        (but | and | and yet | yet) (i <still> (did | have)(?! (not | it for)) | i hurt you | that
            is what i did)
        or (so | that is what | at least that is what) i (told | said | thought | claimed | kept)
        (may | could | can | might) say <that> i never
    """),
    unless_after=before(REPORTED, "(say | saying | tell | write) <you> <that>"),
)
