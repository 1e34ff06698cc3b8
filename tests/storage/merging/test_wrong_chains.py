"""Links that would make one thing of two: all are reported, none is followed."""

from pathlib import Path

import pytest

from newsgraph.model.merging import Apart
from storage.merging.builders import KZ, MOSCOW, OURS, PUTIN, Out, merged

BORN = '"{}"^^xsd:date'


def reasons(aparts: tuple[Apart, ...]) -> list[str]:
    """Why things stay apart."""
    return [reason.why for apart in aparts for reason in apart.reasons]


def apart(out: Out, one: str, other: str) -> bool:
    """Whether two names are still told of apart, with nothing that makes them one."""
    return not out.ask(f"{{ <{one}> ?p <{other}> }} UNION {{ <{other}> ?p <{one}> }}") and not out.told.joined


def test_person_and_city(tmp_path: Path) -> None:
    """A person is no city, whatever links say; the links are told."""
    out = merged(tmp_path, OURS, "wd:Q7747 owl:sameAs :x .", ":x skos:exactMatch wd:Q649 .")
    assert "City and Person exclude each other" in reasons(out.told.conflicts)
    assert apart(out, PUTIN, MOSCOW)


def test_person_and_city_without_numbers(tmp_path: Path) -> None:
    """The same where no identifier tells them apart, only classes of others."""
    out = merged(tmp_path, OURS, ":p a foaf:Person ; foaf:name 'A' ; owl:sameAs :c . :c a dbo:City ; foaf:name 'A' .")
    assert reasons(out.told.conflicts) == ["City and Person exclude each other"]
    assert not out.told.joined


def test_two_presidents(tmp_path: Path) -> None:
    """Two people who were born on different days are two."""
    one = f":t a schema:Person ; schema:name 'Tokayev' ; schema:birthDate {BORN.format('1953-05-17')} ; owl:sameAs :n ."
    other = f":n a dbo:Person ; foaf:name 'Tokayev' ; dbo:birthDate {BORN.format('1940-07-06')} ."
    out = merged(tmp_path, OURS, one, other)
    assert reasons(out.told.conflicts) == ["two dates of birth: 1940-07-06 and 1953-05-17"]
    assert not out.told.joined


def test_two_presidents_by_name(tmp_path: Path) -> None:
    """Two people whose names have nothing in common are doubtful, and stay apart."""
    out = merged(
        tmp_path, OURS, ":t a schema:Person ; schema:name 'Kassym-Jomart Tokayev' ; owl:sameAs :n .",
        ":n a foaf:Person ; foaf:name 'Nursultan Nazarbayev' .",
    )  # fmt: skip
    assert ["nothing in common" in why for why in reasons(out.told.doubtful)] == [True]
    assert not out.told.joined


def test_two_items(tmp_path: Path) -> None:
    """Two items of Wikidata are two things, even if somebody says that they are the same."""
    out = merged(tmp_path, OURS, "wd:Q232 owl:sameAs wd:Q649 . wd:Q649 rdfs:label 'x' .")
    assert "two identifiers of wikidata: Q232 and Q649" in reasons(out.told.conflicts)
    assert apart(out, KZ, MOSCOW)


def test_country_and_organisation(tmp_path: Path) -> None:
    """A country is no organisation, though the ontology leaves it open."""
    out = merged(
        tmp_path, OURS, ":k a schema:Country ; owl:sameAs :o .", ":o a schema:Organization ; schema:name 'K' ."
    )
    assert reasons(out.told.conflicts) == ["a country is no organisation, though both act"]
    assert not out.told.joined


def test_chain_over_three_files(tmp_path: Path) -> None:
    """A chain is found over any number of files; each link is told with its file, the weakest first."""
    link = (
        f"g:{'1' * 20} {{ l:{'e' * 20} a ng:Link ; ng:linkFrom e:{'b' * 20} ; ng:linkTo wd:Q7747 ;"
        " ng:judgement ng:Accepted ; ng:score 0.61 }"
    )
    out = merged(
        tmp_path, OURS + link, "wd:Q7747 owl:sameAs :a .", ":a owl:sameAs :b .", ":b skos:exactMatch wd:Q649 ."
    )
    found = next(r for one in out.told.conflicts for r in one.reasons if "exclude" in r.why)
    assert [(told.score, told.source) for told in found.chain] == [
        (0.61, "0.trig"), (0.8, "3.trig"), (0.8, "0.trig"), (0.9, "2.trig"), (0.9, "1.trig"),
    ]  # fmt: skip
    assert apart(out, PUTIN, MOSCOW)


