"""Keep it: small promises, kept and told."""
