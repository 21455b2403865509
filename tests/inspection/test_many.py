"""A queue of tokens: each is asked about once, at the pace of the gateway, and none is lost."""

import json
import random
import threading
import time
from typing import Any

import pytest

from inspector_app.gateway.application import AccessTokenCache
from inspector_app.inspection.many import MAX_AT_ONCE, InspectionQueue, QueueOptions
from inspector_app.inspection.many_entries import read_entries
from inspector_app.inspection.many_events import EntryEnded, EntryStarted, GatewayPause, QueueHeld
from inspector_app.inspection.many_pace import MAX_REFUSALS
from inspector_app.inspection.run_inspection import InspectionResult, NotSent
from inspector_app.session.authorization_scheme import AuthorizationScheme
from inspector_app.session.diagnosis.verdict_model import VerdictCode
from inspector_app.session.exchange import Failure, FailureKind
from inspector_app.session.translatable_text import Text
from inspector_app.settings.environment import ConnectionSettings, create_environment
from inspector_app.vault.backends import MemoryOnly
from inspector_app.vault.vault import Vault
from tests.gateway.faulty_gateway import FaultyGateway, answer

VALID = json.dumps({"status": 0, "success": True, "session": {"expires": 7200}}).encode()
REFUSED = json.dumps({"status": 30401, "success": False, "message": "not valid"}).encode()
BEARER = ConnectionSettings(authorization=AuthorizationScheme.BEARER)


def create_tokens(count, seed=29):
    letters = random.Random(seed)
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz"
    return ["IAM_S_" + "".join(letters.choices(alphabet, k=32)) for _ in range(count)]


def entries_of(tokens):
    entries = read_entries("\n".join(tokens))
    assert not isinstance(entries, Text)
    return entries


def read_token(head):
    """The token in the head of a request, whichever form it was sent in."""
    line = next(one for one in head.split(b"\r\n") if one.lower().startswith(b"authorization:"))
    return line.split(b" ")[-1].decode()


class Asked:
    """A gateway that notes what it was asked, when, and by how many at the same time."""

    def __init__(self, reply):
        self.tokens = []
        self.times = []
        self.most = 0
        self._now = 0
        self._lock = threading.Lock()
        self._reply = reply

    def __call__(self, wire):
        head = wire.request()
        if not head:
            return
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
            self.tokens.append(read_token(head))
            self.times.append(time.monotonic())
            number = len(self.tokens)
        asking = Asking(wire, self._leave)
        try:
            self._reply(asking, self.tokens[number - 1], number)
        finally:
            asking.end()

    def _leave(self):
        with self._lock:
            self._now -= 1


class Asking:
    """A connection that counts as answered before its answer leaves: the next may follow it."""

    def __init__(self, wire, leave):
        self._wire = wire
        self._leave = leave

    def __getattr__(self, name):
        return getattr(self._wire, name)

    def send(self, data):
        self.end()
        self._wire.send(data)

    def end(self):
        leave, self._leave = self._leave, lambda: None
        leave()


def reply_valid(wire, token, number):
    wire.send(answer(VALID))


def create_queue(gateway, entries, listener, connection=BEARER, **more):
    environment = create_environment("Test", f"http://127.0.0.1:{gateway.port}", connection)
    vault = Vault(MemoryOnly(Text("none")))
    options = QueueOptions(**{"first_pause": 0.01, **more})
    return InspectionQueue(
        environment, entries, lambda: vault, AccessTokenCache(), listener, options
    )


def run(reply, tokens, **more):
    """Run a queue to its end against a gateway that answers so."""
    events: list[Any] = []
    asked = Asked(reply)
    with FaultyGateway(asked) as gateway:
        queue = create_queue(gateway, entries_of(tokens), events.append, **more)
        queue.run()
    return asked, events, queue


def outcomes(events):
    return {one.entry.number: one.outcome for one in events if isinstance(one, EntryEnded)}


def codes(events):
    return [
        one.judge(0).code if isinstance(one, InspectionResult) else None
        for _, one in sorted(outcomes(events).items())
    ]


def test_each_token_is_asked_about_once_in_order_and_one_at_a_time():
    tokens = create_tokens(12)
    asked, events, queue = run(reply_valid, [*tokens, tokens[3]])
    assert asked.tokens == tokens
    assert asked.most == 1
    assert sorted(outcomes(events)) == list(range(1, 13))
    assert all(isinstance(one, InspectionResult) for one in outcomes(events).values())
    assert queue.pending == ()


def test_up_to_four_run_side_by_side_and_no_more():
    together = threading.Barrier(MAX_AT_ONCE)

    def wait_for_four(wire, token, number):
        together.wait(10)
        wire.send(answer(VALID))

    asked, events, _ = run(wait_for_four, create_tokens(12), at_once=99)
    assert asked.most == MAX_AT_ONCE
    assert len(outcomes(events)) == 12


