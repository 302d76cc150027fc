"""Portal + day -> what a page says of itself to machines: schema.org and Dublin Core."""
