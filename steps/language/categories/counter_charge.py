"""The bill that is held against the bill: you, too."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, said
from steps.language.turns import counter_charge as more

WE_BOTH = any_of(
    """said | say | did | do | done | made | make | hurt | messed | screwed | lied | broke |
    crossed | been | play\\w* | contribut\\w* | share | failed | fail | neglected | could | let |
    got | acted | behaved | owe | fought | shouted | yelled | struggled | stopped | gave up |
    grew | drifted | kept | forgot | need to | should | carry | <have> (our | your own | own |
    some | things | faults | issues | work | a lot | to) | were (wrong | at fault | to blame |
    responsible | hurt | angry | guilty | stupid | drunk | unhappy | not | under) | are (to blame
    | wrong | at fault | guilty | responsible | hurting | not) | wrong | to blame | guilty | know
    <that> (you | it (was | is) not)"""
)
WRONGED = any_of(
    """lied? | cheat(ed)? | hid | hide | flirt(ed)? | hurt | yell(ed)? | shout(ed)? | scream(ed)? |
    called me | hit | ignored? | betray(ed)? | broke | break | spent | spend | drank | drink | made
    mistakes | messed up | screwed up | let me down | insulted | threw | treated me | have (lied |
    hurt | done | made) | were (wrong | mean | unfair) | crossed | play(ed)? | push(ed)? | kept
    (things | secrets | it) | said (things | some | horrible | cruel | worse | stuff | awful) | did
    (things | some | stuff | your)"""
)
TOO = any_of("too | as well | first | yourself | either | also") + "#"
LEFT_UNDONE = any_of(
    """listen(ed)? | let me(?! down) | cared? | show(ed)? (me | any) | try(?= ?[.,;!?]) | help(ed)?
    | appreciated? | thank(ed)? | touch(ed)? me | (make | made | have | had) (any )?time | believed?
    (me | in | a word) | forgave | admit(ted)? | apologi[sz]ed? | support(ed)? | understood me |
    understand | talk(ed)? (to | with) | spen[dt] (any )?time | want(ed)? (sex | me | any) | said
    (thank | sorry | you love) | (give | gave) me(?! ((a | any | one) )?(reason | cause)) | asked?
    (how | about) | do anything | did anything (around | for | with) | (take | took) an interest |
    put me first | stood by | initiated? | open(ed)? up"""
)
KIND_THEN = any_of(
    """were | was | told | came | stood | made | gave | thought | said | knew | had | kept | took
    | felt | saw | found | paid | went | did | got | put | let | meant | held | left | brought |
    bought | wrote | read | chose | understood | forgave | loved | know | love | try | help |
    believe | trust | deserve\\w* | can | could | will | would | have (a | the | my | every |
    been) | make (me (laugh | smile | feel (safe | loved))) | come | care | mean (well | the
    world) | give | remember | support"""
)
KIND_NEVER = any_of(
    """gave (me | us) (a | any | one) <single> (reason | cause) | have to | need | had to |
    deserve\\w* | know | knew | said (a | it) | saw | gave up | give up | let me down | let us down
    | did (that | this | anything (wrong | to deserve | to me)) | hid | told (anyone | a soul | me
    because) | forgot (my | our | a | to) | made me (pay | feel | drink | lie | do | cheat | hide |
    gamble | go) | were (the | to blame | wrong | anything but | part | told | unkind | cruel) |
    have been (anything but) | meant | agreed | stopped | lied | cheated | would | will | should |
    could | can | once (lied | made | raised | asked for | hurt | checked | read | opened | looked |
    complained) | got (to | the chance | an | a | over) | felt | found | thought | came | had | took
    (it out | more) | went | left | again | heard | read | chose | wanted (this | any | it) |
    ask for | asked for | trusted | stood a | broke | kept a | wrote"""
)
HARSH = any_of(
    """twist | turn | blame | critici[sz]e | nag | complain | yell | shout | scream | exaggerate
    | assume | accuse | start | bring | ignore | interrupt | dismiss | judge | push | control |
    attack | overreact | punish | lecture | correct | compare | threaten | sulk | think the worst
    | have to (be | win | control | have the | start | make) | put (me | your | work | the) |
    make (everything | it | a (scene | fuss | drama) | me (feel | out | look)) | take (everything
    | offen[cs]e | her | his | their) | get (so | angry | mad | upset | defensive) | expect |
    find something | hold | throw | treat | (were | are) (at | on | too | so | busy | tired |
    working | angry | cold | with)"""
)

COUNTER_CHARGE = Category(
    "counter_charge",
    {
        "firm": said(
            rf"""
            (we <have> (both | all) | both of us | we have each | each of us | the two of us) <have>
                ~ {WE_BOTH}
            neither of us (?!ha(s|ve) ~ slept)(is | are | was | were | has | have | did | behaved |
                acted | can | could)
            it takes two | takes two to | two[ -]way street | two sides (to | of) | (goes | works |
                cuts) both ways
            you <have> <_> {WRONGED}\b[^.;?!]{{0,60}}? {TOO}
            you <have> (also | too) {WRONGED}
            you (did | have done) (it | that | worse | <exactly> the same) (to me | too | first)#
            you (did | have done) worse#
            you (would have | have) (done | did) ~ (the same(?! for) | worse)
            you are ~ (as (bad | guilty | dishonest | wrong) | no better | a hypocrite | a liar)
            (no (saint | angel) | no better (than i | than me | yourself))
            you (are | were | have) (not | no | hardly | never been | far from) ((always | exactly |
                so | all that | been | entirely | completely | that | really | an?) )*(perfect |
                saint | angel | innocent | blameless | honest | easy | faithful)
            what about (you | your | when you | <all> the times? <when> you | my | how i | what (i |
                you))(?!,? (like | want | need | think | how | are you))
            (act(ing)? | pretend(ing)? | talk(ing)? | behav(e|ing)) (like | as if | as though |
                that) you (have | are | were)? ?(never | not | perfect | an? | so | without)
            one to talk | look who is talking | pot calling | rich coming from you
            (was | am) not the only (one | person) (who | here | in | to | at | with) | not only me
                who
            you are not the only (one | person)(?! i)
            i ~ (forgave | let it go | said nothing | stayed | put up | did not (say | complain |
                hold)) … (when | after) you
            i forgave you (for | last | back | so)
            you <still> (owe | should give) me <an?> (apolog|explanation)\w*
            you (should | could | might | never | have to | need to | have never | have not) <also |
                even> apologi[sz]ed?
            (waiting for | where is) (my | an | your) apology
            you <have> ~ (hurt | betrayed | rejected | neglected | humiliated | insulted |
                abandoned) me
            you had no (right | business) (to | going | reading | looking | checking)
            you (went | snooped | looked | spied | dug) (through | in | on | behind | into) (my |
                me) | you invaded my
            (look at | own up to | apologi[sz]e for | forget | forgetting | ignoring | admit |
                mention | examine | start with) your <own> (part | role | mistakes | faults | lies |
                behaviou?r | share | own | side of)
            look in the mirror | look at yourself
            you <have | had> ~ never ~ {LEFT_UNDONE}\b(?! (up on | me down | a bad | that (i |
                again)))
            you (always | constantly | continually | forever) {HARSH}(ed|d)?\b
            you are (always | constantly | forever) (_ing | so | on your | at work | angry | mad)
            (i have been | i am | i was | i got) (hurt | hurting | suffering | in pain | a victim |
                the victim) (too | as well | here)
            (hard | painful | difficult | easy) (for | on) me (too | as well | either)
            (how do you think | do you <even> know how | do you have any idea how | have you <ever>
                thought <about> how) (i | it | this)
            i (could | can) (say | list | bring up | mention) (the same(?! about m) | plenty | a
                (few | lot of) things | everything you)
            remember (when | what | how) you (lied | kissed | forgot | hid | broke | threw | called)
            i have (feelings | needs | a heart) too
            you have (your | plenty of | some | enough) <own> (faults | flaws | issues | secrets |
                mistakes)
            who are you to | as if you (were | are) (any better | perfect)
            you (do | did) not <exactly> (make | have) it easy
            let us not (forget | pretend) | (do not | let us not) forget (what | how | that | when)
                you (did | said | lied | were | have | had | kissed | left)
            (funny | interesting | strange | rich | easy for you | convenient)<,> (how | that | to)
                (you | judge | say | talk)
            i can not believe (you | that you)(?! (stayed | still | are still | gave | forgave | put
                up | have | even | would | kept | read))
            how dare you | how could you (read | go | tell | say | do | think | look | check |
                listen)
            you do not even(?! (have | need | want | owe)) _ | you do not (care | listen |
                appreciate | try | give me | let me | see how | realise how | exactly)
            have i ever (complained | said | thrown | asked | blamed) | did i ever (complain | say |
                throw) | i never (complained | threw | held | said a word) … (you | your)
            you have no right to (judge | talk | say | be | complain | ask) | you do not get to
                (judge | talk | say | decide | be | act)
            you are (hardly | scarcely | not exactly | far from | no) (a | an | innocent | perfect |
                saint | angel | one | better)
            (this | that) is the thanks | you <also> have to (own | look at | take responsibility
                for) your
            you are the one who (lied | cheated | hid | went through | yelled | shouted | hit
                | threw | said | spends | drinks)
            what you did (to me | back then | is no better | was (wrong | worse | just as | no
                better))
            what (did | do | are) you (do | doing) ~ (when | for me | to help | while i)
            where were you when | (on | from) both (sides | ends | parts) | we are both | both of
                our
            you <have> (said | done | called me) <some | a lot of | many | pretty | really> (worse |
                terrible | cruel | horrible | awful | mean | nasty | hurtful | bad) _
            (making | make | made | painting) me (out | look | sound | seem | feel) <to be | like |
                as> <a | the | some kind of> (monster | villain | criminal | bad guy | devil | liar)
            (treat | treated | treating) me like (a | some | an | the | dirt | shit | crap |
                nothing)
            (i am | am i) <always | suddenly | now | just> the (bad guy | villain | monster | bad
                one | only bad | problem)
            you are (not being fair | not fair to me) | you are (being | so) ~ (unfair | cruel |
                mean | cold | impossible | difficult | harsh | nasty | unreasonable)(?! to yourself)
            (is | are | was | seems) (not fair | unfair) (to | on) me
            you are ~ (attacking | blaming | accusing | interrogating | judging | bullying | abusing
                | gaslighting) (me | everything)
            your (fair )?share of (the blame | lying | lies | mistakes | secrets | cheating) | so
                quick to (judge | blame | accuse | forget | condemn)
            when you (had | did | lied | forgot | lost | went | spent | kissed | told | hurt |
                were)\b[^.;?]{{0,50}}? i (forgave | did not (throw | leave you | punish | complain |
                judge | go on) | never (threw | made | punished | held | complained | judged))
            it is not (like | as if | as though) you (have | are | were | had | never | did)
            you have (shut | pushed | kept | cut | frozen | locked) me (out | away | off | at)
            double standards? | glass houses | without sin | tit for tat | what have you <ever> done
                | you (do | did) it too
        """,
            more.FIRM,
        ),
        # Said of somebody's kindness, these would be no charge.
        "soft": said(
            rf"""
            you (are | were) (always | never) (?!(right | honest | there for | good | kind | patient
                | loyal | faithful | to blame | the one who was)\b)_
            you (always | constantly | forever) (?!({KIND_THEN} | _ed)\b)_
            you never (?!({KIND_NEVER} | _ed)\b)_
            you and your <_> _(?= ?([.,;!?] | $)) | your (endless | constant | precious | stupid |
                bloody | damn) _
            you (would | could) (not | never) (?!(have known | know))_ … (?<!because of )me#
            remember (_ )?_ ?\? | who (was | is) it (that | who)
            so (did | do | have) you(?! (think | want | know | not))
            you [^.;?]{{3,80}}, (were | did | are | have | do | had | would | could) <not> you(
                not)? ?\?
        """,
            more.SOFT,
        ),
    },
    explanation=_("What hurt you may be true. Here it reads as a bill held against theirs."),
    question=_("Could what hurt you have a day of its own, apart from this?"),
)
