"""What the clock's tick does: dotted paths of functions without arguments, in this order."""

TICKS: tuple[str, ...] = ("steps.sharing.tick.deliver_due",)