def test_a_gateway_that_asks_to_wait_is_waited_for_and_asked_again():
    """N10: 429 with Retry-After."""

    def refuse_second(wire, token, number):
        if number == 2:
            wire.send(answer(b"{}", "Retry-After: 1", status="429 Too Many Requests"))
        else:
            wire.send(answer(VALID))

    tokens = create_tokens(3)
    asked, events, _ = run(refuse_second, tokens)
    assert asked.tokens == [tokens[0], tokens[1], tokens[1], tokens[2]]
    assert asked.times[2] - asked.times[1] >= 1
    assert [one.seconds for one in events if isinstance(one, GatewayPause)] == [1]
    assert set(codes(events)) != {VerdictCode.RATE_LIMITED}
    assert VerdictCode.RATE_LIMITED not in codes(events)


def test_pauses_grow_with_each_refusal_in_a_row_and_begin_anew_after_an_answer():
    def refuse_thrice(wire, token, number):
        status = "429 Too Many Requests" if number in {1, 2, 3, 5} else "200 OK"
        wire.send(answer(VALID if status == "200 OK" else b"{}", status=status))

    _, events, _ = run(refuse_thrice, create_tokens(3))
    pauses = [one.seconds for one in events if isinstance(one, GatewayPause)]
    assert pauses == pytest.approx([0.01, 0.02, 0.04, 0.01])
    assert len(outcomes(events)) == 3


@pytest.mark.parametrize(
    ("header", "least"),
    [("Retry-After: 3600", 0), ("Retry-After: Sun, 06 Nov 2044 08:49:37 GMT", 0), ("X-None: 1", 7)],
)
def test_a_queue_that_is_refused_for_too_long_pauses_and_keeps_every_token(header, least):
    def refuse(wire, token, number):
        wire.send(answer(b"{}", header, status="429 Too Many Requests"))

    events: list[Any] = []
    asked = Asked(refuse)
    with FaultyGateway(asked) as gateway:
        held = threading.Event()

        def listen(event):
            events.append(event)
            if isinstance(event, QueueHeld):
                held.set()

        queue = create_queue(gateway, entries_of(create_tokens(4)), listen, first_pause=0.0001)
        thread = threading.Thread(target=queue.run)
        thread.start()
        assert held.wait(10)
        assert len(queue.pending) == 4
        queue.cancel()
        thread.join(10)
    assert not outcomes(events)
    assert least <= len(asked.tokens) - 1 <= max(least, MAX_REFUSALS - 1)


def test_an_unavailable_gateway_that_names_a_time_is_waited_for_and_one_that_does_not_is_told():
    def reply(wire, token, number):
        if number == 1:
            wire.send(answer(b"{}", "Retry-After: 0", status="503 Service Unavailable"))
        elif number == 2:
            wire.send(answer(b"{}", status="503 Service Unavailable"))
        else:
            wire.send(answer(VALID))

    tokens = create_tokens(2)
    asked, events, _ = run(reply, tokens)
    assert asked.tokens == [tokens[0], tokens[0], tokens[1]]
    assert codes(events)[0] is VerdictCode.GATEWAY_ERROR


def test_one_that_fails_loses_nothing():
    def fail(wire, token, number):
        match number:
            case 1:
                wire.reset()
            case 2:
                wire.send(b"nonsense\r\n\r\n")
            case 3:
                wire.stall()
            case 4:
                wire.send(answer(b"<html>"))
            case 5:
                wire.send(answer(REFUSED, status="401 Unauthorized"))
            case _:
                wire.send(answer(VALID))

    _, events, _ = run(fail, create_tokens(7), deadline=0.5)
    assert codes(events)[:3] == [
        VerdictCode.UNREACHABLE,
        VerdictCode.NOT_ENOS,
        VerdictCode.TIMED_OUT,
    ]
    assert codes(events)[4] is VerdictCode.TOKEN_NOT_VALID
    assert len(codes(events)) == 7
    assert None not in codes(events)


def test_a_fault_of_the_program_ends_one_entry_and_not_the_queue():
    """R5."""
    faults: list[BaseException] = []

    def broken():
        raise RuntimeError("a fault")

    signed = ConnectionSettings(access_key="6a1f-key", authorization=AuthorizationScheme.BEARER)
    environment = create_environment("Test", "http://127.0.0.1:1", signed)
    events: list[Any] = []
    queue = InspectionQueue(
        environment,
        entries_of(create_tokens(3)),
        broken,
        AccessTokenCache(),
        events.append,
        report_error=faults.append,
    )
    queue.run()
    assert len(faults) == 3
    assert [type(one) for one in outcomes(events).values()] == [NotSent] * 3
    assert "a fault" not in str(outcomes(events))


