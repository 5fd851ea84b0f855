# SPDX-License-Identifier: Apache-2.0
"""R1: four attackers replace, exchange, rewrite and relink files while they are read; each point is 2,000 swaps."""

import ctypes
import os
import random
import threading

from harness import namespace, oracle, reports
from harness.ledger import Line
from harness.points import numbered

SHORT = 2
SWAPS = 500
_EXCHANGE = 2
_libc = ctypes.CDLL(None, use_errno=True)


def points(stage, seed):
    return numbered(seed)


class Attacker(threading.Thread):
    """One of the four; every version that could be read is written down before it can be seen."""

    def __init__(self, stage, dice, attack):
        super().__init__(daemon=True)
        self.stage, self.dice, self.attack = stage, dice, attack
        self.drop, self.problem = stage.drop, None

    def run(self):
        try:
            self.attack(self)
        except Exception as problem:
            self.problem = problem

    def version(self, name, content, must=False):
        with LOCK:
            self.stage.ledger.add(name, content, must)

    def content(self):
        return self.dice.choice([reports.noise, reports.noise, reports.noise, reports.report])()


LOCK = threading.Lock()


def replace(attacker):
    """Renames a new version over the last."""
    for swap in range(SWAPS):
        content = attacker.content()
        with open(attacker.drop / ".replace", "wb") as file:
            file.write(content)
        attacker.version("replaced.txt", content, must=swap == SWAPS - 1)
        os.rename(attacker.drop / ".replace", attacker.drop / "replaced.txt")


def exchange(attacker):
    """Exchanges two files; to minuted it is a renaming of both, of which nothing is said."""
    contents = [attacker.content(), attacker.content()]
    for name, content in zip(("one.txt", "other.txt"), contents):
        attacker.version("one.txt", content)
        attacker.version("other.txt", content)
        (attacker.drop / name).write_bytes(content)
    for _ in range(SWAPS):
        swap(attacker.drop / "one.txt", attacker.drop / "other.txt")


def relink(attacker):
    """Exchanges a file with a link to a secret, between the look and the opening if it can."""
    content = attacker.content()
    attacker.version("linked.txt", content, must=True)
    os.symlink(namespace.RUN / "secret", attacker.drop / ".link")
    (attacker.drop / "linked.txt").write_bytes(content)
    for _ in range(SWAPS // 2 * 2):
        swap(attacker.drop / "linked.txt", attacker.drop / ".link")


def rewrite(attacker):
    """Adds to a file, empties it and begins anew, by its name in the folder or by another elsewhere."""
    inside, outside = attacker.drop / "rewritten.txt", attacker.stage.root / "rewritten"
    outside.unlink(missing_ok=True)
    content = b""
    for swap in range(SWAPS):
        addition = attacker.content()
        anew = swap % 10 == 0
        content = addition if anew else content + addition
        attacker.version("rewritten.txt", content, must=swap == SWAPS - 1)
        # What is written by another name is found by the next look through the folder, which is an hour away.
        is_seen = attacker.dice.random() < 0.7 or not outside.exists() or swap == SWAPS - 1
        path = inside if is_seen else outside
        file = os.open(path, os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if anew else os.O_APPEND), 0o644)
        os.write(file, addition)
        os.close(file)
        if not outside.exists():
            os.link(inside, outside)
    with LOCK:
        # It may never have been quiet for a copy; that is an outcome too, and names no bytes.
        attacker.stage.ledger.lines.append(Line("rewritten.txt", None, must=False))


def swap(one, other):
    if _libc.renameat2(-100, os.fsencode(one), -100, os.fsencode(other), _EXCHANGE) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def play(stage, point):
    stage.begin()
    secret = reports.report()
    (namespace.RUN / "secret").write_bytes(secret)
    stage.start()
    attackers = [Attacker(stage, random.Random(f"{point} {attack.__name__}"), attack)
                 for attack in (replace, exchange, relink, rewrite)]
    for attacker in attackers:
        attacker.start()
    for attacker in attackers:
        attacker.join(60)
        if attacker.problem or attacker.is_alive():
            raise RuntimeError(f"the attacker {attacker.attack.__name__} failed: {attacker.problem}")
    if not stage.await_told():
        told = oracle.arrivals_told(stage)
        left = {line.shown for line in stage.ledger.lines if line.must and (line.shown, line.sha256) not in told}
        raise oracle.Violation(f"lost: the last version of {', '.join(sorted(left))} is not told")
    stage.drain()
    oracle.judge(stage)
    exchanged = {line.sha256 for line in stage.ledger.lines if line.shown in ("one.txt", "other.txt")}
    if exchanged - {sha256 for _, sha256 in oracle.arrivals_told(stage)}:
        raise oracle.Violation("lost: one of the exchanged files was never told")
