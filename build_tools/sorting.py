"""How names and titles are compared when they are put in order or looked up."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def sort_key(title: str) -> str:
    """Return a title without accents and case, as readers look it up."""
    return "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
