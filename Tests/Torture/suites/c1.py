# SPDX-License-Identifier: Apache-2.0
"""C1: clients of the control socket that misbehave; minuted answers the others, and no file is lost meanwhile."""

import contextlib
import json
import os
import random
import socket
import time
import uuid

from harness import oracle
from harness.oracle import Violation
from harness.points import numbered

SHORT = 10

SOCKET = "/run/minuted/control"
#: Nobody in particular, in the socket's group.
STRANGER = 990
#: How long whoever behaves may wait for an answer, in seconds; a burst and other builds may be under way.
PATIENCE = 20
VERBS = ["status", "retry", "retry-all", "import", "import-end", "no-such-verb", "correct", "undo", "alias", "withdraw", "bring", "retract",
         "unretract", "mark", "unmark", "replay", "hold", "release", "reread", "forget", "forget-undo"]
MEMBERS = ["target", "meeting", "digest", "digests", "provenance", "reason", "values", "files", "file", "fields", "words", "until", "since", "to",
           "from", "subject", "number", "name", "most", "entry", "edit", "change", "at", "all"]


def points(stage, seed):
    return numbered(seed, "long", "nonsense", "verbs", "deaf", "crowd", "files", "vanish", "slow", "flood", "fuzz")


def play(stage, point):
    kind, _ = point.split()
    dice = random.Random(point)
    stage.begin()
    stage.start()
    with contextlib.ExitStack() as clients:
        for number in range(dice.randint(1, 4)):
            stage.give_some(dice, f"{uuid.UUID(int=dice.getrandbits(128))}.txt")
            globals()["play_" + kind](dice, clients)
            answered()
        if not stage.await_told():
            raise Violation("files wait for clients of the control socket")
    stage.drain()
    oracle.judge(stage)


def answered():
    """Somebody who asks rightly is told, whatever the others do."""
    client = connected()
    client.settimeout(PATIENCE)
    client.sendall(b'{"verb":"status"}\n')
    try:
        line = client.makefile("rb").readline()
    except TimeoutError:
        raise Violation("the control socket does not answer") from None
    finally:
        client.close()
    if not json.loads(line or b"{}").get("ok"):
        raise Violation(f"the control socket answered {line[:200]!r}")


def refused(client):
    """The next answer has to say what is wrong and what to do."""
    client.settimeout(PATIENCE)
    line = client.makefile("rb").readline()
    answer = json.loads(line or b"{}")
    if answer.get("ok") is not False or not answer.get("error") or not answer.get("hint"):
        raise Violation(f"nonsense was answered by {line[:200]!r}")


def connected():
    client = socket.socket(socket.AF_UNIX)
    client.connect(SOCKET)
    return client


# ---- what the clients do

def play_long(dice, clients):
    """A megabyte without a newline."""
    client = clients.enter_context(connected())
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        client.sendall(dice.choice([b"a", b"[", b'{"verb":"', b"\0", b"\xff"]) * (1 << 20))
    refused(client)


def play_nonsense(dice, clients):
    client = clients.enter_context(connected())
    for _ in range(20):
        client.sendall(dice.choice([
            b"\n", b"{}\n", b"[]\n", b"null\n", b'{"verb":1}\n', b'{"verb":{}}\n', b'{"verb":"status"\n', b"\xff\xfe\n",
            b"[" * 5000 + b"\n", b'{"verb":"\\ud800"}\n' , b"\0\n"]))
    refused(client)


def play_verbs(dice, clients):
    client = clients.enter_context(connected())
    client.sendall(b'{"verb":"%s"}\n' % dice.choice([b"", b"STATUS", b"drop table", b"x" * 60_000, "删除".encode()]))
    refused(client)


def play_deaf(dice, clients):
    """It asks and never reads."""
    client = clients.enter_context(connected())
    client.settimeout(0.2)
    with contextlib.suppress(TimeoutError, BrokenPipeError, ConnectionResetError):
        for _ in range(20_000):
            client.sendall(b'{"verb":"status"}\n')


