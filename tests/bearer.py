"""A page that speaks to the JSON doors with the secret of its link: the organizer's desk, and the console after the end."""

import asyncio
import http.client
import json
from typing import Any
from urllib.parse import urlsplit


class Bearer:
    def __init__(self, base: str, secret: str) -> None:
        self.base, self.secret = base, secret

    async def ask(self, path: str, body: Any = None, origin: str | None = "own") -> tuple[int, Any]:
        """(status, answer): GET without a body, else POST. `own`: what a browser sends, which names no origin when it only reads."""
        content = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        given = (self.base if content is not None else None) if origin == "own" else origin
        headers = {"Authorization": f"Bearer {self.secret}"} | ({} if given is None else {"Origin": given})

        def send() -> tuple[int, Any]:
            connection = http.client.HTTPConnection("127.0.0.1", urlsplit(self.base).port, timeout=10)
            try:
                connection.request("GET" if content is None else "POST", f"/api/{path}", content, headers)
                answer = connection.getresponse()
                return answer.status, json.loads(answer.read())
            finally:
                connection.close()

        return await asyncio.to_thread(send)

    async def get(self, path: str) -> Any:
        status, answer = await self.ask(path)
        assert status == 200, answer
        return answer

    async def post(self, path: str, body: Any = None) -> Any:
        status, answer = await self.ask(path, {} if body is None else body)
        assert status == 200, answer
        return answer

    async def row(self, session: str) -> dict[str, Any]:
        """One session as the desk lists it."""
        return dict(next(row for row in (await self.get("desk"))["sessions"] if row["id"] == session))
