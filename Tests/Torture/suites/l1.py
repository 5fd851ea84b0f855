# SPDX-License-Identifier: Apache-2.0
"""L1: twenty files a second for a long time, and a fault of some kind every two seconds; nothing grows."""

import errno
import itertools
import os
import random
import signal
import time

from harness import oracle, reports, shim
from harness.oracle import Violation
from harness.stage import REPOSITORY
from harness.stage import Stage as PlainStage

SHORT = 1

PER_SECOND = 20


class Stage(PlainStage):
    """On the disk of the repository, with a journal that keeps everything: what has no room would look lost."""

    def __init__(self, program=None):
        super().__init__(root=REPOSITORY / ".run/torture/soak", program=program)
        with open("/etc/systemd/journald.conf", "a") as settings:
            settings.write("SystemMaxUse=60G\nSystemKeepFree=1G\nSystemMaxFiles=100000\n")


def points(stage, seed):
    """Soaks that get longer: of 12 seconds, of one minute, of five, and of ten for ever. Two hours: `minutes 120`."""
    lengths = itertools.chain([0.2, 1, 5], itertools.repeat(10))
    for number, minutes in enumerate(lengths):
        yield f"minutes {minutes} seed {seed * 1_000_000 + number}"


def play(stage, point):
    _, minutes, _, seed = point.split()
    dice = random.Random(seed)
    # A soak of the same seed has the same ids: what an earlier one left in the journal would be taken for told.
    stage.perform(empty_journal=True)
    begun, given, faults, measures = time.monotonic(), 0, 0, []
    end = begun + float(minutes) * 60
    while (now := time.monotonic()) < end:
        due = int((now - begun) * PER_SECOND)
        while given < due:
            given += 1
            _give(stage, dice, given)
        if now - begun > (faults + 1) * 2:
            faults += 1
            dice.choice(FAULTS)(stage, dice)
            _go_on(stage)
            if faults % 15 == 0:
                measures.append(_measure(stage))
                print(f"L1 {point}: {given} files, {faults} faults; {measures[-1]}", flush=True)
        time.sleep(0.01)
    if not _await_told(stage):
        raise Violation(f"lost: not everything of {given} files is told; {stage.last_words()}")
    measures.append(_measure(stage))
    stage.drain()
    oracle.judge(stage)
    _is_flat(measures)
    print(f"L1 {point}: {given} files, {faults} faults; {measures[0]} at first, {measures[-1]} in the end")


def _give(stage, dice, number):
    kind = dice.choices([reports.report, reports.bulletin, reports.noise], [6, 3, 1])[0]
    stage.give(f"{number}.txt", kind(), dice.choice(["rename", "write", "link"]))


# ---- faults

def _kill(stage, dice):
    stage.kill()


def _calls_fail(stage, dice):
    """For a while one call in some hundred fails."""
    error = dice.choice([errno.EIO, errno.ENOSPC, errno.ENOMEM, errno.EMFILE, errno.EINTR])
    kinds = dice.choice([["open"], ["read"], ["write"], ["sync"], ["name"], ["look"], ["map"], ["socket"]])
    stage.shim.reset(action=shim.FAIL, error=error, struck=shim.mask(*kinds), chance=dice.choice([2_000, 20_000, 200_000]))
    time.sleep(dice.uniform(0.05, 0.5))
    stage.shim.reset(counted=0)


def _clock_jumps(stage, dice):
    stage.shim["clock"] = dice.randint(-10**18, 10**18)
    time.sleep(0.2)
    stage.shim["clock"] = 0


def _journald_dies(stage, dice):
    stage.journald.stop(signal.SIGKILL)
    time.sleep(dice.uniform(0, 0.3))
    stage.journald.start()


def _journald_stalls(stage, dice):
    stage.journald.process.send_signal(signal.SIGSTOP)
    time.sleep(dice.uniform(0, 1))
    stage.journald.process.send_signal(signal.SIGCONT)


def _journal_rotates(stage, dice):
    stage.journald.process.send_signal(signal.SIGUSR2)


def _reload(stage, dice):
    if stage.is_alive:
        stage.process.send_signal(signal.SIGHUP)


FAULTS = [_kill, _calls_fail, _calls_fail, _clock_jumps, _journald_dies, _journald_stalls, _journal_rotates, _reload]


def _go_on(stage):
    """As systemd does: what has ended is started again."""
    if not stage.is_alive:
        stage.process = None
        stage.start(wait=False)
        stage.await_ready()


def _recover(stage):
    stage.shim.reset(counted=0)
    _go_on(stage)


def _await_told(stage):
    """True once everything is told; what the last fault ends only now is started again."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        _recover(stage)
        if stage.await_told(deadline - time.monotonic(), interval=0.1):
            return True
    return False


# ---- what must not grow

def _measure(stage):
    """Descriptors, resident memory and the write-ahead log of a minuted that has told what it was given."""
    _await_told(stage)
    status = open(f"/proc/{stage.process.pid}/status").read()
    resident = int(status.split("VmRSS:")[1].split()[0])
    wal = os.path.getsize(stage.state / "archive.sqlite-wal")
    return {"fds": len(os.listdir(f"/proc/{stage.process.pid}/fd")), "rss_kb": resident, "wal_kb": wal // 1024,
            "spool": len(os.listdir(stage.state / "spool"))}


def _is_flat(measures):
    """Kills begin anew, so peaks are compared: those of the second half with those of the first."""
    if len(measures) < 6:
        return
    half = len(measures) // 2
    for name, slack in (("fds", 2), ("rss_kb", 20_000), ("wal_kb", 4_200), ("spool", 0)):
        before, after = (max(measure[name] for measure in part) for part in (measures[:half], measures[half:]))
        if after > before + slack:
            raise Violation(f"grows: {name} from {before} to {after}")
