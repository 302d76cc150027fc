"""Records -> Portal: every cross-reference followed once, in both directions."""
