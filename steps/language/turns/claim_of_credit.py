"""What was given up, kept to, or should be thanked for; and that others would not have."""

from steps.language.phrases import any_of

GOOD = any_of(
    """good | great | loyal | faithful | loving | decent | perfect | wonderful | caring | devoted
    | supportive | patient | honest"""
)

SOFT = rf"""
    i (think | believe | feel | would say | reckon) <that> i <have> ~ (been (more than | very | so |
        pretty | {GOOD}) | shown | proved | proven | earned | done | paid | put | tried | deserve)
    more than (patient | fair | generous | reasonable | enough | most) <_>(?= ?([.,;!?] | $ | with |
        these))
    (?<!\w )never (missed | forgot | once | raised | looked | laid | late | let | asked | complained
        | said no) _
    (and | but) (yet )?(still )?(all | it is | that is) <that> <never | not> <all> (you | enough |
        good enough) <still> <ever> (see | get | good | remember | think | say | notice | care)
    (was | is) (it )?not (it )?(me | i) (who | that) | (did | have | am | was) (i not | not i)
        [^.;?]{{3,80}}\?
    (would | should) have thought <that> (that | this | it | i) ~ (bought | earned | counted | was |
        would | had | deserved | entitled | meant)
    i ~ (gave up | moved | left | turned down | sold | quit | sacrificed | dropped | cancelled |
        put) [^.;]{{1,70}}? (for (you | us | this (family | marriage | house)) | because you (wanted
        | asked))
    (most | many | some | other) <_> (people | partners | women | men | wives | husbands | girls |
        blokes) (in your (position | place | shoes) | i know) ~ _
    (not | how) many <_> (men | women | people | husbands | wives | blokes | partners | guys) ~
        (would | do | can) | (show | find | name) me (another | one | a) <other> (man | woman |
        husband | wife | person | bloke | partner)
    (do not | never) know how lucky | (you are | count yourself | be) ~ lucky (to | i | that | with)
        | thank <you> <your> <_> <lucky> stars | (no | some) idea how (lucky | good you)
    you (have | have had) (it | got it) (easy | good | made) | where would you be | you would be
        (lost | nowhere | stuck | on the street)
    (not | never) (so much as | even | once | a single | one)? ?a? ?(word of thanks | thank you |
        thanks | thank-you)
    (would it kill you | would it hurt you) | a (thank you | thank-you | bit of thanks) would
    i (have | had | would) ~ (bent over backwards | gone out of my way | done my (bit | best | share
        | part) | pulled my weight | put the (work | hours | effort | graft) in | put in | been (as
        )?good as gold | kept my (side | end | word) | stuck (to | at | by) | held (up )?my end |
        owned up | faced up | been (straight | open | honest | upfront | up front) | been nothing |
        never missed | never once)
    i have (been | gone | done) ~ (sober | clean | dry | \w+ (weeks | months | days) (without |
        sober | clean)) … (and | but)
    (that | it | this) (took | takes) ~ (guts | courage | bravery | a lot (for | of | out) | some
        doing | balls | real)
    (it | this) (is | was) not easy for me to | (not everyone | not everybody) would
    i (put | kept) (food | a roof | bread | clothes) (on | over) | i <have> (paid | pay) (for
        everything | every (bill | penny | month) | all the bills | the (mortgage | rent | bills))

    (years | months) <now> i have <_ly> (handed | paid | worked | carried | put | kept | looked |
        given | cooked | driven)
    never so much as | ought to (weigh | count)
    not that (anyone | anybody | you) (has | have | would) <ever | even | so much as> _
    (taken | take | carried) (it | that | this) to (the | their | my) grave
    of my own (accord | free will | volition)(?= ?([.,;!?] | $ | and))
    says something about me | (willing | prepared) to sit here
    (buy | bought | buys | earn | earned) me (a bit | some | a little | a hearing | that much)
    remember who (?!(lied | did | told | i)\b)_ | you could at least
    i still (came | come) home
"""
