"""What was given, counted against what was done."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.turns import claim_of_credit as more
from steps.language.withdrawn import REPORTED

GAVE = any_of(
    """(done | did | do) (for | with) | given(?! you (to | reason | cause)) | sacrificed | gave |
    tried | invested | paid | worked | built | put into | been through | provided | changed"""
)
GOOD = any_of(
    """good | great | loyal | faithful | loving | decent | perfect | wonderful | caring | devoted
    | supportive | patient | honest"""
)
# What one can deserve without asking for anything.
HARDSHIP = any_of(
    """your | this | that | it | all | what | whatever | every | nothing | no | to (lose | be
    (alone | left | punished) | hear | feel | wait) | the (anger | silence | consequences | worst
    | distrust) | worse | less | none"""
)
SUCH_A_ONE = any_of(
    """person | man | woman | guy | husband | wife | partner | father | mother | human | one |
    boyfriend | girlfriend | people"""
)
TRYING = any_of(
    """(been | gone | come | quit | stopped | given (up | you) | handed | blocked | deleted |
    shown | changed | answered | started | cut | paid | cooked | done (everything | all) | tried
    | apologi[sz]ed | cried | promised | sworn | read | booked | moved | taken | worked | told
    you everything)(?! (lying | hiding | her | him))"""
)
DOING = any_of(
    """pay | work | cook | clean | come <straight> home | take care | look after | provide |
    drive | do (the | all) | bring | put"""
)
BOUGHT = any_of("bought | took | got | made | paid | gave | brought | cooked | booked | planned")
OTHERS = any_of(
    """most | other | many | not many | how many | any other | few | some | lots of | plenty of"""
)
KEPT_GOING = any_of(
    """pay | pays | paid | work | works | worked | stayed | stay | stays | kept | keep | keeps |
    held | hold | holds | got up | gets up | get up | gave | give | gives | raised | drove | drive |
    drives | cooked | cook | cooks | cleaned | cleans | earned | earn | earns | looked after | looks
    after | nursed | sat (up | with) | supported | supports | sacrificed | carried | carries | built
    | bought | stood | saved | brought (up | home | in) | been (there | paying | working | trying |
    holding) | try | tries | tried | does (all | everything) | did all | suggested | asked for |
    booked | found (the | us) | fought | fights | apologi[sz]es | (is | am | was) (trying | working
    | going to | doing | paying)"""
)
MUCH = any_of(
    """so (much | many | hard) | a lot | everything | a great deal | my (career | job | life |
    best | all | youth | freedom | friends | country | family | home) | all <of> (that | this | i
    can) | more than | completely"""
)

CLAIM_OF_CREDIT = Category(
    "claim_of_credit",
    {
        "soft": said(
            rf"""
            (after | despite | for | considering | given | with) (everything | all | so much | all
                the _) <that> i <have | had> ~ {GAVE}
            after (everything | all) <that> i have done,? (and | you (still | do not | will not |
                can not | treat | doubt) | this is)
            i ~ <have | had | have been> ~ (work | worked | working | slaved | struggled | fought |
                fight) … (for (us | you | this | our | the (family | kids | children)) | (ass | butt
                | back) off | so hard)
            i have (always | all these years | for years) (been (there | {GOOD}) | provided |
                supported | taken care | looked after | paid | loved | stood | treated | given |
                done | tried)
            i (was | have been) always (there | {GOOD})
            i have ~ been <such> an? {GOOD} {SUCH_A_ONE} | i have been nothing but | i have done
                nothing but
            (does | do | did | should) <that | this | it | none of (that | this | it) | all that>
                <not> <that | it> count
            (count | worth) <for> something | (has | have | ought) to count | mean something
            (give | gave | deserve | cut) me <some | a little> (credit | recognition | slack)
            (some | a little) (credit | gratitude | appreciation | recognition | thanks) | be
                (grateful | thankful)
            you (could | should | might) ~ (appreciate | thank | be (glad | happy) | acknowledge |
                recogni[sz]e)
            at least i <have | am | was | did | do> ~ (told | came | admit\w* | apologi[sz]\w* |
                stayed | trying | try | tried | honest | confess\w* | said | ended | stopped | work
                | paid | pay | own | call | called | wanted)
            i ~ did not <even> (have | need) to (tell | say | admit | confess | come | stay | write
                | apologi[sz]e)
            (nobody | no one) (made | forced | asked) me to (tell | confess | admit | write | come |
                apologi[sz]e)
            i could ~ have (kept | lied | hidden | left | walked | said nothing | denied | stayed
                silent | never told)(?=[^.;]{{0,40}}?(but | instead))
            i <have> ~ (changed | given up | sacrificed | done | tried | gave up | put up with |
                invested | given | gave) {MUCH}(?! (to hurt | wrong | i regret | harm))
            i have given you (everything | a | the | so | all) | i have ~ <been> (trying | working |
                tried) ~ (so | really | very | my best) hard
            (do not | did you | have you) <ever> (forget | forgot | forgotten) ~ (who | everything |
                all | how (much | hard) | that i | what i)
            (look | think | see | you know | you see | you can see | you have seen) <at | about |
                of> ~ (how (much | far | hard | well) | all | everything | what) <that> i (have(?!
                (done to | put)) | do | work | try | am | gave | give | changed | tried)
            you (can not | could not | have to | must | should | do not | never) ~ (say | deny |
                admit | see | notice | appreciate | acknowledge | value) ~ <that> (how (much | hard)
                i | everything i | all i | what i do | i (have | am) (?!lied | lying)_)
            i have ~ (earned | proved | proven | shown) ~ (your | it | that | my | the | myself |
                you)
            i ~ deserve(?! {HARDSHIP}\b) _
            {OTHERS} <_> (men | women | people | husbands | wives | guys | man | woman) <in my _>
                (would | will | do | could) (not | never | have)
            i am (not an? | not the | not some | a | no | still a) <really | truly> ({GOOD} | bad |
                terrible | horrible | monster | evil | kind | awful | nice | cruel | criminal)(
                {SUCH_A_ONE})?(?! (and | who) (lied | cheated))
            (i was | i am | it was me | am i not | i have been) ~ (the (only )?one | the person |
                me) (who | that) <always | still | has | have | had> {KEPT_GOING}
            (the | only) one (who | that)? ?(is | was)? ?(doing | making | working | trying | paying
                | holding | going | getting up | apologi[sz]ing | cooking | putting | keeping)
            who ~ (paid | pays | bought | raised | takes care | took care | stood by | looked after
                | was there | supports) … _ ?\?
            (nobody | no one) <else> (has | could | would | does | did) ~ (done | do | love | loved
                | try | tried | put up)
            i (do | did | have done | have always done | am doing) ~ (everything | so much | a lot |
                it all | all the | most of | my (best | part | share))(?= ?([.,;!?] | $ | for |
                around | i can | i could))
            i (have | had) {TRYING} … _, <and> <i> <have> {TRYING} … _, <and> <i> <have> {TRYING}
            i have (been to | gone to | done | made it to | attended) (every | all)
            (done | did | do | doing | given you) (everything | all | anything) <that> you (ask |
                asked | want | wanted)
            i ~ (do | did) (all | most) <of> (the | that) | _ years <now> i have (been | paid |
                worked | carried | supported)
            breadwinner | ungrateful | (roof over | food on) (your | the | our) | (without me | if
                it were not for me)#?,? ?(you | we)? _
            you would not (have | be) (a | this | any | here | the | where) … without me | (i | who)
                (took you | bought you | paid for (your | the | our | all)) (to | the | a | that |
                car | studies | house)
            i am (doing | trying | giving) ~ (my best | everything | all i can | hard | so hard | my
                hardest | it my all) | i ~ (try | tried) <so | really | very> (hard | my best |
                everything)
            i am (not that | a (different | changed | new | better)) (person | man | woman | one) |
                i have (really | already | truly | completely) changed
            i came (clean | forward)(?! (when you | because you | only | after)) | i was (honest |
                open | upfront) (with you | about it | from the)
            i have (shown | proved | proven) <you> <that> i
            this is the thanks | i never <once> (missed | forgot |
                cheated before | looked at | raised | hit | complained)
            i even (quit | gave up | sold | moved | offered | cancelled | deleted)
            i (quit | gave up | left | sold | moved | changed | stopped) … for (you | us)# | i did
                the (decent | right | honest | honou?rable) thing
            (all | about) the good (times | years | things | days) | i have ~ (shown | proved |
                proven)
            i {DOING} … _, <and> <i> {DOING} … _, <and> <i> {DOING} | i {BOUGHT} (you | us) … _,
                <and> <i> {BOUGHT} (you | us)
            i have (carried | raised | supported | provided | financed) … (for | without | alone |
                all | every | always | since)
            without (complaining | complaint | a word of thanks | ever asking | asking for anything)
            i [^.;?]{{3,50}}, (did not i | have not i | am not i | are not i | did i not | have i
                not | am i not) ?\?
            the <only> one (bringing | working | paying | earning | trying | fighting | holding |
                doing) | i never asked (you )?for (a | any | much)
        """,
            more.SOFT,
        ),
    },
    explanation=_("What you gave is real. Named here, it can sound like a bill for forgiveness."),
    question=_("What is it here for, if nothing is owed for it?"),
    unless=said("""
        (does | do | did | can | will | would) not ~ (make up | undo | earn | buy | entitle | erase
            | cancel | pay | give me | weigh | excuse)\\w*
        (no | not a) (claim | right to) | owe me nothing | not owe me
    """),
    unless_after=before(
        REPORTED, "(not | never | nor | if | do not think) <that | because | as if>"
    ),
)
