"""Why a file cannot be taken."""


class Refused(Exception):
    """A sentence for staff: what is wrong with the file, and what to do."""
