"""`assets/words.js`: what scripts say, in the language of a site that is not in English; see `speech.js`."""

from __future__ import annotations

import json

from reader.words.speech import Catalogue

PATH = "assets/words.js"


def words(catalogue: Catalogue) -> str:
    """Return the script that gives each phrase of the scripts in the language of a catalogue."""
    said = {"language": catalogue.language, "words": dict(sorted(catalogue.scripts.items()))}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"globalThis.readerWords = {text};\n"
