"""What comes with a request, up to a size."""

from urllib.parse import unquote_to_bytes

from starlette.requests import Request

from newsgraph.errors import NewsgraphError

# Fields of a form.
MOST = 1000


class BodyError(NewsgraphError):
    """A body cannot be taken; `status` says why."""

    def __init__(self, status: int, problem: str) -> None:
        super().__init__("the request", problem)
        self.status = status


async def body(request: Request, size: int) -> bytes:
    """The body; a BodyError (413) where it is larger than so many bytes."""
    declared = request.headers.get("content-length", "0")
    if declared.isdecimal() and int(declared) > size:
        raise _large(size)
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > size:
            raise _large(size)
    return bytes(found)


async def text(request: Request, size: int) -> str:
    """The body as UTF-8; a BodyError (400) where it is none."""
    return _decoded(await body(request, size))


async def form(request: Request, size: int) -> list[tuple[str, str]]:
    """The fields of a form that is URL-encoded."""
    return fields(_decoded(await body(request, size)))


def fields(encoded: str) -> list[tuple[str, str]]:
    """Fields as they stand in an address or a form; a BodyError (400) where they are no UTF-8, or too many."""
    parts = [part for part in encoded.replace("+", " ").split("&") if part]
    if len(parts) > MOST:
        raise BodyError(400, f"has more than {MOST:,} fields")
    try:
        return [(_read(name), _read(value)) for name, _, value in (part.partition("=") for part in parts)]
    except ValueError as error:
        raise BodyError(400, f"has fields that cannot be read: {error}") from error


def _read(encoded: str) -> str:
    """What a part of a field says; the library's own way of reading it is slow for what has many signs."""
    return unquote_to_bytes(encoded).decode() if "%" in encoded else encoded.encode().decode()


def _decoded(found: bytes) -> str:
    try:
        return found.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BodyError(400, "is no UTF-8") from error


def _large(size: int) -> BodyError:
    return BodyError(413, f"has a body of more than {size:,} bytes")
