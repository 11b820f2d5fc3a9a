"""A push to be done with it, in whatever tone."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.turns import closing_pressure as more
from steps.language.withdrawn import REPORTED

IT = any_of("it | this | that | things | everything | the past | all <of> (this | that | it)")
BE_DONE = any_of(
    rf"""move (on | forward | past | beyond) | put {IT} <all> (behind | to rest | aside) | forget
    <about> ({IT} | what | and | the) | let ({IT} | bygones | sleeping) <all> (go | be | rest | lie
    | drop | alone) | drop (it | this | that | the subject) | leave {IT} <_> (there | at that |
    behind | alone | be) | start (over | fresh | again | anew | afresh | from scratch) | (go | get)
    back to (normal | how | the way | where | us | being) | get (over | past | beyond) ({IT} | what)
    | close this | turn (the | a) <new> page | be done | wipe the slate | draw a line | stop
    (talking about | this | fighting | punishing | dwelling) | look (to the future | forward |
    ahead) | focus on the (future | good | positive) | forgive and | act normal | call it even |
    bury"""
)
DWELL = any_of(
    rf"""living in the past | bringing (up | {IT} | her | him) | dwelling | punishing me |
    holding ({IT} | on to | a grudge | grudges) | rubbing it | throwing ({IT} | my) | going on
    <and on> about | making me (pay | suffer | feel guilty | grovel) | being <so> (angry | mad |
    upset | bitter | cold | suspicious | like this) | asking <me> (the same | about (it | her |
    him | that)) | rehashing | digging | dragging ({IT} | up) | treating me like | interrogating
    | accusing | sulking | testing me | (going | go) over (it | this | that) | torturing |
    questioning me | bring ({IT} | her | him) up | bring up | punish me | hold {IT} against |
    throw {IT} | treat me like"""
)
APOLOGISED = any_of(
    """apologi[sz]ed? | apologi[sz]ing | (said | say | saying | told you | tell you) <that | you>
    (i (am | was) )?~ sorry"""
)
MANY_TIMES = any_of(
    """<a | so | too> (hundred | thousand | million | dozen | many | countless | several | ten |
    twenty | fifty) <_> times | enough | over and over | again and again | more than once | a lot
    of times"""
)
FORGIVE = any_of(
    """forgive | trust me | believe me | let me <back> in | see that i | accept my | give me (a |
    another)"""
)
DISMISSED = any_of(
    """okay | all right | already | happy now | are you happy | is that enough | what more |
    satisfied | now"""
)

CLOSING_PRESSURE = Category(
    "closing_pressure",
    {
        "firm": said(
            rf"""
            (can | could | should | shall | may) <not> we <not> ~ <please | finally | just> ~
                {BE_DONE}
            (let us | we (should | need to | have to | must | ought to | could | can just)) ~
                <please> ~ {BE_DONE}
            (can | could | will | would) <not> you <not> ~ <please | finally> ~ ({BE_DONE} | trust
                me again | just forgive)(?! (when | to answer))
            (can | could | should) <not> we <not> ~ <please | just> be (okay | normal | happy |
                friends | us)
            (let us | i ~ <would> (want | need | wish | hope) <for> (us | things | that we | we)) ~
                <to | can | could> be (okay | normal | happy | friends | us)
            why (can | will | do | could | are) <not> you <not> ~ ({BE_DONE} | {FORGIVE} | {DWELL} |
                keep | still)
            why (are we still | do we still | must we | does this still | is this still | are you
                still)
            you ~ (have to | need to | ought to | must | should | had better | are going to have to)
                ~ <learn to | try to | start to> ({BE_DONE} | forgive | {FORGIVE} | stop {DWELL} |
                be over it | have (gotten | got) over | have (moved on | forgiven))
            i ~ <would> (need | want | like | wish | expect | beg | hope | beg for) <for> (you | us
                | we | that you | that we) <both | could | can | would | will | to> ~ ({BE_DONE} |
                trust me again | be over it | forgive me)
            i ~ <would> (need | want | like | wish | hope) <for> (things | us | {IT}) (to | could |
                was | were) ~ (be (over | done | behind | okay | normal | like | the way | how | as)
                | go back | go away | end | get back)
            i ~ (want | need | would like | hope) to ~ ({BE_DONE} | be forgiven)
            i <have> already <have> {APOLOGISED} | i have <already> {APOLOGISED} … (times | enough |
                already | over and over | every day)
            {APOLOGISED} <about | at least | like | for> {MANY_TIMES}(?![^.;]*(mean | chang |
                without | empty | worth))
            how (many <more> times | often | much longer | long | much) <_> (have | must | should |
                do | am | will | are | can | is) (i | you | we | this | it) (?!(need | take | want |
                lied | been | asked | had to | known | waited | cried | sat)\b)_
            when (are you | will you | will we | will this | will it | can we | is it | is this |
                does this) ~ <going to | finally> ~ (trust | forgive | stop | let | move | get | end
                | be (over | enough | done | okay) | over | enough)
            what (more | else) (do | could | can | would) you ~ (want | need | expect)
            (is | was) (not (it | that | this | sorry) | (it | that | this | sorry) not) ~ (enough |
                time (to | we | you))
            when (is it | will it be) ~ enough | enough is enough
            (gone | been | going) on ~ (long enough | too long | forever) | (suffered | paid) <_>
                <_> enough
            (please | just | simply | try to | try and) <just | please | try to> ({BE_DONE} |
                forgive(?= ?([.,;!?] | $ | and)))
            just forgive me
            (<surely> it is | is it not | is not it | do (you not | not you) think it is | high |
                about) ~ time <that | to | when | for us to> <we | you> <have> ~ ({BE_DONE} | moved
                | forgave | let | put | got over | stopped | trusted | forgot)
            get over (it | this | that)(?= ?([.,;!?] | $ | already | now))
            (stop | quit | enough with | tired of you | tired of your | sick of you) {DWELL}
            you ~ (keep | kept | insist on | will not stop | never stop) {DWELL}
            bygones | water under the bridge | done is done | past is <in> <the> past | forgive and
                forget
            (it | this | that | all that) is <all> (in the past | behind us | over and done |
                history)
            leave the past | past <belongs> in the past
            (can | could | should) not ~ <keep | go on> (hold(ing)? | be | stay | punish(ing)? |
                throw(ing)? | make me) … (against me | over me | forever | angry | in my face | pay
                | for ever | me like)
            sorry,? {DISMISSED} | there,? i <have> said it
            said (i (was | am) )?sorry,? (did not i | did i not | have not i | have i not | so | now
                | what | okay | and (i meant it | that is))
            (have i not | have not i | did i not | did not i) ~ (apologi\w+ | said | say | suffered
                | paid | done enough | proved)
            are you (happy | satisfied) now
            if you ~ (love | loved | care | cared) <about> (me | us),? <then> <you> (would | could |
                will)
            you (said | promised | told me) <that> you <have | had | would | did | will> (forgave |
                forgiven | forgive | were over | let it go)
            i (am | have been) ~ (tired | sick | done | fed up | exhausted) <and tired> (of | with |
                from) ~ (apologi\w+ | this | talking | hearing | saying sorry | being (punished |
                the | treated | blamed | accused) | walking on | your | paying | explaining)
            i (can | could | will | am) not (keep | go on | going to keep) <on> … (apologi\w+ |
                saying sorry | paying | doing this | begging | explaining | being punished)
            (are | is) (we | everything | it) ~ (good | okay | fine | even | all right | cool)( (now
                | again | then | with this)|(?= ?[,?]))
            i ~ deserve (to be forgiven | forgiveness | another chance | a second chance)
            it has been (_ ){{1,3}}<now> (,? and (you | we) | already | and still)
            (do | can | could) not see (why | the point | what) (we | you | i | of)
            (do | can | must) we <really | always | still> have to (talk | go | discuss | do this |
                keep | rehash)
            i (do | can | am) not ~ <want to | going to | willing to> ~ (talk | hear | discuss | go
                (over | through) | have this) … (any ?more | again)
            what else is there | what is there left | what is the point of | what is left to (say |
                do | talk | discuss)
            <i have> (nothing (more | else | left) to (say | add | apologi[sz]e | explain)) | said
                (all | everything) <that> i can | end of (story | discussion) | case closed | that
                is the end of it
            when does (it | this | that) (stop | end) | (hopefully | i hope) <that> (we | you) (can
                | will) ~ ({BE_DONE} | forgive)
            (please | just | you) stop (picking | poking | looking) (at | in | back) | make up your
                mind | forgive me (already | now) | decide already
            i (can | will) not wait (for ?ever | any ?(more | longer) | much longer) | how long do i
                have to
            (you | we) (can | could) not ~ ((go on | live) like this | keep doing this | let
                this | let one | throw (this | it | us | everything)) | are you (ever | never) going
                to
            (is | are | was | been) ~ long enough |  at some point (you | we) (have | need | must |
                should | just)
            can (we | you) ~ <please> ~ (talk about something else | have (a | one) (normal | nice |
                quiet) | focus on | for once | enjoy | get along)
            i want (my (wife | husband | family | life | girl | man | old) … back | (us | things |
                it | you | everything) (the way | how | like | as) (it | we | things | you |
                before))
            i have(?! (not | never)) … (punished | suffered | paid | apologi[sz]ed | grovelled |
                explained | done | answered) … (enough | times)
            you are (never | not ever | not) going to (let | forgive | trust | get over | drop |
                move | stop | forget)
            if you (can | will | could) not ~ (forgive | trust | get | move | let) … _,? <then>
                (what | maybe | there is | why)
            i do not know what (else | more) (to | i can | you want | i should)
            you are <still> <just> (punishing me | holding (it | this | that | onto | on to) |
                dragging this | refusing to (let | forgive | move))
            (keep | kept) (punishing me | being punished)
            at what point (do | will | can | are) (i | you | we) | (how | what) about (we | if we) ~
                ({BE_DONE} | draw | just | book | go)
            i have {APOLOGISED} … (every | all the ways) | life is too short
             agree to disagree | meet me half ?way
        """,
            more.FIRM,
        ),
        "soft": said(
            r"""
            i <am> beg(ging)? you | (please | just) (let me (come (home | back) | see you | explain
                | back in) | take me back | come (home | back))
            (please | just) (do not (leave | go | give up on) | give (me | us) (a | another | one
                more | one last | the) _) | one (more | last) chance
            (please | just) (answer | call | text | talk to | write to | speak to) me(?! (if | when
                | only)) | answer me#| tell me (yes or no | what you want | if you | whether you)
            i need (an answer | to know ((if | whether) (you | we) | where (i | we) stand)) | give
                me (an answer | a sign) | you (can not | are) ignor(e|ing) me
            please forgive me | (will | can | could) (not )?you ~ (please )?forgive me
        """,
            more.SOFT,
        ),
    },
    explanation=_("This asks them to be done with it. How long it takes is theirs to find out."),
    question=_("What would be left to say if you asked nothing of them?"),
    unless_after=before(
        REPORTED,
        "(not | never | nor | no need | nobody | nothing) <_> <_>",
        """i (will | would | shall | must | should | am going to | have to | need to | promise to) ~
            <not>""",
        "(ask | asked | asking | expect | pushed | pressed) <of> <you> <that | whether | if | to>",
        "(when | whether | if | until | once | before | unless) <and when | or when> <ever> <you>",
    ),
)
