"""The prevention plan, as it was shared or said. No guarantee: a thing that can be looked at."""

from django.utils.translation import gettext_lazy

from steps.plans.forms import PlanForm
from steps.sharing import kinds
from steps.sharing.items import Item

STEP = 10


class Plan(Item):
    """Its risks, each with its sign, the move and when it is told; a better one is a new plan."""

    form = PlanForm


kinds.register(
    "plan", label=gettext_lazy("A plan"), form=PlanForm, item=Plan,
    replies=("risk", "wish"),
)  # fmt: skip
