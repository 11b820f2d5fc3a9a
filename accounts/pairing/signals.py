"""What the rest of Mend hears about couples."""

from django.dispatch import Signal

# Sender Couple; user, old, new: `user` has moved from the couple of one `old` to the couple `new`,
# within the transaction and with both couples locked. What they began alone comes along.
joined = Signal()
