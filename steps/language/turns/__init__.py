"""More turns of phrase, for the kinds that have too many for one file: lines, by level."""
