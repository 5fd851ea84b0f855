# SPDX-License-Identifier: Apache-2.0
"""A journald of the run's own, and reading what it holds."""

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import time
import uuid
from pathlib import Path

PROGRAM = "/lib/systemd/systemd-journald"
SOCKET = "/run/systemd/journal/socket"
_LOCAL = 1
#: What readers look for.
MINUTED = "SYSLOG_IDENTIFIER=minuted"

_lib = ctypes.CDLL("libsystemd.so.0")
for _name in ("add_match", "get_data", "enumerate_data", "get_cursor", "seek_cursor"):
    getattr(_lib, "sd_journal_" + _name).restype = ctypes.c_int


class Journald:
    """The process; `environment` lets it run under the shim as well."""

    def __init__(self):
        self.process = None

    def start(self, environment=None):
        if os.path.exists(SOCKET):
            os.unlink(SOCKET)
        self.process = subprocess.Popen(
            [PROGRAM], env=os.environ | (environment or {}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not os.path.exists(SOCKET):
            if self.process.poll() is not None:
                raise RuntimeError(f"journald ended with {self.process.returncode} at its start")
            time.sleep(0.001)

    def stop(self, by=signal.SIGKILL):
        if self.process:
            self.process.send_signal(by)
            self.process.wait()
            self.process = None

    def wipe(self):
        """Begins with an empty journal."""
        self.stop()
        for folder in ("/var/log/journal", "/run/log/journal"):
            for entry in Path(folder).iterdir():
                shutil.rmtree(entry)
        self.start()


def send(fields):
    """One datagram of the native protocol; values without newlines."""
    text = "".join(f"{name}={value}\n" for name, value in fields.items())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.sendto(text.encode(), SOCKET)


def flush(patience=10):
    """Returns when everything that was sent before can be read: the socket is first in, first out."""
    mark = uuid.uuid4().hex
    send({"MESSAGE": "torture: everything before this was sent before", "TORTURE_MARK": mark})
    deadline = time.monotonic() + patience
    while not any(True for _ in entries(["TORTURE_MARK"], match=f"TORTURE_MARK={mark}")):
        if time.monotonic() > deadline:
            raise RuntimeError("journald shows nothing of what it is sent")
        time.sleep(0.002)


def cursor():
    """A place in the journal for `entries(after=…)`: behind everything that stands there now, or None if it is empty."""
    with _Handle() as journal:
        if _lib.sd_journal_seek_tail(journal) < 0 or _lib.sd_journal_previous(journal) <= 0:
            return None
        return _cursor(journal)


def _cursor(journal):
    text = ctypes.c_char_p()
    _lib.sd_journal_get_cursor(journal, ctypes.byref(text))
    return text.value

def entries(fields, after=None, match=MINUTED):
    """Entries that match, oldest first, each as a dictionary of those of `fields` that it has."""
    return (values for _, values in _located(fields, after, match))


def found_anyhow(fields, after=None):
    """Entries of minuted's that any way of looking leads to: of a damaged file, no index shows all of them."""
    events = ["digest", "change", "source", "duplicate", "rejected"]
    found = {}
    for match in [MINUTED, None, *(f"MINUTED_EVENT={event}" for event in events)]:
        found |= {place: values for place, values in _located(fields, after, match) if "MINUTED_ENTRY_ID" in values}
    return list(found.values())


def _located(fields, after, match):
    """Entries with their cursors."""
    with _Handle() as journal:
        if match:
            _lib.sd_journal_add_match(journal, match.encode(), 0)
        if after:
            _lib.sd_journal_seek_cursor(journal, after)
            if _lib.sd_journal_next(journal) > 0 and _lib.sd_journal_test_cursor(journal, after) <= 0:
                yield _cursor(journal), _values(journal, fields)
        else:
            _lib.sd_journal_seek_head(journal)
        while _lib.sd_journal_next(journal) > 0:
            yield _cursor(journal), _values(journal, fields)


def _values(journal, fields):
    """Those of `fields`; where it is None all that can be read, each name with the set of its values."""
    data, length = ctypes.c_void_p(), ctypes.c_size_t()
    values = {}
    if fields is None:
        _lib.sd_journal_restart_data(journal)
        while _lib.sd_journal_enumerate_data(journal, ctypes.byref(data), ctypes.byref(length)) > 0:
            name, _, value = ctypes.string_at(data, length.value).partition(b"=")
            values.setdefault(name.decode(), set()).add(value.decode(errors="surrogateescape"))
        return values
    for field in fields:
        if _lib.sd_journal_get_data(journal, field.encode(), ctypes.byref(data), ctypes.byref(length)) == 0:
            values[field] = ctypes.string_at(data, length.value)[len(field) + 1:].decode(errors="surrogateescape")
    return values


class _Handle:
    """An opened journal; opened anew for every question, as minuted does, since files come and go."""

    def __enter__(self):
        self.journal = ctypes.c_void_p()
        result = _lib.sd_journal_open(ctypes.byref(self.journal), _LOCAL)
        if result < 0:
            raise OSError(-result, "sd_journal_open")
        return self.journal

    def __exit__(self, *_):
        _lib.sd_journal_close(self.journal)
