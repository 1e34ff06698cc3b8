import base64
import secrets
from unittest.mock import patch

import pytest

from linking.server import Script
from newsgraph.errors import EndpointError
from newsgraph.linking import Access, Endpoint
from newsgraph.linking.access import PASSWORD, TOKEN
from newsgraph.linking.wire import Wire
from newsgraph.model.answers import Verdict

ASK = "ASK { ?s ?p ?o }"
# The example of RFC 7616, 3.9.1.
NONCE, OPAQUE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
MUFASA = Access("Mufasa", "Circle of Life")
BASIC = "Basic " + base64.b64encode(b"ann:s\xc3\xa9same").decode()
ANN = Access("ann", "sésame")


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digest(algorithm: str, response: str) -> None:
    """A digest is that of the standard's own example."""
    challenge = (
        f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm}, nonce="{NONCE}", '
        f'opaque="{OPAQUE}"'
    )
    with patch.object(secrets, "token_hex", lambda size: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"):
        said = MUFASA.answer(challenge, "GET", "http://www.example.org/dir/index.html", 1)
    assert said is not None
    assert f'response="{response}"' in said
    assert 'uri="/dir/index.html"' in said
    assert "nc=00000001" in said
    assert f'opaque="{OPAQUE}"' in said


@pytest.mark.parametrize(
    "challenge", ["Negotiate", 'Digest realm="r", nonce="n", algorithm="MD5-sess"', "Digest realm=r"]
)
def test_what_cannot_be_met(challenge: str) -> None:
    """A challenge that is not understood is not met."""
    assert MUFASA.answer(challenge, "GET", "http://example.org/", 1) is None


def test_nothing_is_shown() -> None:
    """Neither password nor token stands in what is printed of them."""
    assert "sésame" not in repr(Wire(ANN))
    assert "secret" not in repr(Wire(Access(token="secret")))


def test_from_the_environment() -> None:
    """A user has a password, nobody has a token; a user without a password is an error."""
    environment = {PASSWORD: "sésame", TOKEN: "secret"}
    assert Access.of("ann", environment) == ANN
    assert Access.of(None, environment) == Access(token="secret")
    assert not Access.of(None, {PASSWORD: "sésame"})
    with pytest.raises(EndpointError, match="NEWSGRAPH_STORE_PASSWORD"):
        Access.of("ann", {TOKEN: "secret"})


def test_asked_for_a_password(server: Script) -> None:
    """Over an open line a password is shown only where it is asked for; the second time it need not be asked for."""
    server.demands = ['Basic realm="r"']
    asked = Endpoint(server.url, access=ANN)
    assert asked.query(ASK) == Verdict(True)
    assert [one.get("Authorization") for one in server.headers] == [None, BASIC]
    wire = Wire(ANN)
    for _ in range(2):
        assert wire.send("GET", f"{server.url}?query=ASK%7B%7D", {}).status == 200
    assert [one.get("Authorization") for one in server.headers[2:]] == [None, BASIC, BASIC]


def test_digest_before_open_words(server: Script) -> None:
    """Where a server takes either, the password does not travel."""
    server.demands = ['Basic realm="r"', 'Digest realm="r", nonce="n", qop="auth"']
    Endpoint(server.url, access=ANN).query(ASK)
    assert str(server.headers[-1]["Authorization"]).startswith("Digest username=")


def test_token(server: Script) -> None:
    """A token is shown at once."""
    Endpoint(server.url, access=Access(token="secret")).query(ASK)
    assert [one["Authorization"] for one in server.headers] == ["Bearer secret"]


def test_wrong_password(server: Script) -> None:
    """A password that is not taken is shown once, and the error says what to do."""
    server.demands = ['Basic realm="r"']
    server.replies = [(401, {}, b"no")] * 3
    with pytest.raises(EndpointError, match=r"answered 401: no \(give --user NAME and set NEWSGRAPH_STORE_PASSWORD"):
        Endpoint(server.url, access=ANN).query(ASK)
    assert len(server.methods) == 2


def test_nothing_strays(server: Script) -> None:
    """A server that sends one elsewhere is not followed with a password."""
    server.demands = ['Basic realm="r"']
    server.replies = [(307, {"Location": "http://127.0.0.1:9/"}, b"")]
    with pytest.raises(EndpointError, match=r"has moved \(give that address: http://127\.0\.0\.1:9/\)"):
        Endpoint(server.url, access=ANN).query(ASK)
    assert len(server.methods) == 2
