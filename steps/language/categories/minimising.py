"""Words that make it smaller than it was for the other."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.turns import minimising as more
from steps.language.withdrawn import REPORTED

# “It was only when …”, “just an excuse”, “only a first step” make nothing smaller.
NO_SMALLER = any_of(
    """when | after | before | then | later | because | fair | right | as | us | you | we | me |
    wrong | cruel | selfish | plain | now | how | what | who | that | natural | normal | the |
    through | since | about | half | last | my | your | our | gone | there | more | enough |
    pretending | lying | hiding | acting | untrue | false | dishonest | theft | betrayal | unfair
    | mean | greed\\w* | vanity | ego\\w* | easier | convenient | to | in | on | at | by | from |
    for | part of | excuses | yesterday | today | cowardice | lies | (one | two | three | four |
    five | six | a few | \\d+) (days | weeks | months | hours | minutes | years) | one (more | of
    | part | example | side) | an? (matter | question | excuse | lie | cover | pretext | way |
    first | start | beginning | step | suggestion | idea | thought | offer | list | part |
    example | attempt | promise | letter | reason | week | month | few (days | weeks | months |
    hours))"""
)
NO_SMALLER_A = any_of(
    """matter | question | excuse | first | start | beginning | step | suggestion | offer | part
    | list"""
)
SMALL = any_of(
    """small | little | tiny | minor | silly | harmless | innocent | trivial | insignificant | petty
    | white | meaningless | friendly"""
)
DAFT = any_of("stupid | dumb | drunk | drunken | brief | quick")
MISDEED = any_of(
    """lies? | mistakes? | slip | slip-up | flirt\\w* | fibs? | jokes? | kiss | texts? |
    messages? | bets? | secrets? | fling | crush | chats? | bit of fun | misunderstanding | error
    | lapse | loan | hiccup | comment | remark | argument | indiscretion | drinks? | phase |
    banter | conversations? | lunch | coffee | friendship | affair"""
)
THING = any_of(
    rf"""{MISDEED} | things? | stuff | details? | photos? | pictures? | purchase | matter | fun"""
)
DID = any_of(
    """kissed | texted | talked | lied | flirted | chatted | met | messaged | borrowed | hugged |
    danced | slept | bent | left out | exaggerated | gambled | bet | drank"""
)
THAT_BAD = any_of(
    """bad | big | serious | important | terrible | much | awful | huge | dramatic | special"""
)
BIG_DEAL = any_of(
    """<a | such a | too | so> <much | big | huge> <of a> (deal | fuss | drama | scene | issue)(
    out)? | mountain | so much | too much | more <out> of | it (bigger | worse) than"""
)
EVERYBODY = any_of(
    """everyone | everybody | we all | all of us | people | (all | most) (men | women | couples |
    husbands | wives | people) | every (couple | man | woman | husband | wife)"""
)
SLIPS = any_of(
    """makes? | made | does | do | lies? | slips? | mess(es)? | cheats? | flirts? | screws? |
    fights? | (has | have) secrets"""
)

MINIMISING = Category(
    "minimising",
    {
        "firm": said(
            rf"""
            (it | that | this | she | he | they | what i did | what happened) (was | were) <really |
                honestly | literally | basically> (just | only | merely | simply | barely | hardly)
                (?!{NO_SMALLER}\b)_
            (it | that | this | she | he) (was | is) ~ nothing(?! (you | less | more | else
                | i can | wrong with you | short | that you | to))
            (it | that | this) (was | is) no <big | huge> (deal | thing | drama | more than)
            (it | that | this | she | he | they | none of (it | that)) ~ (did not | does not |
                never) ~ mean ~ (a thing | anything | much | that much)
            (it | that | this | she | he | they) ~ (meant | means) ~ nothing
            (it | that | this | things | what i did) (was | is | were | are) not ~ (that | so | such
                | all that | too | really) <a> ~ {THAT_BAD}
            not ~ <that | such | so> <a> (big | huge) <of> <a> deal | not the end of the world | no
                harm <was | has been> done
            not a (crime | tragedy | disaster) | (nobody | no one) (died | got hurt | was hurt)
            (it | that | this | which) only <ever> happened | happened (only | just) (once | twice |
                one time | a (couple | few) <of> times)
            (just | only) <this | that> (once | twice | one time | a (couple | few) <of> times)(?!
                (a week | a day | in))
            (we | she and i | he and i) (only | just) ~ {DID} | (we | i) did nothing (but | wrong |
                more)
            i <have> ((only | just | merely | simply) ~ {DID} | only ~ (spent | sent | spoke | did
                (it | that) | told a))\b(?! (you (the truth | after | when | because) | after | when
                | because | half))
            (it | this | that) (is | was) not (like | as if | as though) (i | we | it | anyone | you
                | there | she | he)
            (?<!did i )(mak(e|ing) | made) {BIG_DEAL} | (it | that) was a joke(?= ?([.,;!?] | $))
            (blow | blew | blown | blowing) <_> <_> (out of <all> proportion | (it | this | that |
                things) up) | out of <all> proportion
            nothing ~ <much | serious | bad | even | physical | sexual> happened(?= ?([.,;!?] | $ |
                between | with | there | that night | physically))
            nothing <was> (going on | serious | physical)
            one ({SMALL} | {DAFT} | single | bad | lousy) <_> {MISDEED}
            one ({DAFT} | bad | lousy | silly) <_> (thing | night | time | evening | choice |
                decision | moment)
            (?<!you )(was | is | were | are) ~ (harmless | innocent | meaningless | trivial |
                insignificant)
            at least (i | we | it | she | he) (did not | never | was not | have not | am not | do
                not)
            {EVERYBODY} ~ {SLIPS}
            (no ?body | no ?one | none of us) is perfect | i ~ am not perfect | (these | such)
                things happen | happens to (everyone | everybody)
            (could | would | might) <easily> have been ~ <much | far> worse
            (others | other (people | men | women | couples) | some (people | men | women)) (do |
                have done | did | are | go through) ~ <far | much> worse | there are worse | worse
                things
            (all | the only thing | the worst thing) <that> (i | we) ~ (did | have done) <wrong>
                (was | is)
            (it | that | this) (was | is) (not | never | hardly | barely) ~ (cheating | an affair |
                a <real> (lie | date | relationship | affair) | lying | sex | infidelity | betrayal)
             does not <even | really> count(?= ?([.,;!?] | $ | as))
            (it | that | this | which) (was | is | all happened | happened) ~ (so | many | years |
                ages | a (long | lifetime) | such a long | long | forever) <years | time | while>
                ago
            ancient history
            (worked up | upset | angry | mad) (over | about) (nothing | something so | such a | a
                few | a little | a (text | kiss))
            (fuss | drama | fight | trouble) (about | over) (nothing | so little | a | such | one |
                some)
            (a bit of | a little | some) (fun | flirting | texting | banter | teasing)
            what is the big deal | is it really (that | so | such)
            (we | i) (did not | never) even (kiss | kissed | touch | touched | meet | met | sleep |
                slept | do anything | hug | hugged | spend | know her | know him | like (him | her |
                it))
            (i | we) (never | did not) ~ (actually | really | technically | physically) (slept |
                sleep | kiss | kissed | touch | touched | meet | met | cheat | cheated | lie | lied
                | do anything | did anything)
            i (barely | hardly) (knew | know | spoke | talked | touched | kissed | saw | see |
                even)(?! ((to | with | at)? ?(you | a word) | how | what | where | which)) | (is |
                was | are | were) (barely | hardly | scarcely) (a | an | any | the) _
            purely (physical | platonic | friendly | professional) | (only | just) physical | no
                feelings (involved | there)
            we are ~ talking about (a | one | two | three | some | \w+ (dollars | pounds | euros |
                hundred)) | not (a fortune | murder | illegal | rocket science | the crime of)
            in the (grand | bigger | great) scheme | at the end of the day it | (?<!\w )who cares |
                what does it matter
            (it | that) is (normal(?! (that | for you | to (be | feel))) | what (people |
                couples | men | women) do) | happens all the time | (most | lots of | plenty of |
                many) (couples | men | women | people | husbands | wives | marriages) (do | have |
                go | lie | fight | keep)
            (it | this | that | the whole thing) (did not | only) ~ last(ed)? (long | a) | (it |
                that) (was | is) <long> over (in | within | before | and done | quickly | by)
            nothing compared (to | with) (?!(what you | you | your | yours)\b)_ | no worse than | no
                different (from | than | to) | not as (bad | if)
            we were not even _ | i paid it <all> back (already | anyway | in the end)
            (it | that | this | she | he | they | those | these) (is | are) <really | honestly |
                literally | basically> (just | only | merely | simply) (an? (?!({NO_SMALLER_A})\b)_
                | one | some | {THING} | money | sex | words | stuff | numbers | friends | flirting
                | talking)
            (half | everyone in | everybody in) <the | my> (office | world | town | team | family |
                country) (does | do | did)
            (all | most | every) (couples? | marriages? | relationships?) _
            i just (did not | never | forgot to | left out | failed to | neglected to) (tell |
                mention | say | bring | it)
            (?<=, )that (is | was) (all( it was)? | it)(?= ?([.,;!?] | $))
            (it | they) (was | were) … nothing (more | else)(?! (than you | i))
            {EVERYBODY} (in | at | of) … {SLIPS}
            (?<!\w )big deal(?= ?([.!?] | $)) | nothing (for you )?to (worry | be (upset | jealous |
                angry) | get upset) about | do not exaggerate
        """,
            more.FIRM,
        ),
        "soft": said(
            rf"""
            (it | that | this) (was | is) (one | a couple of | two or three | some | like) (?!(of |
                in | to | more | thing | day | week | o'clock | am | pm | months? | weeks? | days? |
                years? | hours? | minutes? | side | part | long | way | choice)\b)_
            never (done | did) (anything | something) like (this | that) | first and (only | last)
                time
            i ~ ({DID} | stretched | fudged | twisted) … a (bit | little)
            (rough | bad | difficult) patch(es)? | ups and downs | bumps? in the road | growing
                pains
            (relax | come on | chill)(?= ?[,.!])
            (in my (eyes | view | mind | opinion) | for me | to me),? (it | that | this) (was | is)
                ~ (?!(clear | important | hell))_
            i (was | got | am) (a bit | a little | slightly | somewhat | kind of | sort of) _
            i ~ did not (hit | touch | hurt | sleep with | steal from) (you | her | him | anyone)
            an? ({DAFT} )+{MISDEED}
        """,
            more.SOFT,
        ),
    },
    explanation=_("This says how big it was. Only they can say that."),
    question=_("How big was it from where they stood?"),
    unless=said(
        "(not | never) ~ (just | only | merely | simply) (a | an | one | some | the | once | that)"
    ),
    unless_after=before(
        REPORTED,
        "(not | never | no | more than | no longer | neither | nor) <just | only | ever>",
        "(sound | look | seem | appear | call | called | calling | treated) <it> <as | like>",
        "(?<!feel )like",
        "(not | never) (a | an | the | any | some) <_>",
    ),
)
