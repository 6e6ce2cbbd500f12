"""Replaying real edit histories through the ledger, and judging what it says by a measure of its own."""
