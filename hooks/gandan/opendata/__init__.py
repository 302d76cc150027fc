"""Portal + day -> open data: every kind as JSON and CSV, each with its JSON Schema."""
