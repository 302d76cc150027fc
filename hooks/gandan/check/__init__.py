"""Raw -> records: the door. What passes is right in itself; what does not is told, all of it at once."""
