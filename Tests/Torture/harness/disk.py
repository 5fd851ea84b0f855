# SPDX-License-Identifier: Apache-2.0
"""A disk that loses its power: records what is written to it, and puts together what it may hold after a cut."""

import os
import random
import shutil
import signal
import struct
import subprocess
import time
from pathlib import Path

from . import namespace

PLUGIN = Path(__file__).parent / "logging_disk.py"
SIZE = 96 << 20
SECTOR = 512
_RECORD = struct.Struct("<cQI")


class Disk:
    """An ext4 at `mount`, made in `folder`; between `record` and `end_recording` every write is remembered."""

    def __init__(self, folder, mount, options="data=ordered,commit=1"):
        self.folder, self.mount, self.options = Path(folder), Path(mount), options
        self.folder.mkdir(parents=True, exist_ok=True)
        self.mount.mkdir(parents=True, exist_ok=True)
        self.base, self.image, self.log = (self.folder / name for name in ("base.img", "disk.img", "writes"))
        self._processes = []
        self._records = []

    def record(self):
        """A fresh file system, mounted, on a disk that writes everything down."""
        with open(self.base, "wb") as file:
            file.truncate(SIZE)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-E", "lazy_itable_init=0,lazy_journal_init=0", "-J", "size=8", self.base],
                       check=True)
        _copy(self.base, self.image)
        socket = self.folder / "nbd"
        shown = self.folder / "nbd.img"
        socket.unlink(missing_ok=True)
        shown.touch()
        self._run(["nbdkit", "--foreground", "--unix", socket, "python", PLUGIN, f"image={self.image}", f"log={self.log}"],
                  socket.exists)
        self._run(["nbdfuse", shown, "--unix", socket], lambda: shown.stat().st_size == SIZE)
        self._mount(shown)

    @property
    def written(self):
        """How much is in the log now: what was durable before has a smaller number than what is durable later."""
        return self.log.stat().st_size

    def end_recording(self):
        """Takes the disk away as it is, and reads what was written to it."""
        self.unmount()
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
            process.wait()
        self._processes = []
        content, at, self._records = self.log.read_bytes(), 0, []
        while at < len(content):
            kind, offset, length = _RECORD.unpack_from(content, at)
            at += _RECORD.size
            self._records.append((kind == b"F", offset, content[at:at + length], at + length))
            at += length

    def __len__(self):
        """How many places there are to cut at."""
        return len(self._records)

    def cut(self, place, dice):
        """Mounts what the disk may hold when the power goes before record `place`; returns how much is durable.

        Everything up to the last flush is there. Of what was written since, all (one time in three) or a random part,
        and of one write perhaps only some sectors.
        """
        flush = max((number for number in range(place) if self._records[number][0]), default=-1)
        share = dice.choice([1, 0.5, 0.9])
        _copy(self.base, self.image)
        with open(self.image, "r+b") as file:
            for number, (_, offset, content, _) in enumerate(self._records[:place]):
                if number > flush:
                    if dice.random() > share:
                        continue
                    if share < 1 and dice.random() < 0.1:
                        content = content[:dice.randrange(0, len(content) + 1) // SECTOR * SECTOR]
                file.seek(offset)
                file.write(content)
        self._mount(self.image)
        return self._records[flush][3] if flush >= 0 else 0

    def _mount(self, image):
        subprocess.run(["mount", "-o", f"loop,{self.options}", image, self.mount], check=True)

    def unmount(self):
        for _ in range(200):
            if subprocess.run(["umount", self.mount], capture_output=True).returncode == 0:
                return
            time.sleep(0.01)
        raise RuntimeError(f"{self.mount} cannot be unmounted")

    def _run(self, command, is_up):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        self._processes.append(process)
        deadline = time.monotonic() + 10
        while not is_up():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{command[0]} did not start")
            time.sleep(0.01)


def _copy(source, target):
    """The holes of the file stay holes: most of the disk is empty."""
    subprocess.run(["cp", "--sparse=always", source, target], check=True)
