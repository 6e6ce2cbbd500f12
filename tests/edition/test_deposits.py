"""What archives read of this edition and of the engine: four files that say the same."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EDITION = PROJECT["tool"]["reader"]


def test_the_edition_is_told_alike() -> None:
    """Title, edition, day, makers, words and licence of a deposit are those of a citation."""
    told = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
    assert told["title"] == CITATION["title"]
    assert told["version"] == CITATION["version"] == EDITION["edition"]
    days = {one["edition"]: one["date"] for one in EDITION["release"]}
    assert told["publication_date"] == days[EDITION["edition"]]
    assert [one["name"] for one in told["creators"]] == [one["name"] for one in CITATION["authors"]]
    assert told["description"] == " ".join(CITATION["abstract"].split())
    assert told["keywords"] == CITATION["keywords"]
    assert told["license"] == CITATION["license"].lower()
    assert told["upload_type"] == CITATION["type"]


def test_the_engine_is_told_alike() -> None:
    """Codemeta says of the program what its package says."""
    told, project = json.loads((ROOT / "codemeta.json").read_text("utf-8")), PROJECT["project"]
    assert (told["name"], told["version"]) == (project["name"], project["version"])
    assert told["description"] == project["description"]
    assert told["license"].rsplit("/", 1)[1] == project["license"]
    assert told["runtimePlatform"] == f"Python {project['requires-python']}"
    assert told["author"]["name"] == CITATION["authors"][0]["name"]
