"""Proof of publication: what the publication branch knows of a page; when, which bytes, what changed."""
