"""The figures of a document, each with the words that state it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsgraph.extraction.figures import Counted, FigureReader
from newsgraph.extraction.measures import measures
from newsgraph.extraction.parse import Token
from newsgraph.extraction.recounts import recounts
from newsgraph.extraction.sizes import sizes
from newsgraph.extraction.told import Story
from newsgraph.model.findings import Figure, Target
from newsgraph.model.text import Span

# Events whose victims a total counts.
HARM = ("Disaster", "Assault", "LifeEvent", "Displacement", "Protest")


@dataclass(frozen=True, slots=True)
class Counting:
    """Finds the figures of one story."""

    story: Story
    reader: FigureReader
    is_a: Callable[[str, str], bool]

    def figures(self) -> Mapping[Figure, tuple[Token, ...]]:
        """Each figure with its words; a number told twice of one thing is one figure."""
        found: dict[tuple[object, ...], tuple[Figure, list[Token]]] = {}
        places: set[Span] = set()
        for figure, word in self._all():
            if figure.counts == "Size" and figure.span in places:
                continue
            places.add(figure.span)
            key = (figure.counts, figure.of, figure.minimum, figure.maximum, figure.approximate)
            found.setdefault(key, (figure, []))[1].append(word)
        return {figure: tuple(words) for figure, words in found.values()}

    def _all(self) -> Iterator[tuple[Figure, Token]]:
        story = self.story
        counted_here = tuple(self._of_events())
        for counted in (*counted_here, *recounts(story.doc, counted_here)):
            yield counted.figure, counted.word
        for read in (self.reader.of_places, self.reader.of_bare_numbers):
            yield from ((counted.figure, counted.word) for counted in read(story.doc, story.referents))
        taken = {h.i for m in story.mentions for f in m.roles for h in (f.head, m.token)}
        for counted in self.reader.totals(story.doc, lambda t: t.i in taken, self._harmful):
            yield counted.figure, counted.word
        yield from measures(story.doc, self._clause)
        yield from sizes(story.doc, story.referents)

    def _of_events(self) -> Iterator[Counted]:
        """What the fillers of events count, as of when these happened."""
        story = self.story
        told = ((n, mention) for n, mention in enumerate(story.mentions) if mention.denied is None)
        for n, mention in told:
            for counted in self.reader.of_event(mention, story.event_of[n]):
                yield replace(counted, figure=replace(counted.figure, time=story.times[n]))

    def _clause(self, token: Token) -> Target | None:
        """The event of the clause that a measure stands in: the nearest trigger above it."""
        above = (t.i for t in (token, *token.ancestors) if t.sent == token.sent)
        return next((self.story.event(self.story.at[i]) for i in above if i in self.story.at), None)

    def _harmful(self, token: Token) -> Target | None:
        """The event whose victims a total counts: in the same sentence, else the last one told before."""
        mentions = self.story.mentions
        harmful = [n for n, m in enumerate(mentions) if any(self.is_a(m.trigger.event, h) for h in HARM)]
        here = [n for n in harmful if mentions[n].token.sent == token.sent]
        before = [n for n in harmful if mentions[n].token.i < token.i]
        return next((self.story.event(n) for n in here[:1] or before[-1:]), None)
