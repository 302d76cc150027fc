"""Pages read aloud by a telephone: which sentences they hold, and the files that tell how to say them."""
