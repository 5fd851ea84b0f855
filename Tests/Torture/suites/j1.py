# SPDX-License-Identifier: Apache-2.0
"""J1: journald is stalled, killed, restarted, gone, full, limited, rotated, vacuumed, damaged, mute, hidden."""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time
import uuid
from pathlib import Path

from harness import journal, journal_file, namespace, oracle, reports
from harness.oracle import Violation
from harness.world import boot

SHORT = 10

#: One round of points; the slow ones (journald asks again for free space only every 30 s) come once.
ROUND = ["stall"] * 5 + ["kill"] * 8 + ["half"] * 4 + ["restart"] * 8 + ["socket"] * 5 + ["rotate"] * 4 + ["vacuum"] * 4 + \
    ["flush"] * 2 + ["flip"] * 6 + ["watchdog", "hidden", "none", "level", "limit", "full"]


def points(stage, seed):
    """Each point is a fault, and a seed for all that is drawn in it; the first round of `--short` has one of each kind."""
    dice, number = random.Random(seed), seed * 1_000_000
    for kind in ("stall", "kill", "half", "socket", "vacuum", "flush", "flip", "watchdog", "hidden", "none"):
        yield f"{kind} {number}"
    while True:
        for kind in dice.sample(ROUND, len(ROUND)):
            number += 1
            yield f"{kind} {number}"


def play(stage, point):
    kind, _ = point.split()
    dice = random.Random(point)
    settle(stage)
    try:
        globals()["play_" + kind](stage, dice)
    finally:
        stage.kill()
        settle(stage, force=kind in ("none", "level", "limit", "full", "flush", "flip", "hidden"))


def settle(stage, force=False):
    """A journald as it should be, whatever a play before has done to it."""
    if force:
        stage.journald.stop()
        for _ in range(4):
            if os.path.ismount("/var/log/journal/full"):
                namespace.unmount("/var/log/journal/full")
        set_journald("")
        Path("/run/systemd/journal/flushed").touch()
        stage.journald.wipe()


def set_journald(lines):
    settings = namespace.JOURNALD_SETTINGS
    for line in lines.split():
        name = line.split("=")[0]
        settings = "\n".join(old for old in settings.splitlines() if not old.startswith(name)) + f"\n{line}\n"
    Path("/etc/systemd/journald.conf").write_text(settings)


