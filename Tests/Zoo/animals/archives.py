# SPDX-License-Identifier: Apache-2.0
"""ZIP files that inflate, lie, overlap, escape."""

import bz2
import lzma
import random
import struct
import zipfile
import zlib

from .common import REPORT, SECRET, Entry, archive, deflated, packed

TEXT = REPORT.encode()
FILE = Entry("报告.txt", TEXT)


def animals():
    yield from bombs()
    yield from lies()
    yield from names()
    yield from kinds()


def bombs():
    zeros = bytes(20 << 20)
    yield "flat-bomb.zip", "too-large", packed({"a.txt": zeros})
    yield "flat-bomb-beside-a-report.zip", "too-large", packed({"报告.txt": TEXT, "b.txt": zeros})
    body, crc = deflated(zeros, 1), zlib.crc32(zeros)
    yield "ten-bombs.zip", "too-large", archive(
        [Entry(f"{at}.txt", body=body, crc=crc, size=20 << 20) for at in range(10)])
    yield "bzip2-bomb.zip", "too-large|damaged", packed({"a.txt": zeros}, zipfile.ZIP_BZIP2)
    yield "lzma-bomb.zip", "too-large|damaged", packed({"a.txt": zeros}, zipfile.ZIP_LZMA)
    yield "patient-bomb.zip", "too-large", patient()
    inner = packed({"a.txt": zeros})
    yield "nested-bomb.zip", " ".join(["format"] * 16), packed({f"{at}.zip": inner for at in range(16)})
    deep = inner
    for depth in range(100):
        deep = packed({"again.zip": deep}, zipfile.ZIP_STORED)
    yield "hundred-deep.zip", "format", deep
    # Fifield's: each name of the directory leads to the same file, or into the file of the name before.
    one = Entry("0", zeros[:1 << 20])
    again = [Entry(str(at), body=one.body, crc=one.crc, size=1 << 20, offset=0) for at in range(1, 2000)]
    yield "overlapping-bomb.zip", "too-large|damaged|binary", archive([one] + again)
    yield "quoted-bomb.zip", "too-large|damaged", quoted(200, zeros[:1 << 20])
    yield "gzip-bomb.gz", "format", gzip(zeros)
    yield "gzip-bomb-in.zip", "format", packed({"a.tar.gz": gzip(zeros[:1 << 20])})


def patient():
    """300 MB at 85 to 1: below the ratio that is taken, above what is taken in all."""
    noise = random.Random(1)
    packer = zlib.compressobj(1, zlib.DEFLATED, -15)
    body, crc, size, zeros = b"", 0, 0, bytes(690_000)
    for _ in range(440):
        part = noise.randbytes(8_000) + zeros
        crc, size = zlib.crc32(part, crc), size + len(part)
        body += packer.compress(part)
    return archive([Entry("a.txt", method=8, body=body + packer.flush(), crc=crc, size=size)])


def quoted(count, kernel):
    """Each file quotes the header of the next as stored data and goes on into it."""
    body, crc, size = deflated(kernel), zlib.crc32(kernel), len(kernel)
    content, chain, headers = kernel, body, []
    for at in reversed(range(count)):
        name = b"%05d" % at
        header = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0x5821, crc, len(chain), size, len(name), 0) + name
        headers.append((name, crc, len(chain), size, len(header) + len(chain)))
        if at:
            quote = header
            chain = struct.pack("<BHH", 0, len(quote), 0xFFFF ^ len(quote)) + quote + chain
            content = quote + content
            crc, size = zlib.crc32(content), len(content)
        else:
            chain = header + chain
    out, listed = chain, b""
    for name, crc, stored, size, back in headers:
        listed += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 0x314, 20, 0, 8, 0, 0x5821, crc, stored, size, len(name),
                              0, 0, 0, 0, 0o100644 << 16, len(out) - back) + name
    return out + listed + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, count, count, len(listed), len(out), 0)


