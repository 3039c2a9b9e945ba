import pytest

from build_tools.markdown import Heading, footnote_marks, headings, links, rewrite_targets


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("Text\n\n## One\n\n### Two *words*\n", [(2, "One", 2), (3, "Two *words*", 4)]),
        ("## Closed ##\n", [(2, "Closed", 0)]),
        ("#\tOne\n##Two\n", [(1, "One", 0), (2, "Two", 1)]),
        ("Text\n## One\nText\n", [(2, "One", 1)]),
        ("    ## Code\n\n\\## Text\n", []),
        ("##\n", [(2, "", 0)]),
        ("###### Six", [(6, "Six", 0)]),
        ("## C#\n", [(2, "C", 0)]),
        ("## One   \n\n\n\n## Two\n", [(2, "One", 0), (2, "Two", 4)]),
    ],
)
def test_headings_come_with_level_text_and_line(body: str, expected: list[tuple[int, str, int]]) -> None:
    assert headings(body) == tuple(Heading(*row) for row in expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("no link", []),
        ("A [b](c.md) d", [(2, False, "b", "c.md")]),
        ("![b](c.png)", [(0, True, "b", "c.png")]),
        ("wow![b](c.png)", [(3, True, "b", "c.png")]),
        ("[a](b) [c](d)", [(0, False, "a", "b"), (7, False, "c", "d")]),
        ("[a [b] c](d)", [(0, False, "a [b] c", "d")]),
        ("[![a](b.png)](c.md)", [(1, True, "a", "b.png"), (0, False, "![a](b.png)", "c.md")]),
        ("[a](https://b.example/c_(d)?e#f)", [(0, False, "a", "https://b.example/c_(d)?e#f")]),
        ('[a](b "A title")', [(0, False, "a", "b")]),
        ("[a](b 'A title')", [(0, False, "a", "b")]),
        ("[a](<b>)", [(0, False, "a", "b")]),
        ("[a]( b )", [(0, False, "a", "b")]),
        ("[a](\nb)", [(0, False, "a", "b")]),
        ("[](a)", [(0, False, "", "a")]),
        ("[a]()", [(0, False, "a", "")]),
        ("`[a](b)`", [(1, False, "a", "b")]),
        (r"\[a](b)", [(3, False, "", "b")]),
        (r"[a\](b)", []),
        (r"[a\\](b)", [(0, False, r"a\\", "b")]),
        ("[a] (b)", []),
        ("[a](b c)", [(2, False, "a", None)]),
        ("[a](b", [(2, False, "a", None)]),
        ("[a](b (c) d)", [(2, False, "a", None)]),
    ],
)
def test_links_come_with_place_text_and_target(body: str, expected: list[tuple[int, bool, str, str | None]]) -> None:
    found = links(body)
    assert [(link.offset, link.is_image, link.text, link.target) for link in found] == expected
    assert all(body.startswith(link.target, link.target_offset) for link in found if link.target)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("no mark", []),
        ("One.[^1] Two.[^two]", [(4, "1", False), (13, "two", False)]),
        ("[^1]: A definition\n[^2]: Another", [(0, "1", True), (19, "2", True)]),
        ("> [^1]: A definition", [(2, "1", True)]),
        ("See [^1]: it is no definition", [(4, "1", False)]),
        ("`[^1]` [^]", [(1, "1", False), (7, "", False)]),
        ("[^[^1]", [(2, "1", False)]),
    ],
)
def test_footnote_marks_come_with_place_and_label(body: str, expected: list[tuple[int, str, bool]]) -> None:
    assert [tuple(mark) for mark in footnote_marks(body)] == expected


def test_targets_are_replaced() -> None:
    body = 'é [a](b.md) ![c](b.md "T") [d](e.md) [f](two words)'
    expected = 'é [a](../b/) ![c](../b/ "T") [d](e.md) [f](two words)'
    assert rewrite_targets(body, {"b.md": "../b/", "x.md": "y"}) == expected
    assert rewrite_targets(body, {}) == body


def test_targets_of_an_image_in_a_link_are_replaced_both() -> None:
    assert rewrite_targets("[![a](b.png)](c.md)", {"b.png": "../b.png", "c.md": "../c/"}) == "[![a](../b.png)](../c/)"


def test_replaced_targets_keep_what_stands_around_them() -> None:
    assert rewrite_targets("[a](b_(c).md) [d](<e.md>)", {"b_(c).md": "x/", "e.md": "y/"}) == "[a](x/) [d](<y/>)"
