"""All hostile requests. They are the same at every run."""

from random import Random

from web.hostile.addresses import addresses
from web.hostile.asking import Ask
from web.hostile.bodies import bodies
from web.hostile.headers import headers
from web.hostile.sending import calling, queries


def everything(elsewhere: str, seed: int = 5) -> list[Ask]:
    """All of them, well mixed; some would have the service call an address elsewhere."""
    random = Random(seed)
    asked = [*queries(random), *calling(elsewhere), *headers(random), *addresses(random), *bodies(random)]
    random.shuffle(asked)
    return asked
