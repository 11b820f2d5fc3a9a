"""Leave room: time and choice that belong to the other."""
