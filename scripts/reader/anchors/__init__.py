"""Addresses that last: new wordings matched to old ones, and the ledger that keeps them.

What a page shows of an anchor is not decided here.
"""
