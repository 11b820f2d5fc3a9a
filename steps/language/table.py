"""All kinds of phrases, in the order in which they claim a span on the same level."""

from steps.language.categories.blame_shift import BLAME_SHIFT
from steps.language.categories.but_that_cancels import BUT_ALONE, BUT_THAT_CANCELS
from steps.language.categories.claim_of_credit import CLAIM_OF_CREDIT
from steps.language.categories.closing_pressure import CLOSING_PRESSURE
from steps.language.categories.conditional import CONDITIONAL
from steps.language.categories.counter_charge import COUNTER_CHARGE
from steps.language.categories.excuse import EXCUSE
from steps.language.categories.feelings_shifted import FEELINGS_SHIFTED
from steps.language.categories.guarantee import GUARANTEE
from steps.language.categories.intent_as_shield import INTENT_AS_SHIELD
from steps.language.categories.leading_mirror import LEADING_MIRROR
from steps.language.categories.minimising import MINIMISING
from steps.language.categories.no_agent import NO_AGENT
from steps.language.categories.threat import THREAT
from steps.language.categories.vague_object import VAGUE_OBJECT
from steps.language.category import Category
from steps.language.leaning import LEANING

CATEGORIES: tuple[Category, ...] = (
    THREAT,
    CONDITIONAL,
    FEELINGS_SHIFTED,
    BLAME_SHIFT,
    COUNTER_CHARGE,
    CLOSING_PRESSURE,
    MINIMISING,
    BUT_THAT_CANCELS,
    INTENT_AS_SHIELD,
    EXCUSE,
    VAGUE_OBJECT,
    NO_AGENT,
    CLAIM_OF_CREDIT,
    BUT_ALONE,
    GUARANTEE,
    LEADING_MIRROR,
    LEANING,
)
