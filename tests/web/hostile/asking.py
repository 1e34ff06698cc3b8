"""A request that nobody means well by."""

from dataclasses import dataclass, field
from urllib.parse import quote

LATIN = "latin-1"


@dataclass(frozen=True, slots=True)
class Ask:
    """A request, as it goes over the wire; `sort` says what is wrong with it."""

    sort: str
    target: str
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)

    @property
    def data(self) -> bytes:
        """All its bytes."""
        named = {name.lower() for name, _ in self.headers}
        usual = [("Host", "localhost")] if "host" not in named else []
        if (self.body or self.method == "POST") and not {"content-length", "transfer-encoding"} & named:
            usual.append(("Content-Length", str(len(self.body))))
        lines = [
            f"{self.method} {self.target} HTTP/1.1",
            *(f"{name}: {value}" for name, value in (*usual, *self.headers)),
        ]
        return "\r\n".join([*lines, "", ""]).encode(LATIN, "replace") + self.body


def quoted(text: str) -> str:
    """A text as it may stand in an address; halves of surrogate pairs as bytes that are no UTF-8."""
    return quote(text, safe="", errors="surrogatepass")
