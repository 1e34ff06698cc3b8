"""The NIF service over a real socket, asked as GERBIL asks (dice-group/gerbil, NIFBasedAnnotatorWebservice)."""

from collections.abc import Iterator, Mapping

import httpx
import pyoxigraph as ox
import pytest

from storage.exporting.nif_rules import NIF, broken, phrases
from web.conftest import SMALL
from web.service import Running, running

TURTLE = "application/x-turtle"
TEXT = "President Vladimir Putin said in Moscow that Russia would send soldiers to Kazakhstan."
DOCUMENT = "http://www.aksw.org/gerbil/NifWebService/request_0"


def nif(text: str = TEXT, *marked: str) -> str:
    """A document as GERBIL makes it: a context, and the phrases that are marked in it."""
    context = f"<{DOCUMENT}#char=0,{len(text)}>"
    parts = [
        f"@prefix nif: <{NIF}> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        f"{context} a nif:RFC5147String , nif:String , nif:Context ; nif:isString {_quoted(text)} ;",
        f"{_place(0, len(text))} .",
    ]
    for words in marked:
        start, end = text.index(words), text.index(words) + len(words)
        about = f"a nif:RFC5147String , nif:String ; nif:anchorOf {_quoted(words)} ; nif:referenceContext {context}"
        parts.append(f"<{DOCUMENT}#char={start},{end}> {about} ; {_place(start, end)} .")
    return "\n".join(parts)


def _place(start: int, end: int) -> str:
    return f'nif:beginIndex "{start}"^^xsd:nonNegativeInteger ; nif:endIndex "{end}"^^xsd:nonNegativeInteger'


def _quoted(text: str) -> str:
    return str(ox.Literal(text))


@pytest.fixture(scope="module")
def service() -> Iterator[Running]:
    """A service that annotates, when it has loaded what it reads with; a request may take four seconds."""
    with running([SMALL], "--annotate", "--timeout", "4") as started:
        for _ in range(30):  # each attempt waits for the process itself
            if post(started, nif("Nothing.")).status_code == httpx.codes.OK:
                break
        yield started


def post(service: Running, body: str | bytes, headers: Mapping[str, str] | None = None) -> httpx.Response:
    """Send a document."""
    sent = {"Content-Type": TURTLE, "Accept": TURTLE, **(headers or {})}
    return service.ask("POST", "/nif", content=body, headers=sent)


def test_entities_are_found_and_linked(service: Running) -> None:
    """A text comes back with its names; those that are known are linked to Wikidata (A2KB)."""
    answer = post(service, nif())
    assert (answer.status_code, answer.headers["content-type"]) == (httpx.codes.OK, TURTLE)
    found = phrases(answer.content)
    assert (found["Russia"], found["Kazakhstan"]) == ({"Q159"}, {"Q232"})
    assert "Q649" in found["Moscow"]
    assert "Vladimir Putin" in found


def test_the_document_stays(service: Running) -> None:
    """All that was sent comes back, and the whole keeps the rules of NIF."""
    sent = {one.triple for one in ox.parse(nif(), format=ox.RdfFormat.TURTLE)}
    answer = post(service, nif())
    assert sent < {one.triple for one in ox.parse(answer.content, format=ox.RdfFormat.TURTLE)}
    assert broken(answer.content) == []


def test_marked_phrases_are_linked_and_nothing_is_added(service: Running) -> None:
    """Where phrases are marked, these are linked, and no others are (D2KB)."""
    answer = post(service, nif(TEXT, "Moscow", "Kazakhstan", "send"))
    found = phrases(answer.content)
    assert set(found) == {"Moscow", "Kazakhstan"}
    assert "Q649" in found["Moscow"] and found["Kazakhstan"] == {"Q232"}


def test_a_phrase_that_is_longer_than_a_name(service: Running) -> None:
    """A marked phrase around a name is linked to what the name means."""
    text = "The president flew to the city of Almaty, in Kazakhstan."
    assert "Q35493" in phrases(post(service, nif(text, "city of Almaty")).content)["city of Almaty"]


def test_places_beyond_the_first_plane(service: Running) -> None:
    """Places are counted in code points, before and behind an emoji."""
    answer = post(service, nif(f"\U0001f600 {TEXT}"))
    assert broken(answer.content) == []
    assert "Q159" in phrases(answer.content)["Russia"]


@pytest.mark.parametrize("text", ["", " ", "\x01", "<script>", "a\r\nb", "\u202e Russia", '"""', "x" * 500])
def test_any_text_is_answered(service: Running, text: str) -> None:
    """Whatever a text is, its document comes back, and is NIF."""
    answer = post(service, nif(text))
    assert (answer.status_code, broken(answer.content)) == (httpx.codes.OK, [])


def test_the_same_document_gives_the_same_bytes(service: Running) -> None:
    """Two requests have one answer."""
    assert post(service, nif()).content == post(service, nif()).content


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ("<a <b", {}, 400),
        ("", {}, 400),
        ("<urn:a> <urn:b> <urn:c> .", {}, 400),
        (b"\xff\xfe", {}, 400),
        (f"<urn:a> a <{NIF}Context> .", {}, 400),
        (nif(), {"Content-Type": "application/json"}, 415),
        (nif(), {"Accept": "text/html"}, 406),
        (nif("x" * (2 << 20)), {}, 413),
    ],
)
def test_what_cannot_be_taken(service: Running, body: str | bytes, headers: dict[str, str], status: int) -> None:
    """What is no NIF, too large, or of another type is a problem in JSON with the right status."""
    answer = post(service, body, headers)
    assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_get_is_refused(service: Running) -> None:
    """The service is asked by POST."""
    assert service.get("/nif").status_code == httpx.codes.METHOD_NOT_ALLOWED


def test_a_text_that_takes_too_long(service: Running) -> None:
    """A text that is not read in time is an error, queries go on meanwhile, and the next text is read again."""
    answer = post(service, nif("Rebels who had fled to Goma attacked the town of Sake on Monday. " * 12_000))
    assert answer.status_code in (httpx.codes.GATEWAY_TIMEOUT, httpx.codes.UNPROCESSABLE_ENTITY)
    assert service.select("SELECT ?s { ?s a ng:Country }") != []
    for _ in range(30):  # it is begun anew, and each attempt waits for it
        if (again := post(service, nif())).status_code == httpx.codes.OK:
            break
    assert "Q159" in phrases(again.content)["Russia"]


def test_off_by_default(small: Running) -> None:
    """A service that was not started for it annotates nothing, and says how it would."""
    answer = post(small, nif())
    assert answer.status_code == httpx.codes.NOT_FOUND
    assert "--annotate" in answer.json()["detail"]