def test_after_a_pause_nothing_starts_until_it_goes_on():
    started, paused = threading.Event(), threading.Event()
    box: dict[str, InspectionQueue] = {}

    def reply(wire, token, number):
        if number == 2:
            box["queue"].pause()
            paused.set()
        wire.send(answer(VALID))

    events: list[Any] = []
    asked = Asked(reply)
    with FaultyGateway(asked) as gateway:
        ended = threading.Semaphore(0)

        def listen(event):
            events.append(event)
            if isinstance(event, EntryEnded):
                ended.release()
            started.set()

        queue = box["queue"] = create_queue(gateway, entries_of(create_tokens(5)), listen)
        thread = threading.Thread(target=queue.run)
        thread.start()
        assert paused.wait(10)
        assert all(ended.acquire(timeout=10) for _ in range(2))
        assert len(queue.pending) == 3
        assert not ended.acquire(timeout=0.2)
        queue.go_on()
        thread.join(10)
    assert len(outcomes(events)) == 5
    assert len(asked.tokens) == 5


def test_cancelling_ends_at_once_and_the_one_under_way_stays_pending():
    """N5."""
    waiting = threading.Event()

    def reply(wire, token, number):
        if number == 3:
            waiting.set()
            wire.stall()
        wire.send(answer(VALID))

    events: list[Any] = []
    tokens = create_tokens(6)
    with FaultyGateway(Asked(reply)) as gateway:
        queue = create_queue(gateway, entries_of(tokens), events.append)
        thread = threading.Thread(target=queue.run)
        thread.start()
        assert waiting.wait(10)
        queue.cancel()
        thread.join(1)
        assert not thread.is_alive()
    assert sorted(outcomes(events)) == [1, 2]
    assert [one.number for one in queue.pending] == [3, 4, 5, 6]


def test_no_answer_shows_another_entrys_token_and_a_discarded_queue_lets_them_go():
    """A1: a gateway may send what it was sent before."""
    tokens = create_tokens(2)

    def reply(wire, token, number):
        wire.send(answer(json.dumps({"status": 0, "message": [*tokens][::-1]}).encode()))

    _, events, queue = run(reply, tokens)
    assert len(outcomes(events)) == len(tokens)
    for one in outcomes(events).values():
        assert all(one.analyzed.credentials.has_match(token) for token in tokens)
    queue.discard()
    assert not queue._known


def test_a_discarded_queue_holds_no_token():
    """A6."""
    waiting = threading.Event()

    def reply(wire, token, number):
        waiting.set()
        wire.stall()

    with FaultyGateway(Asked(reply)) as gateway:
        queue = create_queue(gateway, entries_of(create_tokens(6)), lambda _: None)
        thread = threading.Thread(target=queue.run)
        thread.start()
        assert waiting.wait(10)
        queue.discard()
        thread.join(1)
        assert not thread.is_alive()
    assert queue.pending == ()


def test_a_token_that_was_sent_to_another_host_is_not_sent_here():
    """N3."""
    here, there = create_tokens(2)
    text = f"{here}\n\ncurl https://apim-other.example.com/x -H 'Authorization: Bearer {there}'"
    entries = read_entries(text)
    assert not isinstance(entries, Text)
    events: list[Any] = []
    asked = Asked(reply_valid)
    with FaultyGateway(asked) as gateway:
        create_queue(gateway, entries, events.append).run()
    assert asked.tokens == [here]
    told = outcomes(events)[2]
    assert isinstance(told, NotSent)
    assert "apim-other.example.com" in str(told.problem)


def test_once_the_gateway_took_a_form_the_other_is_tried_no_more():
    def reply(wire, token, number):
        wire.send(answer(REFUSED if number > 1 else VALID))

    tokens = create_tokens(4)
    asked, events, _ = run(reply, tokens, connection=ConnectionSettings())
    assert asked.tokens == tokens
    assert set(codes(events)[1:]) == {VerdictCode.TOKEN_NOT_VALID}


def test_until_a_form_is_known_both_are_tried():
    def take_bare(wire, token, number):
        is_bare = f"authorization: {token}".encode() in bytes(wire.received).lower().replace(
            token.lower().encode(), token.encode()
        )
        wire.send(answer(VALID if is_bare else REFUSED))

    tokens = create_tokens(3)
    asked, events, _ = run(take_bare, tokens, connection=ConnectionSettings())
    assert asked.tokens == [tokens[0], tokens[0], tokens[1], tokens[2]]
    assert VerdictCode.TOKEN_NOT_VALID not in codes(events)


