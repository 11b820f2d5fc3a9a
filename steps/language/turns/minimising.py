"""Small words for it: by comparing, by counting, by what is said of the one who minds."""

from steps.language.phrases import any_of

PEOPLE = any_of(
    """men | women | blokes | lads | guys | fellas | husbands | wives | people | couples | folk |
    girls | families | marriages | households"""
)
VICE = any_of(
    """drinks? | pints? | bets? | flutter | texts? | messages? | kiss | kisses | glass | joint |
    smoke | chats? | jokes? | flirt | laugh | banter | fun | fibs? | lies? | mistakes? | gamble |
    slip | spree | row | rows | tiff | barney | snog | peck | cuddle | snap | dig | loan | punt"""
)
CRIME = any_of(
    """crime | affair | lie | secret | betrayal | date | fortune | sin | catastrophe | scandal |
    disaster | conspiracy | cheating | stealing | lying | gambling | hanging offence"""
)
BIT = any_of("a bit | a tad | a touch | a little | a wee bit | slightly | somewhat | a smidge")
HARSH = any_of(
    """late | short | sharp | harsh | loud | merry | tipsy | tetchy | snappy | grumpy | careless |
    economical | creative | flirty | cheeky | friendly | much | over the top | carried away |
    out of order | heavy[ -]handed | worse for wear | vague | forgetful | rough | tight"""
)

FIRM = rf"""
    you <are | were | keep | have been | always> ~ (make | making | made) (it | this | that | things
        | me) (sound | look | out | seem) <to be> ~ (worse | bigger | like | so)
    (worse | bigger) than it ~ (is | was | needs to be | has to be | deserves)
    storm in a tea ?cup | tempest in a | mole ?hills? | hanging offen[cs]e | drop in the ocean |
        worse things happen | no biggie | nbd | small (beer | potatoes | fry)
    (keep | put) (it | this | that | things | everything | some | a sense of) <all> <in | into>
        <some | a bit of> (perspective | proportion)
    (you | anyone | anybody) would (think | swear) <that> (i | it was | we)

    (as if | as though | like) i <had | have> (killed | murdered | robbed | stabbed | shot | burnt)
    not (as if | as though) (i | we | anyone | anybody | it was)
    (hardly | barely | scarcely | not exactly | not really) <call it> <a | an | the> {CRIME}#
    i would (not | hardly | barely | scarcely) <really | even | exactly> call (it | that | this |
        them)
    (what | where) (is | was) the harm | what harm (did | has | was | is)
    (no | not any) <real | actual | lasting | great | permanent> (harm | damage) (done | came | was
        done | in it)
    (it | that | this | she | he) (did not | does not | never) (hurt | harm | hurts) (anyone |
        anybody | nobody)
    could (be | have been) <a lot | far | much | so much> worse
    (plenty of | most | lots of | a lot of | loads of | half the | other | many | some) {PEOPLE} ~
        (cheat | lie | fib | hide | argue | row | shout | do
        (it | that | the same | worse | far worse))
    (everyone | everybody | they | we | all of (them | us)) <else> (is | are | was | were) <all> (at
        it | doing it)#
    not worth (crying | fighting | arguing | rowing | falling out | getting (upset | worked) | all
        this | the (fuss | drama))
    (let us | we should | try | try to) not (to )?<_> (exaggerate | blow | dramati[sz]e | overreact
        | be (dramatic | silly) | get carried | make (a | it | this | more))
    (will | can | could) ~ <all | both | one day> laugh (about | at) (it | this | that)
    (it | this) will ~ blow over | nothing to (write home | shout about | get worked | lose sleep |
        fret | cry about | make a)
    it <is | was> not (much | any) (more | bigger) than
    (all | the most) <that> (i | we) ever did (was)?
    (no | never any | not any) (kissing | touching | sex | feelings) <at all> (involved | was | were
        | between | happened)
    (do not | no need to | stop | without) (be | being | get | getting | make | making) <so | too |
        all | such> (dramatic | hysterical | a (fuss | scene | drama | meal | song))
    (fighting | arguing | rowing | crying | sulking) (over | about) nothing
    (it | this | that) (is | was) not what (it (looks | looked | seems) | you think) |
        nothing to hide | one[ -](time (thing | only) | off)
    (did not | never) ~ (actually | technically | really | exactly) (lie | cheat | do
        anything)
    never even (kissed | met | touched | saw | liked | held | slept with) (her | him | them
        | anyone) | compared (to | with) (what (other | some | most) | other | some | most |
        him | her | others)
"""

