# SPDX-License-Identifier: Apache-2.0
"""What a command costs: computing time, instructions and allocations, of the command alone or of what it repeats."""
import dataclasses
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile

from timing import top

COUNTER = top / "Benchmarks/allocations.c"


@dataclasses.dataclass
class Cost:
    """Milliseconds of computing, millions of instructions (None where nothing here can count them), allocations."""

    milliseconds: float
    instructions: float | None
    allocations: float

    def __sub__(self, other):
        counted = None not in (self.instructions, other.instructions)
        return Cost(self.milliseconds - other.milliseconds,
                    self.instructions - other.instructions if counted else None, self.allocations - other.allocations)

    def __truediv__(self, count):
        return Cost(self.milliseconds / count, None if self.instructions is None else self.instructions / count,
                    self.allocations / count)


class Meter:
    """Runs commands and says what they cost. `counted_by` tells how instructions were counted."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.library = pathlib.Path(self.folder.name) / "allocations.so"
        compiler = shutil.which("cc") or "clang"
        subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", self.library, COUNTER], check=True)
        valgrind = "valgrind" if shutil.which("valgrind") else None
        self.counted_by = "perf stat" if self._perf(["true"]) else valgrind

    def cost(self, command, runs=3, simulated=True):
        """The median time of some runs; instructions and allocations of one more each, since they hardly differ.

        Where valgrind has to count, a program that is not `simulated` has no instructions: Python would take hours.
        """
        counted = simulated or self.counted_by == "perf stat"
        return Cost(statistics.median(self.computing(command) for _ in range(runs)),
                    self._instructions(command) if counted else None, self._allocations(command))

    def computing(self, command):
        """Milliseconds of computing, of which a busy machine makes little more."""
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}")
        return 1000 * (used.ru_utime + used.ru_stime)

    def _instructions(self, command):
        if self.counted_by == "perf stat":
            return self._perf(command)
        if self.counted_by is None:
            return None
        tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        said = subprocess.run([*tool, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
        found = re.search(r"I\s+refs:\s+([\d,]+)", said)
        return int(found[1].replace(",", "")) / 1e6 if found else None

    @staticmethod
    def _perf(command):
        """Millions of instructions in user space, or None where the machine shows no such counter."""
        if not shutil.which("perf"):
            return None
        said = subprocess.run(["perf", "stat", "-x", ",", "-e", "instructions:u", *command],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True).stderr
        found = re.search(r"^(\d+),", said, re.MULTILINE)
        return int(found[1]) / 1e6 if found else None

    def _allocations(self, command):
        told = pathlib.Path(self.folder.name) / "told"
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env=dict(os.environ, LD_PRELOAD=str(self.library), ALLOCATIONS=str(told)))
        return int(told.read_text())
