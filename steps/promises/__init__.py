"""Promises: a sentence to keep on the days of a schedule, and what the two say of those days.

Rows: `models` (a promise, with its days by `dated`), and by who made it `reports`, `repairs`,
`gaps` and `pauses`; by the one it was made to `tracking`, with `marking` for what may be marked;
by either `changes` and `consents`.

Without a database: `schedule` and `terms` (when it falls due), `fitting` (other terms), `days` and
`weeks` (what was said of a day), `rhythm`, `wordings` and `saying` (how it is told).

For pages: `known` (as one person knows them), `running` (which are open), `sheets` and `lists`,
`today`, and `facts`, `silence`, `pattern`, `picture` for the weeks one below the other.

Views: `views` for days, `asking` for yes, no and other terms, `mending` for misses and gaps; they
answer by `answers`.
"""
