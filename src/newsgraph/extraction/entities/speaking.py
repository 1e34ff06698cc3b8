"""Who speaks the words in quotation marks, as far as the text says so beside them."""

from collections.abc import Mapping

from newsgraph.extraction import attributions
from newsgraph.extraction.parse import Doc


def speakers(doc: Doc) -> Mapping[int, int]:
    """Each word of direct speech -> the head of the phrase that names its speaker; the innermost speech counts."""
    spoken = [one for one in attributions.find(doc) if one.direct and one.speaker is not None]
    inner = sorted(spoken, key=lambda one: -len(one.content))
    return {i: one.speaker.i for one in inner if one.speaker is not None for i in one.content}