def gzip(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def lies():
    small = [Entry("%05d.txt" % at) for at in range(65_535)]
    yield "65535-entries.zip", "too-large", archive(small)
    yield "4097-entries.zip", "too-large", archive(small[:4_097])
    yield "200-reports.zip", " ".join(["text"] * 200), archive([Entry(f"{at}.txt", TEXT) for at in range(200)])
    yield "count-too-small.zip", "text text|text|damaged", archive([FILE, Entry("b.txt", TEXT)], count=1)
    yield "count-too-great.zip", "text|damaged", archive([FILE], count=60_000)
    yield "size-too-small.zip", "text|damaged", archive([Entry("a.txt", TEXT, size=10)])
    yield "size-too-great.zip", "text|damaged", archive([Entry("a.txt", TEXT, size=1 << 30)])
    yield "size-2G.zip", "text|damaged", archive([Entry("a.txt", TEXT, size=0xFFFF_FFFE, stored=0x7FFF_FFFF)])
    yield "stored-too-small.zip", "text|damaged", archive([Entry("a.txt", TEXT, stored=20)])
    yield "stored-size-lies.zip", "text|damaged", archive([Entry("a.txt", TEXT, method=0, size=1 << 28, stored=1 << 28)])
    yield "two-sizes.zip", "text|damaged", archive([Entry("a.txt", TEXT, local={"size": 1, "stored": 1})])
    yield "two-names.zip", "text|damaged", archive([Entry("a.txt", TEXT, local={"name": b"word/document.xml"})])
    yield "wrong-sum.zip", "text|damaged", archive([Entry("a.txt", TEXT, crc=1)])
    yield "no-directory.zip", "text|damaged", FILE.header() + FILE.body
    yield "directory-beyond-the-end.zip", "text|damaged", archive([FILE], directory=0x7FFF_FFFF)
    yield "directory-in-itself.zip", "text|damaged|empty", archive([FILE], directory=0)
    yield "offset-beyond-the-end.zip", "text|damaged", archive([Entry("a.txt", TEXT, offset=0x7FFF_FFF0)], before=b"PK\3\4" + bytes(60))
    yield "end-only.zip", "empty|damaged", archive([])
    yield "on-another-disk.zip", "text|damaged", archive([FILE], disk=7)
    yield "end-within-its-comment.zip", "text|damaged|empty", archive([FILE], comment=archive([]) * 3)
    yield "long-comment.zip", "text|damaged", archive([FILE], comment=b"PK\5\6" * 16_000)
    yield "rubbish-behind.zip", "text|damaged", archive([FILE], after=random.Random(2).randbytes(70_000))
    yield "extra-too-long.zip", "text|damaged", archive([Entry("a.txt", TEXT, extra=struct.pack("<HH", 1, 60_000) + b"x")])
    yield "zip64-nonsense.zip", "text|damaged", archive(
        [Entry("a.txt", TEXT, size=0xFFFF_FFFF, stored=0xFFFF_FFFF, extra=struct.pack("<HHQQ", 1, 16, 1 << 63, 1 << 62))])
    yield "streamed.zip", "text|damaged", archive([Entry("a.txt", TEXT, flags=0x808, local={"size": 0, "stored": 0, "crc": 0})])
    yield "broken-deflate.zip", "damaged", archive([Entry("a.txt", TEXT, body=b"\x07" * 90)])
    yield "deflate-too-far-back.zip", "damaged", archive([Entry("a.txt", TEXT, body=b"\x4b\x04\x12\x00" * 20)])


def names():
    """A name is shown and stored as a name; nothing is ever opened by it."""
    hostile = {
        "parent": "../../../../../../tmp/minuted-zoo-escape.txt", "absolute": "/tmp/minuted-zoo-escape.txt",
        "parent-within": "报告/../../minuted-zoo-escape.txt", "drive": "C:\\Windows\\minuted-zoo-escape.txt",
        "backslashes": "..\\..\\minuted-zoo-escape.txt", "dots": "./././a/./b.txt", "slashes": "////tmp////a.txt",
        "newline": "a\nMINUTED_EVENT=digest\n\nb.txt", "escape": "a\x1b[2J\x1b]0;x\x07.txt", "bidi": "a\u202etxt.exe",
        "nul": "a\0b.txt", "long": "长" * 21_000 + ".txt", "deep": "d/" * 20_000 + "a.txt", "percent": "%n%n%s%00.txt",
        "option": "--lexicon=/tmp/x", "quotes": "';rm -rf ~;'.txt", "private": "\ue000\uffff\U0010ffff.txt",
    }
    for title, name in hostile.items():
        yield f"name-{title}.zip", "text", archive([Entry(name, TEXT)])
    yield "name-empty.zip", "text|empty", archive([Entry("", TEXT)])
    yield "name-invalid.zip", "text", archive([Entry(b"\xff\xfe\x80\xc0\xaf.txt", TEXT)])
    yield "name-gbk.zip", "text", archive([Entry("报告.txt".encode("gbk"), TEXT, flags=0)])
    yield "name-in-two-ways.zip", "text", archive([Entry(
        "a.txt", TEXT, extra=struct.pack("<HHBI", 0x7075, 18, 1, zlib.crc32(b"a.txt")) + b"../../etc/pas")])
    yield "same-name-twice.zip", "text text", archive([FILE, FILE])
    yield "same-name-thousand-times.zip", " ".join(["text"] * 100), archive([FILE] * 100)


def kinds():
    yield "symlink.zip", "empty", archive([Entry("a.txt", SECRET.encode(), mode=0o120777)])
    yield "symlink-and-through-it.zip", "text", archive(
        [Entry("d", b"/tmp", mode=0o120777), Entry("d/minuted-zoo-escape.txt", TEXT)])
    yield "device.zip", "empty|text", archive([Entry("a.txt", TEXT, mode=0o060666)])
    yield "folder-with-content.zip", "empty|text|damaged", archive([Entry("a/", TEXT, mode=0o040755)])
    yield "set-user-id.zip", "text", archive([Entry("a.txt", TEXT, mode=0o104755)])
    yield "encrypted-old.zip", "encrypted", archive([Entry("a.txt", TEXT, flags=0x801)])
    yield "encrypted-aes.zip", "encrypted|damaged", archive(
        [Entry("a.txt", TEXT, method=99, flags=0x801, extra=struct.pack("<HHHHBH", 0x9901, 7, 2, 0x4541, 3, 8))])
    yield "encrypted-second.zip", "encrypted", archive([FILE, Entry("b.txt", TEXT, flags=0x801)])
    yield "encrypted-names.zip", "encrypted|damaged", archive([Entry("a.txt", TEXT, flags=0x2041)])
    for method in (1, 6, 9, 12, 14, 93, 95, 97, 98, 77, 0xFFFF):
        yield f"method-{method}.zip", "text|damaged|encrypted", archive([Entry("a.txt", TEXT, method=method)])
    yield "bzip2.zip", "text|damaged", archive([Entry("a.txt", TEXT, method=12, body=bz2.compress(TEXT))])
    yield "lzma-of-4-GB-window.zip", "text|damaged|too-large", archive([Entry(
        "a.txt", TEXT, method=14, body=struct.pack("<HHBI", 0x1409, 5, 0x5D, 0xFFFF_FFFF) + lzma.compress(
            TEXT, lzma.FORMAT_RAW, filters=[{"id": lzma.FILTER_LZMA1}]))])
    for title, file in {"seven": b"7z\xbc\xaf\x27\x1c\0\4", "rar": b"Rar!\x1a\7\1\0", "xz": b"\xfd7zXZ\0\0\4", "bz2": b"BZh9",
                        "zstd": b"\x28\xb5\x2f\xfd"}.items():
        yield f"{title}.bin", "format", file + bytes(200)
