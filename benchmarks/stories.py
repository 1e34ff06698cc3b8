"""Made-up stories with their findings, as many as wanted: what extraction would find, without the time it takes."""

from newsgraph.model.factuality import Factuality, Modality
from newsgraph.model.findings import (
    Argument,
    Claim,
    Entity,
    Event,
    Figure,
    Findings,
    Mention,
    MentionKind,
    Relation,
    Target,
    TargetKind,
    TimeExpression,
    Voice,
)
from newsgraph.model.text import Document, Span

YES, NO = Factuality.CERTAIN_POSITIVE, Factuality.CERTAIN_NEGATIVE
ENTITY, EVENT, FIGURE, RELATION = TargetKind.ENTITY, TargetKind.EVENT, TargetKind.FIGURE, TargetKind.RELATION
Read = tuple[Document, Findings]
KINDS = ("Bombing", "Shooting", "Arson", "Kidnapping", "Protest", "Arrest")
SYLLABLES = ("ka", "lo", "mi", "ru", "te", "sa", "no", "vi", "de", "pa", "zu", "bo")


def varied(number: int) -> list[Read]:
    """Short stories of many places and days, of which a few tell what others tell too."""
    return [_story(n, [(n * 7) % max(number // 2, 1)], 1 + n % 5, day=(n * 3) % 300) for n in range(number)]


def alike(number: int, paragraphs: int = 10) -> list[Read]:
    """Stories that all tell the same events with other tolls by other speakers, and deny some of them."""
    return [_story(n, range(paragraphs), 10 + n % 4, day=40) for n in range(number)]


def name(number: int) -> str:
    """A name that no other number has.

    >>> name(3), name(40)
    ('Kakaru', 'Karute')
    """
    digits = (number // 144 % 12, number // 12 % 12, number % 12)
    return "".join(SYLLABLES[digit] for digit in digits).title() + ("" if number < 1728 else f" {number // 1728}")


class _Writer:
    """Collects a text and what is found in it."""

    def __init__(self) -> None:
        self.text = ""
        self.entities: dict[tuple[str, str], Entity] = {}
        self.rows: dict[TargetKind, list[Event | Figure | Relation]] = {EVENT: [], FIGURE: [], RELATION: []}
        self.claims: list[Claim] = []
        self.times: list[TimeExpression] = []

    def write(self, words: str) -> Span:
        """Add words, and say where they stand."""
        start = len(self.text)
        self.text += f"{words} "
        return Span(start, start + len(words))

    def entity(self, label: str, kind: str, *, named: bool = True) -> Target:
        """A thing; where it is already known, one more mention of it."""
        span = self.write(label)
        mention = Mention(span, span, MentionKind.NAME if named else MentionKind.NOMINAL)
        old = self.entities.get((label, kind))
        mentions = (*old.mentions, mention) if old else (mention,)
        self.entities[label, kind] = Entity(label, kind, mentions, named=named)
        return Target(ENTITY, list(self.entities).index((label, kind)))

    def add(self, kind: TargetKind, row: Event | Figure | Relation) -> Target:
        """One more event, figure or relation."""
        self.rows[kind].append(row)
        return Target(kind, len(self.rows[kind]) - 1)

    def claim(self, about: Target, speaker: Target, factuality: Factuality, span: Span) -> None:
        """Somebody says so."""
        self.claims.append(Claim(about, (Voice(speaker.index, factuality, Modality.ACTUAL, span),)))

    def findings(self) -> Findings:
        """All that was added."""
        rows = {f"{kind.value}s": tuple(found) for kind, found in self.rows.items()}
        return Findings(tuple(self.entities.values()), tuple(self.times), claims=tuple(self.claims), **rows)  # type: ignore[arg-type]


def _story(number: int, places: "range | list[int]", dead: int, *, day: int) -> Read:
    writer = _Writer()
    for place in places:
        _paragraph(writer, number, place, dead, f"2023-{1 + day // 28 % 12:02}-{1 + day % 28:02}")
    document = Document(
        writer.text, date=f"2023-{1 + day // 28 % 12:02}-{1 + day % 28:02}", publisher=f"Paper {number % 40}"
    )
    return document, writer.findings()


def _paragraph(writer: _Writer, number: int, place: int, dead: int, day: str) -> None:
    country, city = writer.entity(name(place // 5 + 900), "Country"), writer.entity(name(place), "City")
    kind = KINDS[place % len(KINDS)]
    trigger = writer.write(kind.lower())
    writer.times.append(TimeExpression(trigger, "DATE", day, stamp=day))
    agent = writer.entity(f"{name(place // 3)} Front", "ArmedGroup")
    patient = writer.entity(f"{dead} villagers", "Group", named=False)
    roles = (("agent", agent), ("patient", patient), ("place", city))
    arguments = tuple(Argument(role, filler, trigger) for role, filler in roles)
    event = writer.add(
        EVENT, Event(kind, f"{kind} in {name(place)}", (trigger,), trigger, arguments, len(writer.times) - 1)
    )
    killed = writer.write(f"killing {dead}")
    death = writer.add(EVENT, Event("Killing", f"{dead} die", (killed,), killed, arguments[1:], len(writer.times) - 1))
    toll = writer.add(FIGURE, Figure("Deaths", event, killed, dead, dead))
    speaker = writer.entity(f"{name(number % 30)} Ministry", "Ministry")
    for about in (event, death, toll):
        writer.claim(about, speaker, YES, killed)
    rival = writer.entity(f"{name(number % 7 + 60)} Party", "PoliticalParty")
    writer.claim(event, rival, NO, writer.write("denied it."))
    _officer(writer, number, country)


def _officer(writer: _Writer, number: int, country: Target) -> None:
    person, office = writer.entity(f"Ada {name(number % 50)}", "Person"), writer.entity("president", "Office")
    span = writer.write("hopes for peace.")
    writer.add(RELATION, Relation(person.index, "holdsOffice", office.index, span))
    writer.add(RELATION, Relation(office.index, "officeOf", country.index, span))
