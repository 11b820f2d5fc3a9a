"""A date, a debt paid, an authority, or an end that the writer declares."""

from steps.language.phrases import any_of

WHEN = any_of(
    """monday | tuesday | wednesday | thursday | friday | saturday | sunday | tomorrow | tonight |
    the weekend | the end of | next (week | month) | christmas | then | easter | noon | the \\d+ |
    morning"""
)
ON_ABOUT = any_of(
    """harping | banging | going | on at me | on about | raking | dredging | chewing | picking |
    giving me (grief | a hard time | the) | making me pay | in a (mood | huff | sulk | strop) |
    angry | mad | cold | upset | sulking | punishing | checking | asking | crying | bringing | not
    (speaking | talking | over) | do not (trust | believe) | will not (let | talk | speak | look)"""
)
SETTLED = any_of(
    """square | even | quits | good | all good | okay | fine | done | sorted | all right | past
    (it | this | that) | back to normal | settled | over it"""
)
OVER = any_of("closed | finished | settled | over | done with | dealt with | behind us | sorted")
LIKES = any_of(
    "would | could | want to | would like to | need to | have to | do not want to | am hoping to"
)

FIRM = rf"""
    (i ~ <would> (need | want | expect | like) | you ~ (need to | have to | must | should) | give me
        | can you | will you | please | tell me | let me) … <_> by {WHEN}
    if (i | you) ~ (do not | have not | can not) … <_> by {WHEN}
    (treat | consider | regard | call | see | count) (it | this | that | the _ | things | everything
        | all this) <to be | as> {OVER}
    (the | this) (subject | matter | chapter | topic | case | book | discussion | conversation) (is
        | as | should be | can be) <now> (closed | over | finished)
    close the (book | chapter | door | subject | matter | file)
    (let | leave) (that | this | it) (be the end | at that | be an end)
    (that | this) (should | ought to | has to | must | will | can) be (the end | an end | the last |
        it#)
    (take it | assume | trust | presume | hope | reckon | guess) <that | then | now> (we are |
        this is | it is | that is | that makes us) <now | all> {SETTLED}
    (then | so | now | surely) (we are | that makes us | we can be) <now | all> {SETTLED}
    we are (square | even | quits)
    (last | final) time (that )?i (am (going to | saying | apologi\w+) | will (say | apologi\w+) |
        say | apologi[sz]e)
    i (will not | am not going to | am not) ~ <be> (apologi\w+ | saying sorry | say sorry |
        grovel\w* | beg\w*)(?! (with | for (it | that) to | until)) <_> (again | any ?more | for
        ever | forever | twice | (for )?the rest)
    i ~ <do not | am not> (want | going) to (hear | listen to) (any more | another word | it again |
        about it)
    not another word | (hear | say) no more about (it | this)
    (can | could) we not <just | please> ~ (do this | go there | start | have (this | one))
    you (can not | can hardly) (stay | be | keep (being | this) | go on being) ~ (mad | angry |
        cross | upset | cold | bitter | hurt) … (forever | for ever | about | all | with me)
    (weeks | months | years | days) (on | later | now | down the line)? ?,? ?(and | but) <you | we>
        <are | you are | we are> <still> ~ {ON_ABOUT}
    (you are | are you | we are | are we | and) still ~ (harping | banging | going on | on about |
        raking | dredging | chewing | sulking | punishing | in a (mood | huff | strop) | at it | not
        over)
    i (have | would) waited <_> (long enough | weeks | months | for weeks | patiently)
    (ball is in your court | (it is | that is) (all )?(up to you | on you | your (move | turn)) now)
    (just )?say (that )?you forgive me | tell me you forgive me
    (done | did) (my | all my) (time | penance | bit | grovelling) | served my (time | sentence)
    (there | okay | right),? i (said | have said) (it | sorry)
    (let | put) (it | this) (go | down | to bed | to one side) (now | already | for good | once and)
    punish(ing)? (me | us) (forever | for ever | like this | for (this | it))
    you (have | need) to (decide | choose | make (a decision | up))
    no (use | point | sense) (in )?(going on | talking | dwelling | crying | discussing)
    (take it | assume) <that> (we are (okay | fine | good) | you (have | are | agree))
    you are not (even )?(trying | willing) | enough already | forgive and move
    (what | how much) more (proof | evidence) | (so that | until) (this | it | all of this)
        is (over | done | behind)
    stop (the (silent | cold | punish) | giving me the | ignoring me | shutting me |
        avoiding me | being so)
"""

