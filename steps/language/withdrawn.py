"""What keeps a phrase from counting: it is reported, denied, or taken back in the same breath."""

from steps.language.phrases import any_of

# The clause that it opens: up to a comma or a new beginning.
_REST = r"(?:(?!\b(?:and(?! that)|so|but|because)\b)[^,;])*"
_TELL = any_of(
    """say | saying | tell | telling | claim | claiming | pretend | pretending | ask | asking |
    argue | write | blame | blaming | call | calling | expect | expecting | want | need | demand
    | imply"""
)
_TOLD = any_of(
    """said | say | saying | told | tell | telling | claim\\w* | pretend\\w* | insist\\w* |
    argued | acted | thought | wrote | accus\\w+ | blam\\w+ | treated | called | made it | let
    you | described | asked | ask | asking | press\\w+ | pushed | urged | expect\\w* | wanted |
    hoped | demanded | begged | implied | turned it | made you (think | believe | feel)"""
)

# Who reports what was said or thought does not say it now: “I told myself it was just a text.”
REPORTED = rf"""
    (told | tell | telling | convinc\w+ | persuad\w+ | sa(id|y|ying) to) myself(?:(?!\bbut\b).)*
    i ~ <have | had | would | used to | kept | kept on | tried to | could | can | wish i could |
        wanted to | do not want to | will not | nearly | almost> {_TOLD}\b{_REST}
    (not | never | without | instead of | stop | stopped | no longer | than) {_TELL}\b{_REST}
    (not | never) (going to | about to | trying to | here to) {_TELL}\b{_REST}
    (refuse | wrong | easy | easier | tempted | unfair | used | cheap | cruel) to {_TELL}\b{_REST}
    (she | he | they | who | somebody | someone | therapist | counsell?or | sponsor | sister |
        brother | mother) <once | then | also | me> (asked | asks)\b{_REST}
    you (say | saying | said | told | thought | heard | felt | wrote | believed | were told |
        learned | asked)\b{_REST}
    (as if | as though | pretending | claiming | saying | believing | thinking) <that>
    (not | never) (because | that | as if | true that)
"""

# “… and that is no excuse.”
TAKEN_BACK = r"""
    (no | not an? | never an? | not any | hardly an?) <real | good> (excus|justif|reason\b(?!
        to))\w*
    (does | do | did | can | could | will | would) (not | never) ~
        (excus|justif|chang|undo|lessen)\w*
    (does | do | did) not (matter | count | make it (right | okay | better | less | smaller))
    (excus|justif|chang)\w+ (nothing | none of)
    (none | nothing) <of> <_> (excus|justif)\w+
    my <own> (choice | decision | responsibility | doing)
    (lie | choice | act | decision | fault | words | hand) (was | is | were | are) ~ mine
    i ~ (chose | decided)
    (?<=[.!?] )i (could | should) <still> have (learn\w* | asked | told you | said so | walked |
        stopped | called | rung | left | talked | come to you)
    (is | was) <all> on me
    all the same
"""
