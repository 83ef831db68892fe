"""Many requests of SFTP on their way at once, over one channel.

A distant host answers each request slowly, but many as fast as one. What depends on an answer is a
conversation: a generator that yields the requests it sends together, and is given their replies.
Every reply is read, and the first failure ends all conversations once nothing is on its way.
"""

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from typing import Any, TypeVar

import paramiko

Request = tuple[Any, ...]
"""A packet's type, then its fields."""
Reply = tuple[int, paramiko.Message]
"""A packet's type, and the fields to read."""
_Result = TypeVar("_Result")
Conversation = Generator[Sequence[Request], Sequence[Reply], _Result]

_ON_THEIR_WAY = 128
"""The most requests that are sent before an answer is read; a few more where one turn has them."""
_UNDER_WAY = 64
"""The most conversations at once: each may have a file open on the host."""


class _Talk:
    """A conversation under way, and the replies to what it asked last."""

    def __init__(self, conversation: Conversation[Any], ready: deque["_Talk"]) -> None:
        self.conversation = conversation
        self._ready = ready
        self._numbers: list[int] = []
        self._replies: dict[int, Reply] = {}

    def ask(self, client: Any, requests: Sequence[Request]) -> None:
        """Send requests; the talk is ready again when all are answered."""
        self._numbers, self._replies = [], {}
        for request in requests:
            self._numbers.append(client._async_request(self, *request))

    def take_replies(self) -> Sequence[Reply]:
        """Return the replies in the order of the requests."""
        return [self._replies[number] for number in self._numbers]

    def _async_response(self, kind: int, message: paramiko.Message, number: int) -> None:
        """Keep a reply; paramiko calls this with each that is not awaited by itself."""
        self._replies[number] = (kind, message)
        if len(self._replies) == len(self._numbers):
            self._ready.append(self)


def hold(client: paramiko.SFTPClient, waiting: deque[Conversation[_Result]]) -> Iterator[_Result]:
    """Yield what each conversation returns, as they end; raise the first error of any.

    One that is under way may add others to ``waiting``.
    """
    ready: deque[_Talk] = deque()
    # Paramiko has no public way to send without waiting; it forgets who asks unless we keep them.
    under_way: dict[_Talk, int] = {}
    channel: Any = client

    def advance(talk: _Talk, replies: Sequence[Reply] | None) -> tuple[_Result] | None:
        """Go on with a talk; return its result, if it has ended."""
        under_way.pop(talk, None)
        try:
            requests = talk.conversation.send(replies)  # type: ignore[arg-type]
        except StopIteration as end:
            return (end.value,)
        under_way[talk] = len(requests)
        talk.ask(channel, requests)
        return None

    try:
        while True:
            while (
                waiting and len(under_way) < _UNDER_WAY and sum(under_way.values()) < _ON_THEIR_WAY
            ):
                if ended := advance(_Talk(waiting.popleft(), ready), None):
                    yield ended[0]
            if not under_way:
                return
            while not ready:
                channel._read_response()
            talk = ready.popleft()
            if ended := advance(talk, talk.take_replies()):
                yield ended[0]
    finally:
        # What is on its way happens, and must not be taken for the answer to something else.
        while len(ready) < len(under_way):
            channel._read_response()
