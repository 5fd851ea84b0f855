# SPDX-License-Identifier: Apache-2.0
"""The stage: a drop folder, a state folder, a journald and the real minuted between them."""

import os
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import threading
import time
import zipfile
from pathlib import Path

from . import journal, namespace, reports
from .journal import Journald
from .ledger import Ledger, Line
from .oracle import Violation, arrivals_told
from .shim import Shim

REPOSITORY = Path(__file__).resolve().parents[3]

CONFIGURATION = """[Minuted]
Folder={drop}
SettleSec=100ms
RescanSec=1h
MinFree=1M
MergeWait=1s
{more}
"""


class Stage:
    """One at a time in a run; `begin` sweeps it for the next play.

    `root` holds drop/, state/ and journal/, which may lie on any disk; what the driver itself needs (ledger, shim)
    lies in memory, out of the way of what is done to that disk.
    """

    #: How long minuted may take for anything: to start, to end, to tell what it was given. More is a hang.
    PATIENCE = 30

    def __init__(self, root=namespace.RUN / "stage", program=None, shim=None):
        self.root = Path(root)
        self.program = Path(program or os.environ.get("TORTURE_PROGRAM", REPOSITORY / ".build/release/minuted"))
        self.shim = shim or Shim(namespace.RUN)
        self.mallocs = 0
        self.drop, self.state, self.journal = self.root / "drop", self.root / "state", self.root / "journal"
        self.journald = Journald()
        self.process = None
        self.ledger = None
        self.begun = None
        #: Whether somebody has damaged the journal.
        self.rotten = False
        #: What STATUS= said last.
        self.status = ""
        #: How often it has told systemd's watchdog that it lives.
        self.signs_of_life = 0
        self.said = namespace.RUN / "said"
        self._listen()

    # ---- a play

    def begin(self, configuration="", empty_journal=False):
        """Sweeps the stage: no file, no archive; the journal goes on unless it is to be empty."""
        self.kill()
        for folder in (self.drop, self.state):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self._open_journal(empty_journal)
        Path("/run/minuted/minuted.conf").write_text(CONFIGURATION.format(drop=self.drop, more=configuration))
        if self.ledger:
            self.ledger.close()
        self.ledger = Ledger(namespace.RUN / "ledger")
        self.said.write_bytes(b"")
        self.shim.reset(counted=0)
        self.begun, self.rotten = journal.cursor(), False

    def perform(self, configuration="", empty_journal=False):
        """Begins, and starts minuted."""
        self.begin(configuration, empty_journal)
        self.start()

    def _open_journal(self, empty):
        if self.journald.process is None:
            self.journal.mkdir(parents=True, exist_ok=True)
            if not os.path.ismount("/var/log/journal"):
                namespace.bind(self.journal, "/var/log/journal")
            self.journald.start()
        if empty:
            self.journald.wipe()

    def close(self):
        """Lets go of everything, so that the disk under `root` can be taken away."""
        self.kill()
        self.journald.stop()
        if os.path.ismount("/var/log/journal"):
            namespace.unmount("/var/log/journal")

    # ---- files

    def give(self, name, content, by="rename", must=True, events=Line.events):
        """Puts a complete file into the drop folder and writes it into the ledger; durable when it returns.

        `by` is how a file comes: `rename` from outside, `write` in place, `link` of a file outside. `events` are the
        outcomes that are right for it.
        """
        target = self.drop / name
        if by == "write":
            self._write(target, content)
        else:
            outside = self.root / f"outside-{os.path.basename(name)}"
            self._write(outside, content)
            if by == "link":
                os.link(outside, target)
                outside.unlink()
            else:
                os.rename(outside, target)
        self._sync(target.parent)
        self.ledger.add(name, content, must, events)

    def give_packed(self, name, members):
        """Puts a ZIP into the drop folder; the arrivals are its members: (name, content, events)."""
        outside = self.root / f"outside-{name}"
        with zipfile.ZipFile(outside, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content, _ in members:
                archive.writestr(member, content)
        self._sync(outside)
        os.rename(outside, self.drop / name)
        self._sync(self.drop)
        for member, content, events in members:
            self.ledger.add(f"{name}/{member}", content, events=events)

    def give_some(self, dice, name):
        """A report, a bulletin or noise, in one of the ways in which files come."""
        self.give(name, reports.some(dice), dice.choice(["rename", "write", "link"]))

    def _write(self, path, content):
        with open(path, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def _sync(self, path):
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)

    # ---- minuted

    def start(self, wait=True, shim=True, **more):
        """Starts minuted as its unit would; with `wait`, returns when it has said that it is ready. `more` is environment."""
        environment = {
            "PATH": "/usr/bin:/bin", "STATE_DIRECTORY": str(self.state), "RUNTIME_DIRECTORY": "/run/minuted",
            "MINUTED_DATA_DIR": str(REPOSITORY / "config"), "NOTIFY_SOCKET": self._notify_path,
            "TORTURE_DISK": str(self.state), **more,
        }
        with open(self.said, "ab") as said:
            self.process = subprocess.Popen(
                [self.program], env=environment | (self.shim.environment if shim else {}), stdin=subprocess.DEVNULL,
                stdout=said, stderr=said, umask=0o027, start_new_session=True)
        if wait and not self.await_ready():
            raise Violation(f"minuted did not start: exit {self.process.poll()}, it said: {self.last_words()}")

    def await_ready(self, patience=PATIENCE):
        """True once READY=1 has come; False where the process has ended first."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if self._ready == self.process.pid:
                return True
            time.sleep(0.001)
            if self.process.poll() is not None:
                return False
        raise Violation("hang: minuted has not been ready for a long time")

    def kill(self):
        """kill -9."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def stop(self, patience=10):
        """SIGTERM; returns the exit status, and a minuted that does not end is a hang."""
        if not self.process:
            return None
        self.process.terminate()
        return self.await_end(patience)

    def await_end(self, patience=10):
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            raise Violation(f"hang: minuted has not ended for {patience} s; {self.stacks()}") from None
        self.process = None
        return status

    @property
    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def await_told(self, patience=PATIENCE, interval=0.005):
        """True once every line of the ledger has its outcome in the journal; False after `patience` seconds, or when
        minuted has ended."""
        deadline = time.monotonic() + patience
        wanted = {(line.shown, line.sha256) for line in self.ledger.lines if line.must}
        while not wanted <= arrivals_told(self):
            if not self.is_alive or time.monotonic() > deadline:
                return False
            time.sleep(interval)
        return True

    def await_landed(self, patience=PATIENCE, interval=0.02):
        """True once nothing in the archive is open: every entry was read back; False as `await_told`."""
        deadline = time.monotonic() + patience
        while self._open_rows():
            if not self.is_alive or time.monotonic() > deadline:
                return False
            time.sleep(interval)
        return True

    def _open_rows(self):
        database = sqlite3.connect(f"file:{self.state}/archive.sqlite?mode=ro", uri=True, timeout=5)
        try:
            return database.execute(
                "SELECT (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sent'))"
                " + (SELECT count(*) FROM arrivals WHERE state IN ('taken', 'queued'))").fetchone()[0]
        finally:
            database.close()

    def is_open(self, entry):
        """Whether minuted, which does not run, would still ask for the entry with this id."""
        if entry is None:
            return False
        database = sqlite3.connect(self.state / "archive.sqlite")
        try:
            rows = database.execute("SELECT 1 FROM outbox WHERE state IN ('queued', 'sent') AND entry_id = ?", (entry,))
            return rows.fetchone() is not None
        finally:
            database.close()

    def drain(self, patience=PATIENCE, **shim_fields):
        """Lets an unhindered minuted finish what is left, and ends it; `shim_fields` stay as given."""
        self.shim.reset(counted=0, **shim_fields)
        if not self.is_alive:
            self.process = None
            self.start()
        if not (self.await_told(patience) and self.await_landed(patience)):
            how = "lives" if self.is_alive else f"has ended with {self.process.poll()}"
            raise Violation(f"lost: not everything is told after {patience} s; minuted {how}; its status: "
                            f"{self.status}; it said: {self.last_words()}")
        if (status := self.stop()) != 0:
            raise Violation(f"minuted ended with {status} on SIGTERM; it said: {self.last_words()}")

    def stacks(self):
        """Where each thread of a minuted that hangs is, as gdb tells it."""
        command = ["gdb", "-p", str(self.process.pid), "-batch", "-ex", "thread apply all bt 40"]
        try:
            told = subprocess.run(command, capture_output=True, text=True, timeout=60).stdout
        except (OSError, subprocess.TimeoutExpired):
            return "no gdb to look where"
        name = f".run/torture/hang-{time.time_ns()}.txt"
        (REPOSITORY / name).write_text(told)
        return f"its threads: {name}"

    def last_words(self):
        return self.said.read_text(errors="replace").strip()[-600:]

    # ---- what minuted tells systemd

    def _listen(self):
        """Reads what minuted tells systemd, all the time: it would wait for a systemd that does not listen."""
        self._notify_path = str(namespace.RUN / "notify")
        self._ready = None
        notifications = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        notifications.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        notifications.bind(self._notify_path)
        os.chmod(self._notify_path, 0o666)
        threading.Thread(target=self._take, args=[notifications], daemon=True).start()

    def _take(self, notifications):
        while True:
            message, ancillary, _, _ = notifications.recvmsg(65536, 256)
            lines = message.decode(errors="replace").splitlines()
            self.status = next((line[7:] for line in lines if line.startswith("STATUS=")), self.status)
            self.signs_of_life += "WATCHDOG=1" in lines
            if "READY=1" in lines:
                # Whose it is: that of an earlier minuted may come late.
                self._ready = struct.unpack_from("i", ancillary[0][2])[0]
