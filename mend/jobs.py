"""What the clock's tick does: dotted paths of functions without arguments, in this order."""

TICKS: tuple[str, ...] = (
    "steps.sharing.tick.deliver_due",
    "accounts.devices.models.forget_ended",
    "accounts.attempts.models.forget_old",
)
