"""Together, if wanted: nothing here can be done to somebody."""
