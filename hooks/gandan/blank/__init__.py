"""New records: a kind, a title and a day -> where the record belongs and a form to fill in.

The forms are made from the models, so that they cannot disagree with the check; this room opens no file.
"""
