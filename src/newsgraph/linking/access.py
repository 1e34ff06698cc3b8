"""Who asks: a name with a password, or a token. Both come from the environment, never from the command line."""

import base64
import hashlib
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import parse_http_list, parse_keqv_list

from newsgraph.errors import EndpointError

PASSWORD, TOKEN = "NEWSGRAPH_STORE_PASSWORD", "NEWSGRAPH_STORE_TOKEN"
HASHES = {"MD5": "md5", "SHA-256": "sha256"}


@dataclass(frozen=True, slots=True)
class Access:
    """What opens a store; nothing of it is ever shown."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        """Whether there is anything to show to a server."""
        return bool(self.user or self.token)

    @classmethod
    def of(cls, user: str | None, environment: Mapping[str, str] = os.environ) -> "Access":
        """That of a user by name, or by a token; none where neither is given. An EndpointError without a password."""
        if user is None:
            return cls(token=environment.get(TOKEN, ""))
        if not environment.get(PASSWORD):
            raise EndpointError(user, "has no password", advice=f"set the environment variable {PASSWORD}")
        return cls(user, environment[PASSWORD])

    def first(self, secure: bool) -> str | None:
        """What a request says before the server has asked for anything: a password goes unasked over HTTPS only."""
        if self.token:
            return f"Bearer {self.token}"
        return self._basic() if self.user and secure else None

    def answer(self, challenge: str, method: str, url: str, count: int) -> str | None:
        """The header that meets a challenge (WWW-Authenticate) for the `count`th time; None where nothing does."""
        scheme, _, rest = challenge.partition(" ")
        if not self.user:
            return None
        if scheme.lower() == "basic":
            return self._basic()
        return self._digest(parse_keqv_list(parse_http_list(rest)), method, url, count)

    def _basic(self) -> str:
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()

    def _digest(self, asked: Mapping[str, str], method: str, url: str, count: int) -> str | None:
        """RFC 7616, without the protection of bodies."""
        algorithm = asked.get("algorithm", "MD5").upper()
        realm, nonce = asked.get("realm", ""), asked.get("nonce")
        if algorithm not in HASHES or nonce is None:
            return None
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

        def hashed(*words: str) -> str:
            return hashlib.new(HASHES[algorithm], ":".join(words).encode(), usedforsecurity=False).hexdigest()

        who, what = hashed(self.user, realm, self.password), hashed(method, path)
        said = {"username": self.user, "realm": realm, "nonce": nonce, "uri": path}
        said |= {"opaque": asked["opaque"]} if "opaque" in asked else {}
        bare = {"algorithm": algorithm}
        if "auth" in [one.strip() for one in asked.get("qop", "").split(",")]:
            own, number = secrets.token_hex(8), f"{count:08x}"
            said |= {"cnonce": own, "response": hashed(who, nonce, number, own, "auth", what)}
            bare |= {"qop": "auth", "nc": number}
        else:
            said |= {"response": hashed(who, nonce, what)}
        quoted = (f'{name}="{_quoted(value)}"' for name, value in said.items())
        return "Digest " + ", ".join((*quoted, *(f"{name}={value}" for name, value in bare.items())))


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
