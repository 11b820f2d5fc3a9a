"""A made-up story of five weeks, to look at and to try things on."""
