"""re3d's terms: which class of mention, which relation, which event with which roles it is in newsgraph's ontology."""

from collections.abc import Mapping


def _each(table: Mapping[str, str]) -> dict[str, str]:
    return {name: key for key, names in table.items() for name in names.split()}


TYPES = _each(
    {
        "Person": "Person",
        "Organisation": "Organization GovernmentBody Ministry Parliament Court MilitaryForce PoliceForce ArmedGroup "
        "PoliticalParty InternationalOrganization MilitaryAlliance Company MediaOrganization NewsAgency NGO University "
        "SportsTeam Group MilitaryPersonnel PolicePersonnel SecurityPersonnel Militants Protesters Civilians Officials "
        "Journalists Refugees Workers Prisoners Suspects Attackers Victims",
        "Location": "Place Country City Region Area Street BodyOfWater Facility Building PoliceStation MilitaryBase "
        "Airport Hospital School PlaceOfWorship Prison Infrastructure",
        "Vehicle": "Vehicle",
        "MilitaryPlatform": "MilitaryVehicle",
        "Weapon": "Weapon",
        "DocumentReference": "Law Document Report",
        "Temporal": "TimeExpression",
    }
)
# Words for strikes from afar count as weapons.
STRIKES = frozenset({"Attack", "Bombing"})
STRIKE = frozenset("strike strikes airstrike airstrikes bombardment".split()) | {"air strike", "air strikes"}
RELATIONS = _each(
    {
        "CoLocated": "locatedIn near basedIn headquarteredIn livesIn bornIn diedIn presentIn presentNear capitalOf",
        "BelongsTo": "memberOf partOf subsidiaryOf",
        "InChargeOf": "leads owns controls",
        "AlliesOf": "alliedWith",
        "FightingAgainst": "fightsAgainst",
        "CommWith": "communicatesWith",
    }
)
_FIGHTS = (
    "Assault Attack Bombing Airstrike Shooting Storming Arson Looting Beating Clash Killing Kidnapping Destruction "
    "MilitaryIntervention MilitaryOperation"
)
_TALKS = (
    "Consultation Meeting Negotiation Summit PhoneCall Agreement Request AidRequest Demand Appeal Warning Statement"
)
_COMES = "Arrival Visit Travel TroopDeployment Meeting Summit Negotiation"
# Class of event -> the relations between fillers of two of its roles.
ROLES: dict[str, tuple[tuple[str, str, str], ...]] = {}


def _relate(names: str, one: str, predicate: str, other: str) -> None:
    for name in names.split():
        ROLES[name] = (*ROLES.get(name, ()), (one, predicate, other))


_relate(_FIGHTS, "agent", "FightingAgainst", "patient")
_relate(_FIGHTS, "cause", "FightingAgainst", "patient")
_relate(_FIGHTS, "instrument", "FightingAgainst", "patient")
_relate("Attack Bombing", "agent", "InChargeOf", "self")
_relate("Clash", "agent", "FightingAgainst", "agent")
_relate("Occupation", "agent", "InChargeOf", "patient")
_relate(_TALKS, "agent", "CommWith", "recipient")
_relate(_TALKS + " Visit", "agent", "CommWith", "patient")
_relate("Consultation Meeting Negotiation Summit PhoneCall Agreement", "agent", "CommWith", "agent")
_relate("Support Cooperation", "agent", "AlliesOf", "patient")
_relate("AidProvision", "agent", "AlliesOf", "recipient")
_relate("Cooperation", "agent", "AlliesOf", "agent")
_relate("Accusation Condemnation Criticism", "agent", "Dislikes", "patient")
_relate("Accusation", "agent", "Dislikes", "recipient")
_relate("Endorsement Recognition", "agent", "Likes", "patient")
_relate(_COMES, "agent", "CoLocated", "destination")
_relate(_COMES, "patient", "CoLocated", "destination")
_relate("TroopDeployment", "agent", "InChargeOf", "patient")
_relate("Departure TroopWithdrawal Evacuation Displacement Expulsion", "agent", "Apart", "origin")
_relate("Departure TroopWithdrawal Evacuation Displacement Expulsion", "patient", "Apart", "origin")
# Whatever happens somewhere has its parties there.
ANYWHERE = tuple((role, "CoLocated", "place") for role in ("agent", "patient", "cause", "instrument", "self"))
# What the two sides of a relation may be, where the data set wants people or bodies on both.
SIDES = {
    "CommWith": frozenset({"Person", "Organisation"}),
    "AlliesOf": frozenset({"Person", "Organisation"}),
    "Dislikes": frozenset({"Person", "Organisation"}),
}
