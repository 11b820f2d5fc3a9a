"""On every page: a way of answering that serves every step."""
