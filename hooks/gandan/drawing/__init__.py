"""Pictures of figures, drawn when the site is built.

Lengths and places are SVG; every word stays a word of the page, so that it grows with the reader's letters,
breaks where it must and is never cut. A chart says nothing that the table above it does not say: ears and
machines read the table.
"""
