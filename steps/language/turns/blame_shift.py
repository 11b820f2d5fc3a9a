"""The other as the cause: as the person one has to live with, by what they did not do, by if."""

from steps.language.phrases import any_of

ANYONE = any_of(
    """anyone | anybody | a (man | person | woman | saint | fella | bloke | guy | husband | wife |
    monk) | any (man | person | woman | husband | wife | bloke) | the best of | most (people | men |
    women)"""
)
DRIVE = any_of("drive | turn | make | push | wear | test | send | try the patience of")
STRAY = any_of(
    """look | looks | looking | go | goes | going | stray | strays | lie | lies | cheat | cheats |
    drink | drinks | find | finds | turn | turns | snap | snaps | wander | wanders | gets? lonely |
    need | needs | seek | seeks"""
)
UNLOVING = any_of(
    """ignore | reject | neglect | freeze | shut | push | nag | starve | treat | leave | turn |
    belittle | criticise | keep"""
)
TELL = any_of(
    """told | tell | come | said | say | asked | talk | talked | be | been | stay | stayed | stop |
    stopped | bother | shown | done | needed"""
)

FIRM = rf"""
    (living | being married | being | sharing a house | putting up) with (someone | somebody | a
        person | a (man | woman) | you)[^.;]{{0,60}}? (would | will | could | is enough to | can) ~
        {DRIVE} {ANYONE}
    (would | is enough to | will | could) {DRIVE} {ANYONE} <to | into | mad | crazy>
    (a | any) (man | woman | person | husband | wife | fella | bloke) <who | that> <_> <_> <does not
        | will not | would not | can not | is going to | gets | only | has to | had to> ~ {STRAY}
        <looking | off> (elsewhere | somewhere | around | astray)
    you can not (expect | {UNLOVING}) (a | someone | somebody | your | me | any) … (and | to) ~
        (expect | not | be | think | wait | stay | live | hope)
    (you know | you knew | knowing | you have always known) ~ <fine | full | perfectly | very
        | rightly | well> <well | rightly> how i (get | can be)
    (and | but) you <just> (carried on | kept (on | going | at) | would not (stop | leave | let |
        drop | give) | did not (stop | back | leave | let))( (anyway | regardless))?(?= ?([.,;!?] |
        $ | until | at me | and))
    i would <have> ~ {TELL} … (if | had) <only> (i | you | there) <had> (thought | could | felt |
        was | were | knew | listened | been | asked | ever | made | given)
    if (you | i) <had | could> (thought | felt | trusted | known | believed | been) <that> (you
        (would | could | were | had)) … i would
    (?<!\w )had you <not | only | ever | just> (?!found | caught | asked me
        outright)[^.;]{{3,80}}? (would | could)
    if you (had | were | would | could | did) <not> <just | only | ever | even | so> (?!found |
        caught)[^.;]{{3,90}}?,? (i | we | none of this | this | it) (would | could | might) <not |
        never> ~ (have | be | need)(?! (been (crushed | hurt) | lied to you | carried | kept | gone
        on | still | happily | told | stopped | admitted | confessed | come clean | owned | ended))
    if (i | we) (got | had | had got | had had) <any | a bit (of | more) | more | some | half | the>
        ~ (attention | affection | love | respect | warmth | support | sex | peace | thanks |
        kindness)
    you (backed | put | painted | boxed | pushed | forced) me (in(to)? | to) (a | the) (corner |
        position | wall)
    you (gave | left | give) me <with> (nothing | nobody | no one | nowhere) (to | else | but)
    you (introduced us | invited (her | him) | handed me to | as good as (told | asked | pushed)) _
    (that | this | it | part of (it | that) | half of (it | that)) (is | was) (on | down to |
        because of | thanks to) you(?! (that | who))#
    (with | given) (you | your _) … (no wonder | what did | is it any | it is hardly | of course i)
    (small | little) wonder <that> (i | we) | (it is | is it) (no | any | hardly a) (wonder |
        surprise) <that> (i | we)
    who would not <have> (lie | lied | hide | hidden | drink | drunk | stray | strayed | snap |
        snapped | look | looked) | who could blame
    you (push | poke | go on | nag | keep | went on | pushed) and (push | poke | on | nag | keep |
        on | pushed) | (made | make) your <own> bed | you reap | reap what | taste of your own
    you ~ <know how to | know exactly how to | like to | try to | love to | wanted to | tried to>
        (wind me up | set me off | get (a rise | under my skin) | rile me | push my)
    (if | maybe if | perhaps if) i (had | had had | was married to | lived with) (a | someone) <_>
        <wife | husband | partner | woman | man | person> who
    you (wind | wound) me up | you (goad | provoke | needle | poke | bait)(ed)? (me | and)
    you make (it | me) (so | very | too) (hard | difficult | impossible) (to | for)
    you <would | will> only <have> (shout | shouted | go | gone | start | started | throw | thrown |
        worry | worried | make | made | say | said | cry | cried | use | used)
    (your | you) (going | being | turning | getting | giving me) <so | all> (cold | distant | quiet
        | on at | the (silent | cold)) … (made | drove | pushed | is (what | why) | sent)
    (when | every time | whenever | each time) you ((go | went) (cold | quiet | silent | on) | shut
        | nag | ignore | ignored | turned (me | away) | push | pushed | start | started) … i (snap |
        snapped | lose | lost | shout | shouted | drink | end | ended)
"""

