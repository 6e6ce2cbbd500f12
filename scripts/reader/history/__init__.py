"""What was changed on the way from the raw text, and what was said before.

Facts for pages and data, without markup.
"""
