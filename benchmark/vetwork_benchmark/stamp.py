"""The stamp that lets a result be recomputed: which model, which scorer, which answers, which result."""

from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from typing import Any

from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.model import Model
from vetwork_benchmark.serialise import answers_as_json
from vetwork_benchmark.version import __version__

DIGITS = 16


def stamp(result: Mapping[str, Any], file: AnswerFile, model: Model, model_hash: str) -> dict[str, str]:
    """Return the model id, the scorer's version and the hashes of model file, merged answers and result.

    Equal stamps mean equal input, program and output; `model_hash` is the `digest` of the JSON that `model` was read
    from, which need not be made anew for every result.
    """
    return {
        "model": model.id,
        "model_hash": model_hash,
        "scorer": __version__,
        "answers_hash": digest(answers_as_json(file)),
        "result_hash": digest(result),
    }


def digest(value: object) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of a JSON value in canonical form.

    Canonical: keys sorted, no spaces, characters as they are, numbers as Python writes them (the shortest digits that
    read back as the same number), UTF-8. So neither the order of keys nor the layout of a file changes the hash.
    """
    text = dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    # JSON may hold halves of surrogate pairs, which strict UTF-8 refuses.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
