# SPDX-License-Identifier: Apache-2.0
"""What animals are made of: a report to hide in, and archives whose every field can lie."""

import io
import struct
import zipfile
import zlib

EPOCH = (2025, 1, 1, 0, 0, 0)

TITLE = "瀚海市召开2024年全市民政工作会议"
BODY = [
    "2024年3月8日，瀚海市召开2024年全市民政工作会议，总结2023年工作，部署2024年任务。",
    "会议指出，2023年全市新增养老床位950张，发放临时救助资金1860万元，惠及困难群众1.2万人次。",
    "会议强调，一是健全社会救助体系，完善低收入人口动态监测。二是发展养老服务，建设社区食堂40个。"
    "三是加强儿童福利保障。四是规范社会组织管理。",
]
REPORT = "\n".join([TITLE, *BODY, ""])

# What must never be seen in any answer, and whom nobody may call.
SECRET = "/etc/passwd"
LISTENER = ("127.0.0.1", 49199)
CALL = "http://%s:%d/zoo" % LISTENER


def deflated(data, level=9):
    """Raw deflate, as ZIP keeps it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def packed(files, method=zipfile.ZIP_DEFLATED):
    """An honest ZIP of name: content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else method
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, kind)
    return out.getvalue()


class Entry:
    """One file of a dishonest ZIP: whatever is not given is true."""

    def __init__(self, name, data=b"", method=8, **lies):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.body = lies.get("body", deflated(data) if method == 8 else data)
        self.method, self.flags = method, lies.get("flags", 0x800)
        self.crc = lies.get("crc", zlib.crc32(data))
        self.size = lies.get("size", len(data))
        self.stored = lies.get("stored", len(self.body))
        self.local = lies.get("local", {})
        self.mode = lies.get("mode", 0o100644)
        self.extra = lies.get("extra", b"")
        self.offset = lies.get("offset")

    def header(self):
        given = {"size": self.size, "stored": self.stored, "name": self.name, "crc": self.crc, **self.local}
        return struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, self.flags, self.method, 0, 0x5821, given["crc"],
                           given["stored"], given["size"], len(given["name"]), len(self.extra)) + given["name"] + self.extra

    def listing(self, offset):
        return struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 0x314, 20, self.flags, self.method, 0, 0x5821, self.crc,
                           self.stored, self.size, len(self.name), len(self.extra), 0, 0, 0, self.mode << 16,
                           offset) + self.name + self.extra


def archive(entries, count=None, comment=b"", disk=0, directory=None, before=b"", after=b""):
    """A ZIP of entries, with the end record lying as told."""
    out, listed = before, b""
    for entry in entries:
        offset = len(out) if entry.offset is None else entry.offset
        if entry.offset is None:
            out += entry.header() + entry.body
        listed += entry.listing(offset)
    number = len(entries) if count is None else count
    at = len(out) if directory is None else directory
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", disk, disk, number, number, len(listed), at, len(comment))
    return out + listed + end + comment + after
