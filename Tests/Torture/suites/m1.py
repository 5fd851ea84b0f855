# SPDX-License-Identifier: Apache-2.0
"""M1: the drop folder is mounted over, unmounted, made read-only, renamed, removed and made again, twice a second."""

import os
import random
import shutil
import subprocess
import time

from harness import namespace, oracle, reports
from harness.points import numbered

SHORT = 4
CYCLES = 8
_DETACH, _READ_ONLY = 2, 0x1000 | 32 | 1        # MNT_DETACH; MS_BIND, MS_REMOUNT, MS_RDONLY


def points(stage, seed):
    """What is mounted: a folder, whose unmounting is silent, or a disk, whose end is told to those who watch it."""
    return numbered(seed, "folder", "disk")


def is_mounted(path):
    """Whether something is mounted at the path; os.path.ismount does not see a folder of the same disk."""
    return any(line.split()[4] == str(path) for line in open("/proc/self/mountinfo"))


class Mounts:
    """The drop folder and what lies over it."""

    def __init__(self, stage, kind, dice):
        self.stage, self.kind, self.dice = stage, kind, dice
        self.drop, self.aside = stage.drop, stage.root / "aside"
        self.source = stage.root / "source"
        self.protected = False
        for leftover in (self.source, self.aside):
            shutil.rmtree(leftover, ignore_errors=True) if leftover.is_dir() else leftover.unlink(missing_ok=True)
        if kind == "folder":
            self.source.mkdir()
        else:
            with open(self.source, "wb") as image:
                image.truncate(16 << 20)
            subprocess.run(["mkfs.ext4", "-q", self.source], check=True)

    @property
    def is_mounted(self):
        return is_mounted(self.drop)

    def faults(self):
        if self.protected:
            return [self.unmount]
        if self.is_mounted:
            return [self.unmount, self.unmount_lazily, self.protect, self.nothing]
        return [self.mount, self.mount, self.rename, self.remove, self.nothing]

    def nothing(self):
        pass

    def mount(self):
        if self.kind == "folder":
            namespace.bind(self.source, self.drop)
        else:
            subprocess.run(["mount", "-o", "loop", self.source, self.drop], check=True)

    def unmount(self):
        """As a person does: again, while it is busy; for minuted it is so for the moment of a copy only."""
        deadline = time.monotonic() + 5
        while True:
            try:
                namespace.unmount(self.drop)
                self.protected = False
                return
            except OSError as error:
                if time.monotonic() > deadline:
                    raise oracle.Violation(f"the folder cannot be unmounted for 5 s: {error}") from None
                time.sleep(0.01)

    def unmount_lazily(self):
        namespace.unmount(self.drop, _DETACH)

    def protect(self):
        namespace.mount("none", self.drop, flags=_READ_ONLY)
        self.protected = True

    def rename(self):
        """Moves the folder aside, makes another, and puts the files back in a moment."""
        os.rename(self.drop, self.aside)
        time.sleep(self.dice.uniform(0, 0.1))
        self.drop.mkdir()
        for file in self.aside.iterdir():
            os.rename(file, self.drop / file.name)
        self.aside.rmdir()

    def remove(self):
        """Only when everything in it was told: what is removed unread is nobody's loss."""
        if self.stage.await_told():
            shutil.rmtree(self.drop)
            time.sleep(self.dice.uniform(0, 0.1))
            self.drop.mkdir()

    def give(self):
        """A file into what stands at the folder's path now; a rename from outside would be one between disks."""
        if not self.protected:
            by = "write" if self.is_mounted else self.dice.choice(["write", "rename", "link"])
            content = self.dice.choice([reports.report, reports.bulletin, reports.noise])()
            self.stage.give(f"{self.dice.randrange(10**9)}.txt", content, by)

    def show_all(self):
        """Shows both folders in turn until everything that lies in them is told."""
        for _ in range(20):
            if self.stage.await_told(patience=1):
                return
            self.unmount() if self.is_mounted else self.mount()
        raise oracle.Violation("lost: not everything is told though both folders were shown ten times")


def play(stage, point):
    kind, _ = point.split()
    dice = random.Random(point)
    while is_mounted(stage.drop):
        namespace.unmount(stage.drop, _DETACH)
    stage.begin()
    mounts = Mounts(stage, kind, dice)
    stage.start()
    for _ in range(CYCLES):
        dice.choice(mounts.faults())()
        for _ in range(dice.randrange(3)):
            mounts.give()
        time.sleep(dice.uniform(0, 0.5))
    if mounts.protected:
        mounts.unmount()
    mounts.show_all()
    if mounts.is_mounted:
        time.sleep(0.2)
        # Nothing happens any more: a folder that is busy now would be so for ever.
        namespace.unmount(stage.drop)
    stage.drain()
    oracle.judge(stage)
