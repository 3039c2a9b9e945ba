"""The fixture network, built once for all tests that only read it, and copies of its sources for the others."""

from pathlib import Path

import pytest

from tests.integration.network import Published, copy_network, publish


@pytest.fixture(scope="session")
def network(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Give the fixture network as it is published; nobody changes it."""
    return publish(copy_network(tmp_path_factory.mktemp("network") / "site-of-tests"))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Give a copy of the sources of the fixture network, not built yet."""
    return copy_network(tmp_path / "network")
