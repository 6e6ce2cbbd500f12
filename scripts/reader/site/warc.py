"""The site of an edition as web archives keep it: a WARC (ISO 28500, 1.1), each file as it would be answered.

Archives of the web and their readers, such as ReplayWeb.page, open it as the site at its own address, long
after that has gone. So there is one only where that address and the day of the edition are known: the day is
that of every record, and the same edition gives the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.model import Library
from reader.site.data_index import media_type

LOOKS = {".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".jpg": "image/jpeg"}
WRITTEN = ("text/", "application/xml", "application/json")  # with the name of their encoding
HIDDEN = ("_headers",)  # what a server reads and gives to nobody


def archive(file: Path, site: Path, library: Library) -> bool:
    """Write the archive of what stands in `site`, where it can be dated and placed; say whether it was."""
    file.unlink(missing_ok=True)
    if library.site_url == "/" or library.edition not in library.releases:
        return False
    with file.open("wb") as opened:
        for record in _records(site, library):
            opened.write(gzip.compress(record, mtime=0))
    return True


def _records(site: Path, library: Library) -> Iterator[bytes]:
    day = f"{library.releases[library.edition]}T00:00:00Z"
    info = f"software: annotated-reader\r\nformat: WARC File Format 1.1\r\ntitle: {library.site_name}\r\n"
    yield _record(day, info.encode(), {"WARC-Type": "warcinfo", "Content-Type": "application/warc-fields"})
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        name = path.relative_to(site).as_posix()
        if name not in HIDDEN:
            data = path.read_bytes()
            address = library.site_url + name.removesuffix("index.html")
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {_type(name)}\r\nContent-Length: {len(data)}\r\n\r\n"
            said = {
                "WARC-Type": "response",
                "WARC-Target-URI": address,
                "WARC-Payload-Digest": _digest(data),
                "Content-Type": "application/http;msgtype=response",
            }
            yield _record(day, head.encode() + data, said)


def _record(day: str, block: bytes, said: Mapping[str, str]) -> bytes:
    name = hashlib.sha256(f"{day} {sorted(said.items())} {_digest(block)}".encode()).hexdigest()
    parts = (
        name[:8],
        name[8:12],
        f"8{name[13:16]}",
        f"8{name[17:20]}",
        name[20:32],
    )  # a UUID of our own making
    rows = {
        "WARC-Record-ID": f"<urn:uuid:{'-'.join(parts)}>",
        "WARC-Date": day,
        "WARC-Block-Digest": _digest(block),
        **said,
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{field}: {words}\r\n" for field, words in rows.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def _digest(data: bytes) -> str:
    return f"sha256:{base64.b32encode(hashlib.sha256(data).digest()).decode()}"


def _type(name: str) -> str:
    kind = LOOKS.get(Path(name).suffix) or media_type(name)
    written = kind.startswith(WRITTEN) and "charset" not in kind
    return f"{kind}; charset=utf-8" if written else kind
