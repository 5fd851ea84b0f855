# SPDX-License-Identifier: Apache-2.0
"""A plugin for nbdkit: a disk in a file that writes down every write and every flush it is asked for.

The log is a row of records: a letter (W or F), offset, length, and for W the bytes.
"""

import io
import os
import struct

import nbdkit

API_VERSION = 2
RECORD = struct.Struct("<cQI")

image = log = None


def config(key, value):
    global image, log
    if key == "image":
        image = os.open(value, os.O_RDWR)
    elif key == "log":
        log = io.open(value, "wb", buffering=1 << 20)


def thread_model():
    return nbdkit.THREAD_MODEL_SERIALIZE_ALL_REQUESTS


def open(readonly):
    return 1


def get_size(handle):
    return os.fstat(image).st_size


def can_flush(handle):
    return True


def can_fua(handle):
    return nbdkit.FUA_EMULATE


def pread(handle, buffer, offset, flags):
    buffer[:] = os.pread(image, len(buffer), offset)


def pwrite(handle, buffer, offset, flags):
    content = bytes(buffer)
    os.pwrite(image, content, offset)
    log.write(RECORD.pack(b"W", offset, len(content)) + content)
    log.flush()


def zero(handle, count, offset, flags):
    pwrite(handle, bytes(count), offset, 0)


def flush(handle, flags):
    log.write(RECORD.pack(b"F", 0, 0))
    log.flush()

