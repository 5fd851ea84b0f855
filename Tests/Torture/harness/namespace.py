# SPDX-License-Identifier: Apache-2.0
"""A world of the run's own: mounts and processes that the machine does not see and that end with it."""

import ctypes
import os
import sys
from pathlib import Path

RUN = Path("/run/torture")

JOURNALD_SETTINGS = """[Journal]
Storage=persistent
ReadKMsg=no
Audit=
ForwardToSyslog=no
ForwardToConsole=no
RateLimitIntervalSec=0
"""

_libc = ctypes.CDLL(None, use_errno=True)
_BIND = 0x1000


def mount(source, target, kind=None, flags=0, options=None):
    """mount(2), with an error that names the target."""
    encoded = [str(text).encode() if text is not None else None for text in (source, target, kind)]
    if _libc.mount(*encoded, flags, options.encode() if options else None) != 0:
        raise OSError(ctypes.get_errno(), f"mount {target}: {os.strerror(ctypes.get_errno())}")


def bind(source, target):
    """Shows the folder `source` at `target` as well."""
    mount(source, target, flags=_BIND)


def unmount(target, flags=0):
    if _libc.umount2(str(target).encode(), flags) != 0:
        raise OSError(ctypes.get_errno(), f"umount {target}: {os.strerror(ctypes.get_errno())}")


def enter():
    """Runs this program again inside, unless it is inside; everything in there dies with it."""
    if os.getpid() == 1:
        return prepare()
    if os.geteuid() != 0:
        sys.exit("torture: needs root, for mounts and a journald of its own")
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--propagation", "private"]
    os.execvp(command[0], command + [sys.executable] + sys.argv)


def prepare():
    """Empties what journald and minuted look at; the machine's own stays as it is."""
    for folder in ("/run", "/var/log", "/etc/systemd", "/etc/minuted"):
        if os.path.isdir(folder):
            mount("tmpfs", folder, "tmpfs", options="mode=755")
    for folder in ("/run/systemd/journal", "/run/log/journal", "/run/minuted", "/var/log/journal", str(RUN)):
        os.makedirs(folder)
    Path("/etc/systemd/journald.conf").write_text(JOURNALD_SETTINGS)
    Path("/run/systemd/journal/flushed").touch()
