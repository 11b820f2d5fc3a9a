"""The 21 steps as data: what each asks of its writer, in our own words. They decide nothing."""
