"""Detectors: pure functions that look at a text as received and propose, with a confidence and a reason.

Nothing here reads or writes a file, and nothing proposed here changes a text: `new` writes it down for an
editor to read, and a build applies what stands there (the third law). What reads a format (HTML, PDF, a
manuscript) hands over a `Sheet`, so that no detector knows one format from another.
"""
