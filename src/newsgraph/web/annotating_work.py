"""The process that reads texts for the service: `python -m newsgraph.web.annotating_work DESCRIPTOR MEMORY MODEL`.

It says that it is ready when it has loaded the language pipeline, and then gives up what a stranger's text shall not
have: new connections, and more memory than it may need beside the pipeline.
"""

import os
import signal
import socket
import sys
from contextlib import suppress

from newsgraph.compose import annotate
from newsgraph.errors import NewsgraphError
from newsgraph.web.confinement import confine, ration
from newsgraph.web.frames import received, send
from newsgraph.web.hands import NICE

# Read once before the first request, so that all that is loaded when it is first used is there.
_TRIAL = b"""
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
<urn:newsgraph:trial#char=0,63> a nif:Context ;
    nif:isString "Russia has sent soldiers to Almaty in Kazakhstan, officials said" .
"""


def work(stream: socket.socket, memory: int, model: str | None) -> None:
    """Annotate what comes over a socket until the other side goes."""
    annotate(_TRIAL, model=model)
    confine(network=False)
    ration(memory)
    send(stream, "ready")
    while (nif := received(stream)) is not None:
        outcome: object
        try:
            outcome = annotate(nif, model=model)
        except NewsgraphError as error:
            outcome = error
        send(stream, outcome)


def main() -> None:
    """Read until the other side goes; where nothing can be loaded, say why."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the front tells when it is over, by going
    os.nice(NICE)  # queries go first
    stream = socket.socket(fileno=int(sys.argv[1]))
    with suppress(BrokenPipeError, ConnectionResetError, MemoryError):
        try:
            work(stream, int(sys.argv[2]), sys.argv[3] or None)
        except NewsgraphError as error:
            send(stream, error)


if __name__ == "__main__":
    main()
