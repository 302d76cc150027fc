"""What a ward owes its residents by law, and when: rules, counting, clocks."""
