"""Portal -> the search index: static files that a browser searches without a server."""