def stream(stage, dice, seconds):
    """Files of all kinds for a while; minuted is sometimes killed meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        stage.give_some(dice, f"{uuid.UUID(int=dice.getrandbits(128))}.txt")
        if dice.random() < 0.02:
            stage.kill()
            stage.start(wait=False)
        time.sleep(dice.uniform(0, 0.02))


def end(stage, patience=60, **judging):
    stage.drain(patience)
    oracle.judge(stage, **judging)


# ---- journald stands still, ends, comes back

def play_stall(stage, dice):
    stage.perform()
    stream(stage, dice, 0.2)
    stage.journald.process.send_signal(signal.SIGSTOP)
    stream(stage, dice, dice.uniform(0.2, 1) if dice.random() < 0.9 else 10)
    stage.journald.process.send_signal(signal.SIGCONT)
    end(stage)


def play_watchdog(stage, dice):
    """systemd restarts what does not say that it lives; a journal that stands still is no reason not to."""
    stage.begin()
    stage.start(WATCHDOG_USEC="500000")
    stage.journald.process.send_signal(signal.SIGSTOP)
    # More than the socket holds: who sends hangs.
    for number in range(40):
        stage.give(f"{number}.txt", reports.bulletin())
    before, deadline = stage.signs_of_life, time.monotonic() + 30
    while stage.signs_of_life < before + 6:
        if time.monotonic() > deadline or not stage.is_alive:
            raise Violation("minuted does not say that it lives while the journal stands still")
        time.sleep(0.01)
    stage.journald.process.send_signal(signal.SIGCONT)
    end(stage)


def play_kill(stage, dice):
    """Without a systemd that holds them, its sockets die with it: what waits in them is lost."""
    stage.perform()
    for _ in range(dice.randint(1, 4)):
        stream(stage, dice, dice.uniform(0, 0.3))
        stage.journald.stop(signal.SIGKILL)
        stream(stage, dice, dice.uniform(0, 0.2))
        stage.journald.start()
    end(stage)


def play_half(stage, dice):
    """It is killed when it has put an entry down and into no index yet: only who reads all entries one by one sees it."""
    stage.begin(empty_journal=True)
    stage.begun = None
    stage.start()
    stream(stage, dice, dice.uniform(0.1, 0.3))
    stage.kill()
    stage.journald.stop(signal.SIGKILL)
    active, = Path("/var/log/journal").glob("*/system.journal")
    if stage.is_open(journal_file.last_entry_id(active)):
        journal_file.take_last_entry_out_of_indexes(active)
    stage.journald.start()
    stage.start()
    stream(stage, dice, 0.1)
    end(stage)


def play_restart(stage, dice):
    stage.perform()
    for _ in range(dice.randint(1, 3)):
        stream(stage, dice, dice.uniform(0, 0.3))
        stage.journald.stop(signal.SIGTERM)
        stage.journald.start()
    end(stage)


def play_socket(stage, dice):
    """The socket's name is gone: a send returns 0 and the entry is lost."""
    stage.perform()
    stream(stage, dice, 0.2)
    os.rename(journal.SOCKET, journal.SOCKET + ".away")
    stream(stage, dice, dice.uniform(0.1, 1))
    os.rename(journal.SOCKET + ".away", journal.SOCKET)
    end(stage)


# ---- its files change

def play_rotate(stage, dice):
    stage.perform()
    for _ in range(dice.randint(1, 4)):
        stream(stage, dice, dice.uniform(0, 0.2))
        stage.journald.process.send_signal(signal.SIGUSR2)
    end(stage)


def play_vacuum(stage, dice):
    """What was told is taken out of the journal, and not told again, whether or not minuted is started meanwhile."""
    stage.perform()
    stream(stage, dice, 0.3)
    stage.drain()
    earlier, told = list(journal.entries(oracle.FIELDS, stage.begun)), stage.ledger.lines
    stage.ledger.lines = []
    stage.journald.process.send_signal(signal.SIGUSR2)
    time.sleep(0.05)
    for path in Path("/var/log/journal").glob("*/system@*"):
        path.unlink()
    if dice.random() < 0.5:
        boot()
    stage.begun = None
    stage.start()
    stream(stage, dice, 0.3)
    stage.drain()
    stage.ledger.lines += told
    oracle.judge(stage, earlier=earlier)


def play_flush(stage, dice):
    """journald begins in /run and moves to /var when it is told that the disk is there."""
    stage.journald.stop()
    Path("/run/systemd/journal/flushed").unlink(missing_ok=True)
    set_journald("Storage=auto")
    for folder in ("/var/log/journal", "/run/log/journal"):
        for entry in Path(folder).iterdir():
            shutil.rmtree(entry)
    stage.journald.start()
    stage.begin()
    stage.begun = None
    stage.start()
    stream(stage, dice, dice.uniform(0.1, 0.4))
    Path("/run/systemd/journal/flushed").touch()
    stage.journald.process.send_signal(signal.SIGUSR1)
    stream(stage, dice, dice.uniform(0.1, 0.4))
    end(stage)


def play_flip(stage, dice):
    """One bit of the active file's structure is turned around while the machine is off."""
    stage.begin(empty_journal=True)
    stage.begun = None
    stage.start()
    stream(stage, dice, 0.3)
    stage.drain()
    stage.journald.stop(dice.choice([signal.SIGKILL, signal.SIGTERM]))
    active, = Path("/var/log/journal").glob("*/system.journal")
    journal_file.flip(active, dice)
    stage.rotten = True
    boot()
    stage.journald.start()
    stage.start()
    stream(stage, dice, 0.1)
    end(stage)


