"""GUM news and speeches: coreference of all noun phrases, and the names among them with their types."""

from collections import defaultdict
from typing import Any

from benchmarks.records import Record, rows
from newsgraph import Graph

OPTIONS = {"chains": True}
# Our classes by GUM's types.
TYPES = {
    kind: type_
    for type_, kinds in {
        "person": "Person Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians "
        "Officials Journalists Refugees Workers Prisoners Suspects Attackers Victims",
        "organization": "Organization GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup "
        "PoliticalParty InternationalOrganization MilitaryAlliance Company MediaOrganization NewsAgency NGO "
        "University SportsTeam",
        "place": "Place Country City Region Area Street BodyOfWater Facility Building PoliceStation MilitaryBase "
        "Airport Hospital School PlaceOfWorship Prison Infrastructure",
        "object": "Product Vehicle Weapon",
        "event": "Occasion",
        "abstract": "Office Law Document Report CreativeWork Topic",
    }.items()
    for kind in kinds.split()
}


def prediction(record: Record, graph: Graph) -> dict[str, Any]:
    """Chains of two phrases and more, and the names."""
    chains = defaultdict(list)
    for row in rows(graph, "gum_news"):
        chains[row.chain].append((row.start, row.end))
    found: dict[tuple[int, int], str] = {}
    for row in rows(graph, "gum_news-names"):
        if row.kind in TYPES:
            found.setdefault((row.start, row.end), TYPES[row.kind])
    return {
        "clusters": [spans for spans in chains.values() if len(spans) > 1],
        "entities": [{"start": start, "end": end, "type": kind} for (start, end), kind in found.items()],
    }
