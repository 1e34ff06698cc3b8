"""The classes of the ontology, sorted as MUC-4 asks for them."""

PEOPLE = frozenset(
    "Person Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians Officials "
    "Journalists Refugees Workers Prisoners Suspects Attackers Victims".split()
)
BODIES = frozenset(
    "Organization GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup PoliticalParty Company "
    "InternationalOrganization MediaOrganization NewsAgency NGO University".split()
)
FACILITIES = frozenset(
    "Facility Building PoliceStation MilitaryBase Airport Hospital School PlaceOfWorship Prison Infrastructure".split()
)
THINGS = FACILITIES | {"Vehicle", "Product", "Place"}
STATE = frozenset(
    "MilitaryPersonnel PolicePersonnel SecurityPersonnel GovernmentBody MilitaryForce PoliceForce".split()
)
REBELS = frozenset({"Militants", "ArmedGroup"})
FORCES = frozenset({"MilitaryPersonnel", "MilitaryForce", "MilitaryBase", "Militants", "ArmedGroup"})
OUTLAWS = frozenset({"Militants", "ArmedGroup", "Attackers", "Suspects"})
