"""Portal -> what machines read: RSS, JSON feed, sitemap, robots."""
