"""What a build keeps for the next, and how it proves that it may be used again."""
