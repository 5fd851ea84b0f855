# SPDX-License-Identifier: Apache-2.0
"""P1: the power goes, with folder, archive, store and journal on the disk; any prefix, any subset of what was not flushed.

Each recording is one run of minuted with files coming and a kill -9 on the way, and is cut at many places. With
`P1N` the same is played with minuted's fsyncs doing nothing: that must fail, or this suite proves nothing.
"""

import os
import random
import time

from harness import namespace, oracle, reports, shim
from harness.disk import Disk
from harness.stage import Stage as PlainStage
from harness.world import boot

SHORT = 6
#: Places that each recording is cut at.
CUTS = 50
LYING = 0


class Stage(PlainStage):
    """A stage on a disk that can be cut."""

    def __init__(self, program=None):
        self.disk = Disk(namespace.RUN / "disk", namespace.RUN / "mount")
        self.recorded, self.acknowledged = None, []
        super().__init__(root=self.disk.mount / "stage", program=program)

    def give(self, name, content, by="rename", must=True):
        super().give(name, content, by, must)
        self.acknowledged.append(self.disk.written)

    def take_away(self):
        """Lets go of the disk, as it is."""
        self.close()
        self.disk.unmount()


def points(stage, seed):
    recording = seed * 1000
    while True:
        for cut in range(CUTS):
            yield f"{recording} {cut}"
        recording += 1


def play(stage, point):
    recording, _ = point.split()
    if stage.recorded != recording:
        record(stage, random.Random(recording))
        stage.recorded = recording
    dice = random.Random(point)
    durable = stage.disk.cut(dice.randrange(20, len(stage.disk)), dice)
    boot()
    lines = stage.ledger.lines
    # What was not yet durable when the power went may be there or not.
    stage.ledger.lines = [
        line if acknowledged <= durable else type(line)(line.shown, line.sha256, must=False)
        for line, acknowledged in zip(lines, stage.acknowledged)]
    try:
        recover(stage, dice)
    finally:
        stage.ledger.lines = lines
        stage.kill()
        stage.take_away()


def recover(stage, dice):
    """Starts again what the cut has ended; in one of three cuts, minuted is killed while it recovers."""
    for folder in (stage.drop, stage.state, stage.journal):
        folder.mkdir(parents=True, exist_ok=True)
    stage.begun = None
    namespace.bind(stage.journal, "/var/log/journal")
    stage.journald.start()
    if dice.random() < 0.3:
        stage.shim.reset(counted=0)
        stage.start(wait=False)
        time.sleep(dice.uniform(0, 0.5))
        stage.kill()
    stage.drain()
    oracle.judge(stage, damaged=True)


def record(stage, dice):
    """One run of minuted: files come one by one and at once, and it is killed and started again on the way."""
    stage.disk.record()
    stage.acknowledged = []
    stage.journald.stop()
    stage.begin()
    stage.shim.reset(counted=0)
    stage.start()
    stage.shim["lying"] = LYING
    for number in range(dice.randint(6, 14)):
        stage.give(f"{number}.txt", reports.some(dice))
        time.sleep(dice.choice([0, 0, 0.02, 0.2]))
        if dice.random() < 0.1:
            stage.kill()
            stage.start()
    time.sleep(dice.uniform(0, 0.6))
    if dice.random() < 0.3:
        stage.stop()
    stage.kill()
    stage.shim["lying"] = 0
    stage.close()
    stage.disk.end_recording()
