# SPDX-License-Identifier: Apache-2.0
"""V1: files are rewritten, renamed, linked and copied, and written slowly, while minuted runs, is ended and is killed."""

import hashlib
import os
import random
import time

from harness import oracle, reports
from harness.points import numbered

SHORT = 4
SETTLE = 1


def points(stage, seed):
    """Each point is a stream of twelve steps; in every second one, files are also moved for good."""
    return numbered(seed, "seed", "move")


def play(stage, point):
    dice = random.Random(point)
    stage.perform(f"SettleSec={SETTLE}s")
    names = []
    for step in range(12):
        if not names or dice.random() < 0.3:
            names.append(f"{step}.txt")
            stage.give(names[-1], reports.report("浙江省", 2010 + step, point))
        else:
            steps = STEPS + [_move_for_good] * 3 if point.startswith("move") else STEPS
            do, name = dice.choice(steps), dice.choice(names)
            do(stage, dice, name, f"{step}.txt")
            names = [f"{step}.txt" if do is _move_for_good and other == name else other for other in names]
        if dice.random() < 0.5:
            _settle(stage)
        if dice.random() < 0.4:
            stage.kill() if dice.random() < 0.5 else stage.stop()
    stage.drain()
    oracle.judge(stage)


def _settle(stage):
    """Everything that is complete is taken, so that no version is overwritten unread."""
    if stage.is_alive and not stage.await_told():
        raise oracle.Violation("lost: not everything is told while minuted runs")


def _start(stage):
    if not stage.is_alive:
        stage.process = None
        stage.start()
    _settle(stage)


def _rewrite(stage, dice, name, new):
    """Other bytes of the same length under the same name, in the same inode, with the old time of change."""
    _start(stage)
    if dice.random() < 0.5:
        stage.stop()
    path = stage.drop / name
    before, content = os.stat(path), path.read_bytes()
    text = content.decode()
    place = text.index("床位") + 2
    digit = "1" if text[place] != "1" else "2"
    fresh = (text[:place] + digit + text[place + 1:]).encode()
    with open(path, "r+b") as file:
        file.write(fresh)
        file.flush()
        os.fsync(file.fileno())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    # What it held before under another name is nothing new where nobody saw it in between.
    is_back = any(line.sha256 == hashlib.sha256(fresh).hexdigest() for line in stage.ledger.lines)
    for other in stage.drop.iterdir():
        if other.samefile(path):
            # Its other names have other bytes as well, and of these a minuted that runs is told nothing.
            stage.ledger.add(other.name, fresh, must=not is_back and (other == path or not stage.is_alive))


def _link(stage, dice, name, new):
    """A second name of the same file: the same bytes under another name are an arrival."""
    _start(stage)
    if dice.random() < 0.5:
        stage.stop()
    os.link(stage.drop / name, stage.drop / new)
    stage.ledger.add(new, (stage.drop / new).read_bytes())


def _copy(stage, dice, name, new):
    _start(stage)
    stage.give(new, (stage.drop / name).read_bytes(), dice.choice(["rename", "write"]))


def _move(stage, dice, name, new):
    """There and back: a file that is renamed is no arrival, under whatever name it is found."""
    _start(stage)
    if dice.random() < 0.5:
        stage.stop()
    os.rename(stage.drop / name, stage.drop / new)
    if stage.is_alive:
        time.sleep(0.05)
        # Where it is found under the one name and asked for under the other it looks like a copy.
        stage.ledger.add(new, (stage.drop / new).read_bytes(), must=False)
    os.rename(stage.drop / new, stage.drop / name)


def _move_for_good(stage, dice, name, new):
    """Under its new name it is the same file still, of which nothing is said."""
    _start(stage)
    if dice.random() < 0.5:
        stage.stop()
    os.rename(stage.drop / name, stage.drop / new)
    if os.stat(stage.drop / new).st_nlink > 1:
        # Which of its names is the new one, and which a second, nobody can tell.
        stage.ledger.add(new, (stage.drop / new).read_bytes(), must=False)


def _write_slowly(stage, dice, name, new):
    """Its first half lies there when minuted starts, the second comes before it has rested for SettleSec=."""
    if stage.is_alive:
        stage.stop()
    content = reports.report()
    with open(stage.drop / new, "wb") as file:
        file.write(content[:60])
        file.flush()
        begun = time.monotonic()
        stage.process = None
        stage.start()
        time.sleep(0.03)
        if time.monotonic() > begun + SETTLE:
            # On a machine that slow it may have been taken for complete.
            stage.ledger.add(new, content[:60], must=False)
        file.write(content[60:])
    stage.ledger.add(new, content)


STEPS = [_rewrite, _rewrite, _link, _copy, _move, _write_slowly]
