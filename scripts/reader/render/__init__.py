"""From the library to the pages of `docs/`: the only room that knows Markdown and HTML.

Nothing is found or decided here that another output would need too.
"""
