"""One's own side in a sentence that was to give back theirs: only where one listens."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said

HOW_IT_WAS = any_of(
    """true | what | how | quite | exactly | right | fair | correct | the (way | case | whole) |
    because | like that"""
)
CLAIM = any_of(
    """claim | allege | seem to (think | believe | feel | say | want) | apparently | supposedly |
    imply | assume | accuse me | blame me | make it sound | want me to (believe | feel | admit |
    say) | think <that> (i (am | did | do | was | meant) | it (is | was) (all | my)) | are ~
    (saying | claiming | implying | suggesting | accusing | telling me) <that> (it is all | i |
    my | everything)"""
)
MISTAKEN = any_of(
    """wrong | mistaken | exaggerating | forgetting | misremembering | confusing | leaving out |
    overreacting | not remembering | being (unfair | dramatic) | assuming | twisting | imagining"""
)
ASK_NOT = any_of(
    """(do | does | did | is | are | was | were | could | would | had) (not (you | it | that |
    we) | (you | it | that | we) not)"""
)
REFUSED = any_of(
    """said | say | did | do | called? | meant? | told | wanted | promised? | shouted | yelled |
    ignored | laughed"""
)

LEADING_MIRROR = Category(
    "leading_mirror",
    {
        "soft": said(rf"""
            (or )?at least that is | in point of fact | which,? to be fair | even though you (had |
                told | said | never | did)
            you can (also )?~ see ~ (by now |now )?why i | you were not to know | what i am hearing
                is | some (sort | kind) of (monster | villain | criminal)
            (actually | in fact | in reality | honestly | frankly | to be honest),? (i | it | you |
                we | that | what | she | he | there)
            i ~ (only | just | merely) (said | meant | did | wanted | asked | told | tried | left |
                went | called | thought | forgot)
            (that | it | this) (is | was) ~ not ~ {HOW_IT_WAS}
            not (true | fair | accurate)#
            you (are | were) ~ {MISTAKEN}
            i do not (think | believe | feel | see) (that | i | it | you | this | how | why) _
            (you | no ?body | no one) (did not | never) ~ (tell | told | say | said | ask | asked |
                mention\w*) (me | anything | so | it) | you could have _ | (is | was) that (fair |
                true | right | really)
            (although | though | even though | mind you),? (i | it | you | we) _ | how was i
                <supposed | meant> <to>
            i thought (that )?you (were | knew | liked | wanted | meant | understood) | what you (do
                not | did not | never) (know | see | say | mention | realise)
            to be <completely | more | quite> (accurate | clear | precise | exact | honest | fair) |
                strictly speaking | in (actual fact | my defen[cs]e) | mind you#? | that said |
                having said that | technically
            i would (not (call | say | put | describe | go that) | say | put it | describe | call
                it) _
            (it | that) (is | was) (more (that | like | of a) | not quite | hardly | scarcely | a
                bit more | only that)
            you ~ (make | made | are making) (it | me) (sound | out) | (leaving | left | forget |
                forgot | missing | skipped) <out> (the (part | bit | fact) | that (i | you) | how)
            as far as i (am | know | remember | recall | can | was) | (i am sure | i think) (you |
                i) (said | did | were | was | would | had | did not)
            i (did | had | was) (say | tell | call | ask | text | warn | apologi\w+ | try | offer) _
            (except | only | although | though) (that )?(i | it | you) (was | did | had | were |
                never) | (the )?other way (a)?round
            to be fair | in fairness | the (truth | fact | thing | reality) is | as a matter of fact
            (the way | as) i (see | saw | remember | recall)
            (from | in) my (side | point | perspective | view | opinion | eyes | memory) | my (side
                | version) (is | was | of) | if you ask me
            <so> you ~ {CLAIM}
            what (really | actually) (happened | matters) | what you (really | actually | truly) ~
                (mean | feel | felt | want | need)
            {ASK_NOT} ~ (think | agree | see | true | possible | more | rather | really | admit |
                just | partly | also)
            could it be | is it possible | maybe you | perhaps you | surely you | obviously | of
                course you
            you (have | need) to (admit | understand | see | remember | agree | know) | you must
                (have | admit | know | see | understand)
            as you <well> know | you know (very well | perfectly well | full well | that i | i (did
                | was | am | had | never))
            you should not (feel | have | think) | you (do not | did not) (need | have) to feel
            let me (explain | correct | clarify | finish | say) | i ~ (have to | need to | must |
                want to | would like to) ~ (correct | explain | clarify | point out | defend | add |
                disagree)
            i (disagree | do not (agree | accept)) | for the record
            i ~ (do not | did not | can not) ~ (remember | recall) (it | that | saying | doing |
                any)
            not how i (remember | saw | meant | see) | i (remember | recall | saw | see) (it | that
                | this) <_> differently
            i ~ (never | did not | have never | would never) ~ {REFUSED} (that | it | this | any |
                so | you | such)
            why (do | did | would | can | are | could | must) (you | we) ~ <not> (think | always |
                have | feel | say | keep | make | take | assume | so | get | never | trust)
            how (can | could) you ~ (think | say | feel | believe) | what makes you | are you ~
                (sure | certain | serious)
            (i ~ (understand | hear you | see | get it | know) | yes | okay | fine | right | true |
                sure | fair enough),? (but | however)
            but (i | you | we) (also | only | just | never | did | was | had | were)
            i ~ know (exactly | just) (how | what) you | i know how you (feel | felt) | i felt (the
                same | that too)
            it was (hard | bad | difficult | painful) for me
            you (just | only | simply | merely) (want | wanted | think | felt | need | imagined |
                heard | thought | are | were)
            you were (just | only | probably | simply) (tired | upset | angry | stressed | jealous |
                emotional | insecure)
            <so> (it is | this is) all my fault | i am <always> the (bad guy | villain | monster)
            what you are <really | actually> (saying | telling me) is | (you (felt | feel | were |
                are)) [^.;]{{2,40}},? (although | even though | but | when (really | actually))
            if we are honest | not (really | actually) about me
            what i am hearing is (that )?i | (never | not) (do | say | get) anything right
            so <basically> you are (angry | mad | upset | saying | hurt) | even though i
        """),
    },
    explanation=_("This brings in your side. Saying back gives theirs, in the sense they meant."),
    question=_("What did they say, before anything of yours is added?"),
    unless_after=before(r"""
        you (said | told me | say | felt | feel | heard | saw | noticed | thought | believed | asked
            | wrote | remember | learned | read | reali[sz]ed | found out | knew | know | see |
            understood | wondered)( (?!but\b)[\w',-]+)*
        (for | to) you
    """),
    listening=True,
)
