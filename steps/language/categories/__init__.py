"""The kinds of phrases as data, one small file each: how it is said, and what is asked about it."""
