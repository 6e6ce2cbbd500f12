"""The words for what was received, in one table."""

from __future__ import annotations

from reader.words.speech import Phrase, Plural

RECEIVED = Phrase("As received")
RECEIVED_AS = Phrase(
    "The text was received as {file} (SHA-256 {sha256}), which is kept byte for byte. The raw text is what "
    "{extractor} ({version}) made of it."
)
MENDED = Phrase("Letters that were garbled in it, with what the raw text has for them:")
AT_PLACES = Plural("at {number} place", "at {number} places")
NOTHING_IN_ITS_PLACE = Phrase("(nothing)")
