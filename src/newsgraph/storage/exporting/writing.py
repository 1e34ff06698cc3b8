"""Conversions written: to a file, a folder, an archive or a stream; whole or not at all."""

import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO

from newsgraph.errors import OutputError
from newsgraph.storage.exporting.registry import ARTICLES, TOLD, Exporter
from newsgraph.storage.exporting.source import Progress, Source
from newsgraph.storage.store import QuadStore
from newsgraph.storage.writing import save

# The first day that a ZIP archive can tell: files made of the same graph are the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ROOM = 1 << 20


def convert(
    store: QuadStore,
    exporter: Exporter,
    destination: Path | BinaryIO,
    *,
    told: bool = False,
    articles: Iterable[str] = (),
    progress: Progress | None = None,
) -> None:
    """Write a graph in a format. An OutputError where an option means nothing to it, or it cannot be written there.

    Of a format of several files a folder is made, or an archive where the destination ends in .zip or is a stream.
    """
    only = tuple(articles)
    for name, given in ((TOLD, told), (ARTICLES, bool(only))):
        if given and name not in exporter.takes:
            raise OutputError(exporter.name, f"knows no choice of what is {name}", advice=f"leave {name} out")
    source = Source(store.own, base=store.base, told=told, only=only, progress=progress)
    made = exporter.make(store, source)
    if not isinstance(made, Mapping):
        _put(made, destination)
    elif isinstance(destination, Path) and destination.suffix.casefold() != ".zip":
        _folder(made, destination)
    else:
        with tempfile.TemporaryFile() as archive:
            _archive(made, archive)
            _put(_read(archive), destination)


def _put(pieces: Iterable[bytes], destination: Path | BinaryIO) -> None:
    if isinstance(destination, Path):
        save(pieces, destination)
        return
    for piece in pieces:
        destination.write(piece)
    destination.flush()


def _folder(files: Mapping[str, Iterable[bytes]], path: Path) -> None:
    """All files are made before the first takes its place."""
    new = not path.exists()
    try:
        path.mkdir(exist_ok=True)
        _fill(files, path)
    except OSError as error:
        advice = "name a folder, or a file that ends in .zip"
        raise OutputError(str(path), f"cannot be written: {error.strerror}", advice=advice) from error
    finally:
        if new and path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def _fill(files: Mapping[str, Iterable[bytes]], path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=path, prefix=".making-") as making:
        for name, pieces in files.items():
            save(pieces, Path(making) / name)
        for name in files:
            (Path(making) / name).replace(path / name)


def _archive(files: Mapping[str, Iterable[bytes]], stream: IO[bytes]) -> None:
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files.items():
            about = zipfile.ZipInfo(name, _EPOCH)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with archive.open(about, "w", force_zip64=True) as file:
                file.writelines(pieces)


def _read(stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(0)
    while piece := stream.read(_ROOM):
        yield piece
