"""The time expressions of each article, as its text has them."""

from newsgraph.mapping.context import Context, Output
from newsgraph.mapping.evidence import inside, time_expression
from newsgraph.model.statements import Rejected


def times(context: Context) -> Output:
    """Every time expression of every article, whether an event happened then or not."""
    for number, article in enumerate(context.links.articles):
        for time in article.findings.times:
            if inside(article, time.span):
                yield from time_expression(context, number, time)
            else:
                yield Rejected("time expression outside the text", f"{time.value!r} at {time.span}")
