"""What has only one right answer, mended: a file's bytes -> the same but for the mends, and which they were.

Each mend is a function of text, named by the code that it mends; nothing here opens a file.
"""
