"""What is made of a library, piece by piece: made again only where what went into it has changed.

`noted` notes what is read while a piece is made, `prints` tells whether any of that has changed, and `make`
takes what is kept or makes it anew, here or in other processes. What the pieces are is said by the rooms that
make them (`render.docs`, `exports`).
"""
