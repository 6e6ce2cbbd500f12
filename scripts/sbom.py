"""The bill of materials, in CycloneDX: the packages of the reader as locked, and what its site ships.

The packages are those of uv.lock for every platform, with the hash of each file; a licence is what the
installed package says of itself, so it is missing for one that this platform does not install. There is no
date and no serial number in it: the same lock gives the same bytes.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path
from typing import Any

import pypandoc
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from license_expression import get_spdx_licensing
from packageurl import PackageURL

from reader.site import shipped

FILE = "sbom.cdx.json"
THEME = "mkdocs-material"  # the package that brings all that `shipped` tells of
Package = Mapping[str, Any]


def bill(root: Path) -> str:
    """Return the bill of materials of the project at `root`, as JSON."""
    locked = {_key(one): one for one in tomllib.loads((root / "uv.lock").read_text("utf-8"))["package"]}
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    main = Component(
        name=about["name"],
        version=about["version"],
        type=ComponentType.APPLICATION,
        bom_ref=about["name"],
        licenses=[LicenseExpression(about["license"])],
    )
    [own] = [key for key, one in locked.items() if "virtual" in one["source"]]
    needed = _closure(locked, own)
    packages = {key: _package(locked[key]) for key in needed if key != own} | {own: main}
    bom = Bom(components=[packages[key] for key in needed if key != own])
    bom.metadata.component = main
    for key in needed:
        bom.register_dependency(packages[key], [packages[one] for one in _needs(locked, locked[key])])
    for brings, brought in _within(packages):
        bom.components |= set(brought)
        bom.register_dependency(packages[brings], brought)
    return _json(bom)


def _key(package: Package) -> tuple[str, str]:
    return package["name"], package.get("version", "")


def _needs(locked: Mapping[tuple[str, str], Package], package: Package) -> Iterator[tuple[str, str]]:
    """What a package depends on; the lock names a version where it holds more than one."""
    for one in _dependencies(locked, package):
        yield from (key for key in locked if key[0] == one["name"] and key[1] == one.get("version", key[1]))


def _dependencies(locked: Mapping[tuple[str, str], Package], package: Package) -> list[Package]:
    """Its dependencies, and those of the extras by which anything asks for it."""
    asked = {
        extra
        for other in locked.values()
        for one in other.get("dependencies", ())
        if one["name"] == package["name"]
        for extra in one.get("extra", ())
    }
    optional = package.get("optional-dependencies", {})
    return [*package.get("dependencies", ()), *(one for extra in sorted(asked) for one in optional[extra])]


def _closure(locked: Mapping[tuple[str, str], Package], start: tuple[str, str]) -> list[tuple[str, str]]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(_needs(locked, locked[waiting.pop()])) - found
        found |= new
        waiting += sorted(new)
    return sorted(found)


def _package(package: Package) -> Component:
    name, number = _key(package)
    return Component(
        name=name,
        version=number,
        bom_ref=f"{name}=={number}",
        purl=PackageURL("pypi", None, name, number),
        licenses=_licences(name, number),
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.DISTRIBUTION,
                url=XsUri(file["url"]),
                hashes=[HashType(alg=HashAlgorithm.SHA_256, content=file["hash"].removeprefix("sha256:"))],
            )
            for file in [*package["wheels"], *([package["sdist"]] if "sdist" in package else [])]
        ],
    )


def _licences(name: str, number: str) -> list[DisjunctiveLicense | LicenseExpression]:
    """What a package says of its licence: as an expression of SPDX, in a word, or among its classifiers."""
    try:
        said = metadata(name).json
    except PackageNotFoundError:
        return []
    if said["version"] != number:
        return []
    stated = (str(said.get(field, "")) for field in ("license_expression", "license"))
    classes = (one.rsplit(" :: ", 1)[1] for one in said.get("classifier", ()) if one.startswith("License"))
    words = next((one for one in [*stated, *classes] if one not in {"", "UNKNOWN"} and "\n" not in one), "")
    return [_licence(words)] if words else []


def _licence(words: str) -> DisjunctiveLicense | LicenseExpression:
    # other signs than those of an expression (“Other/Proprietary License”) are too much for its parser
    known = re.fullmatch(r"[\w.:()+ -]+", words) is not None and not _spdx().validate(words).errors
    return LicenseExpression(words) if known else DisjunctiveLicense(name=words)


@cache
def _spdx() -> Any:
    return get_spdx_licensing()


def _within(
    packages: Mapping[tuple[str, str], Component],
) -> Iterator[tuple[tuple[str, str], list[Component]]]:
    """What packages of Python bring that is not Python: the files of the site, and pandoc."""
    pandoc = Component(
        name="pandoc",
        version=pypandoc.get_pandoc_version(),
        type=ComponentType.APPLICATION,
        bom_ref="pandoc",
        licenses=[LicenseExpression("GPL-2.0-or-later")],
    )
    brought = {THEME: [_shipped(one) for one in shipped.SHIPPED], "pypandoc-binary": [pandoc]}
    yield from ((key, brought[key[0]]) for key in packages if key[0] in brought)


def _shipped(one: shipped.Component) -> Component:
    return Component(
        name=one.name,
        version=one.version or None,
        bom_ref=f"site/{one.name}",
        scope=ComponentScope.REQUIRED,
        licenses=[_licence(one.licence)],
        copyright=one.holders,
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(one.home))],
        properties=_files(one.files),
    )


def _files(patterns: Iterable[str]) -> list[Property]:
    return [Property(name="annotated-reader:site:files", value=pattern) for pattern in patterns]


def _json(bom: Bom) -> str:
    bom.serial_number = None  # type: ignore[assignment]
    bom.metadata.timestamp = None  # type: ignore[assignment]
    tool = Component(name="cyclonedx-python-lib", version=version("cyclonedx-python-lib"))
    bom.metadata.tools.components.add(tool)
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"


if __name__ == "__main__":
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    (root / FILE).write_text(bill(root), "utf-8", newline="\n")
    print(f"the bill of materials is in {root / FILE}")
