# SPDX-License-Identifier: Apache-2.0
"""The driver's side of shim.c: builds it, and says over a shared page what becomes of minuted's calls."""

import mmap
import os
import shutil
import struct
import subprocess
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parent.parent / "shim.c"

KINDS = ["open", "read", "write", "sync", "name", "look", "size", "map", "socket", "watch", "loop", "lock", "thread",
         "close", "send"]
NOTHING, FAIL, KILL, TEAR, PRETEND, OVERFLOW = range(6)
FOREVER = 2**64 - 1
ALL = (1 << len(KINDS)) - 1


def mask(*kinds):
    """The bits of these kinds of call."""
    return sum(1 << KINDS.index(kind) for kind in kinds)


class Call(NamedTuple):
    """One call of minuted's: its number over all threads, its kind, the C function, the path or what is behind it."""

    number: int
    kind: str
    name: str
    path: str


class Shim:
    """One page that is shared with every process started with `environment`."""

    # Where each field of `struct control` lies, and its form.
    _FIELDS = {
        "calls": (0, "Q"), "first": (8, "Q"), "last": (16, "Q"), "action": (24, "I"), "error": (28, "I"),
        "counted": (32, "Q"), "lying": (40, "Q"), "clock": (48, "q"), "mallocs": (56, "Q"), "malloc_first": (64, "Q"),
        "malloc_last": (72, "Q"), "hits": (80, "Q"), "chance": (88, "I"), "log": (92, "I"),
        "struck": (96, "Q"), "keeping": (104, "Q"), "most": (112, "Q"), "path": (120, "136s"),
    }

    def __init__(self, folder):
        self.library = Path(folder) / "shim.so"
        self.control = Path(folder) / "control"
        self.notes = Path(folder) / "calls"
        self.durable = Path(folder) / "durable"
        # Swift comes with a clang, and cannot link without a C compiler.
        compiler = shutil.which("cc") or "clang"
        subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", self.library, SOURCE, "-ldl"], check=True)
        self.control.write_bytes(bytes(4096))
        with open(self.control, "r+b") as file:
            self._page = mmap.mmap(file.fileno(), 4096)

    @property
    def environment(self):
        return {"LD_PRELOAD": str(self.library), "TORTURE_CONTROL": str(self.control), "TORTURE_LOG": str(self.notes),
                "TORTURE_DURABLE": str(self.durable)}

    def __getitem__(self, field):
        at, form = self._FIELDS[field]
        return struct.unpack_from(form, self._page, at)[0]

    def __setitem__(self, field, value):
        at, form = self._FIELDS[field]
        struct.pack_into(form, self._page, at, value)

    def reset(self, **fields):
        """Nothing happens any more, counters are at 0, but for `fields`."""
        self._page[:] = bytes(4096)
        self["counted"] = self["struck"] = ALL
        for field, value in fields.items():
            self[field] = value

    def strike(self, first, action=FAIL, error=0, last=None, struck=ALL, **fields):
        """The counted call number `first` is hit, and those up to `last` if they are of the kinds `struck`."""
        self.reset(first=first, last=first if last is None else last, action=action, error=error, struck=struck, **fields)

    def write_calls_down(self):
        """From here on every call is a line of `calls()`."""
        self.notes.unlink(missing_ok=True)
        self.reset(log=1)

    def calls(self):
        """What was written down, in order."""
        rows = [line.split("\t", 3) for line in self.notes.read_text(errors="replace").splitlines()]
        return sorted(Call(int(number), KINDS[int(kind)], name, path) for number, kind, name, path in rows)
