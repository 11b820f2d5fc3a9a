"""Sorry for what the other feels, or a word about how they took it."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import REPORTED
from steps.language.words import SORRY

# “… because I laughed along” names the act again.
NO_ACT = r"(?![^.;]*\b({})\b)".format(
    any_of(
        """because <of> (i | me | my | what i) | (when | while | after | since | that | as) i |
        by (me | my | what i | the _ i) | <and> i (did | made | caused | lied | hurt | left | hid
        | broke) | (of | with | from | around | beside | next to | through | near) (me | my |
        what i)"""
    )
)
REGRET = any_of(
    rf"""{SORRY}( to (hear | see | learn))? | <i ~> hate( it)? | <a> (shame | pity) |
    (unfortunate | too bad | sad) | it (hurts | pains | saddens | upsets) me | i am (sad |
    disappointed)"""
)
AID = any_of(
    """have | had | are | were | been | got | get | ended up | do not | did not | can not | could
    not | chose to | choose to | choosing to | decided to | being | feeling | may have | might
    have | must have"""
)
FEEL = any_of(
    """feel | felt | feeling | upset | hurt | hurting | offended | angry | mad | insulted | annoyed
    | disappointed | sad | unhappy | bothered | sensitive | confused | uncomfortable | jealous |
    furious | (take | took | taken | taking) (it | that | this | things | offen[cs]e | my | what |
    everything) | (think | thought | believe | believed) <that> (i | it | we | she | he | this | so
    | the worst) | (see | saw | read) (it | that | this | things) (that | this | like | so | as |
    differently) | (find | found) (it | that | this | me | my _) (?!(on | in | at | out | there |
    under | when)\\b)_ | misunderst\\w* | misread | mistook | perceiv\\w* | interpret\\w* |
    experienced (it | this | that) | focus on | dwell on | overreact\\w* | react\\w* | understand |
    handle | (see | accept | appreciate | trust | believe) (that | how | what | it | me | my) |
    (have | had | having) (such | so | a (hard | bad | rough) | trouble | issues | to feel) | worked
    up | uneasy | shaken | rattled | distressed | devastated | aggrieved | (think | thought |
    believe) (so | that | this | such)( (little | low | badly | bad))? | see me | can not take |
    could not take"""
)
FELT = rf"~ ({AID} ){{0,3}}~ {FEEL}\b"
MISTOOK = any_of("misunderstood | misread | misheard | misinterpreted | mistook | misjudged")
FOR = any_of("for | about | over")
HAVE = any_of("have | had | are | were | may have | must have | might have")
TAKE = any_of("take | took | taken | taking | read | reading | heard")
WRONGLY = any_of(
    """the wrong way | wrong | wrongly | out of context | personally | badly | differently | that
    way | as an? (attack | insult | criticism)"""
)
TOO_MUCH = any_of(
    """dramatic | hysterical | paranoid | touchy | irrational | oversensitive | over-sensitive |
    overreacting | over-reacting | over reacting | overdramatic | jumping to conclusions |
    ridiculous | unreasonable"""
)
REACTED = any_of(
    """(get | got | gotten) ~ (upset | offended | hurt | worked up | wound up | angry | jealous) |
    offended | insulted | put out | wound up | worked up | in (such )?a (state | mood | huff) |
    (take | took | taken | taking) [^.;,]{0,40}? (to heart | personally | badly | hard | seriously |
    the wrong way | out of context)"""
)
REACTION = any_of(
    """insecure | uncomfortable | jealous | anxious | unhappy | upset | angry | sad | uneasy |
    worried | paranoid | suspicious | (such )?a (state | mood) | bad | that way | like (that |
    this)"""
)
TOUCHY = any_of(
    """sensitive | emotional | insecure | jealous | suspicious | crazy | silly | childish"""
)

FEELINGS_SHIFTED = Category(
    "feelings_shifted",
    {
        "firm": said(rf"""
            {REGRET} <that> you {FELT}{NO_ACT}
            {SORRY} <{FOR}> (how | the way | what | whatever) <that> you {FELT}{NO_ACT}
            {REGRET} <that> you ~ ({AID} ){{0,3}}~ ({REACTED})
            {REGRET} <that> (it | this | that | my (?!(lie | lies | lying | affair | cheating)\b)_ |
                what i _ | the _ | _ing)[^.;,]{{0,60}}? (make | makes | made | has made | is making
                | left | leaves | got | gets) you <feel> ~ <in> {REACTION}
            (someone | somebody | a person | people) as {TOUCHY} as you | (someone | somebody) like
                you
            you (have | would) ~ (got | worked | wound | talked | whipped) yourself (up | in(to)?)
            you (are | were | have) ~ (working | winding | getting) yourself (up | all | so |
                in(to)?)
            you (take | took | have taken | are taking) ~ (everything | things | it | this | that |
                all of it)( all)?( so| too| very)?( much)? (to heart | personally | seriously |
                literally)
            you <have> (built | build | are building | blew | made) (it | this | that) ~ (up)? ?in
                your head
            you <have> ~ convinced yourself | a you problem | entitled to (feel | your feelings |
                your opinion)
            you are ~ (the jealous (type | sort) | a (drama queen | worrier | jealous person) |
                easily (upset | hurt | offended | bothered | wound up) | thin[ -]skinned | highly
                strung | (touchy | prickly | hard to please))
            you have always been ~ (a bit )?(a )?({TOUCHY} | {TOO_MUCH} | worrier | over _)
            you cry (at | over | about) (anything | everything | nothing | the least)
            not (everyone | everybody | many people | anyone | most people) would (be | have been |
                get | have got | feel | have felt | have (taken | minded) | take | mind | react) _
            {SORRY} {FOR} (how | the way) <that> you ~ (see | saw | take | took | read |
                experienced)
            {SORRY} <that | for | about> your feelings? (were | are | got | have){NO_ACT}
            {SORRY} <that> (it | this | that) <has> made you feel (that | this) way
            you <{HAVE}> ~ {MISTOOK}(?! nothing)
            you (are | were) (misunderstanding | misreading | misinterpreting)
            you (are | were) imagining (it | things | that)
            you <{HAVE}> ~ {TAKE} (it | that | this | me | things | everything | what i _ | my _) ~
                {WRONGLY}
            you <{HAVE}> ~ (read | reading | put | putting) ~ <far | way> (too | so) much in(to)?
            you <have> (got | get) (it <all> wrong | the wrong (idea | impression | end))
            you (are | were | have been) ~ <being> ~ {TOO_MUCH}
            you (are | were | have been) <just | always | simply | way | far | really> (being | too
                | overly) <so | too | overly> {TOUCHY}
            you are so (sensitive | emotional | insecure | suspicious | dramatic)
            you are (just | acting | being | completely | totally) (crazy | insane | mad |
                irrational | silly)
            why are you ~ (sensitive | dramatic | emotional | paranoid | jealous | insecure |
                suspicious)
            (do not | stop) (be | being) ~ (sensitive | dramatic | emotional | paranoid | jealous |
                silly | ridiculous)
            you (are | were) (reading | seeing) things | reading things into | seeing things that
            you (are | were) (making (it | this | that | things) up | twisting (it | this | that |
                things | everything))
            (not my fault | can not help | can not control | not responsible for) <if | that> <how |
                what | the way> you (feel | felt | are | took | take | think)
            (?<!\w )(calm down | lighten up | get a grip | chill out | relax)(?= ?([.,;!?] | $ | and
                | a bit | already))
            i wish you (would not | did not | had not | could) ~ (take | taken | react | reacted |
                (get | be | been) so | see it (my | from | differently))
            you went straight to | you ~ (jumped | jump) to conclusions | your overreaction
            you are ~ (angry | mad | upset) (at | with) (your (ex | dad | father | mother | mum |
                mom | past) | yourself)
            time of the month | your (hormones | period) | are you (hormonal | on your) | you are ~
                (just | probably | only) (tired | hormonal | stressed | hungry | upset | emotional)
            thicker skin | toughen up | sense of humou?r | drama queen | get over yourself | you
                need (therapy | to see (someone | somebody) | to (calm down | relax | chill))
            (no ?body | no one) else (minded | was (bothered | offended | upset) | (had | has) a
                problem | complained | seemed) | (everyone | everybody) else (laughed | thought it
                was | was fine | got the joke | found it | enjoyed)
            can you not take a joke | can not you take a joke
            (no | not any) (reason | need) <for you> to (be | get | feel) ~ (upset | jealous | angry
                | hurt | worried | offended | insecure | paranoid)
            (is | are | it is) ~ your ~ <own> (insecurit(y|ies) | jealousy | paranoia | imagination
                | trust issues | abandonment issues)
            you ~ have (trust | abandonment | jealousy | anger | control) issues{NO_ACT}
            {REGRET} <that> (it | this | that | what happened | my honesty | my _ | the whole thing)
                ~ <has | have | had> ~ (upset | bothered | offended | affected | shocked) you
            {REGRET} <that> (it | this | that | my _ | what happened) ~ (was | is | has been) ~ (too
                much | hard | difficult | upsetting | painful) for you
            you ~ over-?react(ed)?
            that is ~ how you (see | saw | take | took | read | perceive | want)
            that is ~ your (interpretation | perception | opinion | reading | take | view | problem)
            (just | only) how you (feel | felt)
            your (mis)?(interpretation | perception) of
            you ~ (chose | choose | decided | wanted) to (be | feel | get | take | see) ~ (hurt |
                offended | upset | angry | insulted | it | that | the worst)
            it (is | was) <all> <only | just> in your (head | imagination | mind)
            you (are | were) ~ (overthinking | over-thinking | overanaly[sz]ing | looking for
                (problems | trouble | something | a fight | reasons) | trying to (find | start |
                pick))
            you (would not | could not) <even> understand#
            (making | make | made) something out of nothing | (you | always) <want to> (see | think
                | assume | expect) the worst{NO_ACT}
            it (is | was) your (reaction | problem)
            you ~ (see | think | assume | believe | saw | imagine) (the bad | the worst | only the |
                ghosts){NO_ACT}
            you are ~ (acting | behaving | carrying on) (like | as if | as though)
            you (can | tend to | do | always) (be | get) ~ (sensitive | emotional | dramatic |
                jealous | paranoid | touchy | insecure)
            vivid imagination | you have (quite )?an imagination
            if (that | it) (makes you (feel better | happy) | is what you (want | need) to hear)
        """),
        "soft": said(rf"""
            {REGRET} <that> you (are | were | have been) ~ (struggling | suffering | going through |
                in pain | finding | having){NO_ACT}
            (can | do | could) ~ (see | understand | appreciate | get) (how | why | that) you (may |
                might | could | would) ~ (have | feel | think | see | take | get | be)
            {REGRET} <that> (it | this | that | my _ | what i _) has ~ (hit | landed | shaken |
                come | thrown | affected)
            more than you (could | can | were | are) (handle | take | bear | ready | able)
            how you <have> (decided | chosen | choose | need | prefer | like) to (remember | see |
                take | read | call | hear)
            you have (decided | chosen) to (remember | see | take | read | call | be | feel)
            (came | come | came over | reached you | come over) to you as (something | a | an)
            i <do> wish you (had not | did not | would not) (felt | feel | made | seen | see | taken
                | take | read | got | made)
            to read (so | too | that) much into
            you have always been ~ (touchy | delicate | sensitive | prickly | raw | funny) about
            i can see why (what | it | that | my) … (landed | stung | hurt | came) | {REGRET} <that>
                (you experience | it felt like) | you took it <all> (much | so much | far) harder
            your reaction (was | is | seems | seemed) (?!(right | fair | normal | understandable))_
            (in | to) your (eyes | mind | head),? (i | it | that | this) (am | was | is | were)
        """),
    },
    explanation=_("This speaks of their feeling. What you did has gone out of the sentence."),
    question=_("Which act of yours came before that feeling?"),
    unless_after=before(REPORTED, "(not | never | nor did | neither did)"),
)
