"""From the raw text to the reading text and its blocks, by the editor’s decisions and the rules.

No anchors, no marks and no markup here.
"""
