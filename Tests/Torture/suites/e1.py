# SPDX-License-Identifier: Apache-2.0
"""E1: something fails for a moment and then no more; minuted goes on by itself, or ends and is started again."""

import errno
import random
import time
from typing import NamedTuple

from harness import oracle, reports, shim
from harness.oracle import Violation

SHORT = 4


class Fault(NamedTuple):
    """What fails, and how; on which paths."""

    kinds: list
    action: int
    error: int
    path: str
    #: When it begins: while files come; when nothing is left to do; when minuted starts after a kill.
    begins: str = "busy"
    #: Of a million calls so many; 0 is the first ones.
    chance: int = 0


FAULTS = {
    "full": Fault(["write", "open"], shim.FAIL, errno.ENOSPC, "spool"),
    "full-archive": Fault(["write"], shim.FAIL, errno.ENOSPC, "archive.sqlite"),
    # The first thing to be written is that a file was taken.
    "full-ledger": Fault(["write"], shim.FAIL, errno.ENOSPC, "archive.sqlite", "idle"),
    "unreadable": Fault(["open"], shim.FAIL, errno.EMFILE, "drop"),
    "interrupted": Fault(["read"], shim.FAIL, errno.EINTR, "store"),
    "sync-fails": Fault(["sync"], shim.FAIL, errno.EIO, "spool"),
    "overflow": Fault(["read"], shim.OVERFLOW, 0, "inotify"),
    "journal-deaf": Fault(["send"], shim.FAIL, errno.ECONNREFUSED, ""),
    "journal-drops": Fault(["send"], shim.PRETEND, 0, ""),
    "journal-unseen": Fault(["open"], shim.FAIL, errno.EMFILE, ".journal", "start", 400_000),
}
#: An entry that was dropped is asked for after ten seconds; a disk that was full is looked at every ten.
PATIENCE = 45


def points(stage, seed):
    """The faults in turn, each with a moment of its own."""
    dice = random.Random(seed)
    while True:
        for name in FAULTS:
            yield f"{name} {dice.randint(1, 4)} {dice.randint(20, 400)} {dice.randint(0, 10**6)}"


def play(stage, point):
    """`interrupted 2 50 7`: two hits at most, for 50 ms, seed 7."""
    name, most, milliseconds, seed = point.split()
    dice = random.Random(seed)
    fault = FAULTS[name]
    # What a folder could not show for a moment is found when it is looked through again; the rest must not need that.
    stage.perform("RescanSec=5s" if name == "unreadable" else "")
    for number in range(3):
        stage.give(f"before-{number}.txt", reports.report(seed=seed), events=reports.TOLD)
    if fault.begins == "idle" and not (stage.await_told() and stage.await_landed()):
        raise Violation(f"stuck: not everything is told before anything fails; it said: {stage.last_words()}")
    if fault.begins == "start":
        time.sleep(dice.uniform(0, 0.1))
        stage.kill()
    which = {"chance": fault.chance} if fault.chance else {"first": 1, "last": shim.FOREVER, "most": int(most)}
    stage.shim.reset(action=fault.action, error=fault.error, struck=shim.mask(*fault.kinds), path=fault.path.encode(), **which)
    if fault.begins == "start":
        stage.start(wait=False)
    end = time.monotonic() + int(milliseconds) / 1000
    while time.monotonic() < end:
        stage.give(f"{dice.randrange(10**9)}.txt", reports.report(seed=seed), dice.choice(["rename", "write", "link"]),
                   events=reports.TOLD)
        time.sleep(0.02)
    stage.shim.reset(counted=0)
    _go_on(stage)
    stage.drain()
    oracle.judge(stage)


def _go_on(stage):
    """No more is done than systemd does: what has ended is started again."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not stage.is_alive:
            stage.process = None
            stage.start()
        if stage.await_told(patience=1):
            return
    raise Violation(f"stuck: not everything is told {PATIENCE} s after the fault has passed; it said: {stage.last_words()}")
