from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests import nodes
from tests.engines import database, database_url, databases, engine_name

__all__ = ["cluster", "database", "database_url", "databases", "engine_name"]


@pytest_asyncio.fixture
async def cluster(tmp_path: Path, database_url: str) -> AsyncIterator[nodes.Cluster]:
    """A Redis and a database without nodes yet; durations are shortened."""
    async with nodes.cluster(tmp_path, database_url) as made:
        yield made