SOFT = r"""
    (it was | that was | all) your <own> (idea | choice | decision | suggestion | doing)( (that | to
        | in the))? | you (encouraged | told | wanted | begged) me to (go | take | do | join |
        drink)
    (thanks to | courtesy of) (you | your _)(?! (for | i am | we (have | still | are)))
    you should (never | not) have (gone | let | pushed | brought | started | kept | given | opened |
        snooped | checked | looked (at | in | through))(?! through (this | that | it))
    you (let | allowed) (it | this | that) (happen | go on | get) | you (picked | chose) (the | that
        | your) (worst | wrong | moment | time)
    (that is | this is) what (your | you) _ (did | does | do | made | drove | led)
    (with | after) (a | some | no | so little | so few | not much | hardly any) <_> (warmer | more |
        less | bit more | love | affection | warmth | attention | sex | kindness | support | thanks)
        … (at home | from you | in (this | our))
    you (were | are) (never | not | hardly ever) (home | around | in the mood | interested | awake |
        up for | there for me | available)
    because you (always | would not | kept | refused | ignored? | stopped)(?! (trusted | believed |
        loved | trust | love | knew))\b
    because you never (?!(knew | said | did | had | got | asked for | deserve\w*))_
    you (did not | never) ~ (help | stop me | make it easy | discourage | object | complain) | you
        caught me at
    you <had | have> (not | hardly | barely) (touched | looked at | spoken to | talked to | kissed |
        slept with | noticed | wanted) me
    you (go | went | flew | fly) (off on one | mad | ballistic | mental | spare | nuts | off the
        handle | silent | cold | berserk | crazy)
    i (could | can) (never | not) ~ (talk to you | tell you (anything | things) | say anything |
        please you | do (anything | a thing) right | win | get through to you | approach you)
    i (was | am | felt) ~ (scared | afraid | frightened | terrified) (of | to tell) <you | your> …
        (you | your | reaction | temper)

    there was no (talking | getting through | reaching | pleasing | living) <with | to> <you>
    you had (gone off | stopped | given up on | switched off | left | lost interest in) … (long |
        well | way | months | years) before
    (i | you | one) <soon | quickly> (learned | learnt | learns | learn | found out) … <that> (the
        truth | honesty | being honest | telling you | to keep | not to (say | tell | mention))
    i would never have (needed | had | felt the need) to (if | had)
    if i could <have> … without … , i would have
    (nobody | no one | no (man | woman | husband | wife) | people do not | men do not | women do
        not) (hide | hides | keep | keeps | lie | lies | go | goes | cheat | cheats | stray | strays
        | drink | drinks) … (unless | for nothing | without a | when things | when they are)
    i ~ (did not | could not) see (what else | any other | another way | any way)
    you <had | have> (made | make) <such> a (song | scene | fuss | drama | circus | performance)
    left me (no | with no | without a | without any) <other> (way | choice | option | road)
    (it was | was it) your <_> _ that (got | drove | made | sent | pushed | led)
    forced my hand | you had been (winding | pushing | needling | nagging | getting | going on | on
        at | at) <at> me
    (maybe | perhaps) if you (?!(want | like | need | are ready | feel | would | prefer)\b)_
    if only you | if you (ever | once | sometimes | for once) (listened | told | asked | talked |
        showed | looked | let | trusted | said)
    you were (off | out | away | always) (at | with | on) your
"""
