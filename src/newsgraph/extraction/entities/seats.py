"""Towns told by what they are to a country: "the capital of Mozambique, Maputo"."""

from newsgraph.extraction.parse import Token
from newsgraph.ontology import knowledge


def is_seat(name: Token, body: Token) -> bool:
    """Whether a name beside a country is that of a town in it, and not of a wider place ("Lahore, Pakistan")."""
    country = body.doc[body.left_edge.i : body.i + 1].text
    outer = knowledge.territory(name.text) or name.pos_ != "PROPN"
    return bool(knowledge.territory(country)) and not outer


def is_town(words: str) -> bool:
    """Whether some words are the name of a town that the files know."""
    return bool(knowledge.settlements(words) or knowledge.capital_of(words))


def may_be_town(words: str) -> bool:
    """Whether "the city of" may stand before a name: not where it is that of a country and of no town."""
    country = any(place.type == "Country" for place in knowledge.territory(words))
    return not country or bool(knowledge.settlements(words))
