# SPDX-License-Identifier: Apache-2.0
"""The form of a journal file, as far as is needed to damage one without making up what it says."""

import struct

DATA, ENTRY, HEADER = 1, 3, 16
_FIRST, _COUNT, _ITEMS = 40, 56, 64
_COMPACT = 1 << 4
_PAYLOAD = 64


def structure(path):
    """Ranges of bytes that hold no text of anybody's: object headers, hash chains, lists of entries."""
    with open(path, "rb") as file:
        content = file.read()
    return [(at, at + (_PAYLOAD if content[at] == DATA else size)) for at, size in _objects(content)]


def _objects(content):
    """Where each object begins, and its size."""
    at, = struct.unpack_from("<Q", content, 88)
    tail, = struct.unpack_from("<Q", content, 136)
    while at <= tail and at + HEADER <= len(content):
        size, = struct.unpack_from("<Q", content, at + 8)
        if size < HEADER:
            return
        yield at, size
        at += (size + 7) & ~7


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


def last_entry_id(path):
    """MINUTED_ENTRY_ID of the file's last entry, or None where it is not minuted's."""
    with open(path, "rb") as file:
        content = file.read()
    for at in _data_of_last_entry(content):
        size, = struct.unpack_from("<Q", content, at + 8)
        _, name, value = content[at + _PAYLOAD:at + size].rpartition(b"MINUTED_ENTRY_ID=")
        if name:
            return value.decode()
    return None


def take_last_entry_out_of_indexes(path):
    """As a journald leaves it that is killed when it has put an entry down and not yet linked it to its fields."""
    with open(path, "r+b") as file:
        content = file.read()
        for at in _data_of_last_entry(content):
            count, = struct.unpack_from("<Q", content, at + _COUNT)
            file.seek(at + _COUNT)
            file.write(struct.pack("<Q", count - 1))
            if count == 1:
                file.seek(at + _FIRST)
                file.write(struct.pack("<Q", 0))


def _data_of_last_entry(content):
    """Where the fields of the last entry stand."""
    entries = [begin for begin, _ in _objects(content) if content[begin] == ENTRY]
    if not entries:
        return []
    begin = entries[-1]
    size, = struct.unpack_from("<Q", content, begin + 8)
    flags, = struct.unpack_from("<I", content, 12)
    form, step = ("<I", 4) if flags & _COMPACT else ("<Q", 16)
    return [struct.unpack_from(form, content, at)[0] for at in range(begin + _ITEMS, begin + size, step)]
