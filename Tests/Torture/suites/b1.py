# SPDX-License-Identifier: Apache-2.0
"""B1: a burst while minuted stands still, so that the kernel's queue overflows, and kill -9 while it works it off.

Prints what it took: digests a second, fsync a file, memory. Needs about 0.5 MB of disk a file under .run/torture.
TORTURE_REPORTS=short lets each report be a few lines of 0.4 kB with some 15 entries, where the others have 1.9 kB and some 50.
"""

import hashlib
import os
import random
import signal
import sqlite3
import time
from pathlib import Path

from harness import journal, oracle, shim
from harness.bulk import BulkReports, ShortReports
from harness.ledger import Line
from harness.oracle import Violation
from harness.stage import REPOSITORY
from harness.stage import Stage as PlainStage

SHORT = 1
#: Files of the short form: more than BurstRollup=, and soon told.
FEW = 30
MOST_MEMORY = 200


class Stage(PlainStage):
    """On the disk of the repository: what a burst comes to may not have room in memory."""

    def __init__(self, program=None):
        super().__init__(root=REPOSITORY / ".run/torture/burst", program=program)


def points(stage, seed):
    """`FILES KILLS SEED`; TORTURE_FILES and TORTURE_KILLS say how many."""
    files, kills = (os.environ.get(name, few) for name, few in (("TORTURE_FILES", FEW), ("TORTURE_KILLS", 3)))
    while True:
        yield f"{files} {kills} {seed}"
        seed += 1


def play(stage, point):
    files, kills, seed = map(int, point.split())
    dice = random.Random(point)
    with open("/etc/systemd/journald.conf", "a") as settings:
        settings.write("SystemMaxUse=60G\nSystemKeepFree=1G\nSystemMaxFiles=100000\n")
    stage.journald.stop()
    stage.begin("BurstRollup=20", empty_journal=True)
    stage.begun = None
    stage.start()
    os.kill(stage.process.pid, signal.SIGSTOP)
    fill(stage, files, seed)
    stage.shim.reset(counted=shim.mask("sync"))
    begun, watch = time.monotonic(), Watch(stage, files)
    os.kill(stage.process.pid, signal.SIGCONT)
    for kill in range(kills):
        # Spread over the whole of the work, taking and reading included.
        while watch.progress() < (kill + dice.random()) / kills * 0.95:
            time.sleep(0.02)
        stage.kill()
        stage.start(wait=False)
    while watch.progress() < 1:
        time.sleep(0.1)
    seconds, syncs = time.monotonic() - begun, stage.shim["calls"]
    watch.report(seconds, syncs)
    stage.drain(600)
    oracle.judge(stage)
    if not any(entry.get("MINUTED_EVENT") == "rollup" for entry in journal.entries(["MINUTED_EVENT"])):
        raise Violation("a burst without a roll-up")
    if watch.memory > MOST_MEMORY:
        raise Violation(f"minuted took {watch.memory} MB")


def fill(stage, files, seed):
    made = (ShortReports if os.environ.get("TORTURE_REPORTS") == "short" else BulkReports)(REPOSITORY, seed)
    for number in range(files):
        name, content = made.make(number)
        (stage.drop / name).write_bytes(content)
        stage.ledger.lines.append(Line(name, hashlib.sha256(content).hexdigest()))
    os.sync()


class Watch:
    """How far minuted is, and the most memory it has had."""

    def __init__(self, stage, files):
        self.stage, self.files, self.memory, self._told_at = stage, files, 0, 0

    def progress(self):
        """From 0 to 1: taken, read and told count alike."""
        self._look_at_memory()
        try:
            with sqlite3.connect(f"file:{self.stage.state}/archive.sqlite?mode=ro", uri=True, timeout=5) as database:
                taken, = database.execute("SELECT count(*) FROM arrivals").fetchone()
                read, = database.execute("SELECT count(*) FROM documents").fetchone()
                done, = database.execute(
                    "SELECT count(*) FROM arrivals WHERE state IN ('journalled', 'rejected')").fetchone()
        except sqlite3.OperationalError:
            return 0
        if time.monotonic() > self._told_at + 10:
            self._told_at = time.monotonic()
            print(f"B1: {taken} taken, {read} read, {done} told, {self.memory} MB", flush=True)
        # Of files that say the same to the letter one is read.
        return 1 if done >= self.files else min(0.99, (taken + read + done) / (3 * self.files))

    def _look_at_memory(self):
        try:
            status = Path(f"/proc/{self.stage.process.pid}/status").read_text()
        except OSError:
            return
        for line in status.splitlines():
            if line.startswith("VmHWM"):
                self.memory = max(self.memory, int(line.split()[1]) // 1024)

    def report(self, seconds, syncs):
        files = self.files
        print(f"B1: {files} files in {seconds:.1f} s, {files / seconds:.0f} a second to the last digest, "
              f"{syncs / files:.3f} fsync a file, {self.memory} MB", flush=True)
