# SPDX-License-Identifier: Apache-2.0
"""The form of a journal file, as far as is needed to damage one without making up what it says."""

import struct

DATA, HEADER = 1, 16
_PAYLOAD = 64


def structure(path):
    """Ranges of bytes that hold no text of anybody's: object headers, hash chains, lists of entries."""
    with open(path, "rb") as file:
        content = file.read()
    begin, = struct.unpack_from("<Q", content, 88)
    tail, = struct.unpack_from("<Q", content, 136)
    ranges, at = [], begin
    while at <= tail and at + HEADER <= len(content):
        kind, = struct.unpack_from("<B", content, at)
        size, = struct.unpack_from("<Q", content, at + 8)
        if size < HEADER:
            break
        ranges.append((at, at + (_PAYLOAD if kind == DATA else size)))
        at += (size + 7) & ~7
    return ranges


def flip(path, dice):
    """Turns one bit of the structure around; returns where."""
    ranges = structure(path)
    begin, end = dice.choice(ranges)
    at = dice.randrange(begin, end)
    with open(path, "r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ (1 << dice.randrange(8))]))
    return at
