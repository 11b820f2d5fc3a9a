"""Reasons in the place of a choice: a state, a day, a crowd, a nature, and what nobody knows."""

from steps.language.phrases import any_of

DRAINED = any_of(
    """in (bits | pieces | shock | denial | survival mode | crisis | over my head | a state | a (bad
    | dark | low | rough | weird | strange | funny) (place | way | mood | spot | headspace)) | at
    (breaking point | rock bottom | a low ebb | the end of my | my (lowest | wit\\w*)) | on
    (autopilot | edge | the edge | medication | tablets | antidepressants | steroids | painkillers)
    | off my (meds | game) | under the weather | run ragged | snowed under | rushed off | up to my
    (eyes | neck | ears | eyeballs) | worn (down | thin) | dead on my feet | knackered | shattered |
    skint | strapped | hormonal | grieving | sleep[ -]deprived | jet-?lagged | homesick | out of
    work | between jobs | not (right in | firing | functioning) | all over the (place | shop)"""
)
DRAINS = any_of(
    """stress | pressure | drink | booze | beers? | tablets | meds | shame | fear | loneliness |
    anger | temper | grief | panic | red mist | exhaustion | worry | anxiety | depression |
    gambling | tiredness | nerves | hormones"""
)
DIRE = any_of(
    """long | rough | bad | terrible | awful | hard | hell of a | nightmare | nightmare of a |
    stressful | shit | shitty | crap | mad | rotten | horrible | tough | difficult | brutal |
    crazy | pig of a | weird | late | mental"""
)
TIMES = any_of(
    """day | days | night | week | weeks | month | months | year | years | time | shift | morning |
    journey | drive | childhood | season | winter | summer | spring | autumn | quarter | one"""
)
HECTIC = any_of(
    """mental | mad | manic | murder | nuts | brutal | relentless | full[ -]on | non-?stop | hectic
    | rubbish | grim | tight | a nightmare | chaos | bonkers | upside down | on top of me |
    horrendous | horrible | busy | pressured | stressful | killing me | draining"""
)
WORK = any_of(
    """work | things | life | home | money | the job | my job | the office | the shop | the
    business | college | uni | school | that (month | week | year | summer | winter)"""
)

