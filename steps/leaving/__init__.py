"""Going: what one takes along."""
