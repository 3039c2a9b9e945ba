"""JSON text from outside: strict, and safe however deep it nests."""

import pytest

from vetwork_benchmark import AnswerError, read_json

DEEP = 100_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ('{"a": [1.5, null, true, "x"]}', {"a": [1.5, None, True, "x"]}),
        pytest.param('["' + "[" * 1000 + '"]', ["[" * 1000], id="brackets in a string"),
        pytest.param(r'["\"' + "{" * 1000 + r'\\"]', ['"' + "{" * 1000 + "\\"], id="quotes in a string"),
        pytest.param("[" + "[]," * 1000 + "[]]", [[]] * 1001, id="many lists, none deep"),
    ],
)
def test_json_is_read(text: str, value: object) -> None:
    assert read_json(text) == value


def test_depth_up_to_the_limit_is_read_among_many_lists() -> None:
    text = "[" + "[]," * 1000 + "[" * 49 + "]" * 49 + "]"
    assert isinstance(read_json(text), list)
    with pytest.raises(AnswerError, match="nests deeper than 50 levels"):
        read_json(f"[{text}]")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "{'a': 1}",
        "NaN",
        "[Infinity]",
        "[-Infinity]",
        pytest.param("1" * 5000, id="too many digits"),
        pytest.param("[" * DEEP, id="open lists"),
        pytest.param("[" * 400 + "]" * 400, id="deep lists"),
        pytest.param('{"a":' * DEEP + "1" + "}" * DEEP, id="deep objects"),
        pytest.param('["' + "[" * 1000, id="open string"),
        pytest.param("[" * 400 + '"' + '\\"' * DEEP, id="open string of quotes, in linear time"),
        pytest.param("[" * 400 + '"\\', id="open string that ends in a backslash"),
    ],
)
def test_text_that_is_no_json(text: str) -> None:
    with pytest.raises(AnswerError) as error:
        read_json(text)
    assert [fault.code for fault in error.value] == ["not-json"]
