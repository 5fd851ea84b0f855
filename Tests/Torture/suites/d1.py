# SPDX-License-Identifier: Apache-2.0
"""D1: the disk of the archive runs full, or out of inodes, or files may not grow, at every level; then there is room."""

import os
import random
import resource
import shutil
import subprocess
import time

from harness import journal, namespace, oracle, reports, stage as stages

SHORT = 3
FILES = 12


def points(stage, seed):
    """Which disk of how many MB, and how much of it is left: bytes, or inodes; or how long a file may be, as a quota has it."""
    dice = random.Random(seed)
    while True:
        size = dice.choice([4, 8, 16, 64])
        ending = dice.choice(["waits", "waits", "killed"])
        if dice.random() < 0.25:
            yield f"inodes {size} {dice.randrange(0, 24)} {ending}"
        elif dice.random() < 0.25:
            yield f"length {size} {int(2 ** dice.uniform(10, 20))} {ending}"
        else:
            yield f"bytes {size} {int(2 ** dice.uniform(0, 21))} {ending}"


class Stage(stages.Stage):
    """The state folder lies on a small disk; the drop folder and the journal have room."""

    def __init__(self, *arguments, **names):
        super().__init__(*arguments, **names)
        self.disk = self.root / "disk"
        self.state = self.disk / "state"

    def make_disk(self, megabytes):
        self.kill()
        if os.path.ismount(self.disk):
            namespace.unmount(self.disk)
        self.disk.mkdir(parents=True, exist_ok=True)
        image = self.root / "image"
        image.unlink(missing_ok=True)
        with open(image, "wb") as file:
            file.truncate(megabytes << 20)
        subprocess.run(["mkfs.ext4", "-q", "-m", "0", "-N", "512", image], check=True)
        subprocess.run(["mount", "-o", "loop", image, self.disk], check=True)

    def fill(self, what, left):
        """Fills the disk but for `left` bytes or inodes; a `length` is a limit of the process."""
        if what == "length":
            resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (left, resource.RLIM_INFINITY))
            return
        ballast = self.disk / "ballast"
        ballast.mkdir()
        status = os.statvfs(self.disk)
        if what == "inodes":
            for number in range(status.f_favail - 1 - left):
                (ballast / str(number)).touch()
            return
        with open(ballast / "bytes", "wb") as file:
            try:
                os.posix_fallocate(file.fileno(), 0, max(1, status.f_bavail * status.f_bsize - left))
            except OSError:
                pass                            # the blocks that it needs for itself: as full as can be

    def free(self, what):
        if what != "length":
            shutil.rmtree(self.disk / "ballast")
        elif self.is_alive:
            resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def play(stage, point):
    what, size, left, ending = point.split()
    stage.make_disk(int(size))
    # Only the writes themselves tell that there is no room.
    stage.begin("MinFree=0%")
    stage.give("first.txt", reports.report())
    stage.start()
    if not stage.await_told():
        raise RuntimeError("nothing is told even with room")
    stage.fill(what, int(left))
    for number in range(FILES):
        kind = [reports.report, reports.bulletin, reports.noise][number % 3]
        stage.give(f"{number}.txt", kind(), ["rename", "write", "link"][number % 3])
    time.sleep(0.5)
    if not stage.is_alive:
        raise oracle.Violation(f"minuted has ended, though its disk is only full; it said: {stage.last_words()}")
    if ending == "killed":
        stage.kill()
    stage.free(what)
    if ending == "waits" and not stage.await_told():
        raise oracle.Violation(f"minuted does not go on though there is room again; it said: {stage.last_words()}")
    stage.drain()
    oracle.judge(stage)
    told = [entry.get("MINUTED_REASON") for entry in journal.entries(["MINUTED_EVENT", "MINUTED_REASON"], stage.begun)
            if entry.get("MINUTED_EVENT") == "disk"]
    if max(told.count("full"), told.count("free")) > 1:
        raise oracle.Violation(f"said more than once: {told}")
