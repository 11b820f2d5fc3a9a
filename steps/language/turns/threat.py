"""Threats that are said as a hint, a bargain or a worry."""

from steps.language.phrases import any_of

GO_ON = any_of(
    """pushing | going | testing | talking | asking | digging | poking | nagging | at it | on | this
    up | pressing | crying | lying | threatening"""
)
COSTS_YOU = any_of(
    """have the (kids? | children | house | car | dog) | get the (kids? | children | house | dog) |
    take (the | our | my) | be gone | be out of | tell (everyone | everybody | your _) | make sure |
    see to it | show (everyone | everybody | your _) | ring (your | the) | call (your | the) | go to
    (your | the) | do something | not be (here | responsible) | snap | lose it | hurt | stop paying
    | sell | burn | smash"""
)
OTHERS = any_of(
    """everyone | everybody | the whole (family | town | street | village | office) | your <_> (mum
    | mom | mother | dad | father | parents | boss | work | sister | brother | family | friends? |
    colleagues | church | school | manager | employer)"""
)
COME_OUT = any_of(
    "hears? | knows? | sees? | finds? out | gets? to (hear | know | see) | learns? | heard | knew"
)

SAFETY = rf"""
    (make sure | see to it) <that> {OTHERS} <will> {COME_OUT} <all> <about | of | what | who> (you |
        your)
    (keep | go on | carry on | push me) <_> {GO_ON} <_> ,? ?(and | or) <then> (i (will | might |
        shall) ~ {COSTS_YOU} | you will ~ (lose | see (what | how) | regret | be sorry | find))
    (one | a single | another | not one) word <_> <of this | about this | of it> … (and | or) (i
        will | we are (finished | done | over) | you will | that is it | you are)
    (say | breathe | tell | utter) (a | one | another) word … (and | or) (i will | we are (finished
        | done | over) | you will | you are)
    i (do not | would not | can not) know what i (would | might | could | will) do to (myself | you
        | him | her | them)
    you (would | will) have (to live with (that | it | yourself) | that on your | my (death |
        blood))
    you would have to live with knowing

    you (will | would) not like (me when | what (i | happens | comes) | the (version | side | man |
        person | other side) | it when | how (i | this | it))
    you (have not | have never | do not want to) (see | seen | met) (me (angry | mad | lose | when)
        | my (bad | dark | other) | the (worst | other side | real me) | what i (can | am))
    (would | will) (hate | not want | be a (shame | pity)) (for | if) ~ {OTHERS} <to> <ever>
        ({COME_OUT} | (heard | found | knew | saw | learned))(?! (it | this | that) from)
    i (will | shall | would | am going to) ~ (have | get) the (kids? | children | boys? | girls?)
        (living with | full time | and you | off you | to myself)
    the (house | money | kids? | children) (goes | go | stays? | leaves?) with me
    i (can | could | will | am going to) make (your life | things | it | this) ~ (hard | difficult |
        hell | miserable | unbearable | a misery)( for you)?
    i know (people | a (guy | man | bloke) | (people | someone) who) (?=[^.;]{{0,30}}? (could | can
        | would | hurt))
    accidents happen# | do not push me# | (?<!\w )see (what happens if you | how far you get)
    there (would | will) be nothing (left )?for me (to live | here) | nothing (left )?to live for
    i would (rather | sooner) (die | be dead) | (would | will) not be responsible for (what | my)
    (live | life | world) <_> <is> not worth (living | it) without you
    (nothing | anything) (happens | happened) to me … (you | your | because)
"""