SOFT = rf"""
    (technically | strictly speaking) | (perfectly | totally | completely) normal
    (those | these | the _) (was | were) <really | honestly> (just | only | merely | simply) (a | an
        | some) _
    an? <_> (small | little | tiny | minor | silly | harmless | innocent | trivial | petty | white |
        friendly | meaningless) <_> ({VICE} | misunderstanding | error | lapse | crush | secrets? |
        remark | comment | argument | conversation | friendship | flirtation | thing)
    (went | goes | got) no (further | farther) | (never | did not) (go | went) <any> (further |
        farther | anywhere) | (nothing | not much) (ever )?came of it | never came to anything
    (the odd | an odd | the occasional | an occasional | a cheeky | a sneaky | a wee | a spot of |
        a bit of( a)?) <_> {VICE}
    (one | two | a couple of | a single) <_> {VICE} in <_> <_> (years? | months | decades)
    (once | twice | one time | a couple of times) in (?!(the | my | our | your | a)\b)_ <_> years
    (it | that | this | things | i | we | my _ | the _) (was | were | got | is | get) {BIT} {HARSH}
    (i | we) (only | just) _ (a | one | two | three | four | five | a few | a couple | the one |
        some | \d+)(?! (way | side | half | part | day | of the | word | line | question))\b
    (i | we) (only | just) ~ (had | went for | shared | swapped | exchanged | hung out | popped |
        nipped | fancied | forgot | meant)(?! (half | part | one thought | thoughts | eyes))
    i (fibbed | told <you> a (fib | porky) | bent the truth | stretched the truth | left (a bit | a
        few | some (things | bits | details)) out)
    (lasted | took | it was over in) <all of | about | maybe> (five | ten | two | a few | a couple
        of) (minutes | seconds | weeks | days)
    (it is | it was | that is | that was) (only | just) <a matter of> (some | few | \d+ | fifty | a
        hundred | twenty | a tenner | money | pounds | quid)
    (just | only | merely) (a (bit of | couple of | few | handful of | joke | kiss | text | chat |
        drink | flirt | phase | fling | friend) | friends | sex | flirting | texting | talking |
        kidding | joking | messing around | fun | words | money | small | little | tiny | minor |
        silly | harmless | innocent | trivial | friendly)(?! (days | weeks | months | hours |
        minutes | steps | more | sentences | lines | way | part))
    (just | only) (a | an | some | one) {VICE}# | (just | only) <the> once#

    nothing (major | serious | big | huge | terrible | dramatic | wild)(?! (wrong | has))
    a (teeny | tiny | little | wee) <_> bit (out | over | too | past)
    (nobody | no one) (died | starved | lost (their | a | an | the) | went (hungry | without))
    never ~ (got | went | became | turned) ~ (physical | sexual | serious | beyond | past | further)
    who would ~ <have> laugh(ed)? | would ~ have laughed (about | at | it | out)
    what you (are calling | like to call | keep calling | choose to call | insist on calling)
    like (adults | grown[ -]?ups | friends | colleagues | normal people) (do | sometimes do)
    (is | was) ~ not (so | such | a so | that | something so) (big | serious | bad | terrible)
    one (silly | stupid | daft | foolish | drunken) _ | one (small | little) {VICE}
    literally (one | two | three | five | ten | a (few | couple)) _
    other (husbands | men | wives | women | people | couples) ~ do (a lot | far | much | so much)
        worse
    (mountain | meal | big deal) out of (this | it | that | nothing | one)
    i (barely | hardly | scarcely) (raised | touched | lost | looked)
    there are (people | women | men | couples | wives | husbands) who would
    all (this | that | of this | of that) (over | about | for | because of) (a | an | one | some)
"""