def test_all_planted_at_once(tmp_path: Path) -> None:
    """Wrong chains among right ones are all found, and the right ones still followed."""
    out = merged(
        tmp_path, OURS,
        "wd:Q7747 owl:sameAs wd:Q649 . wd:Q649 rdfs:label 'x' .",
        ":k a schema:Country ; owl:sameAs :o . :o a schema:Organization .",
        ":t schema:birthDate '1953-05-17' ; owl:sameAs :n . :n dbo:birthDate '1940-07-06' .",
        "wd:Q232 rdfs:label 'Kazakhstan'@en .",
    )  # fmt: skip
    assert len(out.told.conflicts) == 3
    assert [one.stays for one in out.told.joined] == [KZ]


def test_the_whole_circle_stays_apart(tmp_path: Path) -> None:
    """Where a chain is wrong, none of its links is followed, also not the one that might be right."""
    out = merged(
        tmp_path, OURS, "wd:Q232 owl:sameAs :x . :x a foaf:Person ; foaf:name 'K' .", 'wd:Q232 foaf:name "Q" .'
    )
    assert not out.ask(f'<{KZ}> skos:altLabel "Q"') and not out.told.joined


@pytest.mark.parametrize(("judgement", "where"), [("Rejected", "conflicts"), ("Unsure", "doubtful")])
def test_judged(tmp_path: Path, judgement: str, where: str) -> None:
    """What was judged to be two, or waits for a judgement, stays apart."""
    told = f"ng:linkFrom e:{'a' * 20} ; ng:linkTo :x ; ng:judgement ng:{judgement}"
    link = f"g:{'1' * 20} {{ l:{'e' * 20} a ng:Link ; {told} }}"
    out = merged(tmp_path, OURS + link, ":x owl:sameAs wd:Q232 ; rdfs:label 'x' .")
    assert len(reasons(getattr(out.told, where))) == 1 and not out.told.joined


def test_their_judgements_do_not_count(tmp_path: Path) -> None:
    """What others say of links of ours is no judgement."""
    told = f"ng:linkFrom e:{'a' * 20} ; ng:linkTo wd:Q232 ; ng:judgement ng:Rejected"
    link = f"l:{'e' * 20} {told} . wd:Q232 rdfs:label 'K' ."
    assert [one.stays for one in merged(tmp_path, OURS, link).told.joined] == [KZ]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ('"1952-10-07"^^xsd:date', '"1952-10-07T00:00:00Z"^^xsd:dateTime', 1),
        ('"1952"^^xsd:gYear', '"1952-10-07"^^xsd:date', 1),
        ('"1952-10-07"^^xsd:date', '"1952-01-01T00:00:00Z"^^xsd:dateTime', 1),
        ('"1952-10-07"^^xsd:date', '"1952-10-08"^^xsd:date', 0),
    ],
)
def test_dates(tmp_path: Path, one: str, other: str, joined: int) -> None:
    """Dates that can be the same, each as far as it goes, do not part people."""
    out = merged(tmp_path, OURS, f":a schema:birthDate {one} ; owl:sameAs :b .", f":b wdt:P569 {other} .")
    assert (len(out.told.joined), len(out.told.conflicts)) == (joined, 1 - joined)


def test_two_dates_of_one_source(tmp_path: Path) -> None:
    """A source that gives two dates itself agrees with one that gives either."""
    out = merged(tmp_path, OURS, ":a schema:birthDate '1952', '1953' ; owl:sameAs :b .", ":b wdt:P569 '1953' .")
    assert (len(out.told.joined), len(out.told.conflicts)) == (1, 0)


def test_nearest_class(tmp_path: Path) -> None:
    """A class of others that no table knows means what the nearest class above it means, by their own tree."""
    tree = ":Oblast wdt:P279 :Part . :Part wdt:P279 wd:Q6256 . wd:Q6256 wdt:P279 wd:Q43229 . :o wdt:P31 :Oblast ."
    assert merged(tmp_path, OURS, tree, ":o owl:sameAs :p . :p a schema:Country .").told.conflicts == ()
    assert len(merged(tmp_path, OURS, tree, ":o owl:sameAs :p . :p a schema:Person .").told.conflicts) == 1


def test_many_in_one_circle(tmp_path: Path) -> None:
    """A hostile file that makes one thing of very many is refused, and its report stays small."""
    chain = " ".join(f":h owl:sameAs :x{n} . :x{n} schema:birthDate '1{n:03}', '2000' ." for n in range(999))
    out = merged(tmp_path, OURS, chain)
    assert [len(one.names) for one in out.told.conflicts] == [100] and not out.told.joined
