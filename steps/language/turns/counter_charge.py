"""Their side of the ledger: a question about it, a count of it, or whose voice it comes from."""

from steps.language.phrases import any_of

OCCASION = any_of(
    """time | times | weekend | night | day | week | summer | year | holiday | party | christmas |
    money | lies | wedding | birthday | christening | thing | business | messages | texts | one"""
)
FAULT = any_of(
    """lie | fib | spend | flirt | drink | shout | hide | snap | moan | forget | cheat | swear |
    sulk | scream | gossip | break | exaggerate | text | message | borrow | smoke | gamble |
    waste"""
)
LEDGER = any_of(
    """(make | made) (a (fuss | song | scene | court | big) | it into | you grovel) | (hold | held)
    (it | that | them) against | (bring | brought) (it | that | them) up | (throw | threw) (it |
    that) | go on about | keep score | complain(ed)? | moan(ed)? | punish you | judge you | nag |
    leave you"""
)

FIRM = rf"""
    what about (the | that | those | all the | all those | last | this) <_> {OCCASION} <when> you
    (how | what) about (some | an?) (honesty | apolog\w+ | truth) (from | on) you
    i <have | am> <still> (never | not | yet to) ~ (had | heard | got | received | get | hear | been
        given) (an | one | any | my | a single | so much
        as) <_> (apolog\w+ | sorry | thank\w*)(?! (to | from me))
    (still | i am) waiting (for | on) (my | an | your | that | you to) <own> (apolog\w+ | sorry |
        say | admit)
    (when | where) (did | do | have | will | was | is) (you | your) ~ <going to> (apologi\w+ | say
        sorry | said sorry | own | apology | admit)
    (if | since | while | now | as) (we are | you are | we want to be | you want to | we start) ~
        (counting | keeping (score | count | a list | tabs) | throwing | doing (lists | this |
        confessions) | being <so> honest | (talking | speaking) (about | of) (lies | lying | honesty
        | trust | secrets | money | respect) | handing out | on the subject | going there |
        comparing)
    (neither | nor) (are | were | did | do | have | had | is | was) (you | your)(?! (to blame |
        asked))
    (?<!do the )(same | goes | applies) (goes | for | to) (for )?you(?= ?([.,;!?] | $ | too))
    (coming from | says | said) (you(?= ?([.,;!?] | $)) | (someone | somebody | the (one | man |
        woman | person) | a (man | woman)) who)
    (you can | you are one to | you are a fine one to) talk | hark at you | look who | pots? and
        kettles? | kettle black | practise what you | (that is | bit) rich
    (shall | should | can | do | could) (we | i) ~ (talk about | start (on | with) | bring up |
        mention | go (into | through) | discuss | list) (your | you | what you | how you | all the |
        the (time | times | things) you)(?! (need | want | feel | would | like))
    (let us | we (could | should | can)) ~ (talk about | start with | look at | mention | discuss |
        count | not forget) (your | yours | you | what you | how you | the (time | times | ones |
        things | way) you)(?! (need | want | feel | would | like))

    (do | did) you want me to (list | start on | bring up | remind you)
    you (are | were | have been) not <exactly | always | so | ever> (innocent | whiter than |
        squeaky | faultless | spotless | an open book | easy to | a (picnic | walk in | ray) |
        mother teresa | clean)
    (you have | you have got) (a nerve | some nerve | a cheek | some cheek | a short memory | plenty
        to) | the (nerve | cheek) of
    you (might | may) want to (look | think | ask | check | remember) | take a look at (yourself |
        your)
    (do not | stop) (act | acting | pretend | pretending | come | play | playing) <all | the> (like
        you | innocent | that you | holier | perfect | victim | high and mighty | as (if | though)
        you)
    you <have> (your | got your) <own> (secrets | skeletons | faults | lies | little)
    and you,? (what | who | where) _ | (?<!\w )and you\?
    (not | am i) the only (one | person | liar | guilty)(?! (i | to blame is | for me))
    (that | this | it) (makes | made) two of us | two can play | (you | we) are as bad as (me |
        each) | six of one
"""

SOFT = rf"""
    what about (the | that | those | all the | all those | last | this) <_> {OCCASION}

    you ~ {FAULT} … (all the time | every (day | week | night | other) | constantly | too# |
        yourself | non-?stop | as well | about _ too)
    (and | but | yet) (i | you never heard me | nobody) (do not | did not | never | have never |
        would never | have not | am not) ~ (the one who )?{LEDGER}
    (yours | your (tone | mother | family | mouth | language | spending | drinking | behaviou?r |
        sister | record | hands | side | past | phone | memory)) (is | was | were | are) (not |
        hardly | never) ~ <exactly | so> _
    i do not (remember | recall | see | hear) you (saying | apologi\w+ | asking | admitting | owning
        | being | ever | doing | offering)
    remind me (who | what | how | again) | ask yourself (who | what | why | when | how | whether |
        if)
    i (could | can) (tell | write | fill | name | give) you a (few | thing | list | book)
    (you | your) <_> (did | have done | do) (plenty | enough | your share | much the same | exactly
        that | the (very )?same (thing )?to)

    you <have> (broke | told | had | read | forgot | missed | hid | spent | lost | threw) mine
    (same as you | just like you | like you did to me | exactly as you did)#
    i seem to (recall | remember)(?! (that i | telling | saying))
    i do not (remember | recall) (getting | receiving | hearing | being (given | sent))
    when (do | will) i get to (hear | see | be told | know) | (is it | when is it) your turn
    not one of us | neither one of us | none of us (is | was | are | were | comes | came)
    smelling of roses | clean hands# | in glory#
    between (us | the two of us | you and me) we
    you <have> (told | lied | hid | kept | spent | had | done | said) … yourself (over | once | back
        | in | last | at | when)
    it takes two (people | of us | adults)
"""
