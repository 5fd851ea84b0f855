# SPDX-License-Identifier: Apache-2.0
"""Y1: a file whose reading kills minuted is refused in the end, and harms no other."""

import hashlib
import io
import random
import zipfile

from harness import journal, oracle, reports, shim
from harness.oracle import Violation
from harness.points import numbered

SHORT = 2

#: Starts after which it must have been given up: three attempts, one that refuses it, and some for its neighbours.
MOST_STARTS = 12


def points(stage, seed):
    """Each point has another number of neighbours, before and after the file that kills: alone, in a burst, with which they
    are read, or an archive, at whose handing over to the child that is to open it minuted dies."""
    return numbered(seed, "seed", "burst", "packed")


def play(stage, point):
    dice = random.Random(point)
    kind, _ = point.split()
    stage.begin("BurstRollup=2" if kind == "burst" else "")
    poison, name, path = _poison(kind, reports.report(seed=point))
    for number in range(dice.randint(2 if kind == "burst" else 0, 4)):
        stage.give(f"before-{number}.txt", reports.report(seed=point), events=reports.TOLD)
    stage.give(name, poison, events=("rejected",))
    for number in range(dice.randint(0, 4)):
        stage.give(f"after-{number}.txt", reports.report(seed=point), events=reports.TOLD)
    stage.shim.strike(1, action=shim.KILL, last=shim.FOREVER, struck=shim.mask("open"), path=path.encode())
    for _ in range(MOST_STARTS):
        stage.start(wait=False)
        if stage.await_told(patience=10):
            break
        stage.process = None
    else:
        raise Violation(f"after {MOST_STARTS} starts not everything is told")
    stage.stop()
    oracle.judge(stage)
    told = [entry for entry in journal.entries(oracle.FIELDS, stage.begun) if entry.get("MINUTED_FILE") == name]
    if [entry.get("MINUTED_REASON") for entry in told] != ["crashed"]:
        raise Violation(f"the file that kills is told as {told}")


def _poison(kind, report):
    """Bytes and name of the file that kills, and the path at whose opening it does."""
    if kind == "packed":
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("report.txt", report)
        return content.getvalue(), "poison.zip", "document"
    sha256 = hashlib.sha256(report).hexdigest()
    return report, "poison.txt", f"/store/{sha256[:2]}/{sha256}"
