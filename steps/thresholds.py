"""The numbers of the domain in one place: what joins a step, and how much may reach somebody."""

import datetime as dt

A_DAY = dt.timedelta(days=1)
A_WEEK = 7 * A_DAY

# How long what is shared can be taken back without trace.
HELD_FOR = dt.timedelta(minutes=2)
# Step 2: when a guess can be looked at again.
LOOKED_AT_AFTER = A_WEEK

# Step 9: so many promises are open at a time, each for so long at the most; one in so long is ended
# early.
MOST_PROMISES = 3
LONGEST_PROMISE = 90 * A_DAY
ENDS_EVERY = A_WEEK

# Step 13: reported on time on this many days; honest misses count.
REPORTS_ON_TIME = 5
# A miss is put right in words within so long after it was reported.
REPAIRED_WITHIN = 3 * A_DAY

# Step 14: something was reported in so many of the last weeks, those with a pause left out; and how
# far back they are looked for: between two pauses lies at least one week, in four at most.
WEEKS_REPORTED, WEEKS_LOOKED_AT = 6, 8
WEEKS_BACK = 32

# Step 3: a letter goes so long after step 2, if the other says nothing to that; once it is shared
# it can be taken back for so long.
GUESS_RESTS = A_WEEK
LETTER_HELD_FOR = dt.timedelta(hours=1)

# Step 7: looked back in so many different weeks.
WEEKS_LOOKED_BACK = 4

# Step 8: choice points that are tied to a promise or a plan.
TIED_POINTS = 2

# Step 16: after how long an ownership card is looked at again.
LOOK_AGAIN_AFTER = 30 * A_DAY

# How much somebody may tell of themselves in a day; it is counted in no other way.
DISCLOSURES_A_DAY = 4
# Step 17: so many pieces of one's own went with every firm hint decided.
PIECES_REREAD = 5

# What is told in the words of the steps: times when a mirror was confirmed (6), questions
# (15), open lines (18), shared moments or times that a habit was kept (19), small
# things noticed together or alone (20), looks back (21).
MIRRORS = 2
QUESTIONS_WRITTEN = 5
OPEN_LINES = 4
MOMENTS_SHARED, TIMES_KEPT = 3, 4
NOTICED_TOGETHER, NOTICED_ALONE = 2, 4
LOOKS_BACK = 3

# Today: how long one thing takes at most, in minutes; after how long without a word of one's own it
# asks whether to start from today; and when what is for two comes of itself.
A_SITTING = 5
GAP = 14 * A_DAY
TOGETHER_AFTER = 8 * A_WEEK

# How often one day of a promise may be reported, the corrections among them.
REPORTS_A_DAY = 4
# So many of them may carry a note within a day, each until so long after its day.
NOTES_A_DAY = 12
NOTES_UNTIL = A_WEEK

# How often within a day the same may be answered, marked or said to have been so, anew; and how
# much of it one person may say in all.
SAID_A_DAY = 4
ACTS_A_DAY = 24

# A mark can be changed for so long; the first one is given until so long after the last day.
MARKED_UNTIL = 30 * A_DAY

# What one person may send the other unasked, over all that they work on.
LETTERS_A_DAY = 1
OTHERS_A_DAY = 3
# How many of these may wait without an answer, and after how long one is not counted any more.
WAITING = 3
WAITS_FOR = 14 * A_DAY
# After a letter nothing else goes; step 5 is joined by one such week.
QUIET_WEEK = A_WEEK

# A line to the other goes along with a space once in this time.
LINE_EVERY = A_WEEK

# How long a pause of promises lasts, and how long lies between the end of one and the next.
LONGEST_PAUSE = 14 * A_DAY
BETWEEN_PAUSES = 14 * A_DAY

# Who was sent something can begin the other way round at any time; of that nothing goes before so
# long after the first that was sent.
OTHER_WAY_AFTER = 30 * A_DAY
