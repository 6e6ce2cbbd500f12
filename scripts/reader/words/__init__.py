"""Text alone: letters, sentences, likeness, signs, raw lines, and edits that can be undone.

Nothing here knows what a project, a passage or a page is.
"""
