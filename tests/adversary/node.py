"""Nodes for the adversary: forked like those of `tests.fork_server`, and before it serves each takes the mutant it was named.

A mutant changes only its own process. The product has no switch for any of them.
"""

import asyncio
import atexit
import os
import socket
import subprocess
import sys
from pathlib import Path
from secrets import token_hex

from tests import fork_server, nodes
from tests.adversary.planted import MUTANT, plant
from tests.fork_server import Order
from tests.nodes import Cluster, NodeProcess


class Server(fork_server.Server):
    """The test run's end of the fork server whose children may be mutants."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.adversary.node", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        atexit.register(self.close)


_servers: list[Server] = []


class MutantCluster(Cluster):
    """A cluster whose nodes all have the same fault; `mutant` empty: the product as it is."""

    mutant = ""

    async def start(self, **settings: object) -> NodeProcess:
        if not _servers:
            _servers.append(Server())
        self._started += 1
        log = self.folder / f"node-{token_hex(4)}.log"
        log.touch()
        environment = {**nodes.environment(self.settings_with(settings)), MUTANT: self.mutant}
        process = await _servers[0].fork(Order(f"{self._started:02d}", environment, str(Path.cwd()), str(log.absolute())))
        async with asyncio.timeout(30):
            port = await process.port()
        if port is None:
            raise AssertionError(f"the node did not start:\n{log.read_text(errors='replace')[-3000:]}")
        started = NodeProcess(process, port, log)
        self.nodes.append(started)
        return started


def main() -> None:
    serve = fork_server._serve

    async def planted(begins: str) -> None:
        plant(os.environ.get(MUTANT, ""))
        await serve(begins)

    vars(fork_server)["_serve"] = planted
    fork_server.main()


if __name__ == "__main__":
    main()
