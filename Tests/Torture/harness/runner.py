# SPDX-License-Identifier: Apache-2.0
"""Runs the points of a suite, one after the other, and remembers which are done and which have failed."""

import hashlib
import importlib
import itertools
import os
import sys
import time
import traceback
from pathlib import Path

from .oracle import Violation
from .stage import REPOSITORY, Stage

SEEDS = REPOSITORY / "Tests/Torture/seeds.tsv"
RECORDS = REPOSITORY / ".run/torture"
#: After so many points the journal begins anew: looking through a long one takes longer.
FRESH_JOURNAL = 100


def suite_named(name):
    try:
        return importlib.import_module(f"suites.{name.lower()}")
    except ModuleNotFoundError:
        sys.exit(f"torture: there is no suite {name}; README.md lists them")


class Record:
    """The points of a suite that passed with this program, so that a run that was broken off goes on."""

    def __init__(self, suite, program, share=0):
        build = hashlib.sha256(Path(program).read_bytes()).hexdigest()[:12]
        RECORDS.mkdir(parents=True, exist_ok=True)
        self.path = RECORDS / f"{suite}-{build}-{share}.tsv"
        # What other shares of an earlier run have done counts as well.
        self.done = set()
        for path in RECORDS.glob(f"{suite}-{build}-*.tsv"):
            self.done |= {line.split("\t")[0] for line in path.read_text().splitlines()}
        self._file = open(self.path, "a")

    def add(self, point, seconds):
        self._file.write(f"{point}\t{seconds:.3f}\n")
        self._file.flush()


def kept_seeds(suite):
    """Points that have failed once; they are played for ever."""
    if not SEEDS.exists():
        return []
    rows = [line.split("\t") for line in SEEDS.read_text().splitlines() if line and not line.startswith("#")]
    return [row[1] for row in rows if row[0] == suite]


def keep_seed(suite, point, problem):
    if point not in kept_seeds(suite):
        with open(SEEDS, "a") as file:
            file.write(f"{suite}\t{point}\t{' '.join(problem.split())[:160]}\n")


def run(suite_name, count, seed, share=(0, 1), program=None, keep=True, until_failure=False):
    """Plays the kept seeds and `count` points; returns (played, skipped, failed, seconds)."""
    suite = suite_named(suite_name)
    stage = getattr(suite, "Stage", Stage)(program=program)
    record = Record(suite_name, stage.program, share[0])
    points = itertools.islice(suite.points(stage, seed), count)
    chosen = list(dict.fromkeys(itertools.chain(kept_seeds(suite_name), points)))[share[0]::share[1]]
    played, failed, begun = 0, [], time.monotonic()
    for point in chosen:
        if keep and point in record.done:
            continue
        if played % FRESH_JOURNAL == 0 and played:
            stage.journald.wipe()
        problem, seconds = _play(suite, stage, point)
        played += 1
        if problem:
            failed.append(point)
            print(f"{suite_name} {point}: {problem}", flush=True)
            if keep:
                keep_seed(suite_name, point, problem)
            if until_failure:
                break
        elif keep:
            record.add(point, seconds)
        if played % 100 == 0:
            print(f"{suite_name}: {played} of {len(chosen)}, {len(failed)} failed, "
                  f"{(time.monotonic() - begun) / played:.2f} s each", flush=True)
    stage.close()
    return played, len(chosen) - played, failed, time.monotonic() - begun


def _play(suite, stage, point):
    """What is wrong with this point, or None; and how long it took."""
    begun = time.monotonic()
    try:
        suite.play(stage, point)
        return None, time.monotonic() - begun
    except Violation as violation:
        return str(violation), 0
    except Exception:
        # The harness itself has failed; that is no pass either.
        return "harness: " + traceback.format_exc(), 0
    finally:
        if stage.process:
            stage.kill()


def fsyncs_per_second(folder):
    """How many appends the disk under `folder` makes durable in a second."""
    path = Path(folder) / ".fsync-probe"
    descriptor, count, end = os.open(path, os.O_CREAT | os.O_WRONLY), 0, time.monotonic() + 0.5
    while time.monotonic() < end:
        os.write(descriptor, b"x" * 4096)
        os.fdatasync(descriptor)
        count += 1
    os.close(descriptor)
    path.unlink()
    return count * 2
