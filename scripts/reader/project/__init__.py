"""The disk, both ways: an editor’s files read into the nouns of `model`, and files written.

No decision about a text is taken here.
"""
