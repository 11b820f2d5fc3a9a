"""Every number that decides when a step is joined, in one place."""

# Step 4: this many days without an answer, with a repair done that needs nobody's yes.
OFFER_UNANSWERED_DAYS = 30
# Step 13: reported on time on this many days; honest misses count.
REPORTS_ON_TIME = 5
