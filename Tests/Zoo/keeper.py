# SPDX-License-Identifier: Apache-2.0
"""Gives animals to minutectl, between two reports that must read as ever, and says what it got wrong.

An answer is what became of a document: `text`, or the reason for which it was refused. An archive has one for each of
its members. Beyond that nothing may happen: no file written, no process left, nobody called, no byte of another file in
the answer, no control character in what is printed, and none of the limits passed.
"""

import ctypes
import glob
import json
import os
import pathlib
import re
import select
import signal
import subprocess
import tempfile
import time

DATA = str(pathlib.Path(__file__).resolve().parents[2] / "config")
# What one document may cost, and the two reports and the start of the program beside it. The wall is a hang, no measure:
# the machine may be busy, and the child's own deadline stands in the program.
WALL, COMPUTING, MEMORY, OUTPUT = 180, 35, 448 << 20, 192 << 20
ESCAPED = "/tmp/minuted-zoo-escape*"
FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
SECRETS = ("root:x:0", "daemon:x:1")

# By what words minutectl tells a reason; the journal has the reason itself, as MINUTED_REASON.
WORDS = [
    ("missing-tool", r"is missing; install|walls around its reader"),
    ("crashed", r"ended by signal|ended with status|answer is malformed"),
    ("too-large", r"is larger within|not read within|more text than is taken|is larger than \d+ MB"),
    ("encrypted", r"is an encrypted"), ("scanned", r"scanned page"), ("damaged", r"is a damaged"),
    ("empty", r"without text|is empty;"), ("binary", r"is no text in|plain text \((binary file|program|database|picture|sound)"),
    ("format", r"is no plain text \("),
]


class Bite(Exception):
    """Something happened that must not."""


def prepare():
    """Orphans become children of this process, so that what is left behind is seen."""
    ctypes.CDLL(None, use_errno=True).prctl(36, 1, 0, 0, 0)


def run(command, folder):
    """Runs a command to its end: standard output, standard error, what it used, and how long it took."""
    start = time.monotonic()
    environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LC_ALL": "C.UTF-8",
                   "MINUTED_DATA_DIR": os.environ.get("MINUTED_DATA_DIR", DATA)}
    child = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, start_new_session=True)
    got = {child.stdout: b"", child.stderr: b""}
    waiting = list(got)
    while waiting:
        ready, _, _ = select.select(waiting, [], [], max(0, start + WALL - time.monotonic()))
        if not ready:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
            raise Bite(f"no answer within {WALL} s")
        for pipe in ready:
            part = os.read(pipe.fileno(), 1 << 20)
            got[pipe] += part
            if not part:
                waiting.remove(pipe)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    out, error = got.values()
    for pipe in got:
        pipe.close()
    return child.returncode, out, error, used, time.monotonic() - start


def reason(line):
    for name, words in WORDS:
        if re.search(words, line):
            return name
    raise Bite(f"minutectl says what no reason is known by: {line[:200]}")


def text_of(data):
    """What was printed, which must be UTF-8 and show nothing but itself."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise Bite("what was printed is no UTF-8") from None
    if found := FORBIDDEN.search(text):
        raise Bite(f"U+{ord(found.group()):04X} was printed")
    if any(secret in text for secret in SECRETS):
        raise Bite("a file of the machine was read")
    return text


def answers(animals, out, error, neighbours):
    """What became of each animal's documents, sorted."""
    lines = text_of(out).splitlines()
    if len(lines) < 2 or [lines[0], lines[-1]] != neighbours:
        raise Bite("a report beside it reads differently")
    found = {animal: [] for animal in animals}
    for line in lines[1:-1]:
        name = json.loads(line)["file"]
        found[owner(animals, lambda animal: (name + "/").startswith(os.path.basename(animal) + "/"), line)].append("text")
    for line in text_of(error).splitlines():
        found[owner(animals, lambda animal: animal in line, line)].append(reason(line))
    return {animal: sorted(all_of_it) for animal, all_of_it in found.items()}


def owner(animals, is_its, line):
    """The animal that a line is about: the one with the longest name, for a name may begin with another."""
    owners = [animal for animal in animals if is_its(animal)]
    if not owners:
        raise Bite(f"a line about something else: {line[:200]}")
    return max(owners, key=len)


def show(program, animals, good, neighbours):
    """Each animal's answers; seconds on the wall and of computing, and bytes of memory for all; raises Bite."""
    before = [os.stat(animal) for animal in animals]
    with tempfile.TemporaryDirectory(prefix="minuted-zoo-") as folder:
        code, out, error, used, wall = run([program, "read", "--json", good[0], *animals, good[1]], folder)
        if code not in (0, 1):
            raise Bite(f"minutectl ended with {code}: {error[-200:]}")
        if os.listdir(folder):
            raise Bite(f"it wrote {os.listdir(folder)}")
    check_traces()
    for animal, was in zip(animals, before):
        now = os.stat(animal)
        if (was.st_mtime_ns, was.st_size) != (now.st_mtime_ns, now.st_size):
            raise Bite("the document itself was written")
    computing, memory = used.ru_utime + used.ru_stime, used.ru_maxrss << 10
    for title, value, limit in [("computing s", computing, COMPUTING), ("memory", memory, MEMORY), ("output", len(out), OUTPUT)]:
        if value > limit:
            raise Bite(f"{title}: {value:.0f} of {limit}")
    return answers(animals, out, error, neighbours), wall, computing, memory


def check_traces():
    """Nothing is left of what ran: no process, no file where names lead to."""
    try:
        raise Bite(f"a process is left: {os.waitpid(-1, os.WNOHANG)}")
    except ChildProcessError:
        pass
    if glob.glob(ESCAPED):
        raise Bite(f"it wrote {glob.glob(ESCAPED)}")


def neighbours(program, good):
    """How the two reports read when nothing lies between them."""
    with tempfile.TemporaryDirectory(prefix="minuted-zoo-") as folder:
        code, out, error, _, _ = run([program, "read", "--json", *good], folder)
    lines = out.decode().splitlines()
    if code or len(lines) != 2 or not all(json.loads(line)["meetings"] for line in lines):
        raise SystemExit(f"zoo: {program} does not read the reports beside: {error.decode()[-300:]}")
    return lines
