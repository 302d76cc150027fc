"""Files -> Raw: the only rooms that open content. A bad value passes through them unharmed."""
