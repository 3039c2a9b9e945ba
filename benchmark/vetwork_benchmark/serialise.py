"""Answer files back to JSON: what `parse_answers` read, `answers_as_json` writes."""

from vetwork_benchmark.answers import FORMAT, Answer, AnswerFile, GapRating, Level, NotApplicable, Response
from vetwork_benchmark.errors import Json


def answers_as_json(file: AnswerFile) -> dict[str, Json]:
    """Return the answer file as JSON (`vetwork-answers/1`); optional keys that were not given are left out."""
    return {
        "format": FORMAT,
        "model": file.model,
        "form": file.form,
        **({"lang": file.lang} if file.lang is not None else {}),
        **({"profile": dict(file.profile)} if file.profile else {}),
        "responses": [_response(response) for response in file.responses],
    }


def _response(response: Response) -> dict[str, Json]:
    answers: dict[str, Json] = {key: _answer(answer) for key, answer in response.answers.items()}
    gap: dict[str, Json] = {key: _rating(rating) for key, rating in response.gap.items()}
    return {
        "role": response.role,
        **({"answers": answers} if answers else {}),
        **({"gap": gap} if gap else {}),
    }


def _answer(answer: Answer) -> dict[str, Json]:
    if isinstance(answer, NotApplicable):
        return {"na": answer.reason}
    found: dict[str, Json] = {"level": answer.level} if isinstance(answer, Level) else {"missing": True}
    if answer.evidence is not None:
        found["evidence"] = answer.evidence
    if answer.target is not None:
        found["target"] = answer.target
    return found


def _rating(rating: GapRating) -> dict[str, Json]:
    values = {"learnt": rating.learnt, "needed": rating.needed, "applied": rating.applied}
    return {key: value for key, value in values.items() if value is not None}
