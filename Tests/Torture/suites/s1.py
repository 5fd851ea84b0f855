# SPDX-License-Identifier: Apache-2.0
"""S1: every call that the way of a file makes fails, once or from then on, with each error that it may give."""

import errno
import random

from harness import oracle, shim, workloads

SHORT = 25

# Errors that the kernel plausibly gives, by the call; the longest matching beginning counts. LOST is none: the kernel
# takes the datagram and nobody reads it.
PLAUSIBLE = {
    "open": "ENOENT EACCES EMFILE ENFILE ENOMEM ENOSPC EIO EROFS ESTALE EDQUOT", "fopen": "ENOENT EMFILE ENOMEM EIO",
    "opendir": "ENOENT EACCES EMFILE ENFILE ENOMEM EIO", "fdopendir": "ENOMEM EMFILE", "mkdir": "ENOSPC EIO EROFS EACCES EDQUOT",
    "name_to_handle_at": "EOPNOTSUPP EIO ESTALE ENOMEM", "dup": "EMFILE", "memfd_create": "EMFILE ENOMEM",
    "read": "EIO EINTR ESTALE", "readdir": "EIO ENOMEM", "pread": "EIO EINTR ESTALE", "__": "EIO",
    "write": "ENOSPC EIO EDQUOT EINTR", "pwrite": "ENOSPC EIO EDQUOT EINTR",
    "fsync": "EIO ENOSPC EDQUOT", "fdatasync": "EIO ENOSPC EDQUOT", "syncfs": "EIO ENOSPC EDQUOT",
    "rename": "ENOSPC EIO EDQUOT EROFS EACCES", "link": "ENOSPC EIO EDQUOT", "unlink": "EIO EROFS ENOENT EACCES",
    "stat": "EACCES EIO ENOENT ENOMEM ESTALE", "lstat": "EACCES EIO ENOENT ESTALE", "fstat": "EIO ENOMEM ESTALE",
    "access": "EACCES EIO ENOENT", "statx": "EIO ENOENT", "lseek": "EIO",
    "ftruncate": "ENOSPC EIO EROFS", "fallocate": "ENOSPC EIO EOPNOTSUPP", "mmap": "ENOMEM EACCES ENFILE",
    "sendmsg": "LOST ECONNREFUSED ENOENT ENOBUFS EAGAIN ENOMEM EINTR EPIPE", "sendto": "ECONNREFUSED ENOBUFS",
    "socket": "EMFILE ENFILE ENOMEM ENOBUFS", "bind": "EADDRINUSE EACCES ENOSPC", "connect": "ECONNREFUSED ENOENT EAGAIN",
    "listen": "EADDRINUSE", "inotify_init": "EMFILE ENFILE ENOMEM", "inotify_add_watch": "ENOSPC ENOMEM ENOENT EACCES",
    "epoll_create": "EMFILE ENOMEM", "epoll_ctl": "ENOMEM ENOSPC", "epoll_wait": "EINTR", "eventfd_": "EAGAIN",
    "eventfd": "EMFILE ENFILE ENOMEM", "timerfd_create": "EMFILE ENFILE", "timerfd_settime": "EINVAL",
    "fcntl": "EAGAIN EACCES EIO ENOLCK EINTR", "pthread_create": "EAGAIN", "close": "EIO EINTR",
}


def errors(call):
    """The names of the errors that this call may give."""
    best = max((name for name in PLAUSIBLE if call.startswith(name)), key=len, default=None)
    return PLAUSIBLE[best].split() if best else []


def ways(call, error):
    """Once, and from then on where that can be: no call is interrupted for ever.

    A lock that fails for ever lets SQLite try for twenty seconds before it gives up; a few of those are enough.
    """
    if error == "EINTR" or call.kind == "lock" and call.number % 50:
        return ["once"]
    return ["once", "on"]


def points(stage, seed):
    """Every call of every workload × every error × once or for ever, in an order drawn by the seed."""
    chosen = [f"{name} {call.number} {call.kind} {error} {how}" for name in workloads.chosen()
              for call in workloads.measure(stage, name)
              for error in errors(call.name) for how in ways(call, error)]
    random.Random(seed).shuffle(chosen)
    return chosen


def play(stage, point):
    workload, number, kind, error, how = point.split()
    # From run to run calls of other threads shift the numbers by a few: the next call of its kind is meant.
    strike = {"first": int(number), "last": shim.FOREVER, "struck": shim.mask(kind), "action": shim.FAIL,
              "error": getattr(errno, error, 0), "most": 1 if how == "once" else 0}
    if error == "LOST":
        strike["action"] = shim.PRETEND
    if kind == "lock" and how == "on":
        strike["ending"] = 25
    if kind == "sync":
        stage.shim.notes.unlink(missing_ok=True)
        strike["log"] = 1
    workloads.hinder(stage, workload, **strike)
    oracle.judge(stage, exact=how == "once")
    if kind == "sync" and how == "once":
        oracle.judge_syncs(stage.shim.calls(), int(number))
