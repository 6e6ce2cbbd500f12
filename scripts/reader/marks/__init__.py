"""Stand-off marks on passages, a kind a module: terms, citations, notes, emendations, rights.

No module here imports another, and none writes markup.
"""
