"""Answers kept as plain files, so that a question need not travel twice."""

import hashlib
import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Response:
    """The body of an answer and what it is written in."""

    body: str
    content_type: str


@dataclass(frozen=True, slots=True)
class FileCache:
    """A folder with one JSON file for each question; answers older than `max_age` seconds are asked for anew."""

    folder: Path
    max_age: float = 86_400.0

    def get(self, endpoint: str, query: str) -> Response | None:
        """The kept answer; None where there is none, or an old or broken one."""
        path = self._path(endpoint, query)
        try:
            if time.time() - path.stat().st_mtime > self.max_age:
                return None
            kept = json.loads(path.read_text(encoding="utf-8"))
            return Response(kept["body"], kept["content_type"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, endpoint: str, query: str, response: Response) -> None:
        """Keeps an answer; the question stands in the file, for those who look into the folder."""
        kept = {"endpoint": endpoint, "query": query, "content_type": response.content_type, "body": response.body}
        self.folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(kept, stream, ensure_ascii=False, indent=1)
        os.replace(name, self._path(endpoint, query))

    def _path(self, endpoint: str, query: str) -> Path:
        return self.folder / (hashlib.sha256(f"{endpoint}\n{query}".encode()).hexdigest() + ".json")
