"""Zip archives whose bytes depend on nothing but their content."""

import io
import zipfile
from collections.abc import Mapping

# The first day that a zip archive can name.
_DAY = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes], first: str = "") -> bytes:
    """Return an archive of files in the order of their names; `first`, if there is one, leads and is not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
