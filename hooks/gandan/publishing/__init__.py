"""Publication: a built site -> one more commit on the branch that the host shows; never half, no force."""
