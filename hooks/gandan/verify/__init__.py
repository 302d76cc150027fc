"""A live site, read from outside as residents and their machines read it -> what is wrong with it."""
