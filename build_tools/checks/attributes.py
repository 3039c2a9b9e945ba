"""Parts in braces (`{: onclick=... }`) would reach the page as HTML attributes; contributed text has none."""

import re
from collections.abc import Iterator

from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated

NAME = "attributes"
SCOPE = "entry"

_ATTRIBUTE_LIST = re.compile(r"\{[^{}\n]*\}|\{:")


def find(subject: Source | Translated, _: Catalog) -> Iterator[Finding]:
    """Return parts in braces in the body."""
    for match in _ATTRIBUTE_LIST.finditer(subject.document.body):
        place = subject.document.in_body(match.start())
        remedy = "delete it, or use round brackets"
        yield Finding(
            subject.document.path,
            *place,
            NAME,
            f"the part in braces `{match[0][:40]}` would be read as attributes",
            remedy,
        )
