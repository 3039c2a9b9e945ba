"""Scorer of the VETWORK benchmark: answers and model in, results out, as plain JSON values. Standard library only."""

from vetwork_benchmark.advise import advise
from vetwork_benchmark.agenda import agenda
from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.compare import compare
from vetwork_benchmark.consistency import consistency
from vetwork_benchmark.errors import AnswerError, BenchmarkError, Fault, ModelError
from vetwork_benchmark.merge import merge
from vetwork_benchmark.migrate import migrate
from vetwork_benchmark.model import Model, load_model, read_model
from vetwork_benchmark.parsing import parse_answers
from vetwork_benchmark.reading import read_json
from vetwork_benchmark.result import score
from vetwork_benchmark.serialise import answers_as_json
from vetwork_benchmark.share import decode_share, encode_share
from vetwork_benchmark.stamp import digest, stamp
from vetwork_benchmark.version import __version__

__all__ = [
    "AnswerError",
    "AnswerFile",
    "BenchmarkError",
    "Fault",
    "Model",
    "ModelError",
    "__version__",
    "advise",
    "agenda",
    "answers_as_json",
    "compare",
    "consistency",
    "decode_share",
    "digest",
    "encode_share",
    "load_model",
    "merge",
    "migrate",
    "parse_answers",
    "read_json",
    "read_model",
    "score",
    "stamp",
]
