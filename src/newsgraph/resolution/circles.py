"""Circles of copies: articles of which each is a copy of some other one in it. Their original is the earliest."""

from newsgraph.resolution.copies import Fingerprint, bands, copied, fingerprint
from newsgraph.resolution.index import Index


class Circles:
    """The articles of an index by circles of copies; what a change touches is gathered."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.moved: set[int] = set()
        """Articles whose circle is another now, or has another original."""

    def add(self, digest: str, place: str, text: str) -> int:
        """Put an article in; its number."""
        print_ = fingerprint(text)
        keys = bands(print_)
        article = self.index.run(
            "INSERT INTO article (digest, place, copies, fingerprint) VALUES (?, ?, 0, ?)",
            digest,
            place,
            self.index.cell(print_),
        )
        copies = [other for other in self._alike(keys) if copied(print_, self._fingerprint(other))]
        self.index.many("INSERT INTO band VALUES (?, ?)", ((key, article) for key in keys))
        pairs = [pair for other in copies for pair in ((article, other), (other, article))]
        self.index.many("INSERT INTO copy VALUES (?, ?)", pairs)
        self._close(article, article)
        return article

    def remove(self, article: int) -> None:
        """Take an article out; what it alone held together falls apart."""
        others = self.index.column("SELECT other FROM copy WHERE one = ?", article)
        self.index.run("DELETE FROM copy WHERE one = ?", article)
        self.index.many("DELETE FROM copy WHERE one = ? AND other = ?", ((other, article) for other in others))
        self.index.run("DELETE FROM band WHERE article = ?", article)
        self.index.run("DELETE FROM article WHERE id = ?", article)
        self.moved.discard(article)
        left = set(others)
        while left:
            first = min(left)
            left -= self._close(first, first)

    def original(self, article: int) -> str | None:
        """The digest of the article that one is a copy of; None where it is none."""
        circle = self.index.value("SELECT copies FROM article WHERE id = ?", article)
        first, digest = self.index.all(
            "SELECT id, digest FROM article WHERE copies = ? ORDER BY place LIMIT 1", circle
        )[0]
        return None if first == article else digest

    def _alike(self, keys: tuple[str, ...]) -> list[int]:
        found = self.index.among("SELECT DISTINCT article FROM band WHERE key IN (%s)", keys)
        return sorted({article for (article,) in found})

    def _fingerprint(self, article: int) -> Fingerprint:
        return self.index.read(Fingerprint, self.index.value("SELECT fingerprint FROM article WHERE id = ?", article))

    def _close(self, article: int, circle: int) -> set[int]:
        """Give all that hangs together with an article one circle; who is in it."""
        found, queue = {article}, [article]
        while queue:
            new = set(self.index.column("SELECT other FROM copy WHERE one = ?", queue.pop())) - found
            found |= new
            queue.extend(new)
        self.index.many("UPDATE article SET copies = ? WHERE id = ?", ((circle, one) for one in sorted(found)))
        self.moved |= found
        return found