SOFT = rf"""
    what (more | else) (can | could | am | should | do | must) i ~ (do | say | supposed to _ | have
        to _)(?= ?([.,;!?] | $ | to prove)) | what do you want (from me | me to (do | say) (now |
        more))
    never (be )?(good )?enough for you | nothing i (ever )?do is (ever )?(good )?enough
    for (the | our) (kids | children)('s)?'? sake | for the sake of (the | our) (kids | children |
        family | marriage)
    (sooner or later | at some point | one day | eventually | some ?time) (you | we) ~ (have | need
        | must | are going | will have | got)
    you ~ (have | are going to have | got) to ~ … (sooner or later | at some point | one day |
        eventually | some ?time)(?= ?([.,;!?] | $))
    (counsell?or | therapist | vicar | priest | pastor | imam | everyone | everybody | my _ | your _
        | even _) <says | said | thinks | agrees | reckons> <that | it is> ~ <time> (you | we)
        (should | need to | have to | must | ought to) ~ (move | let | forgive | get | put | stop |
        drop)
    (god | a (good | real | true) (wife | husband | christian | muslim | partner)) (forgives | would
        forgive | commands | wants us)
    (raking | dredging | dragging | rake | dredge | drag) <it | this | that | everything | the past>
        <all | back> up

    (throw | chuck | rub) (it | this | that) <back> (in my face | at me)
    you owe (me | us | it to) (an answer | forgiveness | a | that | at least | that much | the | us
        | me | yourself | the kids)(?! nothing)
    the least you (can | could | might) do (is | now)?
    when (are | will | can | do) (you | we | i) ~ (going to )?(be (normal | back | okay | allowed |
        done | finished) | come (home | back) | get (my | back) | start | have (sex | a normal))
    (what | how much) (more | longer) (do | does | is | will) (you | it | this) (want | take | going
        | need | expect)
    is (it | this | that) (ever )?(going to | gonna) (be (enough | over) | end | stop)
    (once and for all | for good this time) | life (is | goes) (too short | on)
    (a | one) (chance | fresh start | clean slate) (is all | from you)
    can i (come (home | back) | have my)( (now | then | please))? | i {LIKES} ~ (draw a line |
        forget | leave (it | this | that | all this) (behind | there) | not (talk | discuss | go
        over | hear))
    i {LIKES} <for> (us | you) <both | all> to (treat | leave | stop | put | move | get | draw | be
        (back | normal | okay) | forget | let | call it | start)

    there (has to | must | should | needs to | ought to | will have to) (come | be) (a (point | day
        | time | moment | limit) | an end)
    there (comes | has come) a (point | day | time | moment) (when | where) <that | this | it> _
    how long (the | this | my) (sentence | punishment | silence | treatment) | how long <that> i am
        (supposed | expected | meant) to
    what more (is it | is there | there is | am i)
    (digging | raking | going | bringing | dragging | picking) … (is not | will not | does not | can
        not) ~ (help | helping | heal | do | doing)
    the (grown[ -]?up | adult | mature | decent | sensible | healthy | christian) thing (would be |
        is | to do)
    (a | any) (good | loving | christian | real | decent | forgiving) <_> (wife | husband | partner
        | woman | man) would
    (get | getting) on with (our | your) (life | lives)
    (draw | drawing | drew) a line under
    (been | be | got | get) (over | past) (it | this) by (now | the | this)
    (is | be | was) no reason to (keep | go on | still)
    (make | let) (this | it) drag | what good (it | does it) (does | do | is)
"""