SOFT = rf"""
    (with | what with) (everything | all( that)? | all <of> (this | that | it) | so much | it all)
        <that was | that is | that has been> (going on | happening | on (my | at) | on#)
    something had to (give | go)
    (put | chalk | chalked | pin) (it | that | this | things) <all> (down to | up to | on the)
    (all down to | it was | that was | blame | because of) the (tablets | pills | beer | whisky |
        meds | medication | steroids | hormones | menopause | jet lag | night shifts | booze | weed
        | coke | pressure)
    (kept | insisted on | would not stop) (buying | pouring | filling | offering | pushing | handing
        | ordering | topping | egging)
    would (have been | have looked | have seemed | be | look) ~ (rude | awkward | weird | odd |
        strange | suspicious | unprofessional | impolite | ungrateful)
    (could | can) not <really | just | exactly | very well> (say no | refuse | get out of | get away
        | back out | let (him | her | them | the _) down | turn (it | him | her | them) down |
        disappoint)
    i (was | got | have been) ~ (roped | talked | pressured | press-ganged | bullied | tricked |
        conned | egged)

    i (had | would) <just> (come off | worked | pulled | done) (a | an | three | four | five | six |
        two | back | nights) _ | i (had | would) been up (since | all | half | most) _
    i (had | would | have) (not | hardly | barely) (slept | eaten | had a (day | break | night off |
        minute) | been (sleeping | eating | myself | well | feeling))
    on (no | zero | three | four | two | five | so little | hardly any | very little) <hours> <of>
        sleep
    i (had | have | would) <had> <such | just> a {DIRE} {TIMES}
    (you know | you knew) ~ <fine | full | perfectly | very> <well> what i am like
    what else (was | could | should | would) i <have> (supposed to | meant to | do | done | say)
    (it | that) (had been | was | has been | would been) <just> (a | an | one of those | such a)
        {DIRE} <old | few> {TIMES}
    (my | me) (head | mind | nerves | brain) (was | is | were) ~ (all over | a mess | gone | wrecked
        | fried | not | elsewhere | somewhere else | in (bits | pieces | a) | shot | spinning | mush
        | scrambled)
    i (was | am | had been | have been) ~ {DRAINED}
    {WORK} (was | were | has been | have been | had been | is | got) ~ {HECTIC}
    (work | life | things | everything | it all | stuff) <just | all | really> (got | had got | took
        | became | piled | gets) (on top of | in the way | over | too much | up)
    the {DRAINS} <just | had | really> (got | gets | took | made | makes | was (too | getting) |
        does | did | built | came | descended | hit) _
    {DRAINS} (does | do | makes | will make | can make) (strange | funny | weird | terrible | mad |
        people | you | a (man | person | woman | body) | things | that)
    (it | that) (is | was) <just | simply> (how | the way) (i | we | men | my (dad | father | family
        | mother | mum)) (am | are | is | do | did | deal | cope | handle | talk | work)
    (in my | where i) (family | house | culture | country | village | come | grew)(( from)|( up))?,?
        (we | nobody | no one | everyone | everybody | it is | people | you | men | that is | this
        is)
    (is | runs | was) in (my | the) (blood | nature | genes | family | dna)
    i am <just | only> (a man | a bloke | hot-?(headed | blooded) | a hothead | bipolar | an
        introvert | a private person | a people[ -]pleaser | not (a (talker | words person) | one
        for | much of a | wired | built | (good | great | brilliant) with))
    i am <just | simply> not the (type | sort | kind) (that | who | to | of)
    (no ?body | no one) ever (taught | showed | told | warned | explained | helped | said) <to> me
    i (never (learned | learnt) (how | to) | was never (taught | shown))
    you (do not | can not | could not | will never | have no idea) <know | understand | imagine>
        (what it (is | was) like | how hard (it | this) | the (pressure | stress | strain) | what i
        (was | am) (under | going | carrying | dealing))
    (if | when) you <only | had> (knew | known | had) <half | even> <of> (what i (was | have | had |
        went) | the (pressure | stress | day | week) | my (job | boss | childhood | week | day))
    (my | the) (phone | battery | train | bus | signal | car | alarm) <had | was | would> ~ (died |
        dead | run out | ran out | flat | delayed | cancelled | broken down |
        broke down)(?! because i)
    i (saw red | flipped | flew off the handle | blew a fuse | lost the plot | lost my rag | was not
        in my right)
    (you | one) (do not | can not | does not) think (straight | clearly) when
    (everyone | everybody | the (lads | boys | girls | others | team)) <else> (was | were) (drinking
        | doing it | having | egging | on it | betting | smoking)
    i did not (have | know) (a choice | any choice | much choice | anyone | anybody | any better |
        the (energy | strength | headspace))

    (would | must) ask you to (bear | remember | consider | take into | think of | keep in)
    the (strain | pressure | stress | load) (that )?i was (under | carrying)
    i grew up in a (house | home | family | place | village) where
    (comes | came | come) <as> naturally to (me | you | someone | somebody | people)
    what (men | women | people) (in my family | like me) do
    i was <so> (lonely | alone | unhappy | desperate | miserable) and <so> (i | he | she | it)
    my (counsell?or | therapist | doctor | psychologist | sponsor) (says | thinks | reckons | calls)
        <that> (it is | this is | it has | it)(?! (up to me | my))
    which is (how | why) i (keep | kept | end | ended | got)
    (that | it | this) was the (month | week | year | summer | day | winter) <that> (i | my | we |
        mum | mom | dad | our) (died | left | lost | was | had)
    you would have to (understand | know | have been) | what it (does | is) to a (man | woman |
        person)
    i was on my own in (it | this | that)
    (deal | contract | client | sale | shop | firm) would have (fallen | gone | been | collapsed |
        walked)
    i had (two | three | four | five)( hours( of)? sleep | jobs)
    it is (the | my) (adhd | autism | bipolar | ocd | ptsd | add | depression | anxiety)
    the (new )?(tablets | pills | meds | medication) (made | make | did)
"""
