"""A file from the office (Word, PDF, a scan) -> an item of the portal; opened by an author's command only."""
