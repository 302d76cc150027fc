"""Portal + day -> views: the words a template prints. Views decide, templates print."""
