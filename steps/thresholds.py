"""Every number that decides when a step is joined, in one place."""

# Step 13: reported on time on this many days; honest misses count.
REPORTS_ON_TIME = 5
