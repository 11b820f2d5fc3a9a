"""A guarantee for all time to come: nobody can look at it, and it leaves no room for a plan."""

from django.utils.translation import gettext_lazy as _

from steps.language.category import Category
from steps.language.phrases import any_of, before, said
from steps.language.withdrawn import REPORTED

IT = any_of(
    """it | this | that | such a thing | something like (this | that) | anything like (this |
    that) | nothing like (this | that)"""
)
DO = any_of(
    """do (it | this | that | anything like (it | this | that) | such a thing) | lie | cheat |
    let you down | betray you | betray your trust | break your trust | hide | keep |
    drink | gamble | see (her | him) | contact (her | him) | write to (her | him) | disappoint you
    | make (that | this | the same) mistake | deceive you | touch | go (back | there)"""
)
WORRY = any_of("worry | wonder | doubt | ask | check | be afraid | fear | go through")
VOW = any_of(
    """promise | swear | guarantee | vow | give you my word | can promise | can guarantee | can
    assure you | assure you | can swear"""
)

GUARANTEE = Category(
    "guarantee",
    {
        "soft": said(rf"""
            {IT} (will | would | can | could | is going to | shall) (never ~ <ever> (happen | be
                repeated | come up | occur)( again)? | not ~ <ever> (happen | occur | be repeated)
                (again | ever again | any more | another time))
            nothing like (this | that | it) (will | would | can | is going to) ~ <ever> happen again
            i (will | would | am going to | shall | could) (never ~ <ever> {DO} | not ~ <ever> {DO}
                … (again | ever again))(?! (without | until | unless | before))
            never again (will | would | shall | am) i
            i {VOW} <you> <that> … (never | not … again | the last time)
            i guarantee
            (it | this | that) (was | is | will be) the <very> last time
            there will (never be | not be | be no) (a <second | next | another> time | another time
                | <a> next time | any more lies)
            i am never ~ going to {DO}
            you will never ~ have to {WORRY}
            you will not ~ have to {WORRY} … again
            never (ever )?again#
        """),
    },
    unless=said(r"""
        (cannot | can not | could not | can never | no longer | nobody can | no one can | who can |
            not going to | will not | do not | did not | nobody could) ~ (promise | swear |
            guarantee | say | know | vow)
        (is | was | would be) <only> <just> <no more than> a (hope | wish | wishful)
        (used to | kept) (say | saying | promise | promising | swear | swearing)
        (words | sentence | phrase | promises) (like | such as)
    """),
    unless_after=before(
        rf"""
        {REPORTED}
        (if | when | whether | in case | that | hope | hoping | wish | so) <that>
        (sure | certain) <that>
        i (want | would like | hope | wish | am afraid | fear | need | try | mean) …
        """
    ),
    explanation=_("Nobody can look at this, and a bad day can break it."),
    question=_("What will you do, and by which sign will you know that it is time to do it?"),
)