def test_a_refusal_makes_no_form_known():
    """N2: a token that the other form would have shown valid must not be called invalid."""
    tokens = create_tokens(2)
    asked, events, _ = run(
        lambda wire, _token, _number: wire.send(answer(REFUSED)),
        tokens,
        connection=ConnectionSettings(),
    )
    assert asked.tokens == [tokens[0], tokens[0], tokens[1], tokens[1]]
    assert set(codes(events)) == {VerdictCode.TOKEN_NOT_VALID}


def test_a_damaged_token_is_told_in_its_place_and_not_sent():
    one, cut, two = create_tokens(3)
    events: list[Any] = []
    asked = Asked(reply_valid)
    entries = read_entries(f"{one}\n{cut[:20]}…\n{two}")
    assert not isinstance(entries, Text)
    with FaultyGateway(asked) as gateway:
        create_queue(gateway, entries, events.append).run()
    assert asked.tokens == [one, two]
    told = outcomes(events)[2]
    assert isinstance(told, NotSent)
    assert "cut" in str(told.problem)
    assert sum(isinstance(event, EntryStarted) for event in events) == 2


def test_an_address_that_is_none_is_told_of_each_entry():
    events: list[Any] = []
    environment = create_environment("Test", "https://no address.example.com", BEARER)
    vault = Vault(MemoryOnly(Text("none")))
    entries = entries_of(create_tokens(2))
    cache, options = AccessTokenCache(), QueueOptions()
    InspectionQueue(environment, entries, lambda: vault, cache, events.append, options).run()
    told = [event.outcome for event in events if isinstance(event, EntryEnded)]
    assert len(told) == 2
    for one in told:
        assert isinstance(one, NotSent)
        assert "address" in str(one.problem)


def test_no_event_prints_a_token():
    """A1."""
    tokens = create_tokens(3)
    _, events, _ = run(reply_valid, tokens)
    printed = repr(events)
    assert not any(token[6:] in printed for token in tokens)


def test_after_it_was_held_a_queue_counts_refusals_anew():
    """N10: going on is a person's choice, and not the ninth refusal in a row."""

    def refuse(wire, token, number):
        wire.send(answer(b"{}", status="429 Too Many Requests"))

    held = threading.Semaphore(0)
    pauses: list[float] = []

    def listen(event):
        if isinstance(event, GatewayPause):
            pauses.append(event.seconds)
        elif isinstance(event, QueueHeld):
            held.release()

    asked = Asked(refuse)
    with FaultyGateway(asked) as gateway:
        queue = create_queue(gateway, entries_of(create_tokens(1)), listen, first_pause=0.0001)
        thread = threading.Thread(target=queue.run)
        thread.start()
        for times in (1, 2):
            assert held.acquire(timeout=20)
            assert len(asked.tokens) == times * MAX_REFUSALS
            queue.go_on()
        queue.cancel()
        thread.join(10)
    assert pauses[:8] == pauses[8:16] == sorted(pauses[:8])


def test_those_under_way_when_one_is_refused_are_no_further_refusals():
    """N10: four at once would else be held after two rounds."""
    together = threading.Barrier(4)

    def refuse_first_four(wire, token, number):
        if number <= 4:
            together.wait(10)
            wire.send(answer(b"{}", status="429 Too Many Requests"))
        else:
            wire.send(answer(VALID))

    _, events, _ = run(refuse_first_four, create_tokens(4), at_once=4, first_pause=0.001)
    pauses = [one.seconds for one in events if isinstance(one, GatewayPause)]
    assert len(pauses) == 4
    assert max(pauses) <= 0.002
    assert len(outcomes(events)) == 4


@pytest.mark.parametrize(("pause", "is_held"), [(900.0, False), (900.5, True)])
def test_a_quarter_of_an_hour_is_waited_for_and_more_is_not(pause, is_held):
    """N8."""
    environment = create_environment("Test", "http://127.0.0.1:1", BEARER)
    events: list[Any] = []
    vault = Vault(MemoryOnly(Text("none")))
    queue = InspectionQueue(
        environment, entries_of(create_tokens(1)), lambda: vault, AccessTokenCache(), events.append
    )
    queue._hold(pause, time.monotonic())
    assert [type(one) for one in events] == [GatewayPause, QueueHeld][: 1 + is_held]
    assert queue._is_paused is is_held


def test_an_entry_that_is_not_answered_ends_at_its_deadline():
    """N4."""
    _, events, _ = run(lambda asking, *_: asking.request(), create_tokens(2), deadline=0.3)
    for one in outcomes(events).values():
        assert isinstance(one, InspectionResult)
        failure = one.analyzed.call_result
        assert isinstance(failure, Failure)
        assert failure.kind is FailureKind.TIMED_OUT
        assert failure.detail == "0.3", "seconds"
