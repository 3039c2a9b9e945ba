"""Several answer files of one organisation or pair as one file."""

from collections.abc import Iterable

from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.errors import AnswerError, Fault, Json


def merge(files: Iterable[AnswerFile]) -> AnswerFile:
    """Return one file with all responses in order; of language and profile the first value that is given wins.

    Raises:
        AnswerError: there is no file, or the files have different models or forms.

    """
    given = tuple(files)
    _check(given)
    profile: dict[str, Json] = {}
    for file in reversed(given):
        profile |= file.profile
    return AnswerFile(
        model=given[0].model,
        form=given[0].form,
        lang=next((file.lang for file in given if file.lang), None),
        profile=profile,
        responses=tuple(response for file in given for response in file.responses),
    )


def _check(files: tuple[AnswerFile, ...]) -> None:
    if not files:
        raise AnswerError([Fault(("files",), "no-files", "give at least one answer file")])
    faults = []
    for index, file in enumerate(files):
        if file.model != files[0].model:
            problem = f"this file is for the model {file.model}, the first one for {files[0].model}"
            faults.append(Fault(("files", index, "model"), "different-models", problem))
        if file.form != files[0].form:
            problem = f"this is the {file.form} form, the first file the {files[0].form} one; answer the same form"
            faults.append(Fault(("files", index, "form"), "different-forms", problem))
    if faults:
        raise AnswerError(faults)
