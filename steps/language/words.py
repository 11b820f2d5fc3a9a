"""Lists of words that several kinds of phrases share."""

from steps.language.phrases import any_of

SORRY = any_of("sorry | apologi[sz]ed? | apologi[sz]ing | apologies | apology | regret | regretted")

# What the one who did the hurt may have done; “I” stands before it.
DEED = any_of(
    """lied | cheated | hid | did (it | that | this | what i did) | shouted | yelled | screamed |
    snapped | drank | kissed | texted | betrayed | hurt you | said (it | that | those things |
    what i said) | flirted | slept | gambled | spent | stole | took (it | the money) | read |
    looked | turned | went (to | back | behind | out | there) | kept | acted | reacted | behaved
    | broke | forgot | hit | pushed | threw | had (an | the | that) affair | never told | started
    | strayed | deleted | lost (it | my temper | control) | blew up | stayed (out |
    away | quiet | silent) | was unfaithful | (did | could | would) not (tell | say | come | call
    | talk | answer | mention) | ended up"""
)
