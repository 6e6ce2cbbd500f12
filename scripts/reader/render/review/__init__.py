"""The page on which an editor looks through a text: no page of the site, and one file."""
