"""Scripts of the benchmark page are made anew when what decides them has changed."""

import pytest

from build_tools import bundle


def test_other_entries_or_options_are_another_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    digests = [bundle._digest(bundle.WEB, entries) for entries in (bundle.ENTRIES, ("main.js",))]
    monkeypatch.setattr(bundle, "_OPTIONS", ("--bundle",))
    digests.append(bundle._digest(bundle.WEB, bundle.ENTRIES))
    assert len(set(digests)) == 3
