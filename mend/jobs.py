"""What the clock's tick does: dotted paths of functions without arguments, in this order."""

TICKS: tuple[str, ...] = (
    "steps.sharing.tick.deliver_due",
    "accounts.devices.models.forget_ended",
    "accounts.attempts.models.forget_old",
    "steps.space.tick.end_lapsed",
    "steps.promises.tick.let_reports_go",
    "steps.ownership.tick.let_disclosures_go",
    "steps.leaving.tick.erase_due",
)
