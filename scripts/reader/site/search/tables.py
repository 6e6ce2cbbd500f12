"""What a browser must know to fold, to cut and to stem words as this build does."""

from __future__ import annotations

from typing import Any

from reader.words import folding, function_words, search_keys, stems

TABLES: dict[str, Any] = {
    "letters": folding.LETTERS,
    "dropped": folding.DROPPED,
    "chunk": search_keys.CHUNK,
    "part": search_keys.PART,
    "piece": search_keys.PIECE,
    "unspaced": search_keys.UNSPACED,
    "apostrophes": search_keys.APOSTROPHES,
    "signs": search_keys.SIGNS,
    "longest": search_keys.LONGEST,
    "shortestStem": stems.SHORTEST,
    "plurals": stems.PLURALS,
    "spellings": stems.SPELLINGS,
    "suffixes": stems.SUFFIXES,
    "scripts": [[one.letters, one.rest, one.endings, one.beginnings] for one in stems.SCRIPTS],
    "light": " ".join(sorted(set(map(folding.fold, function_words.FUNCTION_WORDS)))),
}
