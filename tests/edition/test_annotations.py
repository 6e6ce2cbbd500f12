"""The notes and terms of the five texts, found on their pages by Apache Annotator."""

from __future__ import annotations

from pathlib import Path

from reader import pipeline
from test_web_annotations import expected, found_by_annotator

ROOT = Path(__file__).parents[2]


def test_every_annotation_is_found(built: Path) -> None:
    """By words and by position; a client that finds nothing shows nothing."""
    number = 0
    for page in pipeline.read(ROOT).pages:
        words = [said for _target, said in expected(page)]
        assert found_by_annotator(built, page.slug) == [[one, one] for one in words]
        number += len(words)
    assert number > 700
