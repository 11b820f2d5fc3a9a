"""Own it: what you did, said whole."""