# ---- it keeps or shows nothing

def play_none(stage, dice):
    mute(stage, dice, "Storage=none")


def play_level(stage, dice):
    mute(stage, dice, "MaxLevelStore=notice")


def mute(stage, dice, setting):
    """Nothing may be taken, and nothing sent again, while the journal keeps nothing."""
    stage.begin()
    stage.journald.stop()
    set_journald(setting)
    stage.journald.start()
    refuse_to_take(stage, dice, ("filtered", "not-stored"))
    stage.journald.stop()
    set_journald("")
    stage.journald.start()
    end(stage)


def play_hidden(stage, dice):
    """Without the right to read the journal everything looks missing."""
    stage.begin()
    for folder in (stage.drop, stage.state, Path("/run/minuted")):
        os.chown(folder, 990, 990)
    with started_by(stage, "exec setpriv --reuid 990 --regid 990 --clear-groups"):
        refuse_to_take(stage, dice, ("unreadable",), shim=False)
        stage.stop()
    for path in [stage.state, *stage.state.rglob("*"), Path("/run/minuted")]:
        os.chown(path, 0, 0)
    end(stage)


@contextlib.contextmanager
def started_by(stage, commands):
    """Meanwhile minuted is started at the end of a line of shell."""
    program = stage.program
    stage.program = namespace.RUN / "started-by"
    stage.program.write_text(f"#!/bin/sh\n{commands} {program}\n")
    stage.program.chmod(0o755)
    try:
        yield
    finally:
        stage.program = program


def refuse_to_take(stage, dice, reasons, shim=True):
    stage.start(shim=shim)
    for number in range(3):
        stage.give(f"{number}.txt", reports.report())
    deadline = time.monotonic() + 20
    while not any(f"journal unavailable ({reason})" in stage.status for reason in reasons):
        if time.monotonic() > deadline:
            raise Violation(f"STATUS= does not say what is wrong with the journal: {stage.status}")
        time.sleep(0.01)
    time.sleep(dice.uniform(0, 2))
    if any((stage.state / "store").rglob("*")):
        raise Violation("files were taken though the journal keeps nothing")


def play_limit(stage, dice):
    """journald's own limit is in force and drops entries without a word."""
    group = Path("/sys/fs/cgroup/minuted.service")
    if not group.exists():
        namespace.mount("cgroup", "/sys/fs/cgroup", "cgroup2")
        group.mkdir(exist_ok=True)
    stage.journald.stop()
    set_journald("RateLimitIntervalSec=1s RateLimitBurst=5")
    stage.journald.start()
    stage.begin(empty_journal=True)
    stage.begun = None
    # From its first breath: journald remembers for seconds to which unit a process belonged.
    with started_by(stage, f"echo $$ >{group}/cgroup.procs; exec"):
        stage.start()
    for number in range(60):
        stage.give(f"{number}.txt", reports.bulletin())
    end(stage, 120)
    if not any("Suppressed" in entry.get("MESSAGE", "") for entry in journal.entries(["MESSAGE"], match=None)):
        raise RuntimeError("journald has dropped nothing: its limit was not in force")


def play_full(stage, dice):
    """The disk of the journal is full for a while."""
    stage.journald.stop()
    stage.kill()
    set_journald("SystemMaxUse=64M SystemKeepFree=1K")
    namespace.mount("full", "/var/log/journal", "tmpfs", options="size=64M,mode=755")
    try:
        stage.journald.start()
        stage.begin()
        stage.begun = None
        stage.start()
        stream(stage, dice, 0.2)
        filler = Path("/var/log/journal/filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        for number in range(400):
            stage.give(f"full-{number}.txt", reports.report())
        filler.unlink()
        end(stage, 120)
    finally:
        stage.kill()
        stage.journald.stop()
        namespace.unmount("/var/log/journal")
