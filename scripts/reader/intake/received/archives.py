"""Look into the archives that DOCX, ODT and EPUB are before any program unpacks them.

What an archive says of its sizes is not believed: each member is unpacked bit by bit and thrown away, until
it ends or the whole is too much.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence

from reader.intake.received.refusal import damaged, locked, too_large

MOST = 256 * 1024 * 1024  # bytes, all members together
MANY = 10_000  # members
STEP = 1 << 20
STORED, DEFLATED = 0, 8
HEADER = 30  # bytes before the name in the header of a member
ENCRYPTED = 1
TOO_MUCH = "the file unpacks to more than any text needs"


def look_through(data: bytes) -> None:
    """Raise what keeps an archive from being unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, IndexError) as error:
        raise damaged(str(error) or "it is no archive") from None
    if len(members) > MANY or sum(one.file_size for one in members) > MOST:
        raise too_large(TOO_MUCH)
    if any(one.flag_bits & ENCRYPTED for one in members):
        raise locked()
    seen = 0
    for one in members:
        for length in _lengths(data, one):
            seen += length
            if seen > MOST:
                raise too_large(TOO_MUCH)


def member(data: bytes, names: Sequence[str]) -> bytes:
    """Return the first of some members that is there; nothing where it is broken or none is there."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            there = [name for name in names if name in archive.namelist()]
            return archive.read(there[0]) if there else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        return b""


def _lengths(data: bytes, member: zipfile.ZipInfo) -> Iterator[int]:
    """Yield how many bytes a member gives, step by step."""
    start = member.header_offset
    header = data[start : start + HEADER]
    if len(header) < HEADER or header[:4] != b"PK\x03\x04":
        raise damaged(f"“{member.filename}” is not where the archive says")
    begins = (
        start + HEADER + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    )
    packed = data[begins : begins + member.compress_size]
    if member.compress_type == STORED:
        yield len(packed)
        return
    if member.compress_type != DEFLATED:
        raise damaged(f"“{member.filename}” is packed in a way that is not known here")
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while packed and not unpack.eof:
            yield len(unpack.decompress(packed, STEP))
            packed = unpack.unconsumed_tail
    except zlib.error as error:
        raise damaged(f"“{member.filename}” cannot be unpacked: {error}") from None
    if not unpack.eof and member.file_size:
        raise damaged(f"“{member.filename}” breaks off")
