"""The bill of materials names what is locked and what is shipped, in the form that CycloneDX gives it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from reader.site.shipped import SHIPPED
from sbom import bill
from test_supply import ROOT, requirements


@cache
def read() -> Any:
    return json.loads(bill(ROOT))


@cache
def installed() -> dict[str, str]:
    return {one.metadata["Name"].lower().replace("_", "-"): one.version for one in distributions()}


def components() -> dict[str, Any]:
    return {one["bom-ref"]: one for one in read()["components"]}


def needs() -> dict[str, set[str]]:
    return {one["ref"]: set(one.get("dependsOn", ())) for one in read()["dependencies"]}


def test_it_has_the_form_of_cyclonedx() -> None:
    """The schemas are CycloneDX's own; those for licences and signatures stand beside that of the bill."""
    schemas = [
        json.loads(file.read_text("utf-8"))
        for file in files("cyclonedx.schema._res").iterdir()
        if file.name
        in {"bom-1.6.SNAPSHOT.schema.json", "spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"}
    ]
    resources = [Resource.from_contents(schema) for schema in schemas]
    registry = resources @ Registry[Any]()
    [schema] = [one for one in schemas if "bom-1.6" in one["$id"]]
    jsonschema.Draft7Validator(schema, registry=registry).validate(read())
    assert (read()["bomFormat"], read()["specVersion"]) == ("CycloneDX", "1.6")


def test_it_names_the_packages_that_are_installed_for_the_site() -> None:
    """Neither more nor less, and each with the hashes by which it is installed."""
    locked = requirements("requirements.txt")
    told = {
        ref: {f"sha256:{hash_['content']}" for file in one["externalReferences"] for hash_ in file["hashes"]}
        for ref, one in components().items()
        if "purl" in one
    }
    assert told == locked
    assert all(
        one["purl"] == f"pkg:pypi/{ref.replace('==', '@')}"
        for ref, one in components().items()
        if ref in told
    )


def test_it_names_what_the_site_ships() -> None:
    told = {
        one["name"]: (
            one.get("version", ""),
            one["licenses"][0]["expression"],
            one["copyright"],
            tuple(file["value"] for file in one["properties"]),
        )
        for ref, one in components().items()
        if ref.startswith("site/")
    }
    assert told == {
        one.name: (one.version, one.licence, one.holders, tuple(sorted(one.files))) for one in SHIPPED
    }


def test_all_of_it_hangs_together() -> None:
    """Whatever is named is needed by something, and in the end by the reader."""
    reached, waiting = {"annotated-reader"}, ["annotated-reader"]
    while waiting:
        new = needs()[waiting.pop()] - reached
        reached |= new
        waiting += new
    assert reached == {"annotated-reader", *components()}
    assert {"jinja2==3.1.6", "site/RxJS"} <= needs()[
        next(ref for ref in needs() if ref.startswith("mkdocs-material=="))
    ]


@pytest.mark.parametrize("ref", sorted(components()))
def test_every_part_has_a_licence(ref: str) -> None:
    """But for a package that is not for this Python, or not in this version."""
    name, _sign, number = ref.partition("==")
    assert bool(components()[ref].get("licenses")) == (not number or installed().get(name) == number)


def test_it_is_the_same_every_time(tmp_path: Path) -> None:
    """No date, no serial number, no order of a set."""
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    for seed in ("1", "2"):
        command = [sys.executable, str(ROOT / "scripts/sbom.py"), str(tmp_path)]
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tehran"}
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert (tmp_path / "sbom.cdx.json").read_text("utf-8") == bill(ROOT)