def play_crowd(dice, clients):
    """A thousand of somebody else's that say nothing, or half of something."""
    os.chown(SOCKET, 0, STRANGER)
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(STRANGER)
        os.setuid(STRANGER)
        crowd = []
        with contextlib.suppress(OSError):
            for _ in range(1000):
                crowd.append(connected())
                crowd[-1].send(dice.choice([b"x", b'{"verb":"status"}\n', b'{"verb":"retry-all"}\n']))
        time.sleep(PATIENCE)
        os._exit(0)
    clients.callback(os.waitpid, child, 0)
    clients.callback(os.kill, child, 9)
    time.sleep(0.1)


def play_files(dice, clients):
    """Open files that no line names."""
    client = clients.enter_context(connected())
    file = clients.enter_context(open("/dev/null", "rb"))
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        for _ in range(200):
            socket.send_fds(client, [b" "], [file.fileno()] * dice.randint(1, 3))
    refused(client)


def play_vanish(dice, clients):
    """It asks for much and is gone, or has closed its own side."""
    client = connected()
    client.sendall(b'{"verb":"%s"}\n' % dice.choice([b"retry-all", b"import-end", b"status"]))
    if dice.random() < 0.5:
        client.shutdown(socket.SHUT_WR)
        client.settimeout(PATIENCE)
        if not client.makefile("rb").readline():
            raise Violation("who has closed only his own side gets no answer")
    client.close()


def play_slow(dice, clients):
    """Byte by byte, with an honest question in the end."""
    client = clients.enter_context(connected())
    for byte in b'{"verb":"status"}':
        client.send(bytes([byte]))
        time.sleep(dice.uniform(0, 0.01))
    client.sendall(b"\n")
    client.settimeout(PATIENCE)
    if b'"ok":true' not in client.makefile("rb").readline():
        raise Violation("who is slow is not answered")


def play_flood(dice, clients):
    """A dozen that ask as fast as they are answered, and go on while files are told."""
    for _ in range(12):
        child = os.fork()
        if child == 0:
            with contextlib.suppress(OSError):
                client = connected()
                replies = client.makefile("rb")
                end = time.monotonic() + PATIENCE
                while time.monotonic() < end:
                    client.sendall(b'{"verb":"status"}\n' * 20)
                    for _ in range(20):
                        replies.readline()
            os._exit(0)
        clients.callback(os.waitpid, child, 0)
        clients.callback(os.kill, child, 9)
    time.sleep(0.2)


def play_fuzz(dice, clients):
    """Thousands of lines that are almost right."""
    end = time.monotonic() + 2
    while time.monotonic() < end:
        client = connected()
        client.settimeout(0.05)
        with contextlib.suppress(TimeoutError, BrokenPipeError, ConnectionResetError):
            for _ in range(dice.randint(1, 50)):
                client.sendall(mutant(dice))
                if dice.random() < 0.3:
                    client.recv(1 << 16)
        client.close()


def mutant(dice):
    """A request with some of its bytes changed, cut out, doubled; or members of any form."""
    value = dice.choice(["a", "", "../../etc", "0" * 64, "2023-02-21", "é", "\x00", "1", "report", "yes", "figure", ["a", "b"], [1], {"a": []}, 1e400, -1, None, True])
    request = {"verb": dice.choice(VERBS)} | {
        dice.choice(MEMBERS): value for _ in range(dice.randint(0, 6))}
    line = bytearray(json.dumps(request, ensure_ascii=dice.random() < 0.5).encode())
    for _ in range(dice.choice([0, 1, 1, 2, 10])):
        at = dice.randrange(len(line) + 1)
        match dice.randrange(4):
            case 0: line[at:at + 1] = bytes([dice.randrange(256)])
            case 1: del line[at:at + dice.randint(1, 8)]
            case 2: line[at:at] = line[at:at + 16]
            case 3: line[at:at] = dice.choice([b"\n", b"\0", b'"', b"{", b"\\u0000", b"9" * 400])
    return bytes(line) + b"\n"
