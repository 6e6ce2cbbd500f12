"""From the library to the files of `docs/`: the only layer that knows Markdown and its escapes."""
