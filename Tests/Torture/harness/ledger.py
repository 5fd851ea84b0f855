# SPDX-License-Identifier: Apache-2.0
"""What was given to minuted, written down before anything can go wrong with it."""

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """One complete file: what it is called, and which bytes it held when it was complete.

    `must` is False for versions that may have been overwritten before anybody could read them: they have one outcome
    or none. `shown` is the name as MINUTED_FILE has it. `events` are the outcomes that are right for these bytes: a
    fault that passes must not make a report a refused file.
    """

    shown: str
    sha256: str
    must: bool = True
    events: tuple = ("digest", "source", "duplicate", "rejected")


class Ledger:
    """The lines, in a file outside the stage that is fsynced after each."""

    def __init__(self, path):
        self.path = Path(path)
        self.lines = []
        self._file = open(self.path, "wb")

    def add(self, shown, content, must=True, events=Line.events):
        """To be called after the completing close or rename has returned."""
        line = Line(shown, hashlib.sha256(content).hexdigest(), must, events)
        self._file.write(json.dumps(asdict(line)).encode() + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self.lines.append(line)

    def close(self):
        self._file.close()
